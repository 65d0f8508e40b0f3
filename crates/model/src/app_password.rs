//! App passwords: what a mail program that knows no OAuth signs in with.
//!
//! Twenty-eight symbols of five random bits, 140 in all: so many that one keyed fast hash keeps them (N6, A2).

use crate::{Span, Timestamp};
use rand::CryptoRng;
use std::fmt;
use zeroize::Zeroizing;

/// No `l`, `o`, `0` or `1`: nothing that looks like another symbol in a mail program's type.
const SYMBOLS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// Symbols in an app password.
const LENGTH: usize = 28;

/// Symbols between two hyphens.
const GROUP: usize = 4;

/// Random bits in an app password.
pub const BITS: usize = 5 * LENGTH;

/// The most characters of a label.
pub const LABEL_MAX: usize = 60;

/// The most app passwords an account may have at a time.
pub const AT_MOST: usize = 25;

/// An app password in clear: being shown or being typed. Wiped on drop; `Debug` shows nothing.
pub struct AppPassword {
    symbols: Zeroizing<[u8; LENGTH]>,
}

impl AppPassword {
    /// Draws one.
    pub fn draw(rng: &mut impl CryptoRng) -> Self {
        let mut symbols = Zeroizing::new([0; LENGTH]);
        rng.fill_bytes(&mut *symbols);
        for byte in symbols.iter_mut() {
            #[expect(clippy::indexing_slicing, reason = "five bits never leave 32 symbols")]
            let symbol = SYMBOLS[usize::from(*byte & 31)];
            *byte = symbol;
        }
        Self { symbols }
    }

    /// Reads what somebody typed, or `None` when it can't be one. Case, white space and hyphens don't matter; `1` and `l` read
    /// as `i`, because there is nothing else they can be.
    #[must_use]
    pub fn read(typed: &str) -> Option<Self> {
        let mut symbols = Zeroizing::new([0; LENGTH]);
        let mut places = symbols.iter_mut();
        for character in typed.chars() {
            if character.is_whitespace() || is_hyphen(character) {
                continue;
            }
            *places.next()? = symbol(character)?;
        }
        if places.next().is_some() {
            return None;
        }
        Some(Self { symbols })
    }

    /// As it is hashed: the symbols alone.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &*self.symbols
    }

    /// As it is shown: lower case, seven groups of four with hyphens between.
    #[must_use]
    pub fn text(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(LENGTH + LENGTH / GROUP));
        for (place, byte) in self.symbols.iter().enumerate() {
            if place > 0 && place % GROUP == 0 {
                text.push('-');
            }
            text.push(char::from(*byte));
        }
        text
    }
}

impl fmt::Debug for AppPassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AppPassword(…)")
    }
}

/// Hyphens as people and word processors write them.
fn is_hyphen(character: char) -> bool {
    matches!(
        character,
        '-' | '\u{AD}' | '\u{2010}'..='\u{2015}' | '\u{2212}'
    )
}

fn symbol(character: char) -> Option<u8> {
    let typed = u8::try_from(character).ok()?.to_ascii_lowercase();
    let meant = if matches!(typed, b'1' | b'l') {
        b'i'
    } else {
        typed
    };
    SYMBOLS.contains(&meant).then_some(meant)
}

/// What a mail program does with the mailbox, as an app password allows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MailProtocol {
    /// Reads mail and keeps it on the server.
    Imap,
    /// Fetches mail.
    Pop3,
    /// Sends mail.
    Smtp,
    /// Edits mail filters (RFC 5804).
    Sieve,
}

impl MailProtocol {
    /// Every one, in the order people look for them.
    pub const ALL: [Self; 4] = [Self::Imap, Self::Pop3, Self::Smtp, Self::Sieve];

    /// How it is stored and named in forms.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Imap => "imap",
            Self::Pop3 => "pop3",
            Self::Smtp => "smtp",
            Self::Sieve => "sieve",
        }
    }

    /// As people know it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Imap => "IMAP",
            Self::Pop3 => "POP3",
            Self::Smtp => "SMTP",
            Self::Sieve => "ManageSieve",
        }
    }

    /// The one a service of the mail software belongs to, by the name that Dovecot gives it; `None` for a service that nobody
    /// signs in to with a password.
    #[must_use]
    pub fn of_service(service: &str) -> Option<Self> {
        match service {
            "imap" => Some(Self::Imap),
            "pop3" => Some(Self::Pop3),
            "smtp" | "submission" => Some(Self::Smtp),
            "sieve" | "managesieve" => Some(Self::Sieve),
            _ => None,
        }
    }
}

