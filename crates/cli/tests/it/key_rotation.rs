//! `counterfoil keys`: rotated, counted, taken away; and what is said when some may have been stolen.

use crate::backup::house::{House, on_both_engines};
use counterfoil_cli::keys::{KeyFiles, KeyKind};
use counterfoil_service::{Clock, SystemClock};
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::visit;
use std::fs::File;
use std::path::Path;
use std::time::Duration;

on_both_engines! {
    every_kind_is_rotated_and_what_rests_on_old_keys_is_counted,
    an_old_key_goes_when_nothing_rests_on_it_and_not_before,
    a_theft_is_said_once_and_what_follows_is_said_with_numbers,
}

fn status(house: &House) -> Vec<Vec<String>> {
    let ran = house.run(&["keys", "status"]);
    assert_eq!(ran.status, 0, "{}{}", ran.out, ran.err);
    let fields = |line: &str| line.split('\t').map(str::to_owned).collect();
    ran.out.lines().map(fields).collect()
}

/// Of each key of a kind: how many rows rest on it, and what is said of it.
fn standing(house: &House, kind: KeyKind) -> Vec<(String, String)> {
    let of_kind = status(house)
        .into_iter()
        .filter(|line| line[0] == kind.name());
    of_kind
        .map(|line| (line[2].clone(), line.get(3).cloned().unwrap_or_default()))
        .collect()
}

fn said(of: &[(&str, &str)]) -> Vec<(String, String)> {
    let owned = |(rows, notes): &(&str, &str)| ((*rows).to_owned(), (*notes).to_owned());
    of.iter().map(owned).collect()
}

fn ids(house: &House, kind: KeyKind) -> Vec<String> {
    let files = KeyFiles::load(&house.keys_dir()).unwrap();
    files.of(kind).map(|key| key.id.clone()).collect()
}

/// As if every key file had come so long ago.
fn age(dir: &Path, by: Duration) {
    for entry in std::fs::read_dir(dir).unwrap() {
        let file = File::open(entry.unwrap().path()).unwrap();
        let came = file.metadata().unwrap().modified().unwrap();
        file.set_modified(came - by).unwrap();
    }
}

