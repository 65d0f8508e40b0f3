//! Lines of a passwd-file, one by one.

use super::{FIELD, defaults};
use counterfoil_mailsystem::import::{Defaults, Refusal, passwd_file};

fn refused(line: &str, defaults: &Defaults) -> Refusal {
    passwd_file::read(line.as_bytes(), defaults).unwrap_err()
}

#[test]
fn a_line_names_somebody_and_what_they_are_called() {
    let whole =
        format!("Alice@mail.example:{FIELD}:1000:1000:Alice Liddell,Room 3:/home/a:/bin/sh:");
    let person = passwd_file::read(whole.as_bytes(), &defaults())
        .unwrap()
        .unwrap();
    assert_eq!(person.newcomer.address.to_string(), "Alice@mail.example");
    assert_eq!(person.newcomer.login, None);
    assert_eq!(person.newcomer.name, "Alice Liddell");
    assert_eq!(person.newcomer.language, "en");
    assert!(person.newcomer.password.is_some() && person.without.is_none());
}

#[test]
fn the_fields_after_the_password_may_be_missing() {
    for rest in [
        "",
        ":",
        "::::::",
        ":1000:1000",
        ":::::::userdb_mail=maildir:~/Maildir",
    ] {
        let line = format!("alice@mail.example:{FIELD}{rest}");
        let person = passwd_file::read(line.as_bytes(), &defaults())
            .unwrap()
            .unwrap();
        assert_eq!(person.newcomer.name, "");
    }
}

#[test]
fn a_name_without_a_domain_is_a_login_name_in_the_given_one() {
    let line = format!("Alice:{FIELD}");
    let person = passwd_file::read(line.as_bytes(), &defaults())
        .unwrap()
        .unwrap();
    assert_eq!(person.newcomer.address.key(), "alice@mail.example");
    assert_eq!(person.newcomer.login.unwrap().key(), "alice");
    let no_domain = Defaults {
        domain: None,
        ..defaults()
    };
    let refusal = refused(&line, &no_domain);
    assert_eq!(refusal.who, None);
    assert_eq!(
        refusal.to_string(),
        "login: the name has no domain; run it again with --domain"
    );
}

#[test]
fn comments_and_empty_lines_name_nobody() {
    for line in ["", "   ", "# alice:{PLAIN}x", "\t#x", "\r"] {
        assert!(
            passwd_file::read(line.as_bytes(), &defaults())
                .unwrap()
                .is_none()
        );
    }
}

#[test]
fn every_refusal_names_the_field_and_says_what_to_do() {
    let cases = [
        ("alice", "line: the line hasn't the fields"),
        ("al ice:{PLAIN}x", "login: a character before the @"),
        (":{PLAIN}x", "login: the address needs a name"),
        ("alice@localhost:{PLAIN}x", "login: what follows the @"),
        (
            "alice:",
            "password: there is no password; leave the line out",
        ),
        (
            "alice:!",
            "password: the password is locked; leave the line out",
        ),
        (
            "alice:{MD5-CRYPT}$1$ab$cd",
            "password: the scheme MD5-CRYPT can't be taken over; set the password anew",
        ),
        (
            "alice:{SSHA512}nothing",
            "password: {SSHA512}: the value isn't a hash",
        ),
        ("alice:{PLAIN}x:::a\u{7}b", "name: the name is longer"),
        (
            "alice:{PLAIN}x::::::nologin",
            "line: the extra field nologin keeps people out",
        ),
        (
            "alice:{PLAIN}x::::::a=1 allow_nets=10.0.0.0/8",
            "line: the extra field allow_nets",
        ),
    ];
    for (line, said) in cases {
        let refusal = refused(line, &defaults()).to_string();
        assert!(refusal.starts_with(said), "{line}: {refusal}");
    }
    let refusal = passwd_file::read(b"alice:{PLAIN}x:::J\xE4rn", &defaults()).unwrap_err();
    assert_eq!(
        refusal.to_string(),
        "name: the text isn't UTF-8; convert the file first: iconv -f LATIN1 -t UTF-8"
    );
    assert_eq!(refusal.who.as_deref(), Some("alice@mail.example"));
}

#[test]
fn a_scheme_that_is_not_known_can_be_left_behind() {
    let lenient = Defaults {
        without_unknown_passwords: true,
        ..defaults()
    };
    let person = passwd_file::read(b"alice:{CRAM-MD5}38b57fd1", &lenient)
        .unwrap()
        .unwrap();
    assert_eq!(person.without, Some("CRAM-MD5"));
    assert!(person.newcomer.password.is_none());
    // What is broken is refused as ever.
    assert!(passwd_file::read(b"alice:{SSHA512}broken", &lenient).is_err());
    assert!(passwd_file::read(b"alice:!", &lenient).is_err());
}
