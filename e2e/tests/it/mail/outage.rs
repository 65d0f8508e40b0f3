//! When Counterfoil is down: every step of docs/mail/outage.md.

use std::time::{Duration, Instant};

use counterfoil_e2e::mail_client::{Imap, Smtp};
use counterfoil_e2e::mail_system::{Haproxy, Ports, free_port};
use counterfoil_e2e::{Lab, Setup};

const BOB: &str = "bob@example.org";
const BOBS: &str = "noon at the harbour";
const CAROL: &str = "carol@example.org";
const CAROLS: &str = "a lantern on the pier";

fn lab() -> Lab {
    let mut lab = Lab::start(Setup::default(), Ports::free());
    lab.start_sending();
    lab.has_accounts(&[(BOB, BOBS), (CAROL, CAROLS)]);
    lab
}

#[test]
fn what_owners_see_while_it_is_down_and_after() {
    let mut lab = lab();
    let mut open = Imap::connect(lab.ports.imap);
    open.log_in(BOB, BOBS).is_yes("IMAP");
    let mut sending = Smtp::connect(lab.ports.submission);
    sending.log_in(BOB, BOBS).is_yes("SMTP");
    lab.server.kill();

    // Who is in stays in, and mail arrives.
    lab.receives(CAROL, BOB, "during the outage", "It arrives.");
    assert_eq!(open.subjects("INBOX"), ["during the outage"]);

    // Nobody gets in, and mail programs are told that it is for a while.
    let started = Instant::now();
    let told = Imap::connect(lab.ports.imap).log_in(BOB, BOBS);
    println!("IMAP, after {:?}: {}", started.elapsed(), told.text);
    assert!(told.text.starts_with("NO [UNAVAILABLE]"), "{}", told.text);
    let started = Instant::now();
    let told = Smtp::connect(lab.ports.submission).log_in(BOB, BOBS);
    println!("SMTP, after {:?}: {}", started.elapsed(), told.text);
    assert!(told.text.starts_with("535 5.7.8"), "{}", told.text);

    // Who was signed in to send: the message waits in the mail program, or it goes out uncounted.
    let started = Instant::now();
    let told = sending.send(BOB, &[CAROL], "Subject: during the outage\n\n.\n");
    println!("DATA, after {:?}: {}", started.elapsed(), told.text);
    assert!(told.yes || told.text.starts_with("451 4."), "{}", told.text);

    // Nothing has to be done afterwards.
    lab.server.start_again();
    let back = Instant::now();
    while !Imap::connect(lab.ports.imap).log_in(BOB, BOBS).yes {
        assert!(
            back.elapsed() < Duration::from_secs(20),
            "{}",
            lab.dovecot.log()
        );
    }
    println!("IMAP again after {:?}", back.elapsed());
    Smtp::connect(lab.ports.submission)
        .log_in(BOB, BOBS)
        .is_yes("SMTP again");
}

#[test]
fn break_glass_opens_for_those_on_the_list_only_and_is_undone() {
    let mut lab = lab();
    lab.server.kill();

    // One temporary password for one person, before us: everybody else goes on to us, and is refused.
    let temporary = "temporary password for carol";
    let glass = lab.dovecot.break_glass(&[(CAROL, temporary)]);
    let settings = glass + lab.for_dovecot().as_str();
    lab.dovecot.start(&settings);
    let mut imap = Imap::connect(lab.ports.imap);
    imap.log_in(CAROL, temporary)
        .is_yes("the temporary password");
    Imap::connect(lab.ports.imap)
        .log_in(CAROL, CAROLS)
        .is_no("her own password");
    Imap::connect(lab.ports.imap)
        .log_in(BOB, temporary)
        .is_no("the temporary password for somebody else");
    Imap::connect(lab.ports.imap)
        .log_in(BOB, BOBS)
        .is_no("his own password");

    // The doctor says so, loudly, with Counterfoil up and down.
    for up in [false, true] {
        if up {
            lab.server.start_again();
        }
        let (status, said) = lab.doctor(&[]);
        assert_ne!(status, Some(0), "{said}");
        assert!(said.contains("fail\tpassdb: passwd-file ("), "{said}");
    }

    // Undone: the file is gone, whoever came in by it is out, and the doctor is content.
    let settings = lab.for_dovecot();
    lab.dovecot.start(&settings);
    assert!(imap.hangs_up_within(Duration::from_secs(1)).is_some());
    Imap::connect(lab.ports.imap)
        .log_in(CAROL, temporary)
        .is_no("the temporary password");
    Imap::connect(lab.ports.imap)
        .log_in(CAROL, CAROLS)
        .is_yes("her own password");
    let (status, said) = lab.doctor(&[]);
    assert_eq!(status, Some(0), "{said}");
}

#[test]
fn of_two_nodes_one_is_enough() {
    let mut lab = lab();
    lab.server.kill();
    let nodes = [(free_port(), free_port()), (free_port(), free_port())];
    let mut nodes_up = nodes.map(|(gateway, sending)| {
        Setup::default()
            .set("data_dir", &lab.server.data().to_string_lossy())
            .set("public_url", lab.server.url())
            .set("mail.gateway", &format!("127.0.0.1:{gateway}"))
            .set("mail.sending_policy", &format!("127.0.0.1:{sending}"))
            .start()
    });
    let home = tempfile::TempDir::new().unwrap();
    let _in_front = Haproxy::start(home.path(), lab.ports, nodes);
    let sign_in = || Imap::connect(lab.ports.imap).log_in(BOB, BOBS);
    sign_in().is_yes("with both nodes");
    for node in &mut nodes_up {
        node.kill();
        for _ in 0..3 {
            let started = Instant::now();
            sign_in().is_yes("with one node");
            assert!(
                started.elapsed() < Duration::from_secs(3),
                "{:?}",
                started.elapsed()
            );
        }
        let mut smtp = Smtp::connect(lab.ports.submission);
        smtp.log_in(BOB, BOBS).is_yes("SMTP with one node");
        smtp.send(BOB, &[CAROL], "Subject: with one node\n\n.\n")
            .is_yes("a message with one node");
        node.start_again();
        // HAProxy looks every second.
        std::thread::sleep(Duration::from_secs(2));
    }
}
