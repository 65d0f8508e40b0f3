//! Backup, what happens afterwards, restore: nothing that was spent works, and everybody hears why.

use super::house::{House, on_both_engines};
use counterfoil_service::codes::RedeemRefusal;
use counterfoil_service::sign_in::PasswordSignIn;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::{TestService, visit};
use counterfoil_testkit::story::{TestOwner, TestSheet};
use std::fs;
use std::os::unix::fs::PermissionsExt;

on_both_engines! {
    after_ten_redemptions_and_a_restore_nothing_spent_works,
    sheets_are_kept_only_when_that_is_asked_for,
    a_new_machine_of_the_other_engine_gets_everything,
    what_is_here_is_not_replaced_unasked,
}

async fn opens(service: &TestService, owner: &TestOwner, code: &str, browser: u16) -> bool {
    let half = service.half_session(owner, &visit(browser)).await;
    let redeemed = service
        .app
        .redeem(&half, &visit(browser), code, false)
        .await;
    redeemed.is_ok()
}

async fn spend_ten(service: &TestService, owner: &TestOwner, sheet: &TestSheet) {
    assert_eq!(sheet.codes.len(), 10);
    for (browser, code) in (10..).zip(&sheet.codes) {
        assert!(opens(service, owner, code, browser).await, "{code}");
    }
}