/// What an app password may be used for. Never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scopes(u8);

impl Scopes {
    /// The scopes in this list; `None` when it is empty.
    #[must_use]
    pub fn of(protocols: impl IntoIterator<Item = MailProtocol>) -> Option<Self> {
        let bits = protocols
            .into_iter()
            .fold(0, |bits, protocol| bits | bit(protocol));
        (bits != 0).then_some(Self(bits))
    }

    /// Reads what [`Display`](fmt::Display) wrote; a name that this version doesn't know allows nothing.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let named = |name| {
            MailProtocol::ALL
                .into_iter()
                .find(|protocol| protocol.as_str() == name)
        };
        Self::of(text.split(' ').filter_map(named))
    }

    /// Whether this is one of them.
    #[must_use]
    pub const fn contains(self, protocol: MailProtocol) -> bool {
        self.0 & bit(protocol) != 0
    }

    /// Each of them.
    pub fn iter(self) -> impl Iterator<Item = MailProtocol> {
        MailProtocol::ALL
            .into_iter()
            .filter(move |protocol| self.contains(*protocol))
    }
}

const fn bit(protocol: MailProtocol) -> u8 {
    match protocol {
        MailProtocol::Imap => 1,
        MailProtocol::Pop3 => 2,
        MailProtocol::Smtp => 4,
        MailProtocol::Sieve => 8,
    }
}

impl fmt::Display for Scopes {
    /// Names with a space between: `imap smtp`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, protocol) in self.iter().enumerate() {
            f.write_str(if n > 0 { " " } else { "" })?;
            f.write_str(protocol.as_str())?;
        }
        Ok(())
    }
}

/// How long an app password works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lasts {
    /// Thirty days.
    Month,
    /// Ninety days.
    Quarter,
    /// 365 days.
    Year,
    /// Until it is removed.
    UntilRemoved,
}

impl Lasts {
    /// Every choice, shortest first.
    pub const ALL: [Self; 4] = [Self::Month, Self::Quarter, Self::Year, Self::UntilRemoved];

    /// How a form names it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Month => "30",
            Self::Quarter => "90",
            Self::Year => "365",
            Self::UntilRemoved => "never",
        }
    }

    /// Reads what a form sent.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lasts| lasts.as_str() == text)
    }

    const fn days(self) -> Option<u32> {
        match self {
            Self::Month => Some(30),
            Self::Quarter => Some(90),
            Self::Year => Some(365),
            Self::UntilRemoved => None,
        }
    }

    /// Whether the operator allows it; `longest_days` is 0 where nothing is too long.
    #[must_use]
    pub fn is_allowed(self, longest_days: u32) -> bool {
        longest_days == 0 || self.days().is_some_and(|days| days <= longest_days)
    }

    /// When one made now stops working by itself; `None` for never.
    #[must_use]
    pub fn expires_at(self, now: Timestamp) -> Option<Timestamp> {
        self.days().map(|days| now + Span::days(days.into()))
    }
}

/// A label can't be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LabelError {
    /// Nothing to be seen.
    #[error("the label is empty")]
    Empty,
    /// More than [`LABEL_MAX`] characters.
    #[error("the label is longer than {LABEL_MAX} characters")]
    TooLong,
    /// A character that turns lines or hides text.
    #[error("the label holds a character that can't be shown")]
    Character,
}

