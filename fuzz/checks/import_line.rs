//! What must hold for every line of another mail system's export.

use counterfoil_mailsystem::import::{Defaults, Refusal, csv::Header, passwd_file};
use counterfoil_service::password::imported::DEFAULT_SCHEME;

/// Panics if a parser breaks a promise. Gives how many of the readings named somebody, and how many were refused.
///
/// Any octets are read or refused, each time alike, and what is said of them repeats nothing of a password.
pub(crate) fn check(line: &[u8]) -> (usize, usize) {
    let defaults = Defaults {
        domain: Some("mail.example".to_owned()),
        scheme: DEFAULT_SCHEME,
        language: "en".to_owned(),
        without_unknown_passwords: line.len().is_multiple_of(2),
    };
    let header = Header::read(b"login,address,name,language,password");
    let header = header.unwrap_or_else(|error| panic!("{error}"));
    let (mut named, mut refused) = (0, 0);
    for read in [
        &(|| said(passwd_file::read(line, &defaults))) as &dyn Fn() -> _,
        &|| said(header.person(line, &defaults)),
    ] {
        let (said, is_named) = read();
        assert_eq!(read().0, said);
        match is_named {
            Some(true) => named += 1,
            Some(false) => refused += 1,
            None => {}
        }
        no_password(line, &said);
    }
    let _ = Header::read(line);
    (named, refused)
}

fn said<T: std::fmt::Debug>(read: Result<Option<T>, Refusal>) -> (String, Option<bool>) {
    match read {
        Ok(person) => (format!("{person:?}"), person.map(|_| true)),
        Err(refusal) => (format!("{refusal} {refusal:?}"), Some(false)),
    }
}

/// Whatever follows a scheme or a dollar sign may be a hash or a password.
fn no_password(line: &[u8], said: &str) {
    let Some(begin) = line.iter().position(|octet| b"}$".contains(octet)) else {
        return;
    };
    let (before, secret) = line.split_at(begin);
    let pieces = secret.split(|octet| !octet.is_ascii_alphanumeric() && !b"./+=".contains(octet));
    for piece in pieces.filter(|piece| piece.len() >= 20) {
        let elsewhere = before.windows(piece.len()).any(|part| part == piece);
        let once = secret
            .windows(piece.len())
            .filter(|part| *part == piece)
            .count()
            == 1;
        let is_said = said
            .as_bytes()
            .windows(piece.len())
            .any(|part| part == piece);
        // A name may look like a hash; behind a separator it is one.
        let is_name = secret
            .iter()
            .position(|octet| b":,".contains(octet))
            .is_some();
        assert!(
            !is_said || elsewhere || !once || is_name,
            "a password is said"
        );
    }
}
