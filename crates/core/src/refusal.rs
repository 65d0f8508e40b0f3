/// Why some typed text is not a code.
///
/// Nothing here repeats what was typed, except one character that no code contains. None of these is a guess:
/// the text never got as far as being compared with anything.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No symbol at all.
    #[error("There is no code here. A code has 20 symbols.")]
    Empty,
    /// A character that no code contains.
    #[error("{} is never part of a code; it stands where symbol {place} should be.", named(*.character))]
    NotASymbol {
        /// The character, as it was typed.
        character: char,
        /// Which symbol it would be, counted from 1; hyphens and spaces don't count.
        place: usize,
    },
    /// Fewer than twenty symbols.
    #[error(
        "A code has 20 symbols, and this has {count}. Type ? for each symbol that can't be read."
    )]
    TooFew {
        /// How many symbols there are.
        count: usize,
    },
    /// More than twenty symbols.
    #[error("A code has 20 symbols, and this has {count}.")]
    TooMany {
        /// How many symbols there are.
        count: usize,
    },
    /// Twenty symbols, but too many of them are wrong or unreadable.
    #[error(
        "Too many symbols are wrong or can't be read. Compare it with the sheet, group by group."
    )]
    TooDamaged,
    /// A whole code of slot 0, which no sheet has.
    #[error("No code begins with the symbol 0. Compare the first symbol with the sheet.")]
    SlotZero,
}

impl Refusal {
    /// A stable name, for translations and for programs: `empty`, `not-a-symbol`, `too-few`, `too-many`,
    /// `too-damaged` or `slot-zero`.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotASymbol { .. } => "not-a-symbol",
            Self::TooFew { .. } => "too-few",
            Self::TooMany { .. } => "too-many",
            Self::TooDamaged => "too-damaged",
            Self::SlotZero => "slot-zero",
        }
    }
}

/// A character in quotes, or its number if it would not be seen or would disturb a terminal.
fn named(character: char) -> String {
    let is_seen = character == '\''
        || character == '"'
        || character == '\\'
        || character.escape_debug().count() == 1;
    if is_seen {
        format!("“{character}”")
    } else {
        format!("U+{:04X}", u32::from(character))
    }
}

#[cfg(test)]
mod tests {
    use super::Refusal;

    #[test]
    fn a_character_is_named_so_that_it_can_be_seen() {
        let said = |character| {
            Refusal::NotASymbol {
                character,
                place: 4,
            }
            .to_string()
        };
        assert_eq!(
            said('U'),
            "“U” is never part of a code; it stands where symbol 4 should be."
        );
        assert!(said('"').starts_with("“\"” is"));
        assert!(said('\u{1b}').starts_with("U+001B is"));
        assert!(said('\u{E000}').starts_with("U+E000 is"));
    }
}
