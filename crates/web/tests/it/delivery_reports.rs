//! What a provider tells us afterwards moves the notice, and strangers find nothing.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use counterfoil_model::Span;
use counterfoil_service::desk::DeliveryState;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::app::TestApp;
use counterfoil_web::delivery_reports::{
    Encoding, Events, Kind, KnownBy, Means, Provider, Signature, SignedText,
};
use data_encoding::HEXLOWER;
use hmac::{Hmac, KeyInit as _, Mac as _};
use secrecy::SecretString;
use serde_json::json;
use sha2::Sha256;
use tower::ServiceExt as _;

const KEY: &str = "a key of thirty-two bytes or more";

/// A provider that took what the trap caught.
fn provider(known_by: KnownBy) -> Provider {
    let kind = |is: &str, means| Kind {
        at: "/event".into(),
        is: vec![json!(is)],
        means,
        status: None,
    };
    Provider {
        name: "trap".into(),
        known_by,
        events: Events {
            list: None,
            notice: Some("/notice".into()),
            reference: Some("/mail".into()),
            status: Some("/why".into()),
            kinds: vec![
                kind("delivered", Means::Delivered),
                kind("bounced", Means::Bounced),
                kind("spam", Means::Complained),
            ],
        },
    }
}

fn signing() -> Provider {
    provider(KnownBy::Signature(Signature {
        key: KEY.as_bytes().to_vec().into(),
        header: "x-signature".into(),
        prefix: "sha256=".into(),
        encoding: Encoding::Hex,
        timestamp_header: "x-timestamp".into(),
        id_header: None,
        signed: SignedText::parse("{timestamp}.{body}").unwrap(),
        tolerance: Span::minutes(5),
    }))
}

fn showing(header: Option<&str>) -> Provider {
    provider(KnownBy::Secret {
        secret: SecretString::from(KEY),
        header: header.map(str::to_owned),
    })
}

/// A request with these headers; what is answered.
async fn post(
    app: &TestApp,
    path: &str,
    headers: &[(&str, String)],
    body: &str,
) -> axum::response::Response {
    let mut request = Request::post(path).header(header::HOST, "account.mail.example");
    for (name, value) in headers {
        request = request.header(*name, value);
    }
    let request = request.body(Body::from(body.to_owned())).unwrap();
    app.router().oneshot(request).await.unwrap()
}

/// The headers of a body that was signed with this key at this second.
fn signed(key: &str, at: i64, body: &str) -> Vec<(&'static str, String)> {
    let mac = Hmac::<Sha256>::new_from_slice(key.as_bytes()).unwrap();
    let mac = mac.chain_update(format!("{at}.{body}")).finalize();
    let signature = HEXLOWER.encode(&mac.into_bytes());
    vec![
        ("x-timestamp", at.to_string()),
        ("x-signature", format!("sha256={signature}")),
    ]
}

async fn told(app: &TestApp, key: &str, at: i64, body: &str) -> StatusCode {
    post(app, "/delivery-reports/trap", &signed(key, at, body), body)
        .await
        .status()
}

/// The state of the one notice to this address, and why.
async fn state(app: &TestApp, to: &str) -> (DeliveryState, Option<String>) {
    for state in DeliveryState::EVERY {
        let deliveries = app.app.deliveries(state).await.unwrap();
        if let Some(found) = deliveries.into_iter().find(|one| one.recipient == to) {
            return (state, found.status);
        }
    }
    panic!("nothing was sent to {to}")
}

/// Invites somebody at each of these; what the transport calls their mails.
async fn sent(app: &TestApp, to: &[&str]) -> Vec<String> {
    let mut references = Vec::new();
    for (number, to) in to.iter().enumerate() {
        let mailbox = format!("guest{number}@mail.example");
        let invited = app.app.invite(&mailbox, "Guest", "en", Some(to));
        invited.await.unwrap();
        let mails = app.deliver().await;
        let mail = mails.iter().find(|mail| mail.to == *to).unwrap();
        references.push(mail.message_id.clone());
    }
    references
}

#[tokio::test]
async fn a_mail_that_came_back_is_bounced_once_however_often_it_is_told() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        comes_back(engine).await;
    }
}

async fn comes_back(engine: Engine) {
    let app = TestApp::on(engine).told_by(signing()).await;
    let to = [
        "a@elsewhere.example",
        "b@elsewhere.example",
        "c@elsewhere.example",
    ];
    let mails = sent(&app, &to).await;
    let [first, second, third] = mails.as_slice() else {
        panic!("{mails:?}")
    };
    let events = json!([
        {"mail": first, "event": "bounced", "why": "550 5.1.1 <a@elsewhere.example>: unknown"},
        {"mail": second, "event": "delivered"},
        {"mail": third, "event": "spam"},
        {"mail": "<nobody@elsewhere.example>", "event": "bounced"},
        {"mail": second, "event": "opened"},
    ])
    .to_string();
    let now = app.now().as_seconds();
    for _ in 0..3 {
        assert_eq!(told(&app, KEY, now, &events).await, StatusCode::NO_CONTENT);
    }
    // An invitation has no owner yet: an operator has to see to it.
    let unknown = Some("5.1.1".to_owned());
    assert_eq!(state(&app, to[0]).await, (DeliveryState::Failed, unknown));
    assert_eq!(state(&app, to[1]).await, (DeliveryState::Sent, None));
    assert_eq!(state(&app, to[2]).await, (DeliveryState::Failed, None));
    let sent = app.app.deliveries(DeliveryState::Sent).await.unwrap();
    assert!(sent.iter().any(|one| one.delivered_at == Some(app.now())));
}

