//! What is written down of mail programs: uses in batches, first networks and refusals at once, and nothing that is a secret.

use crate::app_password::made;
use crate::ground::on_both_engines;
use counterfoil_model::{AccountId, Span, Timestamp};
use counterfoil_service::app_password::{ListedAppPassword, PolicyHash};
use counterfoil_service::mail::{MailAnswer, MailAttempt, MailReport};
use counterfoil_store::driver::Engine;
use counterfoil_store::{Row, Statement};
use counterfoil_testkit::faults::{Fault, When};
use counterfoil_testkit::service::{TestService, visit};
use counterfoil_testkit::story::TestOwner;
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use std::sync::Arc;
use std::time::{Duration, Instant};

on_both_engines! {
    a_hundred_connections_are_one_row_and_one_event,
    every_network_and_protocol_is_seen_once_and_counted,
    the_program_is_known_by_the_report_that_names_its_app_password,
    a_report_of_any_other_hash_leaves_nothing,
    refusals_of_an_hour_are_one_event,
    what_could_not_be_written_is_written_later_and_once,
    two_nodes_note_one_first_use,
    a_crash_loses_five_seconds_at_most,
}

const NONCE: &str = "nonce-of-these-tests";

async fn signs_in(service: &TestService, owner: &TestOwner, password: &str, from: u16, over: &str) {
    let attempt = MailAttempt {
        login: &owner.address,
        password,
        service: over,
        remote: Some(visit(from).address),
    };
    let answer = service.app.mail_password(&attempt).await.unwrap();
    assert_ne!(answer, MailAnswer::Refused);
}

async fn recorded(service: &TestService) -> usize {
    service.app.record_mail_access().await.unwrap()
}

const ROWS: Statement = Statement::new(
    "test_mail_access",
    "SELECT kind, network, protocol, address, program, uses, first_seen, last_seen FROM mail_access WHERE account_id = $1 ORDER BY \
     network, protocol",
);

async fn rows(service: &TestService, account: AccountId) -> Vec<Row> {
    service.rows(&ROWS, &[account.into()]).await
}

async fn only(service: &TestService, owner: &TestOwner) -> ListedAppPassword {
    let mut all = service.app.app_passwords(owner.account).await.unwrap();
    assert_eq!(all.len(), 1);
    all.remove(0)
}

async fn a_hundred_connections_are_one_row_and_one_event(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let text = made(&service, &owner).await.text;
    let began = service.now();
    for _ in 0..100 {
        signs_in(&service, &owner, &text, 7, "imap").await;
        service.clock.advance(Span::seconds(1));
    }
    assert_eq!(recorded(&service).await, 1);
    for _ in 0..100 {
        signs_in(&service, &owner, &text, 7, "imap").await;
    }
    assert_eq!(recorded(&service).await, 1);
    assert_eq!(recorded(&service).await, 0);
    let [row] = &rows(&service, owner.account).await[..] else {
        panic!("one row")
    };
    assert_eq!(row.get::<i64>("uses").unwrap(), 200);
    assert_eq!(row.get::<Timestamp>("first_seen").unwrap(), began);
    assert_eq!(row.get::<Timestamp>("last_seen").unwrap(), service.now());
    assert_eq!(service.events_of(owner.account, "mail-signed-in").await, 1);
    assert!(
        service
            .told(owner.account, "mail-signed-in")
            .await
            .is_empty()
    );
    let used = only(&service, &owner).await;
    assert_eq!(used.last_used_at, Some(service.now()));
    assert_eq!(used.last_address.as_deref(), Some("10.0.7.7"));
    assert_eq!(used.last_program, None);
}

