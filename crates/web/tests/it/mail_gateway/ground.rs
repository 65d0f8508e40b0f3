//! A gateway that listens, somebody called Alice, and a client that sends bytes and no more.

use counterfoil_lang::Sentences;
use counterfoil_model::app_password::{Lasts, Scopes};
use counterfoil_service::account::Enrolling;
use counterfoil_service::app_password::NewAppPassword;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::{TestService, visit};
use counterfoil_testkit::story::TestOwner;
use counterfoil_web::mail_gateway::{Parts, router};
use std::net::SocketAddr;
use std::sync::Arc;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// Dovecot's `auth_policy_hash_nonce`.
pub(super) const NONCE: &str = "hash-nonce-of-this-server";

/// A gateway with the secrets of the observed requests: `rs-secret`, and `lab` for the policy.
pub(super) struct Gateway {
    pub(super) service: TestService,
    pub(super) address: SocketAddr,
}

impl Gateway {
    pub(super) async fn start() -> Self {
        let service = TestService::on(Engine::Sqlite).policy_nonce(NONCE).await;
        let router = router(Parts {
            app: Arc::clone(&service.app),
            client_secret: "rs-secret".into(),
            policy_secret: "lab".into(),
            public_url: "https://account.example.org".into(),
            sentences: Arc::new(Sentences::load().unwrap()),
        });
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { service, address }
    }

    /// alice@example.org, as in all observed requests; with a password alone.
    pub(super) async fn alice(&self) -> TestOwner {
        let app = &self.service.app;
        let visit = visit(1);
        let invited = app.invite("alice@example.org", "Alice", "en", None);
        let link = invited.await.unwrap().link.unwrap();
        let password = "marmot on the violet stairs";
        let enrolling = Enrolling {
            address: "",
            name: "Alice",
            language: "en",
            password,
        };
        let accepted = app.accept_invitation(&link, &visit, enrolling).await;
        let token = accepted.unwrap();
        TestOwner {
            account: token.account(),
            address: "alice@example.org".into(),
            outside: "alice@elsewhere.example".into(),
            password: password.into(),
            phone: None,
            session: app.session(&token, &visit).await.unwrap(),
            visit,
            token,
        }
    }

    /// An app password of hers for these protocols.
    pub(super) async fn app_password(&self, alice: &TestOwner, scopes: &str) -> String {
        let new = NewAppPassword {
            label: "my phone",
            scopes: Scopes::parse(scopes),
            lasts: Lasts::Year,
        };
        let made = self
            .service
            .app
            .make_app_password(&alice.session, &alice.visit, new)
            .await;
        made.unwrap().text.to_string()
    }

    /// A connection that stays open, as Dovecot keeps it.
    pub(super) async fn connect(&self) -> Connection {
        Connection {
            stream: TcpStream::connect(self.address).await.unwrap(),
        }
    }

    /// One request on a connection of its own.
    pub(super) async fn ask(&self, request: &str) -> Reply {
        self.connect().await.ask(request).await
    }
}

pub(super) struct Connection {
    stream: TcpStream,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) head: String,
    pub(super) body: String,
}

impl Connection {
    /// Sends the request and reads one whole answer.
    pub(super) async fn ask(&mut self, request: &str) -> Reply {
        self.stream.write_all(request.as_bytes()).await.unwrap();
        let mut read = Vec::new();
        let head = loop {
            let text = String::from_utf8_lossy(&read);
            if let Some((head, _)) = text.split_once("\r\n\r\n") {
                break head.to_owned();
            }
            let mut more = [0; 4096];
            let n = self.stream.read(&mut more).await.unwrap();
            assert!(n > 0, "the gateway hung up after {text:?}");
            read.extend(more.iter().take(n));
        };
        let length: usize = head
            .lines()
            .find_map(|line| {
                line.to_lowercase()
                    .strip_prefix("content-length: ")?
                    .parse()
                    .ok()
            })
            .unwrap_or(0);
        let mut body: Vec<u8> = read.drain(..).skip(head.len() + 4).collect();
        while body.len() < length {
            let mut more = [0; 4096];
            let n = self.stream.read(&mut more).await.unwrap();
            assert!(n > 0, "the gateway hung up in the middle of its answer");
            body.extend(more.iter().take(n));
        }
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Reply {
            status,
            head,
            body: String::from_utf8(body).unwrap(),
        }
    }
}

impl Reply {
    /// The exact body of an answer of 200 that is JSON and kept by nobody.
    pub(super) fn ok(&self) -> serde_json::Value {
        let head = self.head.to_lowercase();
        assert_eq!(self.status, 200, "{self:?}");
        assert!(head.contains("content-type: application/json"), "{head}");
        assert!(head.contains("cache-control: no-store"), "{head}");
        serde_json::from_str(&self.body).unwrap()
    }
}

/// An observed request, its line ends as on the wire and its length as that of its body.
pub(super) fn on_the_wire(observed: &str) -> String {
    let (head, body) = observed.trim_start().split_once("\n\n").unwrap();
    let body = body.trim_end();
    let lines = head.lines().map(|line| {
        if line.starts_with("Content-Length: ") {
            format!("Content-Length: {}", body.len())
        } else {
            line.to_owned()
        }
    });
    let head: Vec<String> = lines.collect();
    format!("{}\r\n\r\n{body}", head.join("\r\n"))
}
