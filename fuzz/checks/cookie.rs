//! What must hold for every `Cookie` header that a stranger sends.

/// How a parser finds the value of a name.
pub(crate) type Find = for<'a> fn(&'a [u8], &str) -> Option<&'a str>;

/// Panics if the parser breaks a promise.
///
/// What is found is a part of the header, made of letters, digits, `-` and `_`, and is found again when it comes alone; sent
/// twice, it is believed no more.
pub(crate) fn check(bytes: &[u8], find: Find) {
    for name in [
        "__Host-counterfoil-session",
        "__Host-counterfoil-browser",
        "a",
    ] {
        let Some(value) = find(bytes, name) else {
            continue;
        };
        assert!(!value.is_empty() && value.len() <= 256);
        assert!(
            value
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
        );
        let alone = format!("{name}={value}");
        assert!(
            bytes
                .windows(alone.len())
                .any(|part| part == alone.as_bytes())
        );
        assert_eq!(find(alone.as_bytes(), name), Some(value));
        assert_eq!(find(format!("{alone}; {alone}").as_bytes(), name), None);
    }
}
