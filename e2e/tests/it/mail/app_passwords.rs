//! App passwords at every door of the mail software, and what the main password is still good for.

use std::time::Duration;

use counterfoil_e2e::mail_client::{Answer, Imap, Pop3, Sieve, Smtp};
use counterfoil_e2e::mail_system::Ports;
use counterfoil_e2e::{Lab, Setup};

use super::owner::{IMAP, Owner, POP3, SIEVE, SMTP};

const CAROL: &str = "carol@example.org";
const CAROLS: &str = "a lantern on the pier";

#[tokio::test]
async fn an_app_password_opens_what_it_is_for_and_nothing_else() {
    let mut lab = Lab::start(
        Setup::default().set("policy.require_outside_address", "false"),
        Ports::free(),
    );
    lab.start_sending();
    lab.has_accounts(&[(CAROL, CAROLS)]);

    // Before there is a second step, the main password works everywhere.
    for (door, answer) in at_every_door(&lab, CAROLS) {
        answer.is_yes(&format!("the main password for {door}"));
    }
    let mut carol = Owner::returns(&lab, CAROL, CAROLS).await;
    carol.sets_up_the_phone().await;
    let wrong = Imap::connect(lab.ports.imap).log_in(CAROL, "none of hers");
    for (door, answer) in at_every_door(&lab, CAROLS) {
        answer.is_no(&format!("the main password for {door}"));
        if door == IMAP {
            assert_eq!(answer.text, wrong.text, "one refusal reads like another");
        }
    }

    for scope in [IMAP, POP3, SMTP, SIEVE] {
        let password = carol.makes_an_app_password(scope, &[scope]).await;
        for (door, answer) in at_every_door(&lab, &password) {
            assert_eq!(
                answer.yes,
                door == scope,
                "made for {scope}, tried for {door}: {}",
                answer.text
            );
        }
    }
    a_removed_one_is_cut_off(&carol).await;
    a_burst_is_held(&carol).await;
}

/// Tries a password everywhere, all at once: a refusal takes its time.
fn at_every_door(lab: &Lab, password: &str) -> [(&'static str, Answer); 4] {
    let ports = lab.ports;
    std::thread::scope(|scope| {
        let doors = [
            (
                IMAP,
                scope.spawn(move || Imap::connect(ports.imap).log_in(CAROL, password)),
            ),
            (
                POP3,
                scope.spawn(move || Pop3::connect(ports.pop3).log_in(CAROL, password)),
            ),
            (
                SMTP,
                scope.spawn(move || Smtp::connect(ports.submission).log_in(CAROL, password)),
            ),
            (
                SIEVE,
                scope.spawn(move || Sieve::connect(ports.sieve).log_in(CAROL, password)),
            ),
        ];
        doors.map(|(door, tried)| (door, tried.join().unwrap()))
    })
}

async fn a_removed_one_is_cut_off(carol: &Owner<'_>) {
    let password = carol.makes_an_app_password("Tablet", &[IMAP]).await;
    let (mut imap, answer) = carol.reads_with(&password);
    answer.is_yes("the tablet's app password");
    imap.idle();
    let cut_off = std::thread::spawn(move || imap.hangs_up_within(Duration::from_secs(10)));
    carol.browser.visit("/mail-programs").await;
    carol.picture("mail-programs").await;
    carol.browser.press("Remove: Tablet").await;
    carol.browser.sees("“Tablet” no longer works.").await;
    let after = cut_off
        .join()
        .unwrap()
        .expect("the tablet is still connected");
    println!("a removed app password: connection ended after {after:?}, the page included");
    carol
        .reads_with(&password)
        .1
        .is_no("the tablet's app password");
}

/// A hundred recipients an hour are everybody's; what comes on top waits for the operator.
async fn a_burst_is_held(carol: &Owner<'_>) {
    let password = carol.makes_an_app_password("Mailer", &[SMTP]).await;
    let mut smtp = Smtp::connect(carol.lab.ports.submission);
    smtp.log_in(CAROL, &password)
        .is_yes("the mailer's app password");
    let many: Vec<String> = (0..60).map(|n| format!("friend{n}@example.org")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    smtp.send(CAROL, &many, "Subject: first\n\nsixty\n")
        .is_yes("sixty recipients");
    smtp.send(CAROL, &many, "Subject: second\n\nsixty more\n")
        .is_yes("sixty recipients more");
    let queue = carol.lab.postfix.queue();
    assert!(queue.contains("! "), "{queue}\n{}", carol.lab.postfix.log());
    let _ = carol.lab.mail(CAROL, &["Subject: ", "held"]);
    carol.lab.postfix.release();
    let _ = carol.lab.mail("friend59@example.org", &["Subject: second"]);
}
