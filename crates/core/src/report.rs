use zeroize::Zeroizing;

use crate::{Attempt, TagKey};

/// One line about one typed code, for programs to read, and whether it was refused.
///
/// `SLOT⇥CODE⇥WRONG⇥UNREADABLE⇥TAG`: the slot's number, the repaired code, how many symbols were wrong, how many
/// unreadable, and `ok` or `bad` for the tag, or `-` without a tag key. Or `refused⇥REASON`, a sentence that doesn't
/// contain the code. Tabs between, no line end.
#[must_use]
pub fn report(typed: &str, key: Option<&TagKey>) -> (Zeroizing<String>, bool) {
    match Attempt::read(typed) {
        Ok(reading) => {
            let tag = match key.map(|key| reading.attempt.tag_matches(key)) {
                Some(true) => "ok",
                Some(false) => "bad",
                None => "-",
            };
            let (slot, code) = (reading.attempt.slot(), reading.attempt.text());
            let (wrong, unreadable) = (reading.wrong.len(), reading.unreadable.len());
            (
                Zeroizing::new(format!("{slot}\t{}\t{wrong}\t{unreadable}\t{tag}", *code)),
                false,
            )
        }
        Err(refusal) => (Zeroizing::new(format!("refused\t{refusal}")), true),
    }
}
