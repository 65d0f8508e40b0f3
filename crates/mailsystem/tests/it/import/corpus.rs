//! Replays what fuzzing collected, on every test run.

use std::{fs, path::Path};

#[path = "../../../../../fuzz/checks/import_line.rs"]
mod import_line;

#[test]
fn lines_hold_their_promises_on_every_collected_input() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus/import_line");
    let (mut named, mut refused) = (0, 0);
    for entry in fs::read_dir(folder).unwrap() {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        let read = import_line::check(&bytes);
        (named, refused) = (named + read.0, refused + read.1);
    }
    assert!(
        named >= 20 && refused >= 20,
        "{named} named, {refused} refused: the corpus has both kinds"
    );
}
