//! What can't be taken over is refused, with the scheme's name and nothing else of the field.

use counterfoil_service::password::imported::{
    DEFAULT_SCHEME, ImportedPassword, PasswordFieldError, SchemeName, Setting,
};
use proptest::prelude::*;

fn refused(field: &str) -> PasswordFieldError {
    ImportedPassword::read(field.as_bytes(), DEFAULT_SCHEME).unwrap_err()
}

#[test]
fn schemes_that_are_not_taken_over_are_named() {
    let named = [
        ("{MD5-CRYPT}$1$zDyv55rw$FOINlNZhvmwP.t7cQC2/I1", "MD5-CRYPT"),
        ("$1$zDyv55rw$FOINlNZhvmwP.t7cQC2/I1", "MD5-CRYPT"),
        (
            "{CRAM-MD5}38b57fd1a0c4b46c814aa05f20318edd71c455380655f2c0ac35c5b359528d29",
            "CRAM-MD5",
        ),
        ("{cram-md5}38b5", "CRAM-MD5"),
        ("{DES-CRYPT}n9CG.oZz4oix.", "DES-CRYPT"),
        ("n9CG.oZz4oix.", "DES-CRYPT"),
        ("_J9..rasmBYk8r9AiWNc", "DES-CRYPT"),
        ("{SCRAM-SHA-256}4096,owofvdfVk1H3ZIqf", "SCRAM-SHA-256"),
        ("{PBKDF2}$1$DsF/6WArGJ1yXNG6$5000$e473", "PBKDF2"),
        ("$y$j9T$nPvXKhjcYLA7v0qyQXPCn0$D9", "yescrypt"),
        (
            "{CRYPT}$2x$05$abcdefghijklmnopqrstuu",
            "bcrypt with its bug of 2011, $2x$",
        ),
        ("{hunter2}", "that nobody knows"),
    ];
    for (field, scheme) in named {
        assert_eq!(
            refused(field),
            PasswordFieldError::Unknown { scheme },
            "{field}"
        );
    }
}

#[test]
fn no_password_and_a_locked_one_are_no_password() {
    for field in ["", "{SSHA512}", "{PLAIN}"] {
        assert_eq!(refused(field), PasswordFieldError::Missing, "{field}");
    }
    for field in ["!", "*", "x", "!!", "!$6$ab$cd", "*$6$ab$cd"] {
        assert_eq!(refused(field), PasswordFieldError::Locked, "{field}");
    }
}

#[test]
fn a_hash_that_would_take_sign_in_for_minutes_is_refused() {
    let dear = [
        // doveadm pw -s ARGON2ID -r 4
        "{ARGON2ID}$argon2id$v=19$m=1048576,t=4,p=1$HpmLFlcKYr/xZNZQAARYmA$JkQHK1cc/nJ1riwZSSgge0Rmlu7wV9bEa5P3u5fhVqo",
        "{ARGON2ID}$argon2id$v=19$m=4294967295,t=1,p=1$HpmLFlcKYr/xZNZQAARYmA$JkQHK1cc/nJ1riwZSSgge0Rmlu7wV9bEa5P3u5fhVqo",
        "{ARGON2ID}$argon2id$v=19$m=64,t=4294967295,p=1$HpmLFlcKYr/xZNZQAARYmA$JkQHK1cc/nJ1riwZSSgge0Rmlu7wV9bEa5P3u5fhVqo",
        "{ARGON2ID}$argon2id$v=19$m=65536,t=1,p=100$HpmLFlcKYr/xZNZQAARYmA$JkQHK1cc/nJ1riwZSSgge0Rmlu7wV9bEa5P3u5fhVqo",
        "{BLF-CRYPT}$2y$15$abcdefghijklmnopqrstuuHNbAKRhpaujgo33bRWs.NLUTzzzzzz.",
        "{BLF-CRYPT}$2y$31$abcdefghijklmnopqrstuuHNbAKRhpaujgo33bRWs.NLUTzzzzzz.",
        "{CRYPT}$6$rounds=999999999$saltstring$jCcf.TW0mJZwKsX/lGyO",
    ];
    for field in dear {
        let field = if field.contains("rounds") {
            let hash = ".".repeat(86);
            format!("{{CRYPT}}$6$rounds=999999999$saltstring${hash}")
        } else {
            field.to_owned()
        };
        let said = refused(&field).to_string();
        assert!(said.contains("costs more than"), "{field}: {said}");
    }
    // The highest that doveadm's middle setting and passlib's default ask for are taken.
    for setting in [
        "argon2id v=19 m=262144 t=3 p=1 length=32 salt=00112233445566778899aabbccddeeff",
        "bcrypt cost=14 salt=00112233445566778899aabbccddeeff",
        "sha512-crypt rounds=656000 salt=61",
    ] {
        assert_eq!(setting.parse::<Setting>().unwrap().to_string(), setting);
    }
}

