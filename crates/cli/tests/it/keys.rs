//! Keys on disk: made once, read as they were made, refused when others could read them.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use counterfoil_cli::keys::{KeyError, KeyFiles, KeyKind, MailSecrets};
use rand::SeedableRng;
use rand::rngs::StdRng;
use secrecy::ExposeSecret;
use tempfile::TempDir;

fn rng() -> StdRng {
    StdRng::seed_from_u64(7)
}

fn made() -> (TempDir, PathBuf) {
    let home = tempfile::tempdir().unwrap();
    let dir = home.path().join("keys");
    KeyFiles::create_missing(&dir, &mut rng()).unwrap();
    (home, dir)
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

fn file_of(dir: &Path, kind: &str) -> PathBuf {
    let files = fs::read_dir(dir)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let begins = format!("{kind}.");
    files
        .into_iter()
        .find(|file| {
            file.file_name()
                .unwrap()
                .to_str()
                .unwrap()
                .starts_with(&begins)
        })
        .unwrap()
}

#[test]
fn one_key_of_each_kind_is_made_and_read_again() {
    let home = tempfile::tempdir().unwrap();
    let dir = home.path().join("deep/keys");
    let made = KeyFiles::create_missing(&dir, &mut rng()).unwrap();
    assert_eq!(
        made.iter().map(|key| key.kind).collect::<Vec<_>>(),
        KeyKind::ALL
    );
    assert_eq!(mode(&dir), 0o700);
    for entry in fs::read_dir(&dir).unwrap() {
        assert_eq!(mode(&entry.unwrap().path()), 0o600);
    }

    let loaded = KeyFiles::load(&dir).unwrap();
    assert!(loaded.missing().is_empty());
    assert_eq!(loaded.keys().len(), 6);
    for (made, loaded) in made.iter().zip(loaded.keys()) {
        assert_eq!((made.kind, &made.id), (loaded.kind, &loaded.id));
        assert_eq!(*made.bytes, *loaded.bytes);
        assert_ne!(*loaded.bytes, [0; 32]);
    }
}

#[test]
fn making_keys_again_touches_nothing() {
    let (_home, dir) = made();
    let before = fs::read(file_of(&dir, "pepper-code")).unwrap();
    let other = &mut StdRng::seed_from_u64(8);
    assert!(KeyFiles::create_missing(&dir, other).unwrap().is_empty());
    assert_eq!(fs::read(file_of(&dir, "pepper-code")).unwrap(), before);

    fs::remove_file(file_of(&dir, "tag")).unwrap();
    assert_eq!(KeyFiles::load(&dir).unwrap().missing(), [KeyKind::Tag]);
    let made = KeyFiles::create_missing(&dir, other).unwrap();
    assert_eq!(
        made.iter().map(|key| key.kind).collect::<Vec<_>>(),
        [KeyKind::Tag]
    );
}

#[test]
fn what_others_could_read_or_exchange_is_refused_with_what_to_do() {
    let (_home, dir) = made();
    let key = file_of(&dir, "sealing");
    for open in [0o640, 0o604, 0o660] {
        set_mode(&key, open);
        let error = KeyFiles::load(&dir).unwrap_err();
        assert!(matches!(&error, KeyError::Open { path, .. } if *path == key));
        assert!(
            error
                .to_string()
                .ends_with(&format!("run: chmod 600 {}", key.display())),
            "{error}"
        );
    }
    for closed in [0o600, 0o400] {
        set_mode(&key, closed);
        assert!(KeyFiles::load(&dir).is_ok());
    }
    for open in [0o770, 0o702] {
        set_mode(&dir, open);
        let error = KeyFiles::load(&dir).unwrap_err();
        assert!(
            error
                .to_string()
                .ends_with(&format!("run: chmod 700 {}", dir.display())),
            "{error}"
        );
        assert!(KeyFiles::create_missing(&dir, &mut rng()).is_err());
    }
}

#[test]
fn a_damaged_or_exchanged_key_is_refused_and_not_repeated() {
    let (_home, dir) = made();
    let key = file_of(&dir, "cookie");
    let whole = fs::read_to_string(&key).unwrap();
    let sealing = fs::read_to_string(file_of(&dir, "sealing")).unwrap();
    let flipped = if whole.starts_with('0') { "1" } else { "0" };
    for damaged in [
        String::new(),
        whole[1..].to_owned(),
        format!("{flipped}{}", &whole[1..]),
        sealing,
        "g".repeat(64),
    ] {
        fs::write(&key, &damaged).unwrap();
        let error = KeyFiles::load(&dir).unwrap_err();
        assert!(
            matches!(&error, KeyError::Damaged { path, .. } if *path == key),
            "{error}"
        );
        assert!(damaged.trim().is_empty() || !error.to_string().contains(damaged.trim()));
    }
    fs::write(&key, whole).unwrap();
    assert!(KeyFiles::load(&dir).is_ok());
}

#[test]
fn a_file_that_only_looks_like_a_key_is_refused_and_others_are_left_alone() {
    let (_home, dir) = made();
    fs::write(dir.join("README"), "what these are").unwrap();
    fs::write(dir.join("tag.0002-abcdef.new"), "half a key").unwrap();
    assert_eq!(KeyFiles::load(&dir).unwrap().keys().len(), 6);
    for name in [
        "peper-code.0002-abcdef.key",
        "tag.key",
        "tag.2-abcdef.key",
        "tag.0002.key",
    ] {
        fs::write(dir.join(name), "00".repeat(32)).unwrap();
        set_mode(&dir.join(name), 0o600);
        assert!(
            matches!(KeyFiles::load(&dir), Err(KeyError::Damaged { .. })),
            "{name}"
        );
        fs::remove_file(dir.join(name)).unwrap();
    }
}

#[test]
fn no_directory_is_said_so() {
    let home = tempfile::tempdir().unwrap();
    let dir = home.path().join("none");
    assert!(matches!(KeyFiles::load(&dir), Err(KeyError::NoDirectory(path)) if path == dir));
}

#[test]
fn keys_are_not_shown() {
    let (_home, dir) = made();
    let keys = KeyFiles::load(&dir).unwrap();
    let shown = format!("{keys:?}");
    let hex = fs::read_to_string(file_of(&dir, "tag")).unwrap();
    assert!(
        shown.contains(&keys.keys()[0].id) && !shown.contains(hex.trim()),
        "{shown}"
    );
}

#[test]
fn secrets_of_the_mail_software_are_made_once_and_are_no_keys() {
    let (_home, dir) = made();
    let secrets = MailSecrets::load_or_make(&dir, &mut rng()).unwrap();
    let all = [
        (&secrets.gateway, "mail-gateway.secret"),
        (&secrets.policy, "mail-policy.secret"),
        (&secrets.policy_nonce, "mail-policy-nonce.secret"),
        (&secrets.doveadm, "mail-doveadm.secret"),
    ];
    let mut seen = std::collections::BTreeSet::new();
    for (secret, name) in all {
        let hex = secret.expose_secret();
        assert!(hex.len() == 64 && hex.bytes().all(|byte| byte.is_ascii_hexdigit()));
        assert!(seen.insert(hex.to_owned()), "{name} is like another");
        assert_eq!(
            fs::read_to_string(dir.join(name)).unwrap(),
            format!("{hex}\n")
        );
        assert_eq!(mode(&dir.join(name)), 0o600);
        assert!(!format!("{secrets:?}").contains(hex));
    }
    let other = &mut StdRng::seed_from_u64(9);
    let again = MailSecrets::load_or_make(&dir, other).unwrap();
    assert_eq!(
        again.doveadm.expose_secret(),
        secrets.doveadm.expose_secret()
    );
    assert_eq!(KeyFiles::load(&dir).unwrap().keys().len(), 6);
    assert_eq!(fs::read_dir(&dir).unwrap().count(), 10, "no draft is left");
}

#[test]
fn an_open_or_damaged_secret_of_the_mail_software_is_refused() {
    let (_home, dir) = made();
    MailSecrets::load_or_make(&dir, &mut rng()).unwrap();
    let file = dir.join("mail-doveadm.secret");
    set_mode(&file, 0o640);
    let error = MailSecrets::load_or_make(&dir, &mut rng()).unwrap_err();
    assert!(
        error
            .to_string()
            .ends_with(&format!("run: chmod 600 {}", file.display()))
    );
    set_mode(&file, 0o600);
    fs::write(&file, "secret\n").unwrap();
    let error = MailSecrets::load_or_make(&dir, &mut rng()).unwrap_err();
    assert!(matches!(error, KeyError::Damaged { .. }));
}