#[tokio::test]
async fn strangers_find_nothing() {
    let app = TestApp::on(Engine::Sqlite).told_by(signing()).await;
    let mails = sent(&app, &["a@elsewhere.example"]).await;
    let event = json!({"mail": mails[0], "event": "bounced"}).to_string();
    let now = app.now().as_seconds();
    for (key, at) in [
        ("another key of thirty-two bytes", now),
        (KEY, now - 301),
        (KEY, now + 301),
    ] {
        let status = told(&app, key, at, &event).await;
        assert_eq!(status, StatusCode::UNAUTHORIZED, "{at}");
    }
    let good = signed(KEY, now, &event);
    let unknown = post(&app, "/delivery-reports/smtp", &good, &event).await;
    assert_eq!(unknown.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(unknown.headers()[header::CACHE_CONTROL], "no-store");
    assert!(!unknown.headers().contains_key(header::SET_COOKIE));
    let unsigned = post(&app, "/delivery-reports/trap", &[], &event).await;
    assert_eq!(unsigned.status(), StatusCode::UNAUTHORIZED);
    let huge = "x".repeat(2 << 20);
    assert_eq!(
        told(&app, KEY, now, &huge).await,
        StatusCode::PAYLOAD_TOO_LARGE
    );
    assert_eq!(
        state(&app, "a@elsewhere.example").await,
        (DeliveryState::Sent, None)
    );
    // What is signed and can't be read is not asked for again.
    assert_eq!(
        told(&app, KEY, now, "no json").await,
        StatusCode::NO_CONTENT
    );
    let got = app.router().oneshot(
        Request::get("/delivery-reports/trap")
            .header(header::HOST, "account.mail.example")
            .body(Body::empty())
            .unwrap(),
    );
    assert_eq!(got.await.unwrap().status(), StatusCode::METHOD_NOT_ALLOWED);
    let nowhere = TestApp::on(Engine::Sqlite).await;
    let answer = post(&nowhere, "/delivery-reports/trap", &good, &event).await;
    assert_eq!(answer.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_provider_that_signs_nothing_shows_its_secret() {
    for (header, name, good, wrong) in [
        (
            None,
            "authorization",
            format!("Bearer {KEY}"),
            "Bearer none of ours at all".to_owned(),
        ),
        (
            Some("x-secret"),
            "x-secret",
            KEY.to_owned(),
            format!("{KEY}s"),
        ),
    ] {
        let app = TestApp::on(Engine::Sqlite).told_by(showing(header)).await;
        sent(&app, &["a@elsewhere.example"]).await;
        let sent = app.app.deliveries(DeliveryState::Sent).await.unwrap();
        let notice = sent
            .iter()
            .find(|one| one.recipient == "a@elsewhere.example");
        let notice = notice.unwrap().id.to_string();
        let event = json!({"notice": notice, "event": "bounced", "why": "5.2.1"}).to_string();
        let at = "/delivery-reports/trap";
        let refused = post(&app, at, &[(name, wrong)], &event).await;
        assert_eq!(refused.status(), StatusCode::UNAUTHORIZED);
        assert!(refused.headers().contains_key(header::WWW_AUTHENTICATE));
        let taken = post(&app, at, &[(name, good)], &event).await;
        assert_eq!(taken.status(), StatusCode::NO_CONTENT);
        let (state, status) = state(&app, "a@elsewhere.example").await;
        assert_eq!(
            (state, status.as_deref()),
            (DeliveryState::Failed, Some("5.2.1"))
        );
    }
}

#[tokio::test]
async fn whoever_asks_too_often_waits_and_nobody_else_does() {
    let app = TestApp::on(Engine::Sqlite).told_by(signing()).await;
    let mut last = StatusCode::OK;
    for _ in 0..=6_000 {
        let answer = post(&app, "/delivery-reports/smtp", &[], "").await;
        last = answer.status();
        if last == StatusCode::TOO_MANY_REQUESTS {
            assert!(answer.headers().contains_key(header::RETRY_AFTER));
        }
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
    app.clock.advance(Span::minutes(1));
    let answer = post(&app, "/delivery-reports/smtp", &[], "").await;
    assert_eq!(answer.status(), StatusCode::UNAUTHORIZED);
}
