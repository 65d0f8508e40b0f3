//! Replays what fuzzing collected, on every test run.

use std::{fs, path::Path};

use counterfoil_model::totp::TypedDigits;

#[path = "../../../../fuzz/checks/totp_input.rs"]
pub(crate) mod totp_input;

#[test]
fn totp_holds_its_promises_on_every_collected_input() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus/totp_input");
    let (mut read, mut refused) = (0, 0);
    for entry in fs::read_dir(folder).unwrap() {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        totp_input::check(&bytes);
        let typed = bytes.get(8..).unwrap_or_default();
        match TypedDigits::read(&String::from_utf8_lossy(typed)) {
            Some(_) => read += 1,
            None => refused += 1,
        }
    }
    assert!(
        read >= 10 && refused >= 8,
        "{read} read, {refused} refused: the corpus has both kinds"
    );
}