async fn every_network_and_protocol_is_seen_once_and_counted(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.owner().await;
    let text = made(&service, &owner).await.text;
    for from in [3, 4, 3] {
        signs_in(&service, &owner, &text, from, "imap").await;
    }
    signs_in(&service, &owner, &text, 3, "submission").await;
    signs_in(&service, &owner, &owner.password, 3, "imap").await;
    assert_eq!(recorded(&service).await, 4);
    assert_eq!(service.events_of(owner.account, "mail-signed-in").await, 4);
    let events = service.app.recent_events(owner.account).await.unwrap();
    let by: Vec<_> = events
        .iter()
        .filter(|event| event.kind == "mail-signed-in")
        .map(|event| {
            let detail = |name: &str| {
                event
                    .details
                    .iter()
                    .find(|(own, _)| own == name)
                    .unwrap()
                    .1
                    .clone()
            };
            format!(
                "{} {} {} {}",
                detail("by"),
                detail("label"),
                detail("protocol"),
                event.from
            )
        })
        .collect();
    let mut by = by;
    by.sort();
    assert_eq!(
        by,
        [
            "app-password my phone IMAP 10.0.3.7",
            "app-password my phone IMAP 10.0.4.7",
            "app-password my phone SMTP 10.0.3.7",
            "main-password  IMAP 10.0.3.7",
        ]
    );
}

fn pwhash(owner: &TestOwner, password: &str) -> PolicyHash {
    let text = format!("{NONCE}{}\0{password}", owner.address);
    PolicyHash::parse(&HEXLOWER.encode(&Sha256::digest(text))).unwrap()
}

fn report(owner: &TestOwner) -> MailReport<'_> {
    MailReport {
        login: &owner.address,
        service: "imap",
        remote: Some(visit(3).address),
        program: r#""name" "Thunderbird" "version" "140""#,
        success: true,
        unasked: false,
    }
}

async fn the_program_is_known_by_the_report_that_names_its_app_password(engine: Engine) {
    let service = TestService::on(engine).policy_nonce(NONCE).await;
    let owner = service.enrolled_owner().await;
    let text = made(&service, &owner).await.text;
    signs_in(&service, &owner, &text, 3, "imap").await;
    let hash = pwhash(&owner, &text);
    service
        .app
        .mail_report(&report(&owner), Some(&hash))
        .await
        .unwrap();
    assert_eq!(recorded(&service).await, 1);
    let used = only(&service, &owner).await;
    assert_eq!(used.last_program.as_deref(), Some("Thunderbird 140"));
    let row = &rows(&service, owner.account).await[0];
    assert_eq!(row.get::<i64>("uses").unwrap(), 1);
    assert_eq!(row.get::<String>("program").unwrap(), "Thunderbird 140");
    // A use without a name leaves the name; one whose report came alone, to another node, counts nothing.
    signs_in(&service, &owner, &text, 3, "imap").await;
    recorded(&service).await;
    let anonymous = MailReport {
        program: "",
        ..report(&owner)
    };
    service
        .app
        .mail_report(&anonymous, Some(&hash))
        .await
        .unwrap();
    service
        .app
        .mail_report(&report(&owner), Some(&hash))
        .await
        .unwrap();
    recorded(&service).await;
    let row = &rows(&service, owner.account).await[0];
    assert_eq!(row.get::<i64>("uses").unwrap(), 2);
    assert_eq!(row.get::<String>("program").unwrap(), "Thunderbird 140");
    assert_eq!(service.events_of(owner.account, "mail-signed-in").await, 1);
}

async fn a_report_of_any_other_hash_leaves_nothing(engine: Engine) {
    let service = TestService::on(engine).policy_nonce(NONCE).await;
    let (owner, other) = (
        service.enrolled_owner().await,
        service.enrolled_owner().await,
    );
    let text = made(&service, &owner).await.text;
    let hashes = [
        pwhash(&owner, "another"),
        pwhash(&owner, &owner.password),
        // Typed without its hyphens: it opens the mailbox, and is not recognised.
        pwhash(&owner, &text.replace('-', "")),
        pwhash(&other, &text),
    ];
    for hash in &hashes {
        for success in [true, false] {
            let report = MailReport {
                success,
                ..report(&owner)
            };
            service.app.mail_report(&report, Some(hash)).await.unwrap();
        }
    }
    service
        .app
        .mail_report(&report(&owner), None)
        .await
        .unwrap();
    assert_eq!(recorded(&service).await, 0);
    assert!(rows(&service, owner.account).await.is_empty());
}

