//! What an app may say of its accounts.

/// The most characters of a reference.
pub const REFERENCE_MAX: usize = 128;

/// The most characters of a name.
pub const NAME_MAX: usize = 100;

/// The most characters of a language tag (RFC 5646 needs 35).
pub const LANGUAGE_MAX: usize = 35;

/// Which part of a new account can't be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ApiAccountError {
    /// The reference is empty, too long, or has control characters or blanks around it.
    #[error(
        "a reference has 1 to 128 characters, none of them a control character, and no blanks around it"
    )]
    Reference,
    /// The name is too long or has control characters.
    #[error("a name has at most 100 characters, none of them a control character")]
    Name,
    /// The language is no tag.
    #[error("a language is a BCP 47 tag such as en or pt-BR")]
    Language,
}

/// Whether an account can be made of these.
///
/// # Errors
/// [`ApiAccountError`], the first that is wrong.
pub fn check(
    reference: &str,
    name: Option<&str>,
    language: Option<&str>,
) -> Result<(), ApiAccountError> {
    let plain = |text: &str, most| text.chars().count() <= most && !text.contains(char::is_control);
    if reference.is_empty() || reference.trim() != reference || !plain(reference, REFERENCE_MAX) {
        return Err(ApiAccountError::Reference);
    }
    if name.is_some_and(|name| !plain(name, NAME_MAX)) {
        return Err(ApiAccountError::Name);
    }
    if language.is_some_and(|language| !is_tag(language)) {
        return Err(ApiAccountError::Language);
    }
    Ok(())
}

fn is_tag(text: &str) -> bool {
    let part = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    text.len() <= LANGUAGE_MAX
        && text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.split('-').all(part)
}

/// Whether an app's id is one: letters, digits, `-`, `_` and `.`, 1 to 64 of them.
#[must_use]
pub fn is_app_id(id: &str) -> bool {
    (1..=64).contains(&id.len())
        && id
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_names_something_is_taken() {
        for reference in ["1", "user-42", "müller@shop.example", &"x".repeat(128)] {
            assert_eq!(check(reference, Some("Ann O'Hara"), Some("pt-BR")), Ok(()));
        }
    }

    #[test]
    fn what_names_nothing_is_refused_by_its_field() {
        for reference in ["", " x", "x ", "a\nb", "a\0b", &"x".repeat(129)] {
            assert_eq!(
                check(reference, None, None),
                Err(ApiAccountError::Reference),
                "{reference:?}"
            );
        }
        let long = "x".repeat(101);
        assert_eq!(check("a", Some(&long), None), Err(ApiAccountError::Name));
        for tag in ["", "-", "en-", "en_GB", "1a", "abcdefghi", "e\u{301}"] {
            let refused = check("a", None, Some(tag));
            assert_eq!(refused, Err(ApiAccountError::Language), "{tag:?}");
        }
    }

    #[test]
    fn an_app_id_can_stand_on_a_command_line() {
        assert!(is_app_id("shop.example-2_b"));
        for id in ["", "a b", "ä", "a/b", &"x".repeat(65)] {
            assert!(!is_app_id(id), "{id:?}");
        }
    }
}
