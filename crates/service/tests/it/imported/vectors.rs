//! Every scheme, with hashes that the mail servers' own tools made.

use counterfoil_service::password::imported::{DEFAULT_SCHEME, ImportedPassword, Setting};
use std::collections::BTreeMap;

const VECTORS: &str = include_str!("vectors.txt");

#[test]
fn every_hash_is_computed_again_from_its_password_and_from_no_other() {
    let mut schemes = BTreeMap::<&str, usize>::new();
    for line in VECTORS.lines().filter(|line| !line.starts_with('#')) {
        let [_, password, field] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{line}")
        };
        match ImportedPassword::read(field.as_bytes(), DEFAULT_SCHEME) {
            Ok(ImportedPassword::Plain(text)) => {
                assert_eq!(*text, password, "{line}");
                *schemes.entry("PLAIN").or_default() += 1;
            }
            Ok(ImportedPassword::Hashed { setting, hash }) => {
                let stored = setting.to_string();
                let setting: Setting = stored.parse().unwrap();
                assert_eq!(setting.to_string(), stored);
                assert_eq!(
                    setting.compute(password.as_bytes()),
                    Some(hash.clone()),
                    "{line}"
                );
                let other = format!("{password} ");
                // What is beyond 72 octets doesn't count for bcrypt.
                if setting.scheme() != "BLF-CRYPT" || password.len() < 72 {
                    assert_ne!(setting.compute(other.as_bytes()), Some(hash), "{line}");
                }
                *schemes.entry(setting.scheme()).or_default() += 1;
            }
            Err(refusal) => panic!("{refusal}: {line}"),
        }
    }
    let seen: Vec<&str> = schemes.keys().copied().collect();
    assert_eq!(
        seen,
        [
            "ARGON2I",
            "ARGON2ID",
            "BLF-CRYPT",
            "PLAIN",
            "SHA1",
            "SHA256",
            "SHA256-CRYPT",
            "SHA512",
            "SHA512-CRYPT",
            "SSHA",
            "SSHA256",
            "SSHA512"
        ]
    );
    assert!(schemes.values().all(|count| *count >= 5), "{schemes:?}");
}

#[test]
fn a_stored_setting_holds_nothing_of_the_hash() {
    for line in VECTORS.lines().filter(|line| !line.starts_with('#')) {
        let field = line.rsplit('\t').next().unwrap();
        if let Ok(ImportedPassword::Hashed { setting, hash }) =
            ImportedPassword::read(field.as_bytes(), DEFAULT_SCHEME)
        {
            let hex = data_encoding::HEXLOWER.encode(&hash[..8]);
            let shown = format!("{setting} {setting:?}");
            assert!(!shown.contains(&hex), "{shown}");
        }
    }
}
