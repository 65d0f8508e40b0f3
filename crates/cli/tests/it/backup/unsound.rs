//! Torn, changed, foreign, and killed half-way: what is here stays as it is.

use super::house::{House, on_both_engines};
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::visit;
use std::fs::{self, OpenOptions};
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, Stdio};
use std::time::Duration;

on_both_engines! {
    a_torn_or_changed_backup_is_refused_and_nothing_is_written,
    killed_in_the_middle_it_leaves_the_old_state_or_the_new,
}

async fn a_torn_or_changed_backup_is_refused_and_nothing_is_written(engine: Engine) {
    let house = House::new(engine).await;
    let service = house.service(1).await;
    let (alice, sheet) = service.with_sheet().await;
    house.backed_up("all.age", &[]);
    let whole = fs::read(house.path("all.age")).unwrap();
    let keys = fs::read_dir(house.keys_dir()).unwrap().count();

    let refused = |bytes: &[u8], why: &str| {
        let path = house.path("bad.age");
        fs::write(&path, bytes).unwrap();
        let ran = house.restore(&path, &["--replace"]);
        assert_eq!(ran.status, 2, "{why}: {}", ran.err);
        assert!(
            ["damaged", "cut off", "no file that age"]
                .iter()
                .any(|word| ran.err.contains(word)),
            "{why}: {}",
            ran.err
        );
    };
    for at in [0, 30, 250, whole.len() / 2, whole.len() - 1] {
        refused(&whole[..at], &format!("cut at {at}"));
    }
    for at in [30, 260, whole.len() / 2, whole.len() - 1] {
        let mut changed = whole.clone();
        changed[at] ^= 1;
        refused(&changed, &format!("changed at {at}"));
    }
    refused(&[whole.clone(), b"more".to_vec()].concat(), "longer");

    // Encrypted to somebody else, and encrypted by somebody else: whoever knows the recipient can do that.
    let stranger = age::x25519::Identity::generate();
    let foreign = age::encrypt(&stranger.to_public(), b"{}").unwrap();
    fs::write(house.path("foreign.age"), foreign).unwrap();
    let ran = house.restore(&house.path("foreign.age"), &["--replace"]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("another recipient"), "{}", ran.err);
    let recipient: age::x25519::Recipient = house.recipient.parse().unwrap();
    let opened = house.opened("all.age");
    let cut: Vec<u8> = opened[..opened.len() - 200].to_vec();
    let other_row = String::from_utf8(opened).unwrap();
    let other_row = other_row.replacen("owner101@", "owner909@", 1);
    assert_ne!(other_row.as_bytes(), house.opened("all.age"));
    for forged in [b"{}\n".to_vec(), Vec::new(), cut, other_row.into_bytes()] {
        let file = age::encrypt(&recipient, &forged).unwrap();
        fs::write(house.path("forged.age"), file).unwrap();
        let ran = house.restore(&house.path("forged.age"), &["--replace"]);
        assert_eq!(ran.status, 2, "{}", ran.err);
    }

    assert_eq!(fs::read_dir(house.keys_dir()).unwrap().count(), keys);
    let half = service.half_session(&alice, &visit(5)).await;
    let redeemed = service
        .app
        .redeem(&half, &visit(5), sheet.code(1), false)
        .await;
    assert!(redeemed.is_ok(), "{redeemed:?}");
}

async fn killed_in_the_middle_it_leaves_the_old_state_or_the_new(engine: Engine) {
    let house = House::new(engine).await;
    let service = house.service(1).await;
    let (alice, sheet) = service.with_sheet().await;
    for _ in 0..20 {
        service.owner().await;
    }
    house.backed_up("all.age", &[]);
    let later = service.owner().await;

    let mut killed = 0;
    for n in 0..12_u64 {
        let mut restore = Command::new(env!("CARGO_BIN_EXE_counterfoil"))
            .args([
                "restore",
                "all.age",
                "--identity",
                "identity.txt",
                "--replace",
            ])
            .env_clear()
            .envs(house.environment())
            .current_dir(house.home.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(40 + n * 60));
        // It may be done by now.
        let _ = restore.kill();
        let ended = restore.wait().unwrap();
        let old = {
            let service = house.service(50 + n).await;
            let answer = service
                .app
                .sign_in_with_password(&visit(2), &later.address, &later.password)
                .await;
            answer.is_ok()
        };
        if ended.signal() == Some(9) {
            killed += 1;
        }
        if !old {
            break;
        }
        // Everything of the old state is there, not the half of it.
        assert_eq!(service.events_of(alice.account, "backup-restored").await, 0);
    }
    assert!(killed > 0, "never killed in time");
    // Whatever happened, the next one goes well.
    let ran = house.restore(&house.path("all.age"), &["--replace"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let service = house.service(3).await;
    assert_eq!(service.events_of(alice.account, "backup-restored").await, 1);
    let half = service.half_session(&alice, &visit(6)).await;
    let redeemed = service
        .app
        .redeem(&half, &visit(6), sheet.code(2), false)
        .await;
    assert!(redeemed.is_err());
}

#[tokio::test]
async fn a_full_disk_is_said_and_leaves_no_file() {
    let house = House::new(Engine::Sqlite).await;
    house.service(1).await.with_sheet().await;
    let mut backup = Command::new(env!("CARGO_BIN_EXE_counterfoil"));
    let ran = backup
        .args(["backup", "--to", "-", "--recipient", &house.recipient])
        .env_clear()
        .envs(house.environment())
        .current_dir(house.home.path())
        .stdout(OpenOptions::new().write(true).open("/dev/full").unwrap())
        .output()
        .unwrap();
    assert_eq!(ran.status.code(), Some(2));
    let said = String::from_utf8(ran.stderr).unwrap();
    assert!(said.contains("No space left"), "{said}");

    let ran = house.back_up("/dev/full/backup.age", &[]);
    assert_eq!(ran.status, 2);
    let parts = fs::read_dir(house.home.path()).unwrap();
    let parts = parts.filter(|entry| {
        let name = entry.as_ref().unwrap().file_name();
        name.to_str().unwrap().contains(".part")
    });
    assert_eq!(parts.count(), 0);
}
