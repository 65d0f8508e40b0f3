//! Password-grant answers a second, beside an empty handler of the same server.

use crate::figures::{Figures, Rounds};
use crate::load::answers_a_second;
use crate::place::Size;
use crate::town::Town;
use axum::Router;
use axum::routing::post;
use axum::serve::ListenerExt;
use counterfoil_lang::Sentences;
use counterfoil_web::mail_gateway;
use secrecy::SecretString;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// Short and many: what else the machine does hits both of a pair alike.
const ROUNDS: usize = 101;
const ROUND: Duration = Duration::from_millis(150);
/// The least that the issue asks for.
const TARGET: f64 = 0.3;

/// By which Dovecot is known.
pub(crate) const SECRET: &str = "a-secret-of-the-bench";

/// The gateway with an empty handler beside it, and the writing down of who came.
pub(crate) struct Gateway {
    pub(crate) address: SocketAddr,
    tasks: [JoinHandle<()>; 2],
}

impl Gateway {
    pub(crate) async fn serve(town: &Town, port: u16) -> Self {
        let app = Arc::clone(&town.app);
        let router = mail_gateway::router(mail_gateway::Parts {
            app: Arc::clone(&app),
            client_secret: SecretString::from(SECRET),
            policy_secret: SecretString::from(SECRET),
            public_url: "https://account.example.org".to_owned(),
            sentences: Arc::new(Sentences::load().expect("the sentences")),
        })
        .merge(Router::new().route("/empty", post(|| async {})));
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .await
            .expect("a port");
        let address = listener.local_addr().expect("an address");
        let listener = listener.tap_io(|stream| stream.set_nodelay(true).expect("no delay"));
        let server = tokio::spawn(async move {
            axum::serve(listener, router)
                .await
                .expect("the gateway serves");
        });
        let recorder = tokio::spawn(async move {
            app.keep_mail_access(std::future::pending()).await;
        });
        Self {
            address,
            tasks: [server, recorder],
        }
    }
}

impl Drop for Gateway {
    fn drop(&mut self) {
        for task in &self.tasks {
            task.abort();
        }
    }
}

pub(crate) async fn measure(town: &Town, size: &Size, figures: &mut Figures) {
    figures.heading("Mail programs");
    let gateway = Gateway::serve(town, 0).await;
    let grants = &requests(town, "/token");
    let empties = &requests(town, "/empty");
    let mut rounds = (Vec::new(), Vec::new());
    let all = if size.rounds > 1 { ROUNDS } else { 3 };
    for round in 0..=all {
        let empty = answers_a_second(gateway.address, empties, "", ROUND).await;
        let grant = answers_a_second(gateway.address, grants, "\"active\":true", ROUND).await;
        // The first one warms up.
        if round > 0 {
            rounds.0.push(empty);
            rounds.1.push(grant);
        }
    }
    let ratios = Rounds::ratios(&rounds.1, &rounds.0);
    let median = ratios.median();
    figures.row(
        "password grants with app passwords, answers a second",
        Rounds::of(rounds.1),
        0,
    );
    figures.row(
        "an empty handler of the same server, answers a second",
        Rounds::of(rounds.0),
        0,
    );
    figures.row("password grants ÷ empty handler", ratios, 2);
    figures.verdict("password grants ÷ empty handler", median, TARGET);
}

/// As Dovecot 2.3 asks, one for each known mailbox.
fn requests(town: &Town, path: &str) -> Arc<Vec<Vec<u8>>> {
    let request = |(login, password): &(String, String)| {
        let body = format!(
            "grant_type=password&username={login}&password={password}&client_id=dovecot&client_secret={SECRET}"
        );
        format!(
            "POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: dovecot-oauth2-passdb/2.3.19.1\r\nContent-Length: {}\r\n\
             Connection: Keep-Alive\r\nX-Dovecot-Auth-Service: imap\r\nX-Dovecot-Auth-Local: 127.0.0.1:143\r\n\
             X-Dovecot-Auth-Remote: 127.0.0.1:56354\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n{body}",
            body.len()
        )
        .into_bytes()
    };
    Arc::new(town.known.iter().map(request).collect())
}
