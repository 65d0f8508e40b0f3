//! Handing mails to a program, as `sendmail` is one.

use crate::sample;
use counterfoil_model::delivery::Meaning;
use counterfoil_notices::transport::{Sendmail, Verdict};
use counterfoil_notices::{Transport as _, TransportError};
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

/// A program that keeps its arguments, its environment and its input, and ends like this.
fn program(dir: &Path, end: &str) -> Sendmail {
    let path = dir.join("sendmail");
    let script = format!(
        "#!/bin/sh\nprintf '%s\\n' \"$@\" > {0}/arguments\nenv > {0}/environment\ncat > {0}/mail\n{end}\n",
        dir.display()
    );
    fs::write(&path, script).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).unwrap();
    Sendmail::new(path)
}

async fn refused(end: &str) -> TransportError {
    let dir = tempfile::tempdir().unwrap();
    program(dir.path(), end)
        .hand_over(&sample::mail())
        .await
        .unwrap_err()
}

#[tokio::test]
async fn a_mail_is_given_whole_with_sender_and_recipient_and_nothing_else() {
    let dir = tempfile::tempdir().unwrap();
    let mail = sample::mail();
    let receipt = program(dir.path(), "exit 0")
        .hand_over(&mail)
        .await
        .unwrap();
    assert_eq!(receipt.transport, "sendmail");
    assert_eq!(receipt.reference.as_ref(), Some(&mail.message_id));
    let read = |name| fs::read_to_string(dir.path().join(name)).unwrap();
    let arguments = read("arguments");
    let arguments: Vec<&str> = arguments.lines().collect();
    assert_eq!(
        arguments,
        [
            "-i",
            "-f",
            &mail.return_path,
            "--",
            "alice@elsewhere.example"
        ]
    );
    assert_eq!(
        read("mail"),
        String::from_utf8(mail.eml()).unwrap().replace("\r\n", "\n")
    );
    assert!(
        !read("environment").contains("CARGO"),
        "{}",
        read("environment")
    );
}

#[tokio::test]
async fn how_it_ends_says_what_becomes_of_the_mail() {
    for (code, verdict, meaning) in [
        (65, Verdict::Never, Meaning::Ours),
        (67, Verdict::Never, Meaning::Dead),
        (68, Verdict::Never, Meaning::Dead),
        (64, Verdict::Retry, Meaning::NoWay),
        (69, Verdict::Retry, Meaning::NoWay),
        (75, Verdict::Retry, Meaning::NoWay),
        (78, Verdict::Retry, Meaning::NoWay),
        (1, Verdict::Retry, Meaning::NoWay),
    ] {
        let error = refused(&format!("exit {code}")).await;
        assert_eq!(
            (error.verdict, error.meaning()),
            (verdict, meaning),
            "{code}"
        );
        assert_eq!(error.reason, format!("exit {code}"));
    }
    let killed = refused("kill -9 $$").await;
    assert_eq!(
        (killed.verdict, killed.reason.as_str()),
        (Verdict::Uncertain, "signal 9")
    );
    let nowhere = Sendmail::new("/nowhere/at/all".into())
        .hand_over(&sample::mail())
        .await
        .unwrap_err();
    assert_eq!(
        (nowhere.meaning(), nowhere.reason.as_str()),
        (Meaning::NoWay, "start: entity not found")
    );
}
