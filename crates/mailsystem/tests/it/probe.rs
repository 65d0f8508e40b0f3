//! Asking a running system, played by small servers that answer as the real ones do.

use crate::fragments::installation;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::post;
use counterfoil_mailsystem::doctor::Grade;
use counterfoil_mailsystem::fragment::{Installation, Sasl};
use counterfoil_mailsystem::probe::{Opens, answers_at, gateway, of_this_machine, opens};
use secrecy::SecretString;
use std::net::SocketAddr;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;

async fn listener() -> (TcpListener, SocketAddr) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    (listener, address)
}

/// Ours, with a gateway that answers each request so: to our secret, and to another.
async fn ours(right: (u16, &'static str), wrong: (u16, &'static str)) -> Installation {
    let (listener, address) = listener().await;
    let answer = move |body: String| async move {
        let known = body.contains("client_secret=gateway-secret");
        let (status, text) = if known { right } else { wrong };
        (StatusCode::from_u16(status).unwrap(), text)
    };
    let router = Router::new()
        .route("/introspect", post(answer))
        .route("/token", post(answer));
    tokio::spawn(async move { axum::serve(listener, router).await });
    let mut ours = installation("/etc/dovecot", Sasl::Unix, true);
    ours.introspection_url = format!("http://{address}/introspect");
    ours.grant_url = format!("http://{address}/token");
    ours
}

async fn fails(ours: &Installation) -> Vec<String> {
    let findings = gateway(ours).await;
    findings
        .into_iter()
        .filter(|finding| finding.grade == Grade::Fail)
        .map(|finding| finding.text)
        .collect()
}

const DEAD: &str = "{\"active\":false}";

#[tokio::test]
async fn a_gateway_answers_us_and_nobody_else() {
    assert!(
        fails(&ours((200, DEAD), (401, "{}")).await)
            .await
            .is_empty()
    );

    let everybody = fails(&ours((200, DEAD), (200, DEAD)).await).await;
    assert_eq!(everybody.len(), 2, "{everybody:?}");
    assert!(everybody[0].contains("answers without our secret"));

    let other_keys = fails(&ours((401, "{}"), (401, "{}")).await).await;
    assert!(other_keys[0].contains("refuses the secret of this key directory"));

    for strange in [(404, ""), (200, "{\"active\":true}"), (200, "{}")] {
        let found = fails(&ours(strange, (401, "{}")).await).await;
        assert!(
            found[0].contains("doesn't answer as Counterfoil"),
            "{found:?}"
        );
    }

    let mut gone = installation("/etc/dovecot", Sasl::Unix, true);
    let (listener, address) = listener().await;
    drop(listener);
    gone.introspection_url = format!("http://{address}/introspect");
    gone.grant_url.clone_from(&gone.introspection_url);
    assert!(fails(&gone).await[0].contains("is `counterfoil serve` running?"));
}

/// Dovecot's side of one `LOGIN` with literals; gives what it was told.
async fn imap(listener: TcpListener, answer: &'static str) -> (String, String) {
    let (stream, _) = listener.accept().await.unwrap();
    let mut client = BufReader::new(stream);
    let mut say = String::from("* OK [CAPABILITY IMAP4rev1 LOGIN-REFERRALS] Dovecot ready.\r\n");
    let mut told = Vec::new();
    for _ in 0..2 {
        client.write_all(say.as_bytes()).await.unwrap();
        let mut line = String::new();
        client.read_line(&mut line).await.unwrap();
        let (_, length) = line.trim_end().rsplit_once('{').unwrap();
        client.write_all(b"+ OK\r\n").await.unwrap();
        let mut text = vec![0; length.trim_end_matches('}').parse().unwrap()];
        client.read_exact(&mut text).await.unwrap();
        told.push(String::from_utf8(text).unwrap());
        say.clear();
    }
    let mut rest = String::new();
    client.read_line(&mut rest).await.unwrap();
    client.write_all(answer.as_bytes()).await.unwrap();
    (told.remove(0), told.remove(0))
}

#[tokio::test]
async fn a_password_is_tried_as_it_is_and_every_answer_is_understood() {
    let password = SecretString::from("päss \"word\" {5}\r\nb LOGOUT");
    for (answer, understood) in [
        ("* CAPABILITY X\r\na OK Logged in\r\n", Opens::Yes),
        (
            "a NO [AUTHENTICATIONFAILED] Authentication failed.\r\n",
            Opens::No,
        ),
        ("a NO [ALERT] Frozen by its owner.\r\n", Opens::No),
        (
            "a NO [UNAVAILABLE] Temporary authentication failure.\r\n",
            Opens::Unavailable,
        ),
    ] {
        let (listener, address) = listener().await;
        let server = tokio::spawn(imap(listener, answer));
        let opened = opens(address, "alice@example.org", &password).await;
        assert_eq!(opened.unwrap(), understood, "{answer}");
        let (login, told) = server.await.unwrap();
        assert_eq!(login, "alice@example.org");
        assert_eq!(told, "päss \"word\" {5}\r\nb LOGOUT");
    }
}

#[tokio::test]
async fn who_is_no_imap_server_opens_nothing() {
    for greeting in ["220 mail.example.org ESMTP\r\n", "", "* BYE later\r\nx\r\n"] {
        let (listener, address) = listener().await;
        tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.unwrap();
            stream.write_all(greeting.as_bytes()).await.unwrap();
        });
        let opened = opens(address, "alice@example.org", &SecretString::from("x")).await;
        assert!(opened.is_err(), "{greeting}: {opened:?}");
    }
}

#[tokio::test]
async fn what_is_bound_to_this_machine_is_reached_here_only() {
    let (listener, here) = listener().await;
    assert!(answers_at(here).await);
    for address in of_this_machine() {
        assert!(!address.is_loopback());
        let outside = SocketAddr::new(address, here.port());
        assert!(!answers_at(outside).await, "{outside}");
    }
    drop(listener);
    assert!(!answers_at(here).await);
}
