//! Which passwords are taken: length over rules, and none that is guessed first.
//!
//! SP 800-63B-4, section 3.1.1.2: fifteen characters where the password stands alone, eight beside
//! a second factor, at least 64 taken, no rules of composition, and a blocklist.

use crate::blocklist::{Blocklist, fold, letters, repeated_unit};
use std::fmt;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// The fewest characters of a password that stands alone.
pub const LENGTH_ALONE: usize = 15;

/// The fewest characters beside a second factor.
pub const LENGTH_BESIDE_SECOND_FACTOR: usize = 8;

/// The most that an operator may ask for: five everyday words, and more than anybody guesses.
pub const LONGEST_ASKED: usize = 24;

/// The most octets, in NFC.
pub const OCTETS_MAX: usize = 1_024;

/// A password in NFC, as it is hashed. Wiped when dropped, never shown by `Debug`.
pub struct NormalizedPassword(Zeroizing<String>);

/// What a new password is judged by.
pub struct Context<'a> {
    /// The fewest characters: [`Policy::password_least`](crate::Policy::password_least).
    pub least: usize,
    /// The account's address.
    pub address: &'a str,
    /// The owner's name; may be empty.
    pub name: &'a str,
    /// What the service calls itself.
    pub service: &'a str,
    /// Passwords that are guessed first.
    pub blocklist: &'a Blocklist,
}

/// Why a new password isn't taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PasswordRefusal {
    /// Too few characters.
    #[error("the password is shorter than {least} characters")]
    TooShort {
        /// The fewest it may have.
        least: usize,
        /// How many it has.
        has: usize,
    },
    /// More than 1,024 octets.
    #[error("the password is longer than {OCTETS_MAX} octets")]
    TooLong,
    /// On the blocklist, or a short pattern over and over.
    #[error("the password is among those that are guessed first")]
    Common,
    /// The address, its local part, the name or the service's name.
    #[error("the password is the address or a name")]
    Personal,
}

impl PasswordRefusal {
    /// The Fluent id of its sentence. `password-short` takes `least`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::TooShort { .. } => "password-short",
            Self::TooLong => "password-long",
            Self::Common => "password-common",
            Self::Personal => "password-personal",
        }
    }
}

impl NormalizedPassword {
    /// The octets to hash.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl fmt::Debug for NormalizedPassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NormalizedPassword(…)")
    }
}

/// Whether a new password is taken.
///
/// # Errors
/// [`PasswordRefusal`] says why it isn't.
pub fn check(password: &str, context: &Context<'_>) -> Result<NormalizedPassword, PasswordRefusal> {
    let normal = normalize(password).ok_or(PasswordRefusal::TooLong)?;
    let has = normal.chars().count();
    if has < context.least {
        let least = context.least;
        return Err(PasswordRefusal::TooShort { least, has });
    }
    let folded = fold(&normal);
    if is_personal(&folded, context) {
        return Err(PasswordRefusal::Personal);
    }
    if context.blocklist.contains_folded(&folded) {
        return Err(PasswordRefusal::Common);
    }
    Ok(NormalizedPassword(normal))
}

/// The password as [`check`] gave it to be hashed, for verifying. It never fails, because sign-in
/// never explains: what is too long for any password becomes the empty one, which no account has.
#[must_use]
pub fn normalize_for_verify(password: &str) -> NormalizedPassword {
    NormalizedPassword(normalize(password).unwrap_or_default())
}

/// NFC, unless there is more of it than we take.
fn normalize(password: &str) -> Option<Zeroizing<String>> {
    // Decomposed, it may be longer than it will be; this bounds the work.
    if password.len() > 4 * OCTETS_MAX {
        return None;
    }
    // NFC grows to three times the octets at most; room for it leaves no copy behind.
    let mut normal = Zeroizing::new(String::with_capacity(3 * password.len()));
    normal.extend(password.nfc());
    (normal.len() <= OCTETS_MAX).then_some(normal)
}

