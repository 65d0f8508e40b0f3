//! Mails by a mail server.

use crate::fake_server::{FakeServer, Manners};
use crate::sample;
use counterfoil_notices::transport::Smtp;
use counterfoil_notices::transport::smtp::{Login, Security, Server};
use counterfoil_notices::{Receipt, Transport as _, TransportError};
use std::sync::Arc;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::aws_lc_rs;
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};

fn server(port: u16, security: Security) -> Server {
    Server {
        host: "localhost".into(),
        port,
        security,
        login: None,
        hello: "account.example.org".into(),
        authorities: Vec::new(),
    }
}

fn with_login(port: u16, security: Security) -> Server {
    let login = Login {
        user: "counterfoil".into(),
        password: "sesame".to_owned().into(),
    };
    Server {
        login: Some(login),
        ..server(port, security)
    }
}

/// Made for localhost by the authority beside it.
fn acceptor() -> TlsAcceptor {
    let chain =
        CertificateDer::from_pem_slice(include_bytes!("certificates/localhost.pem")).unwrap();
    let key =
        PrivateKeyDer::from_pem_slice(include_bytes!("certificates/localhost.key.pem")).unwrap();
    let config = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![chain], key)
        .unwrap();
    TlsAcceptor::from(Arc::new(config))
}

fn trusting(server: Server) -> Server {
    Server {
        authorities: include_bytes!("certificates/authority.pem").to_vec(),
        ..server
    }
}

async fn outcome(manners: Manners) -> Result<Receipt, TransportError> {
    let fake = FakeServer::start(manners, None).await;
    Smtp::new(server(fake.port, Security::None))
        .unwrap()
        .hand_over(&sample::mail())
        .await
}

fn no_answer(reason: &str) -> Result<Receipt, TransportError> {
    Err(TransportError::no_answer(reason))
}

fn retry(reason: &str, status: &str) -> Result<Receipt, TransportError> {
    Err(TransportError::retry(reason).with_status(status.parse().ok()))
}

fn never(reason: &str, status: &str) -> Result<Receipt, TransportError> {
    Err(TransportError::never(reason).with_status(status.parse().ok()))
}

#[tokio::test]
async fn a_mail_arrives_as_it_was_written() {
    let fake = FakeServer::start(Manners::default(), None).await;
    let smtp = Smtp::new(server(fake.port, Security::None)).unwrap();
    assert!(smtp.reaches_people());
    let mail = sample::mail();
    smtp.hand_over(&mail).await.unwrap();
    let commands = fake.commands();
    assert_eq!(commands[0], "EHLO account.example.org");
    assert_eq!(commands[2], "MAIL FROM:<account@example.org>");
    assert_eq!(commands[3], "RCPT TO:<alice@elsewhere.example>");
    assert_eq!(
        fake.mails()[0].trim_end(),
        String::from_utf8(mail.eml()).unwrap().trim_end()
    );
}

#[tokio::test]
async fn rfc_3461_a_server_that_reports_is_asked_to() {
    let fake = FakeServer::start(
        Manners {
            reports: true,
            ..Manners::default()
        },
        None,
    )
    .await;
    let smtp = Smtp::new(server(fake.port, Security::None)).unwrap();
    let mail = sample::mail().returning_to(Some("returns+token@example.org".into()));
    smtp.hand_over(&mail).await.unwrap();
    let commands = fake.commands();
    assert_eq!(
        commands[2],
        format!(
            "MAIL FROM:<returns+token@example.org> RET=HDRS ENVID={}",
            mail.notice
        )
    );
    assert_eq!(
        commands[3],
        "RCPT TO:<alice@elsewhere.example> NOTIFY=FAILURE,DELAY ORCPT=rfc822;alice@elsewhere.example"
    );
    assert!(fake.mails()[0].contains("From: "), "the sender stays");
    assert!(!fake.mails()[0].contains("returns+"));
}

#[tokio::test]
async fn the_connection_is_kept_for_the_next_mail() {
    let fake = FakeServer::start(Manners::default(), None).await;
    let smtp = Smtp::new(server(fake.port, Security::None)).unwrap();
    for _ in 0..3 {
        smtp.hand_over(&sample::mail()).await.unwrap();
    }
    assert_eq!(
        (fake.mails().len(), fake.seen.lock().unwrap().connections),
        (3, 1)
    );
}

#[tokio::test]
async fn a_kept_connection_that_went_dead_is_replaced() {
    let fake = FakeServer::start(
        Manners {
            hangs_up_after: true,
            ..Manners::default()
        },
        None,
    )
    .await;
    let smtp = Smtp::new(server(fake.port, Security::None)).unwrap();
    smtp.hand_over(&sample::mail()).await.unwrap();
    smtp.hand_over(&sample::mail()).await.unwrap();
    assert_eq!(
        (fake.mails().len(), fake.seen.lock().unwrap().connections),
        (2, 2)
    );
}

#[tokio::test]
async fn a_refused_mail_is_never_tried_again() {
    let refused = Some("550 5.1.1 <alice@elsewhere.example> unknown");
    assert_eq!(
        outcome(Manners {
            sender: refused,
            ..Manners::default()
        })
        .await,
        never("550", "5.1.1")
    );
    assert_eq!(
        outcome(Manners {
            recipient: refused,
            ..Manners::default()
        })
        .await,
        never("550", "5.1.1")
    );
    assert_eq!(
        outcome(Manners {
            data: refused,
            ..Manners::default()
        })
        .await,
        never("550", "5.1.1")
    );
    assert_eq!(
        outcome(Manners {
            end_of_data: Some("554 spam"),
            ..Manners::default()
        })
        .await,
        never("554", "5.0.0")
    );
}