async fn after_ten_redemptions_and_a_restore_nothing_spent_works(engine: Engine) {
    let house = House::new(engine).await;
    let service = house.service(1).await;
    let (mut alice, sheet) = service.with_sheet().await;
    let (bob, untouched) = service.with_sheet().await;
    house.backed_up("all.age", &[]);
    let mode = fs::metadata(house.path("all.age")).unwrap().permissions();
    assert_eq!(mode.mode() & 0o777, 0o600);

    spend_ten(&service, &alice, &sheet).await;
    let later = service.owner().await;
    let ran = house.restore(&house.path("all.age"), &["--replace"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(ran.err.contains("2 sheets were retired"), "{}", ran.err);

    let service = house.service(2).await;
    // Who came later is gone; sessions of the backup are over.
    let gone = service
        .app
        .sign_in_with_password(&visit(2), &later.address, &later.password)
        .await;
    assert!(gone.is_err());
    assert!(
        service
            .app
            .session(&alice.token, &alice.visit)
            .await
            .is_err()
    );
    // Everybody was told.
    for owner in [&alice, &bob] {
        assert_eq!(service.events_of(owner.account, "backup-restored").await, 1);
        let told = service.told(owner.account, "backup-restored").await;
        assert_eq!(told, [owner.outside.clone(), owner.address.clone()]);
    }
    // No code works, spent or not, and what it says is that the sheet was replaced.
    for (owner, sheet) in [(&alice, &sheet), (&bob, &untouched)] {
        for (browser, code) in (100..).zip(&sheet.codes) {
            let half = service.half_session(owner, &visit(browser)).await;
            let answer = service
                .app
                .redeem(&half, &visit(browser), code, false)
                .await;
            assert!(
                matches!(answer, Err(RedeemRefusal::Old(_) | RedeemRefusal::NoSheet)),
                "{answer:?}"
            );
        }
    }
    // The phone opens, and a new sheet can be made.
    service.signs_in_again(&mut alice).await;
    let new = service.sheet(&alice).await;
    assert!(opens(&service, &alice, new.code(1), 300).await);
}

async fn sheets_are_kept_only_when_that_is_asked_for(engine: Engine) {
    let house = House::new(engine).await;
    let service = house.service(1).await;
    let (alice, sheet) = service.with_sheet().await;
    house.backed_up("all.age", &[]);
    let ran = house.restore(&house.path("all.age"), &["--replace", "--keep-sets"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(
        ran.err.contains("WARNING: sheets go on working"),
        "{}",
        ran.err
    );
    let service = house.service(2).await;
    assert!(opens(&service, &alice, sheet.code(3), 9).await);
    assert!(
        service
            .app
            .session(&alice.token, &alice.visit)
            .await
            .is_err()
    );
}

async fn a_new_machine_of_the_other_engine_gets_everything(engine: Engine) {
    let house = House::new(engine).await;
    let service = house.service(1).await;
    let (mut alice, _) = service.with_sheet().await;
    let bob = service.owner().await;
    house.backed_up("all.age", &[]);
    let before = house.opened("all.age");

    let other = match engine {
        Engine::Sqlite => Engine::Postgres,
        Engine::Postgres => Engine::Sqlite,
    };
    let new = House {
        clock: house.clock.clone(),
        ..House::empty(other).await
    };
    fs::copy(house.path("identity.txt"), new.path("identity.txt")).unwrap();
    let ran = new.restore(&house.path("all.age"), &[]);
    assert_eq!((ran.status, ran.out.as_str()), (0, ""), "{}", ran.err);
    for entry in fs::read_dir(new.keys_dir()).unwrap() {
        let entry = entry.unwrap();
        let mode = entry.metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        let old = house.keys_dir().join(entry.file_name());
        assert!(!old.exists() || fs::read(old).unwrap() == fs::read(entry.path()).unwrap());
    }
    // What nobody ended went over unchanged.
    fs::copy(new.path("identity.txt"), house.path("identity.txt")).unwrap();
    let again = ["--to", "again.age", "--recipient", &house.recipient];
    assert_eq!(new.run(&[&["backup"], &again[..]].concat()).status, 0);
    let after = new.opened("again.age");
    for table in ["address_book", "outside_address", "totp", "device", "code"] {
        assert_eq!(rows(&before, table), rows(&after, table), "{table}");
    }

    let service = new.service(2).await;
    service.signs_in_again(&mut alice).await;
    let signed_in = service
        .app
        .sign_in_with_password(&visit(2), &bob.address, &bob.password)
        .await
        .unwrap();
    assert!(
        matches!(signed_in, PasswordSignIn::SignedIn(_)),
        "{signed_in:?}"
    );
}

/// The rows of a table, in an order of their own.
fn rows(opened: &[u8], table: &str) -> Vec<String> {
    let text = std::str::from_utf8(opened).unwrap();
    let begins = format!("{{\"table\":\"{table}\"");
    let lines = text.lines().skip_while(|line| !line.starts_with(&begins));
    let mut rows: Vec<String> = lines
        .skip(1)
        .take_while(|line| line.starts_with('['))
        .map(str::to_owned)
        .collect();
    assert!(!rows.is_empty(), "{table}");
    rows.sort();
    rows
}

async fn what_is_here_is_not_replaced_unasked(engine: Engine) {
    let house = House::new(engine).await;
    let service = house.service(1).await;
    let (alice, sheet) = service.with_sheet().await;
    house.backed_up("all.age", &[]);
    let ran = house.restore(&house.path("all.age"), &[]);
    assert_eq!(ran.status, 1, "{}", ran.err);
    assert!(ran.err.contains("Nothing was written."), "{}", ran.err);
    assert!(ran.err.contains("--replace"), "{}", ran.err);
    assert!(opens(&service, &alice, sheet.code(2), 5).await);

    // Other keys aren't either; when they are, they are set aside.
    let other = House {
        clock: house.clock.clone(),
        ..House::empty(engine).await
    };
    fs::copy(house.path("identity.txt"), other.path("identity.txt")).unwrap();
    other.make_keys(99);
    let ran = other.restore(&house.path("all.age"), &[]);
    assert_eq!(ran.status, 1, "{}", ran.err);
    assert!(ran.err.contains("holds other keys"), "{}", ran.err);
    let ran = other.restore(&house.path("all.age"), &["--replace"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let aside = fs::read_dir(other.path("data")).unwrap();
    let aside = aside.map(|entry| entry.unwrap().path());
    let aside = aside
        .into_iter()
        .find(|path| path.to_str().unwrap().contains("keys.replaced-"));
    assert_eq!(fs::read_dir(aside.unwrap()).unwrap().count(), 6);
    let service = other.service(2).await;
    service.half_session(&alice, &visit(2)).await;

    // A backup replaces nothing either.
    let ran = house.back_up("all.age", &[]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("never replaces one"), "{}", ran.err);
}
