//! Replays what fuzzing collected, on every test run.

use std::{fs, path::Path};

use counterfoil_core::Attempt;

#[path = "../../../../fuzz/checks/read_code.rs"]
pub(crate) mod read_code;

#[test]
fn the_reader_holds_its_promises_on_every_collected_input() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus/read_code");
    let (mut read, mut refused) = (0, 0);
    for entry in fs::read_dir(folder).unwrap() {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        read_code::check(&bytes);
        match Attempt::read(&String::from_utf8_lossy(&bytes)) {
            Ok(_) => read += 1,
            Err(_) => refused += 1,
        }
    }
    assert!(
        read >= 5 && refused >= 5,
        "{read} read, {refused} refused: the corpus has both kinds"
    );
}