async fn every_kind_is_rotated_and_what_rests_on_old_keys_is_counted(engine: Engine) {
    let house = House::new(engine).await;
    let service = house.service(1).await;
    let (owner, sheet) = service.with_sheet().await;
    service
        .signed_in_by_code(&owner, &visit(2), sheet.code(1))
        .await;
    let ran = house.run(&["keys", "rotate", "--all"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let made: Vec<&str> = ran.out.lines().collect();
    assert_eq!(made.len(), 8, "{made:?}");
    assert!(made.iter().all(|line| line.contains("\t0002-")), "{made:?}");
    assert!(ran.err.contains("within a minute"), "{}", ran.err);
    let all = status(&house);
    assert_eq!(all.len(), 16);
    let peppers = standing(&house, KeyKind::CodePepper);
    assert_eq!(peppers, said(&[("10", ""), ("0", "in use")]));
    // A code that was used needs no tag any more.
    let tags = standing(&house, KeyKind::Tag);
    assert_eq!(tags, said(&[("9", ""), ("0", "in use")]));
    let passwords = standing(&house, KeyKind::PasswordPepper);
    assert_eq!(passwords, said(&[("1", ""), ("0", "in use")]));
    let cookies = standing(&house, KeyKind::Cookie);
    assert_eq!(cookies, said(&[("-", ""), ("-", "in use")]));
    let [(sealed, _), (none, _)] = standing(&house, KeyKind::Sealing).try_into().unwrap();
    // The phone, the sheet's words and those beside ten codes, and links.
    assert!(
        sealed.parse::<u32>().unwrap() >= 12 && none == "0",
        "{sealed}"
    );

    // Another process uses the new ones, and reads what the old ones made.
    let later = house.service(2).await;
    later
        .signed_in_by_code(&owner, &visit(3), sheet.code(2))
        .await;
    let (.., new) = later.with_sheet().await;
    assert_eq!(new.codes.len(), 10);
    let peppers = standing(&house, KeyKind::CodePepper);
    assert_eq!(peppers, said(&[("10", ""), ("10", "in use")]));

    // One on which something rests is missed.
    let files = KeyFiles::load(&house.keys_dir()).unwrap();
    let oldest = files.of(KeyKind::CodePepper).next().unwrap().file_name();
    std::fs::rename(house.keys_dir().join(&oldest), house.path("away")).unwrap();
    let ran = house.run(&["keys", "status"]);
    assert_eq!(ran.status, 1);
    assert!(ran.out.contains("\t10\tmissing\n"), "{}", ran.out);
    let doctor = house.run(&["doctor"]);
    assert!(
        doctor
            .out
            .contains("fail\tkeys: 10 rows rest on pepper-code"),
        "{}",
        doctor.out
    );
}

async fn an_old_key_goes_when_nothing_rests_on_it_and_not_before(engine: Engine) {
    let house = House::new(engine).await;
    let service = house.service(1).await;
    let owner = service.enrolled_owner().await;
    let retire = |kind: KeyKind, id: &str| house.run(&["keys", "retire", kind.name(), id]);
    let [pepper] = ids(&house, KeyKind::PasswordPepper).try_into().unwrap();
    let [tag] = ids(&house, KeyKind::Tag).try_into().unwrap();
    let refused = |kind, id: &str, why: &str| {
        let ran = retire(kind, id);
        assert_eq!((ran.status, ran.out.as_str()), (1, ""), "{}", ran.err);
        assert!(ran.err.contains(why), "{}", ran.err);
    };
    refused(KeyKind::Tag, "0009-aaaaaa", "no such key");
    refused(KeyKind::Tag, &tag, "new things are made with it");
    assert_eq!(house.run(&["keys", "rotate", "tag"]).status, 0);
    assert_eq!(house.run(&["keys", "rotate", "pepper-password"]).status, 0);
    refused(KeyKind::Tag, &tag, "less than a day ago");
    age(&house.keys_dir(), Duration::from_secs(24 * 60 * 60 + 5));
    refused(
        KeyKind::PasswordPepper,
        &pepper,
        "1 passwords, app passwords and API keys rest on it",
    );
    let ran = retire(KeyKind::Tag, &tag);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(house.path(ran.out.trim()).exists(), "{}", ran.out);
    assert_eq!(ids(&house, KeyKind::Tag).len(), 1);
    refused(KeyKind::Tag, &tag, "no such key");

    // Its owner signs in: then it may go, and the doctor says so.
    let later = house.service(2).await;
    later.signed_in(&owner, &visit(2)).await;
    let doctor = house.run(&["doctor"]);
    let says = format!("nothing rests on pepper-password {pepper} any more");
    assert!(doctor.out.contains(&says), "{}", doctor.out);
    assert_eq!(retire(KeyKind::PasswordPepper, &pepper).status, 0);
    house.service(3).await.signed_in(&owner, &visit(3)).await;
}

async fn a_theft_is_said_once_and_what_follows_is_said_with_numbers(engine: Engine) {
    let house = House::new(engine).await;
    let service = house.service(1).await;
    let (owner, _) = service.with_sheet().await;
    let say = || house.run(&["keys", "rotate", "--compromised", "pepper-code"]);
    let ran = say();
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(ran.out.starts_with("pepper-code\t0002-"), "{}", ran.out);
    assert!(ran.err.contains(": 10 codes rest on it."), "{}", ran.err);
    let after = said(&[("10", "stolen"), ("0", "in use")]);
    assert_eq!(standing(&house, KeyKind::CodePepper), after);
    let again = say();
    assert_eq!((again.status, again.out.as_str()), (0, ""), "{}", again.err);
    assert!(again.err.contains("within the last hour"), "{}", again.err);
    assert_eq!(standing(&house, KeyKind::CodePepper), after);
    let doctor = house.run(&["doctor"]);
    assert!(
        doctor
            .out
            .contains("warn\tkeys: 10 codes still rest on pepper-code"),
        "{}",
        doctor.out
    );
    // A server tells the owner.
    let server = house.service(2).await;
    house.clock.set(SystemClock.now());
    while server.app.tell_of_stolen_keys().await.unwrap() > 0 {}
    assert_eq!(server.told(owner.account, "renewal-forced").await.len(), 2);

    // Keys that sign go at once.
    let ran = house.run(&["keys", "rotate", "signing", "--compromised"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let signing: Vec<_> = status(&house)
        .into_iter()
        .filter(|line| line[0].starts_with("signing-"))
        .collect();
    assert_eq!(signing.len(), 2);
    assert!(
        signing
            .iter()
            .all(|line| line[3] == "in use" && line[1].starts_with("0002-"))
    );
}
