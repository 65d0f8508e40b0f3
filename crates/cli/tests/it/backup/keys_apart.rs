//! Database and keys in two places: each is useless without the other, and says so.

use super::house::{House, on_both_engines};
use counterfoil_store::Schema;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::{TestService, visit};
use counterfoil_testkit::story::{TestOwner, TestSheet};
use data_encoding::{BASE32_NOPAD, BASE64, HEXLOWER};
use std::fs;

on_both_engines! {
    a_backup_without_its_keys_is_useless,
    without_its_keys_nothing_is_restored_and_it_says_what_to_do,
    keys_and_database_come_back_one_after_the_other,
}

fn holds(haystack: &[u8], needle: &[u8]) -> bool {
    haystack
        .windows(needle.len())
        .any(|window| window == needle)
}

async fn people(house: &House) -> (TestService, TestOwner, TestSheet) {
    let service = house.service(1).await;
    let (alice, sheet) = service.with_sheet().await;
    (service, alice, sheet)
}

async fn a_backup_without_its_keys_is_useless(engine: Engine) {
    let house = House::new(engine).await;
    let (_service, alice, sheet) = people(&house).await;
    house.backed_up("database.age", &["--without-keys"]);
    let raw = fs::read(house.path("database.age")).unwrap();
    assert!(raw.starts_with(b"age-encryption.org/v1\n"));
    assert!(!holds(&raw, alice.address.as_bytes()));

    // Even to whoever has the identity: no secret stands in it, in any spelling.
    let opened = house.opened("database.age");
    assert!(holds(&opened, alice.address.as_bytes()));
    let mut secrets = vec![alice.password.clone().into_bytes()];
    for code in &sheet.codes {
        secrets.extend([
            code.clone().into_bytes(),
            code.replace('-', "").into_bytes(),
        ]);
    }
    secrets.push(alice.phone().key().to_vec());
    secrets.push(BASE32_NOPAD.encode(alice.phone().key()).into_bytes());
    for entry in fs::read_dir(house.keys_dir()).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        if path.extension().unwrap() == "key" {
            secrets.push(HEXLOWER.decode(text.trim().as_bytes()).unwrap());
        }
        secrets.push(text.trim().as_bytes().to_vec());
    }
    for secret in &secrets {
        assert!(!holds(&opened, secret));
        assert!(!holds(
            &opened,
            BASE64.encode(secret).trim_end_matches('=').as_bytes()
        ));
    }
    let text = String::from_utf8(opened).unwrap().to_lowercase();
    for word in sheet.words.iter().chain(&sheet.page_words) {
        let is_there = text
            .split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
            .any(|found| found == word.as_str());
        assert!(!is_there, "{word}");
    }

    // Nor does it open anything with other keys.
    fs::remove_dir_all(house.keys_dir()).unwrap();
    house.make_keys(99);
    let thief = house.service(3).await;
    let answer = thief
        .app
        .sign_in_with_password(&visit(2), &alice.address, &alice.password)
        .await;
    assert!(answer.is_err());
}

async fn without_its_keys_nothing_is_restored_and_it_says_what_to_do(engine: Engine) {
    let house = House::new(engine).await;
    let (_service, _alice, _sheet) = people(&house).await;
    house.backed_up("database.age", &["--without-keys"]);
    for other_keys in [false, true] {
        let new = House::empty(engine).await;
        fs::copy(house.path("identity.txt"), new.path("identity.txt")).unwrap();
        if other_keys {
            new.make_keys(99);
        }
        let ran = new.restore(&house.path("database.age"), &["--replace"]);
        assert_eq!(ran.status, 1, "{}", ran.err);
        for said in [
            "Nothing was written. Keys are missing",
            "pepper-code\t0001-",
            "pepper-password\t0001-",
            "sealing\t0001-",
            "--keys-only",
            "every owner has to be invited anew",
        ] {
            assert!(ran.err.contains(said), "{said}: {}", ran.err);
        }
        let version = Schema::CURRENT.version_of(&new.database.db).await.unwrap();
        assert_eq!(version, None, "something was written");
        let identity = new.path("identity.txt");
        let backup = house.path("database.age");
        let check = [
            "backup",
            "check",
            backup.to_str().unwrap(),
            "--identity",
            identity.to_str().unwrap(),
        ];
        let ran = new.run(&check);
        assert_eq!(ran.status, 1, "{}", ran.err);
        assert!(
            ran.out.contains("missing\tpepper-code\t0001-"),
            "{}",
            ran.out
        );
        // The house it came from can restore it.
        assert_eq!(house.run(&check).status, 0);
    }
}

async fn keys_and_database_come_back_one_after_the_other(engine: Engine) {
    let house = House::new(engine).await;
    let (_service, mut alice, _sheet) = people(&house).await;
    house.backed_up("database.age", &["--without-keys"]);
    house.backed_up("keys.age", &["--keys-only"]);
    let new = House {
        clock: house.clock.clone(),
        ..House::empty(engine).await
    };
    fs::copy(house.path("identity.txt"), new.path("identity.txt")).unwrap();
    for backup in ["keys.age", "database.age"] {
        let ran = new.restore(&house.path(backup), &[]);
        assert_eq!(ran.status, 0, "{}", ran.err);
    }
    new.service(2).await.signs_in_again(&mut alice).await;
}
