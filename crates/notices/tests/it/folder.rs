//! Mails as files.

use crate::sample;
use counterfoil_notices::transport::Folder;
use counterfoil_notices::{Transport as _, TransportError};
use mail_parser::MessageParser;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[tokio::test]
async fn a_mail_is_a_file_that_only_we_can_read() {
    let place = tempfile::tempdir().unwrap();
    let folder = Folder::open(place.path().join("data/mail")).unwrap();
    assert_eq!(mode(folder.path()), 0o700);
    assert!(!folder.reaches_people());

    let mail = sample::mail();
    folder.hand_over(&mail).await.unwrap();
    folder.hand_over(&mail).await.unwrap();

    let names: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(
        names,
        ["20261123T140500Z-02020202020202020202020202020202.eml"],
        "once, and nothing half written"
    );
    let path = folder.path().join(&names[0]);
    assert_eq!(mode(&path), 0o600);
    let bytes = fs::read(&path).unwrap();
    let read = MessageParser::default().parse(&bytes).unwrap();
    assert_eq!(read.subject(), Some("A backup code opened your account"));
    assert_eq!(
        read.header("Auto-Submitted").unwrap().as_text(),
        Some("auto-generated")
    );
    assert!(read.body_text(0).unwrap().contains("Hello Alice,"));
    assert!(read.body_html(0).unwrap().contains("<h1"));
}

#[tokio::test]
async fn a_folder_that_is_gone_is_tried_again() {
    let place = tempfile::tempdir().unwrap();
    let folder = Folder::open(place.path().join("mail")).unwrap();
    fs::remove_dir(folder.path()).unwrap();
    let error = folder.hand_over(&sample::mail()).await.unwrap_err();
    assert_eq!(error, TransportError::no_answer("file: entity not found"));
}
