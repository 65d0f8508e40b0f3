//! What must hold for every text that somebody types as a code.

use counterfoil_core::{Attempt, TagKey, report};

/// Panics if the reader breaks a promise.
///
/// What is read can be read again from its canonical text, as the same code and without repair; the repair is
/// within reach of the format; what is refused says so on one line.
pub(crate) fn check(bytes: &[u8]) {
    let typed = String::from_utf8_lossy(bytes);
    let key = TagKey::from_bytes([7; 32]);
    let (line, refused) = report(&typed, Some(&key));
    let fields = line.split('\t').collect::<Vec<_>>();
    assert_eq!(fields.len(), if refused { 2 } else { 5 });
    assert!(!fields.concat().contains(char::is_control));
    match Attempt::read(&typed) {
        Ok(reading) => {
            assert!(!refused);
            assert!(2 * reading.wrong.len() + reading.unreadable.len() <= 4);
            assert!(
                reading
                    .wrong
                    .iter()
                    .chain(&reading.unreadable)
                    .all(|place| (1..=20).contains(place))
            );
            let text = reading.attempt.text();
            let again = Attempt::read(&text);
            assert!(
                again.is_ok_and(|again| {
                    !again.repaired()
                        && *again.attempt.text() == *text
                        && again.attempt.slot() == reading.attempt.slot()
                        && again.attempt.tag_matches(&key) == reading.attempt.tag_matches(&key)
                }),
                "the canonical text reads as itself"
            );
        }
        Err(refusal) => {
            assert!(refused);
            assert!(!refusal.id().is_empty());
            assert!(!refusal.to_string().contains(char::is_control));
        }
    }
}
