//! Mail addresses: read forgivingly, compared without regard to case, shown as they were typed.

use idna::uts46::{AsciiDenyList, DnsLength, Hyphens, Uts46};
use std::fmt;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The longest address, in octets, with its domain as it goes over the wire (RFC 5321, 4.5.3.1.3
/// leaves 254 between the angle brackets).
pub const ADDRESS_MAX: usize = 254;

/// The longest local part, in octets (RFC 5321, 4.5.3.1.1).
pub const LOCAL_MAX: usize = 64;

/// A mail address: `local@domain`.
///
/// Two addresses are equal when their [keys](Self::key) are. RFC 5321 lets a server tell `Alice`
/// from `alice`; none that people use does, and an account for each would be a trap.
#[derive(Clone)]
pub struct MailAddress {
    typed: String,
    local: String,
    domain: String,
    key: String,
}

/// What is wrong with an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// Nothing was typed.
    #[error("the address is empty")]
    Empty,
    /// There is no `@`, or nothing on one side of it.
    #[error("the address needs a name, an @ and a domain")]
    Incomplete,
    /// Longer than mail can carry.
    #[error("the address is too long")]
    TooLong,
    /// The local part is in quotation marks, which is legal and taken by hardly any mail software.
    #[error("addresses with quotation marks are not supported")]
    Quoted,
    /// A dot at the beginning or end of the local part, or two in a row.
    #[error("a dot is in the wrong place before the @")]
    Dots,
    /// A character that has no place before the `@`.
    #[error("a character before the @ is not allowed")]
    Character(char),
    /// The domain isn't one.
    #[error("what follows the @ is not a domain")]
    Domain,
}

impl AddressError {
    /// The Fluent id of its sentence. `refusal-address-character` takes `character`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Empty => "refusal-address-empty",
            Self::Incomplete => "refusal-address-incomplete",
            Self::TooLong => "refusal-address-too-long",
            Self::Quoted => "refusal-address-quoted",
            Self::Dots => "refusal-address-dots",
            Self::Character(_) => "refusal-address-character",
            Self::Domain => "refusal-address-domain",
        }
    }
}

impl MailAddress {
    /// Reads an address. White space around it is dropped, full-width letters of the domain are
    /// folded, and the domain becomes its A-label form (`xn--…`).
    ///
    /// # Errors
    /// [`AddressError`] says what is wrong with it.
    pub fn parse(typed: &str) -> Result<Self, AddressError> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(AddressError::Empty);
        }
        // A bound before any work: nothing that is longer than this in UTF-8 gets short enough.
        if typed.len() > 4 * ADDRESS_MAX {
            return Err(AddressError::TooLong);
        }
        let (local, domain) = typed.rsplit_once('@').ok_or(AddressError::Incomplete)?;
        if local.is_empty() || domain.is_empty() {
            return Err(AddressError::Incomplete);
        }
        let local: String = local.nfc().collect();
        check_local(&local)?;
        let domain = to_a_label(domain)?;
        if local.len() + 1 + domain.len() > ADDRESS_MAX {
            return Err(AddressError::TooLong);
        }
        let key = format!("{}@{domain}", fold(&local));
        Ok(Self {
            typed: typed.to_owned(),
            local,
            domain,
            key,
        })
    }

    /// What addresses are compared and stored by: all of it in lower case, the domain as A-label.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }

    /// What stands before the `@`, in the case it was typed in.
    #[must_use]
    pub fn local(&self) -> &str {
        &self.local
    }

    /// The domain in A-label form, in lower case.
    #[must_use]
    pub fn domain(&self) -> &str {
        &self.domain
    }

    /// The address as a mail server takes it: the local part as typed, the domain as A-label.
    #[must_use]
    pub fn for_mail(&self) -> String {
        format!("{}@{}", self.local, self.domain)
    }
}

fn check_local(local: &str) -> Result<(), AddressError> {
    if local.len() > LOCAL_MAX {
        return Err(AddressError::TooLong);
    }
    if local.starts_with('"') {
        return Err(AddressError::Quoted);
    }
    if local.split('.').any(str::is_empty) {
        return Err(AddressError::Dots);
    }
    let mut after_letter = false;
    for character in local.chars() {
        let mark = is_combining_mark(character);
        if !(is_local(character) || mark && after_letter) {
            return Err(AddressError::Character(character));
        }
        after_letter = mark || character.is_alphanumeric();
    }
    Ok(())
}

/// An `atext` of RFC 5322 or the dot; beyond ASCII (RFC 6531) only letters and digits, so that
/// nothing invisible makes two addresses look alike.
fn is_local(character: char) -> bool {
    if character.is_ascii() {
        character.is_ascii_alphanumeric() || ".!#$%&'*+-/=?^_`{|}~".contains(character)
    } else {
        character.is_alphanumeric()
    }
}

fn to_a_label(domain: &str) -> Result<String, AddressError> {
    let domain = Uts46::new()
        .to_ascii(
            domain.as_bytes(),
            AsciiDenyList::STD3,
            Hyphens::CheckFirstLast,
            DnsLength::Verify,
        )
        .map_err(|_| AddressError::Domain)?;
    // One label alone receives no mail from elsewhere (RFC 7085), and a last label of digits is the
    // end of an IPv4 address.
    let top = domain
        .rsplit_once('.')
        .map(|(_, top)| top)
        .ok_or(AddressError::Domain)?;
    if top.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(AddressError::Domain);
    }
    Ok(domain.into_owned())
}

