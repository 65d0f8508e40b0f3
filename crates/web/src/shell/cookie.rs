//! Our three cookies, and the parser of what a browser sends. Pure: bytes in, text out.

/// The name of the session cookie. `__Host-` makes a browser refuse it without `Secure`, with a domain or with another path.
pub const SESSION: &str = "__Host-counterfoil-session";

/// The name of the cookie that tells one browser from another: for forms, half-sessions and known devices. No factor.
pub const BROWSER: &str = "__Host-counterfoil-browser";

/// The name of the cookie that keeps the language somebody chose at the foot of a page before they signed in.
pub const LANGUAGE: &str = "__Host-counterfoil-language";

/// The longest value we ever set, in bytes; longer ones are not ours.
const LONGEST: usize = 256;

/// The value of a cookie in one `Cookie` header (RFC 6265 §4.2.1), if it is there exactly once, not empty and made of what we
/// set: letters, digits, `-` and `_`. A name that comes twice was not sent by a browser we can believe, and counts as missing.
#[must_use]
pub fn find<'a>(header: &'a [u8], name: &str) -> Option<&'a str> {
    let mut values = header.split(|byte| *byte == b';').filter_map(|pair| {
        let pair = pair.trim_ascii();
        let equals = pair.iter().position(|byte| *byte == b'=')?;
        let (key, value) = pair.split_at_checked(equals)?;
        (key == name.as_bytes()).then(|| value.get(1..)).flatten()
    });
    let value = values.next()?;
    if values.next().is_some() || value.is_empty() || value.len() > LONGEST {
        return None;
    }
    let ours = value
        .iter()
        .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    ours.then(|| std::str::from_utf8(value).ok()).flatten()
}

/// A `Set-Cookie` value. Without `seconds` the cookie ends with the browser; 0 takes it away. `value` is letters, digits, `-`, `_`.
#[must_use]
pub fn set(name: &str, value: &str, seconds: Option<u64>) -> String {
    let age = seconds
        .map(|seconds| format!("; Max-Age={seconds}"))
        .unwrap_or_default();
    format!("{name}={value}; Path=/; Secure; HttpOnly; SameSite=Lax{age}")
}

/// A `Set-Cookie` value that takes a cookie away.
#[must_use]
pub fn clear(name: &str) -> String {
    set(name, "", Some(0))
}

#[cfg(test)]
mod tests {
    use super::{BROWSER, SESSION, clear, find, set};

    #[test]
    fn finds_ours_among_others() {
        let header = b"theme=dark; __Host-counterfoil-session=abc-_9;__Host-counterfoil-browser=xyz ; q=\"1\"";
        assert_eq!(find(header, SESSION), Some("abc-_9"));
        assert_eq!(find(header, BROWSER), Some("xyz"));
        assert_eq!(find(header, "theme"), Some("dark"));
        assert_eq!(find(header, "none"), None);
    }

    #[test]
    fn believes_nothing_ambiguous() {
        assert_eq!(find(b"a=1; a=2", "a"), None);
        assert_eq!(find(b"a=1; a=1", "a"), None);
        assert_eq!(find(b"a=", "a"), None);
        assert_eq!(find(b"a", "a"), None);
        assert_eq!(find(b"a=x y", "a"), None);
        assert_eq!(find(b"a=\xff", "a"), None);
        assert_eq!(find(b"A=1", "a"), None);
        assert_eq!(find(&[b"a=".to_vec(), vec![b'x'; 257]].concat(), "a"), None);
    }

    #[test]
    fn what_we_set_is_what_we_find() {
        let line = set(SESSION, "abc", Some(60));
        assert_eq!(
            line,
            "__Host-counterfoil-session=abc; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=60"
        );
        assert_eq!(find(line.as_bytes(), SESSION), Some("abc"));
        assert!(clear(SESSION).ends_with("Max-Age=0"));
    }
}
