//! Whom a notice is for and what it says stays out of the log, whatever goes wrong.

use crate::fake_server::{FakeServer, Manners};
use crate::outbox::Outbox;
use crate::sample;
use counterfoil_model::EventKind;
use counterfoil_notices::transport::Smtp;
use counterfoil_notices::transport::smtp::{Login, Security, Server};
use counterfoil_notices::{Parts, Tally, deliver_due};
use std::io;
use std::sync::{Arc, Mutex};
use tracing_subscriber::fmt::MakeWriter;

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// Everything that is logged, at the most talkative level, while one notice is delivered to a server with these manners.
async fn logged(manners: Manners, expected: Tally) -> String {
    let log = Log::default();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(log.clone())
        .finish();
    let _guard = tracing::subscriber::set_default(subscriber);

    let fake = FakeServer::start(manners, None).await;
    let smtp = Smtp::new(Server {
        host: "localhost".into(),
        port: fake.port,
        security: Security::None,
        login: Some(Login {
            user: "counterfoil".into(),
            password: "sesame".to_owned().into(),
        }),
        hello: "account.example.org".into(),
        authorities: Vec::new(),
    })
    .unwrap();
    let outbox = Outbox::new().await;
    outbox.enter_account("alice@example.org", "Alice").await;
    outbox
        .queue(&outbox.notice(EventKind::ChangeScheduled, true, 7))
        .await;
    let now = || outbox.clock.now();
    let parts = Parts {
        transport: &smtp,
        ..outbox.parts()
    };
    assert_eq!(deliver_due(parts, now, 10).await.unwrap(), expected);
    let bytes = log.0.lock().unwrap().clone();
    String::from_utf8(bytes).unwrap()
}

fn assert_discreet(log: &str) {
    let token = sample::LINK.rsplit('/').next().unwrap();
    for private in [
        "alice",
        "Alice",
        "elsewhere.example",
        token,
        "phone",
        "192.0.2.77",
        "Firefox",
        "sesame",
        "greylisted",
    ] {
        assert!(!log.contains(private), "{private} is in the log:\n{log}");
    }
    assert!(log.contains("07070707070707070707070707070707"), "{log}");
}

#[tokio::test]
async fn a_notice_that_left_is_logged_by_its_id() {
    let log = logged(
        Manners::default(),
        Tally {
            handed_over: 1,
            ..Tally::default()
        },
    )
    .await;
    assert_discreet(&log);
    assert!(log.contains("handed-over"), "{log}");
}

#[tokio::test]
async fn a_notice_that_was_refused_is_logged_by_its_id_and_the_status_code() {
    let refused = Some("550 5.1.1 <alice@elsewhere.example> unknown");
    let log = logged(
        Manners {
            recipient: refused,
            ..Manners::default()
        },
        Tally {
            bounced: 1,
            ..Tally::default()
        },
    )
    .await;
    assert_discreet(&log);
    assert!(log.contains("550") && log.contains("bounced"), "{log}");

    let busy = Some("451 <alice@elsewhere.example> greylisted");
    let log = logged(
        Manners {
            end_of_data: busy,
            ..Manners::default()
        },
        Tally {
            deferred: 1,
            ..Tally::default()
        },
    )
    .await;
    assert_discreet(&log);
    assert!(log.contains("451") && log.contains("queued"), "{log}");
}
