//! An owner's pages a second, beside an empty handler of the same server, in a town of 100,000 mailboxes: the account that is shown has a
//! thousand events.

use crate::figures::{Figures, Rounds};
use crate::load::answers_a_second;
use crate::owners;
use crate::place::Size;
use crate::town::Town;
use async_trait::async_trait;
use axum::Router;
use axum::routing::get;
use axum::serve::ListenerExt;
use counterfoil_lang::{Language, Sentences, TimeZone};
use counterfoil_model::{AccountId, EventId, Span};
use counterfoil_service::{Chance, Clock as _, Doctor, Finding, SystemClock, SystemEntropy, Visit};
use counterfoil_store::repo::event::Event;
use counterfoil_store::repo::import::ImportedAccount;
use counterfoil_store::{Error, repo};
use counterfoil_web::assets::Assets;
use counterfoil_web::portal::{Letterhead, door::Portal, router};
use counterfoil_web::shell::csrf::CsrfKey;
use counterfoil_web::shell::{PublicUrl, Shell, TrustedProxies};
use data_encoding::BASE64URL_NOPAD;
use sha2::{Digest as _, Sha256};
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

const EVENTS: u32 = 1_000;
/// Short and many: what else the machine does hits all of a round alike.
const ROUNDS: usize = 31;
const ROUND: Duration = Duration::from_millis(300);

/// What is measured: its name, its address, and what stands on it. Other pages of an owner's belong here too.
const PAGES: [(&str, &str, &str); 2] = [
    ("home", "/", "</main>"),
    ("activity", "/activity", "</main>"),
];

pub(crate) async fn measure(town: &Town, size: &Size, figures: &mut Figures) {
    figures
        .heading("Pages of an owner who is signed in, among 100,000 mailboxes, with 1,000 events");
    let cookies = settle(town).await;
    let server = serve(town).await;
    let request = |path: &str| {
        format!("GET {path} HTTP/1.1\r\nHost: account.example.org\r\nUser-Agent: Bench\r\nCookie: {cookies}\r\n\r\n")
            .into_bytes()
    };
    let empties = &Arc::new(vec![request("/empty")]);
    for (name, path, expected) in PAGES {
        let pages = &Arc::new(vec![request(path)]);
        let mut rounds = (Vec::new(), Vec::new());
        let all = if size.rounds > 1 { ROUNDS } else { 3 };
        for round in 0..=all {
            let empty = answers_a_second(server, empties, "", ROUND).await;
            let page = answers_a_second(server, pages, expected, ROUND).await;
            // The first one warms up.
            if round > 0 {
                rounds.0.push(empty);
                rounds.1.push(page);
            }
        }
        let ratios = Rounds::ratios(&rounds.1, &rounds.0);
        let bytes = bytes_of(server, &request(path)).await;
        for (what, rounds, digits) in [
            ("page, answers a second", Rounds::of(rounds.1), 0),
            ("page: an empty handler beside it", Rounds::of(rounds.0), 0),
            ("page ÷ empty handler", ratios, 4),
            ("page, bytes of its HTML", Rounds::of(vec![bytes]), 0),
        ] {
            figures.row(format!("{name} {what}"), rounds, digits);
        }
    }
}

/// An owner with a thousand events, signed in: the cookies.
async fn settle(town: &Town) -> String {
    let chance = &mut Chance(&SystemEntropy);
    let account = AccountId::draw(chance);
    let secret: [u8; 32] = town.app.draw_bytes();
    let browser: [u8; 16] = town.app.draw_bytes();
    let visit = &Visit::new(&browser, Ipv4Addr::LOCALHOST.into(), "Bench");
    let now = SystemClock.now();
    let entered: Result<(), Error> = town
        .app
        .db()
        .run("bench_owner", |tx| async move {
            let owner = ImportedAccount {
                id: account,
                address: "owner@town.example",
                address_key: "owner@town.example",
                login: None,
                name: "Somebody",
                language: "en",
                password: Some(&owners::password()),
            };
            repo::import::enter(&tx, &owner, now).await?;
            for n in 0..EVENTS {
                let event = Event {
                    id: EventId::from_bytes(town.app.draw_bytes()),
                    kind: "signed-in".to_owned(),
                    at: now - Span::minutes(i64::from(EVENTS - n)),
                    details: "{\"methods\":\"pwd otp\"}".to_owned(),
                    network: format!("198.51.{}.{}", n % 7, n % 250),
                    device: "Firefox on Linux".to_owned(),
                };
                let salt = town.app.draw_bytes();
                let own = Some(&visit.browser);
                repo::event::record(&tx, account, &event, &salt, own, None).await?;
            }
            let session = repo::session::Session {
                hash: Sha256::digest(secret).into(),
                browser_hash: visit.browser,
                kind: "full".to_owned(),
                methods: "pwd otp".to_owned(),
                held: false,
                started_at: now,
                seen_at: now,
                stepped_up_at: now,
                ended_at: None,
                network: visit.network().to_string(),
                device: visit.device.clone(),
            };
            repo::session::open(&tx, account, &session).await
        })
        .await;
    entered.expect("an owner");
    let token = [account.as_bytes().as_slice(), &secret].concat();
    format!(
        "__Host-counterfoil-session={}; __Host-counterfoil-browser={}",
        BASE64URL_NOPAD.encode(&token),
        BASE64URL_NOPAD.encode(&browser)
    )
}

struct Healthy;

#[async_trait]
impl Doctor for Healthy {
    async fn examine(&self) -> Vec<Finding> {
        Vec::new()
    }
}

/// The portal with an empty handler beside it.
async fn serve(town: &Town) -> SocketAddr {
    let (draws, keys) = (Arc::clone(&town.app), Arc::clone(&town.app));
    let shell = Shell {
        sentences: Arc::new(Sentences::load().expect("the sentences")),
        language: Language::English,
        time_zone: TimeZone::UTC,
        public_url: PublicUrl::parse("https://account.example.org").expect("an address"),
        service_name: "Bench".to_owned(),
        trusted_proxies: TrustedProxies::default(),
        csrf: CsrfKey::from_source(move || keys.keys().cookie_keys()),
        draw: Arc::new(move || draws.draw_bytes()),
        assets: Arc::new(Assets::embedded()),
    };
    let portal = Portal {
        app: Arc::clone(&town.app),
        shell: Arc::new(shell),
        notices_to_folder: false,
        help_line: "".into(),
        letterhead: Arc::new(Letterhead::default()),
        doctor: Arc::new(Healthy),
        mail_servers: None,
        providers: Vec::new().into(),
    };
    let routes = router(portal).merge(Router::new().route("/empty", get(|| async {})));
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .await
        .expect("a port");
    let address = listener.local_addr().expect("an address");
    let service = routes.into_make_service_with_connect_info::<SocketAddr>();
    let listener = listener.tap_io(|stream| stream.set_nodelay(true).expect("no delay"));
    tokio::spawn(async move { axum::serve(listener, service).await });
    address
}

async fn bytes_of(server: SocketAddr, request: &[u8]) -> f64 {
    let mut stream = TcpStream::connect(server).await.expect("a connection");
    let text = String::from_utf8_lossy(request).replacen("\r\n", "\r\nConnection: close\r\n", 1);
    stream.write_all(text.as_bytes()).await.expect("a request");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.expect("an answer");
    let answer = String::from_utf8_lossy(&answer);
    let (head, body) = answer.split_once("\r\n\r\n").expect("an answer");
    assert!(head.starts_with("HTTP/1.1 200"), "{head}");
    f64::from(u32::try_from(body.len()).expect("a small page"))
}
