//! The words that an owner chose so that real mail can be told from fake: they stand in every notice and on no page before
//! sign-in.

use zeroize::Zeroizing;

/// The fewest characters: what somebody who writes to everybody could guess is no mark.
pub const PHRASE_MIN: usize = 6;

/// The most characters.
pub const PHRASE_MAX: usize = 60;

/// Why words aren't taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PhraseError {
    /// Fewer than [`PHRASE_MIN`] characters.
    #[error("the phrase is shorter than {PHRASE_MIN} characters")]
    TooShort,
    /// More than [`PHRASE_MAX`] characters.
    #[error("the phrase is longer than {PHRASE_MAX} characters")]
    TooLong,
    /// A character that turns lines or hides text, or one that makes an address of it.
    #[error("the phrase holds a character that it can't have")]
    Character,
}

/// The phrase as it is kept: one line, with single spaces.
///
/// # Errors
/// [`PhraseError`].
pub fn phrase(typed: &str) -> Result<Zeroizing<String>, PhraseError> {
    let words: Vec<&str> = typed.split_whitespace().collect();
    let phrase = Zeroizing::new(words.join(" "));
    let length = phrase.chars().count();
    if length < PHRASE_MIN {
        return Err(PhraseError::TooShort);
    }
    if length > PHRASE_MAX {
        return Err(PhraseError::TooLong);
    }
    let refused = |c: char| {
        c.is_control()
            || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
            || matches!(c, '@' | '/' | '<' | '>' | '{' | '}')
    };
    if phrase.contains(refused) {
        return Err(PhraseError::Character);
    }
    Ok(phrase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_one_line_that_looks_like_no_address() {
        assert_eq!(*phrase("  the  heron\twaits ").unwrap(), "the heron waits");
        assert_eq!(phrase("heron").unwrap_err(), PhraseError::TooShort);
        assert_eq!(phrase(&"ä".repeat(60)).unwrap().chars().count(), 60);
        assert_eq!(phrase(&"ä".repeat(61)).unwrap_err(), PhraseError::TooLong);
        for typed in [
            "see evil.example/x",
            "ask me@evil.example",
            "a heron\u{202E}!",
            "<b>heron</b>",
        ] {
            assert_eq!(
                phrase(typed).unwrap_err(),
                PhraseError::Character,
                "{typed}"
            );
        }
    }
}