/// Whether it is one of the words that anybody would try for this account, once or over and over.
fn is_personal(folded: &str, context: &Context<'_>) -> bool {
    let local = context
        .address
        .rsplit_once('@')
        .map_or("", |(local, _)| local);
    let typed = letters(folded);
    let unit = repeated_unit(&typed);
    [context.address, local, context.name, context.service]
        .into_iter()
        .map(|word| letters(&fold(word)))
        .filter(|word| !word.is_empty())
        .any(|word| *word == *typed || unit.as_ref().is_some_and(|unit| **unit == **word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::sync::LazyLock;

    static BLOCKLIST: LazyLock<Blocklist> = LazyLock::new(|| {
        Blocklist::bundled().with_lines("Correct Horse Battery\n\n  \nfjordwanderung\n")
    });

    fn context(beside_second_factor: bool) -> Context<'static> {
        Context {
            least: crate::Policy::default().password_least(beside_second_factor),
            address: "alexandria.b@example.org",
            name: "Alexandria Bergström",
            service: "Example Mail Service",
            blocklist: &BLOCKLIST,
        }
    }

    fn refused(password: &str) -> Option<PasswordRefusal> {
        check(password, &context(true)).err()
    }

    #[test]
    fn fifteen_characters_alone_and_eight_beside_a_second_factor() {
        let fifteen = "kvällsljus över";
        assert_eq!(fifteen.chars().count(), 15);
        assert!(check(fifteen, &context(false)).is_ok());
        let short = PasswordRefusal::TooShort { least: 15, has: 14 };
        assert_eq!(check("kvällsljus öve", &context(false)).err(), Some(short));
        assert!(check("kväll öv", &context(true)).is_ok());
        let short = PasswordRefusal::TooShort { least: 8, has: 7 };
        assert_eq!(refused("kväll ö"), Some(short));
    }

    #[test]
    fn characters_are_counted_after_nfc() {
        assert_eq!(
            refused("a\u{308}a\u{308}a\u{308}a\u{308}"),
            Some(PasswordRefusal::TooShort { least: 8, has: 4 })
        );
    }

    #[test]
    fn at_least_64_characters_of_any_script_are_taken_and_1024_octets_at_most() {
        let long: String = "𝔘niçødé 漢字 ".chars().cycle().take(64).collect();
        assert!(check(&format!("{long}x"), &context(false)).is_ok());
        let words = |n: usize| {
            (0..n)
                .map(|i| char::from(b"kvzqxwjypfmbgtdlrcsuhni"[i * i % 23]))
                .collect::<String>()
        };
        assert!(check(&words(1_024), &context(false)).is_ok());
        assert_eq!(refused(&words(1_025)), Some(PasswordRefusal::TooLong));
        assert_eq!(
            refused(&"x".repeat(10_000_000)),
            Some(PasswordRefusal::TooLong)
        );
    }

    #[test]
    fn there_are_no_rules_of_composition() {
        for password in [
            "onlylowercaseletters",
            "93046187",
            "a b c d q w",
            "ONLY UPPER LETTERS",
        ] {
            assert_eq!(refused(password), None, "{password}");
        }
    }

    #[test]
    fn what_is_guessed_first_is_refused_in_any_case() {
        for password in [
            "password",
            "PassWord",
            "qwertyuiop",
            "123456789",
            "baseball1",
        ] {
            assert_eq!(
                refused(password),
                Some(PasswordRefusal::Common),
                "{password}"
            );
        }
    }

    #[test]
    fn the_operators_lines_are_on_the_list() {
        assert_eq!(
            refused("correct horse BATTERY"),
            Some(PasswordRefusal::Common)
        );
        assert_eq!(refused("Fjordwanderung"), Some(PasswordRefusal::Common));
    }

    #[test]
    fn a_pattern_over_and_over_is_refused() {
        let patterns = [
            "aaaaaaaaaaaaaaa",
            "abcabcabcabcabc",
            "123412341234123",
            "passwordpassword",
            "qwertyqwertyqwerty",
            "abcdefghijklmnop",
            "123456789012345",
            "987654321098765",
        ];
        for password in patterns {
            assert_eq!(
                refused(password),
                Some(PasswordRefusal::Common),
                "{password}"
            );
        }
    }

    #[test]
    fn the_address_and_the_names_are_refused() {
        let personal = [
            "Alexandria.B@Example.org",
            "alexandria.b",
            "alexandria b",
            "alexandria bergström",
            "ALEXANDRIA BERGSTRO\u{308}M",
            "examplemailservice",
            "Example Mail Service",
            "alexandria.balexandria.b",
        ];
        for password in personal {
            assert_eq!(
                refused(password),
                Some(PasswordRefusal::Personal),
                "{password}"
            );
        }
        assert_eq!(refused("alexandria likes fjords"), None);
    }

    #[test]
    fn sign_in_never_explains() {
        let set = check("a\u{308}ppeltra\u{308}d i mars", &context(true)).unwrap();
        assert_eq!(
            normalize_for_verify("äppelträd i mars").as_bytes(),
            set.as_bytes()
        );
        assert_eq!(normalize_for_verify(&"x".repeat(1_025)).as_bytes(), b"");
        assert_eq!(normalize_for_verify("short").as_bytes(), b"short");
    }

    #[test]
    fn debug_shows_nothing() {
        assert_eq!(
            format!("{:?}", normalize_for_verify("hunter2")),
            "NormalizedPassword(…)"
        );
    }

    proptest! {
        #[test]
        fn what_was_taken_is_verified_however_it_is_composed(password in any::<String>()) {
            if let Ok(set) = check(&password, &context(true)) {
                let decomposed: String = password.nfd().collect();
                let again = normalize_for_verify(&decomposed);
                prop_assert_eq!(again.as_bytes(), set.as_bytes());
                prop_assert!(!set.as_bytes().is_empty());
            }
        }
    }
}
