//! Sending people back to an app: the registered address with parameters behind it, as it was registered.

use crate::error::OAuthError;

fn append(uri: &str, pairs: &[(&str, &str)]) -> String {
    if pairs.is_empty() {
        return uri.to_owned();
    }
    let query = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(pairs)
        .finish();
    let joint = if uri.contains('?') { '&' } else { '?' };
    format!("{uri}{joint}{query}")
}

/// With a code (RFC 6749, section 4.1.2), the state as it came and who we are (RFC 9207).
#[must_use]
pub fn with_code(redirect_uri: &str, code: &str, state: Option<&str>, issuer: &str) -> String {
    let mut pairs = vec![("code", code)];
    pairs.extend(state.map(|state| ("state", state)));
    pairs.push(("iss", issuer));
    append(redirect_uri, &pairs)
}

/// With an error (RFC 6749, section 4.1.2.1).
#[must_use]
pub fn with_error(
    redirect_uri: &str,
    error: OAuthError,
    state: Option<&str>,
    issuer: &str,
) -> String {
    let mut pairs = vec![
        ("error", error.code.as_str()),
        ("error_description", error.description),
    ];
    pairs.extend(state.map(|state| ("state", state)));
    pairs.push(("iss", issuer));
    append(redirect_uri, &pairs)
}

/// After signing out (OpenID Connect RP-Initiated Logout, section 3).
#[must_use]
pub fn with_state(uri: &str, state: Option<&str>) -> String {
    let pairs: Vec<_> = state.map(|state| ("state", state)).into_iter().collect();
    append(uri, &pairs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorCode;
    use proptest::prelude::*;

    #[test]
    fn a_registered_query_is_kept() {
        assert_eq!(
            with_code(
                "https://a.example/?x=%20",
                "c",
                Some("s&t"),
                "https://op.example"
            ),
            "https://a.example/?x=%20&code=c&state=s%26t&iss=https%3A%2F%2Fop.example"
        );
        let error = OAuthError::new(ErrorCode::LoginRequired, "sign in first");
        assert_eq!(
            with_error("https://a.example/cb", error, None, "https://op.example"),
            "https://a.example/cb?error=login_required&error_description=sign+in+first&iss=https%3A%2F%2Fop.example"
        );
        assert_eq!(with_state("https://a.example/", None), "https://a.example/");
    }

    proptest! {
        #[test]
        fn a_state_can_not_break_out(state in "\\PC*") {
            let uri = with_state("https://a.example/cb", Some(&state));
            prop_assert!(uri.bytes().all(|byte| (0x21..0x7f).contains(&byte)));
            let sent = url::Url::parse(&uri).unwrap();
            prop_assert_eq!(sent.host_str(), Some("a.example"));
            prop_assert_eq!(sent.query_pairs().next().unwrap().1, state);
        }
    }
}
