//! Where a copy of the sheet lies: noted by its owner, so that it is found on a bad day (P3). Where it is, never what it says.

use counterfoil_core::Attempt;
use zeroize::Zeroizing;

/// The most characters of the owner's own words.
pub const WORDS_MAX: usize = 80;

/// So many places can be noted of one sheet.
pub const PLACES_MAX: usize = 6;

/// What kind of place it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PlaceKind {
    /// A safe, or wherever the passport lies.
    Safe,
    /// The wallet.
    Wallet,
    /// With somebody the owner trusts.
    Relative,
    /// Typed into a password manager.
    PasswordManager,
    /// Photographed.
    Photo,
    /// Somewhere else.
    Elsewhere,
}

impl PlaceKind {
    /// Every kind, in the order of the page.
    pub const ALL: [Self; 6] = [
        Self::Safe,
        Self::Wallet,
        Self::Relative,
        Self::PasswordManager,
        Self::Photo,
        Self::Elsewhere,
    ];

    /// How it is stored, and said in a form: the end of its Fluent id.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::Wallet => "wallet",
            Self::Relative => "relative",
            Self::PasswordManager => "password-manager",
            Self::Photo => "photo",
            Self::Elsewhere => "elsewhere",
        }
    }

    /// Reads what [`Self::as_str`] wrote.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }

    /// The Fluent id of its name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Safe => "papers-safe",
            Self::Wallet => "papers-wallet",
            Self::Relative => "papers-relative",
            Self::PasswordManager => "papers-password-manager",
            Self::Photo => "papers-photo",
            Self::Elsewhere => "papers-elsewhere",
        }
    }

    /// Whether a copy there is no paper: it can be copied unseen (P8).
    #[must_use]
    pub const fn is_digital(self) -> bool {
        matches!(self, Self::PasswordManager | Self::Photo)
    }

    /// The Fluent id of what is said kindly of a digital copy.
    #[must_use]
    pub const fn warning_id(self) -> Option<&'static str> {
        match self {
            Self::PasswordManager => Some("papers-password-manager-warning"),
            Self::Photo => Some("papers-photo-warning"),
            Self::Safe | Self::Wallet | Self::Relative | Self::Elsewhere => None,
        }
    }
}

/// Why the owner's words aren't taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlaceError {
    /// More than [`WORDS_MAX`] characters.
    #[error("the words are longer than {WORDS_MAX} characters")]
    TooLong,
    /// A character that turns lines or hides text.
    #[error("the words hold a character that they can't have")]
    Character,
    /// A backup code is among them.
    #[error("a backup code is among the words")]
    Code,
    /// "Elsewhere" says nothing without words.
    #[error("say where")]
    Missing,
}

impl PlaceError {
    /// The Fluent id of its sentence. `papers-too-long` takes `most`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::TooLong => "papers-too-long",
            Self::Character => "papers-character",
            Self::Code => "papers-code",
            Self::Missing => "papers-missing",
        }
    }
}

/// Where one copy lies, in clear: only between its owner and the seal.
#[derive(Debug)]
pub struct PaperPlace {
    /// What kind of place.
    pub kind: PlaceKind,
    /// The owner's own words; empty for none.
    pub words: Zeroizing<String>,
}

impl PaperPlace {
    /// A place as its owner typed it: the words in one line, with single spaces.
    ///
    /// # Errors
    /// [`PlaceError`].
    pub fn new(kind: PlaceKind, typed: &str) -> Result<Self, PlaceError> {
        let parts: Vec<&str> = typed.split_whitespace().collect();
        let words = Zeroizing::new(parts.join(" "));
        if words.is_empty() && kind == PlaceKind::Elsewhere {
            return Err(PlaceError::Missing);
        }
        if words.chars().count() > WORDS_MAX {
            return Err(PlaceError::TooLong);
        }
        let refused = |c: char| {
            c.is_control()
                || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
        };
        if words.contains(refused) {
            return Err(PlaceError::Character);
        }
        if holds_a_code(&parts) {
            return Err(PlaceError::Code);
        }
        Ok(Self { kind, words })
    }

    /// As it is sealed.
    #[must_use]
    pub fn to_text(&self) -> Zeroizing<String> {
        Zeroizing::new(format!("{}\n{}", self.kind.as_str(), *self.words))
    }

    /// Reads what [`Self::to_text`] wrote.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (kind, words) = text.split_once('\n')?;
        Some(Self {
            kind: PlaceKind::parse(kind)?,
            words: Zeroizing::new(words.to_owned()),
        })
    }
}

/// Whether some words in a row read as a code without any repair: prose almost never does, and a code almost always.
fn holds_a_code(parts: &[&str]) -> bool {
    (0..parts.len()).any(|first| {
        (first..parts.len()).any(|last| {
            let run = Zeroizing::new(parts.get(first..=last).unwrap_or_default().concat());
            Attempt::read(&run).is_ok_and(|reading| !reading.repaired())
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use counterfoil_core::{Code, Slot, TagKey};
    use rand::SeedableRng as _;
    use rand::rngs::StdRng;

    fn said(kind: PlaceKind, typed: &str) -> Result<String, PlaceError> {
        PaperPlace::new(kind, typed).map(|place| place.words.to_string())
    }

    #[test]
    fn p3_a_note_says_where_and_is_one_line() {
        let words = said(PlaceKind::Safe, "  behind the\tblue   binder ");
        assert_eq!(words.as_deref(), Ok("behind the blue binder"));
        assert_eq!(said(PlaceKind::Wallet, " ").as_deref(), Ok(""));
        assert_eq!(said(PlaceKind::Elsewhere, " "), Err(PlaceError::Missing));
        assert!(said(PlaceKind::Relative, &"é".repeat(WORDS_MAX)).is_ok());
        assert_eq!(
            said(PlaceKind::Relative, &"é".repeat(WORDS_MAX + 1)),
            Err(PlaceError::TooLong)
        );
        assert_eq!(
            said(PlaceKind::Relative, "my s\u{202E}ister"),
            Err(PlaceError::Character)
        );
    }

    #[test]
    fn p3_a_note_never_says_what_the_sheet_says() {
        let mut rng = StdRng::seed_from_u64(3);
        let key = TagKey::from_bytes([7; 32]);
        for slot in [1, 10, 31] {
            let code = Code::draw(Slot::new(slot).unwrap(), &key, &mut rng);
            let text = code.text();
            for typed in [
                text.to_string(),
                text.replace('-', " "),
                format!("safe, {} harbour", text.to_lowercase()),
                format!("it says {} on it", text.replace('-', "")),
            ] {
                assert_eq!(
                    said(PlaceKind::Safe, &typed),
                    Err(PlaceError::Code),
                    "{typed}"
                );
            }
        }
        for honest in [
            "with my sister in Lyon, in the grey box under the stairs",
            "the left drawer of the desk, below the old phone bills 2019",
            "bank, box 1142",
        ] {
            assert_eq!(said(PlaceKind::Elsewhere, honest).as_deref(), Ok(honest));
        }
    }

    #[test]
    fn what_is_sealed_is_read_back() {
        for kind in PlaceKind::ALL {
            let place = PaperPlace::new(kind, "upstairs").unwrap();
            let read = PaperPlace::parse(&place.to_text()).unwrap();
            assert_eq!((read.kind, read.words.as_str()), (kind, "upstairs"));
            assert_eq!(kind.warning_id().is_some(), kind.is_digital());
        }
        assert!(PaperPlace::parse("attic\nupstairs").is_none());
        assert!(PaperPlace::parse("safe").is_none());
    }
}