#[tokio::test]
async fn a_busy_server_is_asked_again() {
    let busy = Some("451 4.7.1 <alice@elsewhere.example> greylisted");
    assert_eq!(
        outcome(Manners {
            recipient: busy,
            ..Manners::default()
        })
        .await,
        retry("451", "4.7.1")
    );
    assert_eq!(
        outcome(Manners {
            end_of_data: busy,
            ..Manners::default()
        })
        .await,
        retry("451", "4.7.1")
    );
    assert_eq!(
        outcome(Manners {
            greeting: Some("421 later"),
            ..Manners::default()
        })
        .await,
        no_answer("421")
    );
}

#[tokio::test]
async fn a_server_that_hangs_up_is_asked_again_and_may_have_taken_it_at_the_end() {
    assert_eq!(
        outcome(Manners {
            greeting: None,
            ..Manners::default()
        })
        .await,
        no_answer("answer")
    );
    assert_eq!(
        outcome(Manners {
            recipient: None,
            ..Manners::default()
        })
        .await,
        no_answer("answer")
    );
    assert_eq!(
        outcome(Manners {
            end_of_data: None,
            ..Manners::default()
        })
        .await,
        Err(TransportError::uncertain("answer"))
    );
}

#[tokio::test]
async fn a_server_that_has_something_against_us_is_asked_again() {
    assert_eq!(
        outcome(Manners {
            greeting: Some("554 go away"),
            ..Manners::default()
        })
        .await,
        no_answer("554")
    );
    assert_eq!(
        outcome(Manners {
            sender: Some("530 sign in first"),
            ..Manners::default()
        })
        .await,
        no_answer("530")
    );
    let fake = FakeServer::start(
        Manners {
            login: Some("535 wrong"),
            ..Manners::default()
        },
        None,
    )
    .await;
    let smtp = Smtp::new(with_login(fake.port, Security::None)).unwrap();
    assert_eq!(smtp.hand_over(&sample::mail()).await, no_answer("535"));
}

#[tokio::test]
async fn nobody_there_is_asked_again() {
    let free = tokio::net::TcpListener::bind("127.0.0.1:0")
        .await
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let smtp = Smtp::new(server(free, Security::None)).unwrap();
    assert_eq!(
        smtp.hand_over(&sample::mail()).await,
        no_answer("connection")
    );
}

#[tokio::test]
async fn encrypted_or_not_at_all() {
    let fake = FakeServer::start(Manners::default(), None).await;
    let required = Smtp::new(with_login(fake.port, Security::StartTls)).unwrap();
    assert_eq!(
        required.hand_over(&sample::mail()).await,
        no_answer("no tls")
    );
    let login = Smtp::new(with_login(fake.port, Security::Opportunistic)).unwrap();
    assert_eq!(login.hand_over(&sample::mail()).await, no_answer("no tls"));
    assert_eq!(
        fake.commands(),
        ["EHLO account.example.org"; 2],
        "neither login nor mail left in clear"
    );

    let opportunistic = Smtp::new(server(fake.port, Security::Opportunistic)).unwrap();
    opportunistic.hand_over(&sample::mail()).await.unwrap();
}

#[tokio::test]
async fn starttls_with_a_valid_certificate() {
    let fake = FakeServer::start(
        Manners {
            starttls: true,
            ..Manners::default()
        },
        Some(acceptor()),
    )
    .await;
    let smtp = Smtp::new(trusting(with_login(fake.port, Security::StartTls))).unwrap();
    smtp.hand_over(&sample::mail()).await.unwrap();
    let commands = fake.commands();
    assert_eq!(
        commands[..3],
        [
            "EHLO account.example.org",
            "STARTTLS",
            "EHLO account.example.org"
        ]
    );
    assert!(commands[3].starts_with("AUTH PLAIN "), "{}", commands[3]);
    assert_eq!(fake.mails().len(), 1);
}

#[tokio::test]
async fn tls_from_the_first_byte() {
    let fake = FakeServer::start(Manners::default(), Some(acceptor())).await;
    let smtp = Smtp::new(trusting(with_login(fake.port, Security::Tls))).unwrap();
    smtp.hand_over(&sample::mail()).await.unwrap();
    assert_eq!(fake.mails().len(), 1);
}

#[tokio::test]
async fn a_certificate_that_nobody_vouches_for_gets_nothing() {
    let direct = FakeServer::start(Manners::default(), Some(acceptor())).await;
    let turned = FakeServer::start(
        Manners {
            starttls: true,
            ..Manners::default()
        },
        Some(acceptor()),
    )
    .await;
    for (fake, security) in [
        (&direct, Security::Tls),
        (&turned, Security::StartTls),
        (&turned, Security::Opportunistic),
    ] {
        let smtp = Smtp::new(server(fake.port, security)).unwrap();
        assert_eq!(
            smtp.hand_over(&sample::mail()).await,
            no_answer("connection"),
            "{security:?}"
        );
    }
    let other = Server {
        host: "127.0.0.1".into(),
        ..trusting(server(direct.port, Security::Tls))
    };
    let smtp = Smtp::new(other).unwrap();
    assert_eq!(
        smtp.hand_over(&sample::mail()).await,
        no_answer("connection"),
        "the certificate is for another name"
    );
    assert!(direct.mails().is_empty() && turned.mails().is_empty());
}

#[test]
fn port_465_begins_with_tls() {
    assert_eq!(Security::required(465), Security::Tls);
    assert_eq!(Security::required(587), Security::StartTls);
}

#[test]
fn debug_shows_no_password() {
    let smtp = Smtp::new(with_login(587, Security::StartTls)).unwrap();
    assert_eq!(format!("{smtp:?}"), "Smtp(localhost:587, StartTls)");
    assert!(!format!("{:?}", with_login(587, Security::StartTls)).contains("sesame"));
}
