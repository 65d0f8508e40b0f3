//! Addresses of apps: what may be registered. What is asked for later is compared with it byte by byte (RFC 9700, section 2.1).

use url::{Host, Url};

/// Longer than any address an app needs, in bytes.
const LONGEST: usize = 512;

/// Why an address can't be registered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UriProblem {
    /// Not an address, or one with spaces or other odd characters in it.
    #[error("is not an address")]
    NotOne,
    /// Longer than 512 bytes.
    #[error("is longer than 512 bytes")]
    TooLong,
    /// It ends in `#…`, which no answer may have (RFC 6749, section 3.1.2).
    #[error("must not have a part behind #")]
    Fragment,
    /// A name or a password before the host.
    #[error("must not have a user in it")]
    User,
    /// Neither https, nor http of this machine, nor an app's own scheme with a dot in it (RFC 8252, section 7.1).
    #[error("must begin with https://; http:// is for localhost, 127.0.0.1 and [::1] only")]
    Scheme,
}

fn read(text: &str) -> Result<Url, UriProblem> {
    if text.len() > LONGEST {
        return Err(UriProblem::TooLong);
    }
    // The URL parser forgives white space and drops line ends; a byte-by-byte comparison must not.
    if !text.bytes().all(|byte| (0x21..=0x7e).contains(&byte)) {
        return Err(UriProblem::NotOne);
    }
    let url = Url::parse(text).map_err(|_| UriProblem::NotOne)?;
    if text.contains('#') {
        return Err(UriProblem::Fragment);
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(UriProblem::User);
    }
    Ok(url)
}

fn is_here(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

/// Whether people may be sent there with a code, or after signing out.
///
/// # Errors
/// [`UriProblem`].
pub fn check_redirect_uri(text: &str) -> Result<(), UriProblem> {
    let url = read(text)?;
    match url.scheme() {
        "https" => Ok(()),
        "http" if is_here(&url) => Ok(()),
        "http" => Err(UriProblem::Scheme),
        own if own.contains('.') => Ok(()),
        _ => Err(UriProblem::Scheme),
    }
}

/// Whether we may call there when somebody signs out. Plain http too: it is our own server that calls, and what it says
/// tells an eavesdropper nothing but that somebody signed out.
///
/// # Errors
/// [`UriProblem`].
pub fn check_back_channel_uri(text: &str) -> Result<(), UriProblem> {
    match read(text)?.scheme() {
        "https" | "http" => Ok(()),
        _ => Err(UriProblem::Scheme),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn addresses_that_can_be_registered() {
        for good in [
            "https://webmail.example.org/index.php/login/oauth",
            "https://webmail.example.org/?a=b",
            "http://127.0.0.1:10088/index.php/login/oauth",
            "http://localhost:1/",
            "http://[::1]:8080/cb",
            "org.example.mail:/signed-in",
        ] {
            assert_eq!(check_redirect_uri(good), Ok(()), "{good}");
        }
    }

    #[test]
    fn addresses_that_can_not() {
        for (bad, why) in [
            ("", UriProblem::NotOne),
            ("/relative", UriProblem::NotOne),
            ("https://a.example/\n", UriProblem::NotOne),
            ("https://a.example/ä", UriProblem::NotOne),
            ("https://a.example/#x", UriProblem::Fragment),
            ("https://a.example/#", UriProblem::Fragment),
            ("https://u@a.example/", UriProblem::User),
            ("http://a.example/", UriProblem::Scheme),
            ("http://127.0.0.1.evil.example/", UriProblem::Scheme),
            ("javascript:alert(1)", UriProblem::Scheme),
            ("data:text/html,x", UriProblem::Scheme),
        ] {
            assert_eq!(check_redirect_uri(bad), Err(why), "{bad:?}");
        }
        let long = format!("https://a.example/{}", "x".repeat(500));
        assert_eq!(check_redirect_uri(&long), Err(UriProblem::TooLong));
        assert_eq!(check_back_channel_uri("http://10.0.0.1/out"), Ok(()));
        assert_eq!(
            check_back_channel_uri("org.example:/x"),
            Err(UriProblem::Scheme)
        );
    }

    proptest! {
        #[test]
        fn nothing_that_is_registered_can_break_out_of_a_header_or_a_line(text in "\\PC*|https://[ -~]{0,40}") {
            if check_redirect_uri(&text).is_ok() {
                prop_assert!(text.bytes().all(|byte| byte > 0x20 && byte < 0x7f && byte != b'#'));
            }
        }
    }
}