async fn refusals_of_an_hour_are_one_event(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let refused = MailReport {
        success: false,
        unasked: true,
        ..report(&owner)
    };
    for _ in 0..3 {
        for _ in 0..5 {
            service.app.mail_report(&refused, None).await.unwrap();
        }
        recorded(&service).await;
    }
    assert_eq!(service.events_of(owner.account, "mail-refused").await, 1);
    // Somewhere else, by something else, an hour later: an event each.
    let elsewhere = MailReport {
        remote: Some(visit(4).address),
        ..refused
    };
    let pop3 = MailReport {
        service: "pop3",
        ..refused
    };
    for report in [elsewhere, pop3] {
        service.app.mail_report(&report, None).await.unwrap();
    }
    recorded(&service).await;
    assert_eq!(service.events_of(owner.account, "mail-refused").await, 3);
    service.clock.advance(Span::hours(1));
    service.app.mail_report(&refused, None).await.unwrap();
    recorded(&service).await;
    assert_eq!(service.events_of(owner.account, "mail-refused").await, 4);
    // What we were asked about and refused is counted there, not again when it is reported.
    let asked = MailReport {
        unasked: false,
        ..refused
    };
    service.app.mail_report(&asked, None).await.unwrap();
    assert_eq!(recorded(&service).await, 0);
    // Nobody is known by that name: nothing to write.
    let nobody = MailReport {
        login: "nobody@mail.example",
        ..refused
    };
    service.app.mail_report(&nobody, None).await.unwrap();
    assert_eq!(recorded(&service).await, 0);
}

async fn what_could_not_be_written_is_written_later_and_once(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let text = made(&service, &owner).await.text;
    signs_in(&service, &owner, &text, 3, "imap").await;
    let refused = MailReport {
        success: false,
        unasked: true,
        ..report(&owner)
    };
    service.app.mail_report(&refused, None).await.unwrap();
    for operation in 1..=3 {
        service
            .faults
            .strike_at(operation, When::Before, Fault::Fail);
        assert!(service.app.record_mail_access().await.is_err());
        signs_in(&service, &owner, &text, 3, "imap").await;
    }
    assert_eq!(recorded(&service).await, 2);
    let row = &rows(&service, owner.account).await[0];
    assert_eq!(row.get::<i64>("uses").unwrap(), 4);
    assert_eq!(service.events_of(owner.account, "mail-signed-in").await, 1);
    assert_eq!(service.events_of(owner.account, "mail-refused").await, 1);
}

async fn two_nodes_note_one_first_use(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let text = made(&service, &owner).await.text;
    let other = TestService::at(service.url())
        .clock(&service.clock)
        .seed(2)
        .owners(1)
        .await;
    signs_in(&service, &owner, &text, 3, "imap").await;
    signs_in(&other, &owner, &text, 3, "imap").await;
    let (here, there) = (
        service.app.record_mail_access(),
        other.app.record_mail_access(),
    );
    let (here, there) = tokio::join!(here, there);
    assert_eq!((here.unwrap(), there.unwrap()), (1, 1));
    assert_eq!(service.events_of(owner.account, "mail-signed-in").await, 1);
    let row = &rows(&service, owner.account).await[0];
    assert_eq!(row.get::<i64>("uses").unwrap(), 2);
}

/// By the real clock: what is noted is in the database five seconds later, and what is new much sooner.
async fn a_crash_loses_five_seconds_at_most(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let text = made(&service, &owner).await.text;
    let app = Arc::clone(&service.app);
    let keeper = tokio::spawn(async move { app.keep_mail_access(std::future::pending()).await });
    let uses = async || {
        let rows = rows(&service, owner.account).await;
        rows.first()
            .map_or(0, |row| row.get::<i64>("uses").unwrap())
    };
    let until = async |wanted: i64| {
        let began = Instant::now();
        while uses().await < wanted {
            assert!(began.elapsed() < Duration::from_mins(1), "never written");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        began.elapsed()
    };
    signs_in(&service, &owner, &text, 3, "imap").await;
    let first = until(1).await;
    assert!(first < Duration::from_secs(3), "{first:?}");
    signs_in(&service, &owner, &text, 3, "imap").await;
    let batch = until(2).await;
    assert!(batch < Duration::from_secs(7), "{batch:?}");
    // A crash: nothing is said at the end, and what was written stays.
    signs_in(&service, &owner, &text, 3, "imap").await;
    keeper.abort();
    assert_eq!(uses().await, 2);
    // Told to stop, it writes what is left.
    service.app.keep_mail_access(std::future::ready(())).await;
    assert_eq!(uses().await, 3);
}
