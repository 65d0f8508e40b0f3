//! The line that `counterfoil code read` prints.

use counterfoil_core::{TagKey, report};

const KEY: &str = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

#[test]
fn a_code_is_reported_with_its_slot_its_text_and_what_was_repaired() {
    let key = TagKey::from_hex(KEY).unwrap();
    let line = |typed: &str, key: Option<&TagKey>| {
        let (line, refused) = report(typed, key);
        assert!(!refused, "{typed}");
        line.to_string()
    };
    assert_eq!(
        line("szab5 rrb14 6vh7x fm22h", None),
        "25\tSZAB5-RRB14-6VH7X-FM22H\t0\t0\t-"
    );
    assert_eq!(
        line("SZAB5-RRB14-6VH7X-FM22H\n", Some(&key)),
        "25\tSZAB5-RRB14-6VH7X-FM22H\t0\t0\tok"
    );
    assert_eq!(
        line("SZA?5-RRB14-6VH7X-7M2?H", Some(&key)),
        "25\tSZAB5-RRB14-6VH7X-FM22H\t1\t2\tok"
    );
    assert_eq!(
        line("7657M-YWY9H-ER41X-N23XQ", Some(&key)),
        "7\t76578-YWY9H-ER41X-N2EXQ\t2\t0\tbad"
    );
}

#[test]
fn a_refusal_is_reported_on_one_line_with_its_reason() {
    for typed in [
        "",
        "SZAB5",
        "SZAU5-RRB14-6VH7X-FM22H",
        "a\u{1b}b",
        "?????-RRB14-6VH7X-FM22H",
    ] {
        let (line, refused) = report(typed, None);
        assert!(refused, "{typed}");
        let (word, reason) = line.split_once('\t').unwrap();
        assert_eq!(word, "refused");
        assert!(
            reason.ends_with('.') && !reason.contains(char::is_control),
            "{reason}"
        );
    }
}