#[test]
fn what_is_no_hash_of_its_scheme_is_refused() {
    let malformed = [
        "{SSHA512}no base64 at all",
        "{SSHA512}AAAA",
        "{SHA256.HEX}0011",
        "{SHA256}AAAA",
        "{SSHA512.b64}",
        "{BLF-CRYPT}$2y$05$short",
        "{BLF-CRYPT}$2y$5$abcdefghijklmnopqrstuuHNbAKRhpaujgo33bRWs.NLUTzzzzzz.",
        "{BLF-CRYPT}$2y$03$abcdefghijklmnopqrstuuHNbAKRhpaujgo33bRWs.NLUTzzzzzz.",
        "{SHA512-CRYPT}$6$salt$short",
        "{SHA512-CRYPT}$6$rounds=10$salt$short",
        "{SHA512-CRYPT}not crypt",
        "{ARGON2ID}$argon2id$v=19$m=65536,t=3$HpmLFlcKYr/xZNZQAARYmA$JkQH",
        "{ARGON2ID}$argon2id$v=19$m=65536,t=3,p=1$short$JkQHK1cc/nJ1riwZSSgge0Rmlu7wV9bEa5P3u5fhVqo",
        "{ARGON2ID}$argon2id$v=18$m=65536,t=3,p=1$HpmLFlcKYr/xZNZQAARYmA$JkQHK1cc/nJ1riwZSSgge0Rmlu7wV9bEa5P3u5fhVqo",
        "{CRYPT}$unheard$of",
    ];
    for field in malformed {
        let refusal = refused(field);
        let unknown = matches!(refusal, PasswordFieldError::Unknown { .. });
        assert!(!unknown, "{field}: {refusal:?}");
    }
}

#[test]
fn a_password_without_a_scheme_is_of_the_default_one() {
    let digest = "QQTTb42iwlQ0n4WDZ5Pr4CngyVcGOjTJHC6SAxh7VjE=";
    let sha256: SchemeName = "sha256".parse().unwrap();
    let read = ImportedPassword::read(digest.as_bytes(), sha256).unwrap();
    assert_eq!(format!("{read:?}"), "ImportedPassword(sha256 salt=, …)");
    assert!(ImportedPassword::read(digest.as_bytes(), DEFAULT_SCHEME).is_err());
    assert!("MD5-CRYPT".parse::<SchemeName>().is_err());
}

/// What `text` is made of, without what any message may say.
fn holds_a_part_of(said: &str, field: &str) -> bool {
    let value = field.rsplit('}').next().unwrap_or(field);
    let pieces = value.as_bytes().windows(8);
    pieces
        .filter_map(|piece| std::str::from_utf8(piece).ok())
        .any(|piece| said.contains(piece))
}

proptest! {
    #[test]
    fn any_field_is_read_or_refused_without_showing_it(
        scheme in "(\\{(argon2id?|BLF-CRYPT|SHA512-CRYPT|SSHA512|SHA|CRYPT|PLAIN|[A-Z]{1,9})(\\.(hex|b64))?\\})?",
        value in "(\\$(2y|5|6|argon2id|1|y)\\$)?[a-zA-Z0-9$=,./+]{0,120}",
    ) {
        let field = format!("{scheme}{value}");
        match ImportedPassword::read(field.as_bytes(), DEFAULT_SCHEME) {
            Ok(read) => {
                let shown = format!("{read:?}");
                prop_assert!(value.len() < 8 || !shown.contains(&value));
            }
            Err(refusal) => {
                let said = format!("{refusal} {refusal:?}");
                prop_assert!(!holds_a_part_of(&said, &field), "{}", said);
            }
        }
    }

    #[test]
    fn any_octets_are_read_or_refused(field in any::<Vec<u8>>(), braced in any::<bool>()) {
        let field = if braced { [b"{SSHA.hex}".as_slice(), &field].concat() } else { field };
        let _ = ImportedPassword::read(&field, DEFAULT_SCHEME);
        let _ = String::from_utf8_lossy(&field).parse::<Setting>();
    }
}
