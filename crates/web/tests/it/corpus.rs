//! Replays what fuzzing collected, on every test run.

use counterfoil_web::shell::cookie;
use std::{fs, path::Path};

#[path = "../../../../fuzz/checks/cookie.rs"]
pub(crate) mod check;

#[test]
fn the_cookie_parser_holds_its_promises_on_every_collected_input() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus/cookie");
    let (mut found, mut missing) = (0, 0);
    for entry in fs::read_dir(folder).unwrap() {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        check::check(&bytes, cookie::find);
        let any = [cookie::SESSION, cookie::BROWSER, "a"]
            .iter()
            .any(|name| cookie::find(&bytes, name).is_some());
        if any { found += 1 } else { missing += 1 }
    }
    assert!(
        found >= 5 && missing >= 8,
        "{found} found, {missing} missing: the corpus has both kinds"
    );
}