/// The label as it is kept: without white space around it.
///
/// # Errors
/// [`LabelError`].
pub fn label(typed: &str) -> Result<&str, LabelError> {
    let label = typed.trim();
    if label.is_empty() {
        return Err(LabelError::Empty);
    }
    if label.chars().count() > LABEL_MAX {
        return Err(LabelError::TooLong);
    }
    let hides = |c: char| {
        c.is_control()
            || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
    };
    if label.contains(hides) {
        return Err(LabelError::Character);
    }
    Ok(label)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rand::SeedableRng;
    use rand::rngs::StdRng;
    use std::collections::BTreeSet;

    fn drawn(seed: u64) -> AppPassword {
        AppPassword::draw(&mut StdRng::seed_from_u64(seed))
    }

    #[test]
    fn n6_it_has_more_than_120_bits_and_is_shown_in_seven_groups_of_four() {
        const { assert!(BITS >= 130) };
        let text = drawn(1).text().to_string();
        let groups: Vec<_> = text.split('-').collect();
        assert_eq!(groups.len(), 7);
        assert!(groups.iter().all(|group| group.len() == 4));
    }

    #[test]
    fn every_symbol_is_drawn_and_none_looks_like_another() {
        let symbols: BTreeSet<u8> = (0..200)
            .flat_map(|seed| drawn(seed).as_bytes().to_vec())
            .collect();
        assert_eq!(symbols, SYMBOLS.iter().copied().collect());
        for alike in [b'l', b'o', b'0', b'1'] {
            assert!(!symbols.contains(&alike));
        }
    }

    #[test]
    fn what_is_no_app_password_is_read_as_none() {
        let text = drawn(2).text().to_string();
        let short = text.get(1..).unwrap();
        for typed in [
            "",
            "secret",
            short,
            &format!("{text}a"),
            &text.replacen(|c: char| c != '-', "0", 1),
            &text.replacen(|c: char| c != '-', "ö", 1),
        ] {
            assert!(AppPassword::read(typed).is_none(), "{typed}");
        }
    }

    #[test]
    fn debug_shows_nothing() {
        assert_eq!(format!("{:?}", drawn(3)), "AppPassword(…)");
    }

    #[test]
    fn services_as_dovecot_names_them() {
        let of = MailProtocol::of_service;
        assert_eq!(of("imap"), Some(MailProtocol::Imap));
        assert_eq!(of("pop3"), Some(MailProtocol::Pop3));
        assert_eq!(of("smtp"), Some(MailProtocol::Smtp));
        assert_eq!(of("submission"), Some(MailProtocol::Smtp));
        assert_eq!(of("sieve"), Some(MailProtocol::Sieve));
        for other in ["", "lmtp", "doveadm", "IMAP"] {
            assert_eq!(of(other), None, "{other}");
        }
    }

    #[test]
    fn scopes_are_read_back_and_never_empty() {
        for bits in 1..16_u8 {
            let scopes = Scopes(bits);
            assert_eq!(Scopes::parse(&scopes.to_string()), Some(scopes));
        }
        assert_eq!(Scopes::of([]), None);
        assert_eq!(Scopes::parse("everything"), None);
        let scopes = Scopes::parse("imap telepathy").unwrap();
        assert!(scopes.contains(MailProtocol::Imap) && !scopes.contains(MailProtocol::Smtp));
    }

    #[test]
    fn the_operator_may_cap_how_long_one_lasts() {
        let allowed = |days| Lasts::ALL.map(|lasts| lasts.is_allowed(days));
        assert_eq!(allowed(0), [true; 4]);
        assert_eq!(allowed(90), [true, true, false, false]);
        assert_eq!(allowed(7), [false; 4]);
        let now = Timestamp::from_micros(0);
        assert_eq!(Lasts::Month.expires_at(now), Some(now + Span::days(30)));
        assert_eq!(Lasts::UntilRemoved.expires_at(now), None);
    }

    #[test]
    fn a_label_is_one_line_that_can_be_seen() {
        assert_eq!(label("  my phone "), Ok("my phone"));
        assert_eq!(label(" \u{3000} "), Err(LabelError::Empty));
        assert_eq!(label(&"ä".repeat(60)).map(str::len), Ok(120));
        assert_eq!(label(&"ä".repeat(61)), Err(LabelError::TooLong));
        assert_eq!(label("a\nb"), Err(LabelError::Character));
        assert_eq!(label("a\u{202E}b"), Err(LabelError::Character));
    }

    proptest! {
        #[test]
        fn it_is_read_however_it_is_typed(
            seed: u64,
            between in proptest::collection::vec("[ \t\u{A0}\u{2013}-]{0,2}", LENGTH),
            upper in proptest::collection::vec(any::<bool>(), LENGTH),
            one in any::<bool>(),
        ) {
            let password = drawn(seed);
            let text = password.text();
            let mut typed = String::new();
            for ((symbol, gap), upper) in text.chars().filter(|c| *c != '-').zip(&between).zip(upper) {
                typed.push_str(gap);
                let symbol = if one && symbol == 'i' { 'l' } else { symbol };
                typed.push(if upper { symbol.to_ascii_uppercase() } else { symbol });
            }
            let read = AppPassword::read(&typed).unwrap();
            prop_assert_eq!(read.as_bytes(), password.as_bytes());
            prop_assert_eq!(read.text(), text);
        }

        #[test]
        fn anything_may_be_typed(typed in any::<String>()) {
            if let Some(read) = AppPassword::read(&typed) {
                prop_assert!(read.as_bytes().iter().all(|byte| SYMBOLS.contains(byte)));
            }
            if let Ok(label) = label(&typed) {
                prop_assert!((1..=LABEL_MAX).contains(&label.chars().count()));
            }
        }
    }
}
