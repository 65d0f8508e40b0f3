//! Replays what fuzzing collected, on every test run.

use counterfoil_notices::bounces::Report;
use std::{fs, path::Path};

#[path = "../../../../fuzz/checks/returned_mail.rs"]
mod returned_mail;

#[test]
fn mails_that_come_back_hold_their_promises_on_every_collected_input() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus/returned_mail");
    let mut counts = [0; 3];
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let report = returned_mail::check(&fs::read(entry.path()).unwrap());
        let name = entry.file_name().into_string().unwrap();
        let kind = match report {
            Report::Failed(_) => 0,
            Report::Delayed => 1,
            Report::Nothing => 2,
        };
        let expected = match name.split('-').next() {
            Some("failed") => 0,
            Some("delayed") => 1,
            _ => 2,
        };
        assert_eq!(kind, expected, "{name}: {report:?}");
        counts[kind] += 1;
    }
    assert!(
        counts[0] >= 8 && counts[1] >= 1 && counts[2] >= 3,
        "{counts:?}: the corpus has every kind"
    );
}
