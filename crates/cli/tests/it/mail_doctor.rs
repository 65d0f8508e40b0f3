//! `counterfoil mail doctor` on a machine where nothing of ours runs: it fails loudly, and says nothing secret.

use std::fs;
use std::net::{Ipv4Addr, TcpListener};

use crate::program::run_in;

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    listener.local_addr().unwrap().port()
}

#[test]
fn what_does_not_run_is_found() {
    let home = tempfile::tempdir().unwrap();
    let (gateway, sending, doveadm, imap) = (free_port(), free_port(), free_port(), free_port());
    let config = format!(
        "public_url = 'https://account.example.org'\n[mail]\ngateway = '127.0.0.1:{gateway}'\n\
         sending_policy = '127.0.0.1:{sending}'\ndoveadm = 'http://127.0.0.1:{doveadm}/doveadm/v1'\n"
    );
    fs::write(home.path().join("counterfoil.toml"), config).unwrap();
    fs::write(home.path().join("old"), "s3cret\n").unwrap();
    let imap = format!("127.0.0.1:{imap}");
    let arguments = [
        "mail",
        "doctor",
        "--imap",
        &imap,
        "--as",
        "alice@example.org",
        "--old-password-file",
        "old",
        "--dovecot-conf",
        "none.conf",
        "--postfix-dir",
        "none",
    ];
    let ran = run_in(home.path(), &arguments, &[], "");
    assert_eq!((ran.status, ran.err.as_str()), (1, ""), "{}", ran.out);
    for line in [
        "fail\tgateway: nobody answers at http://127.0.0.1:",
        "ok\tgateway and sending policy: are not reached by this machine's other addresses",
        "fail\tdovecot: its configuration can't be read (doveconf",
        "fail\tdoveadm: can't be reached at mail.doveadm",
        "warn\timap: any password of nobody@counterfoil.invalid was not tried",
        "warn\timap: the old password of alice@example.org was not tried",
        "warn\tpostfix: its configuration can't be read (postconf",
    ] {
        assert!(ran.out.contains(line), "{line} is missing in:\n{}", ran.out);
    }
    assert!(!ran.out.contains("s3cret"));

    let half = run_in(home.path(), &["mail", "doctor", "--as", "alice"], &[], "");
    assert_eq!(half.status, 2);
}

#[test]
fn the_other_doctor_says_loudly_that_the_gateway_is_open() {
    let home = tempfile::tempdir().unwrap();
    let config = "public_url = 'https://account.example.org'\n[mail]\ngateway = '0.0.0.0:4180'\ngateway_open = true\n";
    fs::write(home.path().join("counterfoil.toml"), config).unwrap();
    let ran = run_in(home.path(), &["doctor"], &[], "");
    for line in [
        "warn\tmail.gateway_open: passwords of mail programs travel to 0.0.0.0:4180 in clear",
        "warn\tmail.doveadm: is missing, so a freeze doesn't end connections that are open",
    ] {
        assert!(ran.out.contains(line), "{line} is missing in:\n{}", ran.out);
    }
}
