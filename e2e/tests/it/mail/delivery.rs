//! What becomes of notices at a real Postfix: delivered, deferred, refused at once, and reported later.

use std::time::{Duration, Instant};

use counterfoil_e2e::mail_system::Ports;
use counterfoil_e2e::{Lab, MailServer, Setup};

use super::owner::Owner;

const OUTSIDE: &str = "alice@elsewhere.example";
const PATIENCE: Duration = Duration::from_secs(30);

#[tokio::test]
async fn states_follow_what_postfix_says_and_a_report_marks_the_address() {
    let mut lab = Lab::start(Setup::default(), Ports::free());
    lab.start_sending();
    let alice = Owner::arrives(&lab, "Alice").await;
    alice.adds_an_outside_address().await;
    let Owner {
        browser, password, ..
    } = alice;

    // Delivered: in the mailbox, and taken under its Message-ID.
    suspend(&lab, true);
    let mail = lab.mail(OUTSIDE, &["Your account is suspended"]);
    let id = header(&mail, "Message-ID");
    let sent = line(&lab, "sent", &[OUTSIDE, &id]);
    assert!(sent.contains("\tsmtp\t"), "{sent}");
    let path = header(&mail, "Return-Path");
    assert!(path.starts_with("<account+"), "one for this notice: {path}");

    // Deferred: Postfix says 451, and takes it the next time.
    lab.start_sending_with(&access("451 4.7.1 come back later"));
    suspend(&lab, false);
    let deferred = line(&lab, "deferred", &[OUTSIDE, "4.7.1"]);
    assert!(deferred.contains("\t451\t4.7.1\t"), "{deferred}");
    lab.start_sending();
    let name = deferred.split('\t').next().unwrap();
    let (status, _, error) = lab.server.run(&["notices", "resend", name]);
    assert_eq!(status, Some(0), "{error}");
    let _ = lab.mail(OUTSIDE, &["Your account works again"]);

    // Taken, and reported later: the mailbox behind Postfix is gone. The report comes back by LMTP.
    let gone = MailServer::refusing("elsewhere.example");
    lab.start_sending_with(&elsewhere(gone.port()));
    suspend(&lab, true);
    let reported = line(&lab, "bounced", &[OUTSIDE, "5.1.1"]);
    assert!(reported.contains("\treport\t5.1.1\tsmtp\t"), "{reported}");
    assert!(lab.postfix.log().contains("250 2.0.0 Noted"), "by LMTP");
    // Before Postfix is started anew: whoever comes while it is away waits a minute. The mail that tells of it goes to the
    // address as well, and comes back.
    let told = lab.mail("alice@example.org", &["We could not reach"]);
    assert!(told.contains(OUTSIDE), "{told}");
    lines(&lab, "bounced", &[OUTSIDE, "\treport\t5.1.1\t"], 2);

    // Refused at once.
    lab.start_sending_with(&access("550 5.1.1 nobody here is called that"));
    suspend(&lab, false);
    let refused = line(&lab, "bounced", &[OUTSIDE, "\t550\t5.1.1\t"]);
    assert_ne!(
        refused.split('\t').next(),
        reported.split('\t').next(),
        "another notice"
    );

    // Its owner reads it at the address.
    lab.start_sending();
    browser.forget_cookies().await;
    browser.visit("/sign-in").await;
    browser
        .type_into("Your mail address", "alice@example.org")
        .await;
    browser.type_into("Your password", &password).await;
    browser.press("Sign in").await;
    browser.sees("Hello, Alice").await;
    browser.visit("/addresses").await;
    // The report, the mail that told of it, and the refusal: three in a row.
    browser.sees("We have not reached this address since").await;
}

fn suspend(lab: &Lab, suspended: bool) {
    let mut arguments = vec!["account", "suspend", "alice@example.org"];
    if !suspended {
        arguments.push("--lift");
    }
    let (status, _, error) = lab.server.run(&arguments);
    assert_eq!(status, Some(0), "{error}");
}

/// Waits for a notice in this state whose line holds all these words.
fn line(lab: &Lab, state: &str, words: &[&str]) -> String {
    lines(lab, state, words, 1).swap_remove(0)
}

/// Waits for as many.
fn lines(lab: &Lab, state: &str, words: &[&str], enough: usize) -> Vec<String> {
    let started = Instant::now();
    loop {
        let (_, listed, error) = lab.server.run(&["notices", "list", "--state", state]);
        let holds = |line: &&str| words.iter().all(|word| line.contains(word));
        let found: Vec<String> = listed.lines().filter(holds).map(str::to_owned).collect();
        if found.len() >= enough {
            return found;
        }
        assert!(
            started.elapsed() < PATIENCE,
            "not {enough} {state} with {words:?} in\n{listed}{error}\n{}\n{}",
            lab.postfix.log(),
            lab.server.log()
        );
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// What Postfix says to mail for the address outside.
fn access(answer: &str) -> String {
    format!(
        "smtpd_recipient_restrictions = check_recipient_access inline:{{{{{OUTSIDE} = {answer}}}}}\n"
    )
}

/// Mail for the other domain goes to a server of its own.
fn elsewhere(port: u16) -> String {
    format!(
        "transport_maps = regexp:$config_directory/counterfoil-returns, \
         inline:{{{{elsewhere.example = smtp:[127.0.0.1]:{port}}}}}\n"
    )
}

fn header(mail: &str, name: &str) -> String {
    let start = format!("{name}:");
    let line = mail.lines().find(|line| line.starts_with(&start));
    let line = line.expect("a mail with this header");
    line[start.len()..].trim().to_owned()
}