fn fold(local: &str) -> String {
    // Through upper case, so that `ß` and `SS`, `ς` and `σ` are one; composed again, because a
    // change of case can leave a mark apart from its letter.
    local.to_uppercase().to_lowercase().nfc().collect()
}

impl PartialEq for MailAddress {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Eq for MailAddress {}

impl std::hash::Hash for MailAddress {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.key.hash(state);
    }
}

impl fmt::Display for MailAddress {
    /// As it was typed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.typed)
    }
}

impl fmt::Debug for MailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "MailAddress({})", self.key)
    }
}

impl std::str::FromStr for MailAddress {
    type Err = AddressError;
    fn from_str(typed: &str) -> Result<Self, AddressError> {
        Self::parse(typed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn key(typed: &str) -> String {
        MailAddress::parse(typed).unwrap().key().to_owned()
    }

    fn refused(typed: &str) -> AddressError {
        MailAddress::parse(typed).unwrap_err()
    }

    #[test]
    fn it_is_shown_as_typed_and_compared_in_lower_case() {
        let address = MailAddress::parse("  Alice.B+x@Example.ORG ").unwrap();
        assert_eq!(address.to_string(), "Alice.B+x@Example.ORG");
        assert_eq!(address.key(), "alice.b+x@example.org");
        assert_eq!(address.for_mail(), "Alice.B+x@example.org");
        assert_eq!(
            address,
            MailAddress::parse("aLICE.b+X@example.org").unwrap()
        );
    }

    #[test]
    fn a_domain_in_any_script_becomes_its_a_label() {
        assert_eq!(key("a@Bücher.example"), "a@xn--bcher-kva.example");
        assert_eq!(key("a@bu\u{308}cher.example"), key("a@bücher.example"));
        assert_eq!(key("a@ｅｘａｍｐｌｅ.org"), "a@example.org");
    }

    #[test]
    fn a_local_part_in_any_script_is_composed_and_folded() {
        assert_eq!(key("JOSÉ@example.org"), key("jose\u{301}@example.org"));
        assert_eq!(key("groß@example.org"), key("GROSS@example.org"));
        assert_eq!(key("वि@example.org"), "वि@example.org");
    }

    #[test]
    fn errors_name_what_is_wrong() {
        assert_eq!(refused("  "), AddressError::Empty);
        for typed in ["alice", "@example.org", "alice@"] {
            assert_eq!(refused(typed), AddressError::Incomplete, "{typed}");
        }
        assert_eq!(refused("\"al ice\"@example.org"), AddressError::Quoted);
        for typed in [".a@example.org", "a.@example.org", "a..b@example.org"] {
            assert_eq!(refused(typed), AddressError::Dots, "{typed}");
        }
        assert_eq!(refused("al ice@example.org"), AddressError::Character(' '));
        assert_eq!(refused("a@b@example.org"), AddressError::Character('@'));
        assert_eq!(
            refused("a\r\nBcc:x@example.org"),
            AddressError::Character('\r')
        );
        assert_eq!(
            refused("a\u{200b}b@example.org"),
            AddressError::Character('\u{200b}')
        );
        assert_eq!(
            refused("a\u{202e}b@example.org"),
            AddressError::Character('\u{202e}')
        );
        assert_eq!(
            refused("\u{301}a@example.org"),
            AddressError::Character('\u{301}')
        );
    }

    #[test]
    fn a_domain_that_receives_no_mail_is_refused() {
        let domains = [
            "localhost",
            "example.org.",
            "exa_mple.org",
            "-a.org",
            "a-.org",
            "a..org",
            "192.0.2.1",
            "[192.0.2.1]",
            "xn--a.org",
            "a b.org",
            ".org",
        ];
        for domain in domains {
            assert_eq!(
                refused(&format!("a@{domain}")),
                AddressError::Domain,
                "{domain}"
            );
        }
    }

    #[test]
    fn no_more_than_254_octets_as_mail_carries_it() {
        let label = "d".repeat(62);
        let domain = format!("{label}.{label}.{label}.org");
        let fits = format!("{}@{domain}", "a".repeat(254 - 1 - domain.len()));
        assert_eq!(fits.len(), 254);
        assert!(MailAddress::parse(&fits).is_ok());
        assert_eq!(refused(&format!("a{fits}")), AddressError::TooLong);
        assert_eq!(
            refused(&format!("{}@example.org", "a".repeat(65))),
            AddressError::TooLong
        );
        assert_eq!(refused(&"a".repeat(1_000_000)), AddressError::TooLong);
    }

    proptest! {
        #[test]
        fn anything_may_be_typed(typed in any::<String>()) {
            let _ = MailAddress::parse(&typed);
        }

        #[test]
        fn parsing_its_own_forms_gives_the_same_address(
            local in "[\\p{L}\\p{N}.+_\\p{Mn}-]{1,12}", domain in "[\\p{L}0-9-]{1,8}\\.[a-z]{2,6}",
        ) {
            if let Ok(address) = MailAddress::parse(&format!("{local}@{domain}")) {
                for form in [address.to_string(), address.for_mail(), address.key().to_owned()] {
                    let again = MailAddress::parse(&form);
                    prop_assert_eq!(again.as_ref().map(MailAddress::key), Ok(address.key()), "{}", form);
                }
                prop_assert!(address.for_mail().len() <= ADDRESS_MAX);
            }
        }
    }
}
