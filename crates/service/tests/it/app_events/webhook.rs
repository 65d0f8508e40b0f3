//! Webhooks: each event until it is heard, signed, and one deaf webhook keeps nobody waiting.

use super::{account_of, happens};
use crate::ground::on_both_engines;
use async_trait::async_trait;
use counterfoil_model::{Announcement, EventKind, Span};
use counterfoil_service::app_events::{SetWebhookRefusal, TestWebhookRefusal, read_secret};
use counterfoil_service::{WebhookError, WebhookMessage, Webhooks};
use counterfoil_store::Statement;
use counterfoil_store::driver::Engine;
use counterfoil_store::repo::app_event::Deliveries;
use counterfoil_testkit::service::{TestService, TestServiceBuilder};
use data_encoding::BASE64;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::sync::{Arc, Mutex};

on_both_engines! {
    a_webhook_hears_each_event_once_and_signed,
    what_was_not_heard_is_sent_again_for_three_days_and_when_somebody_says_so,
    one_deaf_webhook_keeps_no_other_waiting,
    another_secret_signs_beside_the_one_before_for_a_day,
    nodes_that_send_at_once_send_each_event_once,
    a_webhook_that_is_removed_hears_nothing_any_more,
    the_operator_hears_what_owners_are_told_of_and_nothing_else,
}

const SHOP: &str = "https://shop.example/hooks";
const GAME: &str = "https://game.example/hooks";

/// The servers of apps: those in `deaf` answer 500.
#[derive(Default)]
struct Ears {
    deaf: Mutex<Vec<&'static str>>,
    heard: Mutex<Vec<(String, WebhookMessage)>>,
}

impl Ears {
    fn heard(&self) -> Vec<(String, WebhookMessage)> {
        std::mem::take(&mut *self.heard.lock().unwrap())
    }
}

#[async_trait]
impl Webhooks for Ears {
    fn allow_private(&self) -> bool {
        false
    }

    async fn deliver(&self, url: &str, message: &WebhookMessage) -> Result<(), WebhookError> {
        if self.deaf.lock().unwrap().contains(&url) {
            return Err(WebhookError::Status(500));
        }
        let heard = (url.to_owned(), message.clone());
        self.heard.lock().unwrap().push(heard);
        Ok(())
    }
}

fn with(ears: &Arc<Ears>, builder: TestServiceBuilder) -> TestServiceBuilder {
    builder.webhooks(Arc::clone(ears) as Arc<dyn Webhooks>)
}

/// Whether one of the message's signatures was made with this secret.
fn is_signed_with(message: &WebhookMessage, secret: &str) -> bool {
    let key = secret.strip_prefix("whsec_").unwrap();
    let key = BASE64.decode(key.as_bytes()).unwrap();
    let mut mac = Hmac::<Sha256>::new_from_slice(&key).unwrap();
    let signed = format!("{}.{}.{}", message.id, message.timestamp, message.body);
    mac.update(signed.as_bytes());
    let signature = format!("v1,{}", BASE64.encode(&mac.finalize().into_bytes()));
    message.signature.split(' ').any(|one| one == signature)
}

async fn deliveries(service: &TestService) -> Deliveries {
    let webhook = service.app.webhook("shop").await.unwrap().unwrap();
    webhook.deliveries
}

const SECRETS: Statement = Statement::new("test_webhook_secrets", "SELECT secret FROM app_webhook");

async fn a_webhook_hears_each_event_once_and_signed(engine: Engine) {
    let ears = Arc::new(Ears::default());
    let service = with(&ears, TestService::on(engine)).await;
    let app = &service.app;
    let one = account_of(&service, "shop", 1).await;
    // What happened before there was a webhook is in the feed alone.
    happens(&service, one, &[1]).await;
    app.feed_events().await.unwrap();
    let secret = app.set_webhook("shop", SHOP, false).await.unwrap().unwrap();
    happens(&service, one, &[2, 3]).await;
    assert_eq!(app.do_webhooks().await.unwrap(), 0, "not in the feed yet");
    app.feed_events().await.unwrap();
    assert_eq!(deliveries(&service).await.queued, 2);
    assert_eq!(app.do_webhooks().await.unwrap(), 2);
    assert_eq!(app.do_webhooks().await.unwrap(), 0);
    let mut heard = ears.heard();
    heard.sort_by(|a, b| a.1.body.cmp(&b.1.body));
    let feed = app.app_events("shop", None, 100).await.unwrap();
    for (url, message) in &heard {
        assert_eq!(url, SHOP);
        assert!(is_signed_with(message, &secret), "{message:?}");
        assert_eq!(message.timestamp, service.now().as_seconds());
        let body: serde_json::Value = serde_json::from_str(&message.body).unwrap();
        assert_eq!(body["type"], "code-redeemed");
        let data = &body["data"];
        let event = feed
            .events
            .iter()
            .find(|event| data["id"] == event.id.to_string())
            .unwrap();
        assert_eq!(message.id, format!("evt_{}", event.id));
        assert_eq!(data["account"], one.to_string());
        assert_eq!(data["reference"], "person-1");
        assert_eq!(data["details"]["code"], event.details["code"].as_str());
        // The places an event came from are the owner's, not the app's.
        assert!(!message.body.contains("10.0.0.7"), "{}", message.body);
    }
    assert_eq!(heard.len(), 2);
    let standing = deliveries(&service).await;
    assert_eq!((standing.delivered, standing.queued), (2, 0));

    // The secret is sealed where it is kept.
    let rows = service.rows(&SECRETS, &[]).await;
    let kept: Vec<u8> = rows[0].get("secret").unwrap();
    let key = BASE64
        .decode(secret.strip_prefix("whsec_").unwrap().as_bytes())
        .unwrap();
    assert!(!kept.windows(key.len()).any(|part| part == key));

    app.test_webhook("shop").await.unwrap();
    let (_, test) = ears.heard().pop().unwrap();
    assert!(test.body.contains("\"webhook-test\"") && is_signed_with(&test, &secret));
    let none = app.test_webhook("game").await;
    assert!(matches!(none, Err(TestWebhookRefusal::None)));
    let unknown = app.set_webhook("game", GAME, false).await;
    assert!(matches!(unknown, Err(SetWebhookRefusal::UnknownApp)));
    let ours = app.set_webhook("shop", "https://10.0.0.1/", false).await;
    assert!(matches!(ours, Err(SetWebhookRefusal::Private)));
}

async fn what_was_not_heard_is_sent_again_for_three_days_and_when_somebody_says_so(engine: Engine) {
    let ears = Arc::new(Ears::default());
    let service = with(&ears, TestService::on(engine)).await;
    let app = &service.app;
    let one = account_of(&service, "shop", 1).await;
    app.set_webhook("shop", SHOP, false).await.unwrap();
    ears.deaf.lock().unwrap().push(SHOP);
    happens(&service, one, &[1]).await;
    app.feed_events().await.unwrap();
    app.do_webhooks().await.unwrap();
    let webhook = app.webhook("shop").await.unwrap().unwrap();
    assert_eq!(webhook.problem.as_deref(), Some("it answered 500"));
    assert_eq!(webhook.deliveries.deferred, 1);
    for _ in 0..9 {
        service.clock.advance(Span::hours(24));
        app.do_webhooks().await.unwrap();
    }
    let standing = deliveries(&service).await;
    assert_eq!((standing.deferred, standing.failed), (0, 1));
    service.clock.advance(Span::days(30));
    ears.deaf.lock().unwrap().clear();
    assert_eq!(app.do_webhooks().await.unwrap(), 0, "given up");

    assert_eq!(app.resend_to_webhook("shop").await.unwrap(), 1);
    assert_eq!(app.do_webhooks().await.unwrap(), 1);
    let webhook = app.webhook("shop").await.unwrap().unwrap();
    assert_eq!(webhook.deliveries.delivered, 1);
    assert_eq!(
        (webhook.problem, webhook.heard_at),
        (None, Some(service.now()))
    );
    assert_eq!(app.resend_to_webhook("shop").await.unwrap(), 0);
}

async fn one_deaf_webhook_keeps_no_other_waiting(engine: Engine) {
    let ears = Arc::new(Ears::default());
    let service = with(&ears, TestService::on(engine)).await;
    let app = &service.app;
    let shop = account_of(&service, "shop", 1).await;
    let game = account_of(&service, "game", 2).await;
    app.set_webhook("shop", SHOP, false).await.unwrap();
    app.set_webhook("game", GAME, false).await.unwrap();
    ears.deaf.lock().unwrap().push(SHOP);
    let many: Vec<u32> = (1..=60).collect();
    happens(&service, shop, &many).await;
    app.feed_events().await.unwrap();
    app.do_webhooks().await.unwrap();
    happens(&service, game, &[1]).await;
    app.feed_events().await.unwrap();
    assert_eq!(app.do_webhooks().await.unwrap(), 1);
    assert_eq!(ears.heard().pop().unwrap().0, GAME);
    assert_eq!(deliveries(&service).await.queued, 40, "left alone for now");

    // It is back: everything arrives.
    ears.deaf.lock().unwrap().clear();
    service.clock.advance(Span::hours(1));
    for _ in 0..4 {
        app.do_webhooks().await.unwrap();
    }
    assert_eq!(ears.heard().len(), 60);
    assert_eq!(deliveries(&service).await.delivered, 60);
}

async fn another_secret_signs_beside_the_one_before_for_a_day(engine: Engine) {
    let ears = Arc::new(Ears::default());
    let service = with(&ears, TestService::on(engine)).await;
    let app = &service.app;
    account_of(&service, "shop", 1).await;
    let first = app.set_webhook("shop", SHOP, false).await.unwrap().unwrap();
    assert!(
        app.set_webhook("shop", SHOP, false)
            .await
            .unwrap()
            .is_none()
    );
    let second = app.set_webhook("shop", SHOP, true).await.unwrap().unwrap();
    assert_ne!(*first, *second);
    app.test_webhook("shop").await.unwrap();
    let (_, both) = ears.heard().pop().unwrap();
    assert!(is_signed_with(&both, &first) && is_signed_with(&both, &second));
    assert!(both.signature.starts_with("v1,"), "{}", both.signature);
    service.clock.advance(Span::days(1));
    app.test_webhook("shop").await.unwrap();
    let (_, one) = ears.heard().pop().unwrap();
    assert!(!is_signed_with(&one, &first) && is_signed_with(&one, &second));
}

async fn nodes_that_send_at_once_send_each_event_once(engine: Engine) {
    let ears = Arc::new(Ears::default());
    let service = with(&ears, TestService::on(engine)).await;
    let other = TestService::at(service.url()).clock(&service.clock).seed(2);
    let other = with(&ears, other).await;
    let one = account_of(&service, "shop", 1).await;
    service.app.set_webhook("shop", SHOP, false).await.unwrap();
    let many: Vec<u32> = (1..=15).collect();
    happens(&service, one, &many).await;
    service.app.feed_events().await.unwrap();
    let (here, there) = tokio::join!(service.app.do_webhooks(), other.app.do_webhooks());
    assert_eq!(here.unwrap() + there.unwrap(), 15);
    assert_eq!(ears.heard().len(), 15);
}

async fn a_webhook_that_is_removed_hears_nothing_any_more(engine: Engine) {
    let ears = Arc::new(Ears::default());
    let service = with(&ears, TestService::on(engine)).await;
    let app = &service.app;
    let one = account_of(&service, "shop", 1).await;
    app.set_webhook("shop", SHOP, false).await.unwrap();
    happens(&service, one, &[1]).await;
    app.feed_events().await.unwrap();
    assert!(app.remove_webhook("shop").await.unwrap());
    assert!(!app.remove_webhook("shop").await.unwrap());
    assert!(app.webhook("shop").await.unwrap().is_none());
    app.set_webhook("shop", GAME, false).await.unwrap();
    assert_eq!(app.do_webhooks().await.unwrap(), 0);
    assert!(ears.heard().is_empty());
}

const OURS: &str = "https://watch.example/in";

async fn the_operator_hears_what_owners_are_told_of_and_nothing_else(engine: Engine) {
    let ears = Arc::new(Ears::default());
    let service = with(&ears, TestService::on(engine))
        .telling_the_operator()
        .await;
    let app = &service.app;
    let first = read_secret("whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=").unwrap();
    app.set_operator_webhook(Some((OURS, &first)))
        .await
        .unwrap();
    let (owner, _) = service.with_sheet().await;
    let shop = account_of(&service, "shop", 1).await;
    happens(&service, shop, &[1]).await;
    app.feed_events().await.unwrap();
    while app.do_webhooks().await.unwrap() > 0 {}
    let heard = ears.heard();
    let bodies: Vec<serde_json::Value> = heard
        .iter()
        .map(|(url, message)| {
            assert_eq!(url, OURS);
            assert!(is_signed_with(
                message,
                "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
            ));
            assert!(!message.body.contains('@'), "{}", message.body);
            serde_json::from_str(&message.body).unwrap()
        })
        .collect();
    let mut kinds: Vec<&str> = bodies
        .iter()
        .map(|body| body["type"].as_str().unwrap())
        .collect();
    kinds.sort_unstable();
    let events = service.events(owner.account).await;
    let mut announced: Vec<&str> = events
        .iter()
        .map(String::as_str)
        .filter(|kind| EventKind::parse(kind).unwrap().announce() == Announcement::Everyone)
        .collect();
    announced.sort_unstable();
    assert_eq!(kinds, announced);
    assert!(
        bodies
            .iter()
            .all(|body| body["data"]["account"] == owner.account.to_string())
    );

    // Another secret signs beside the first for a day; the same one again changes nothing.
    let second = read_secret("whsec_ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICA=").unwrap();
    for _ in 0..2 {
        app.set_operator_webhook(Some((OURS, &second)))
            .await
            .unwrap();
    }
    app.lose_sheet(&owner.session, &owner.visit).await.unwrap();
    app.feed_events().await.unwrap();
    app.do_webhooks().await.unwrap();
    let (_, message) = ears.heard().pop().unwrap();
    assert_eq!(message.signature.split(' ').count(), 2);

    // What was told is forgotten after sixty days; without a webhook nothing is kept for it.
    service.clock.advance(Span::days(61));
    app.sweep().await.unwrap();
    assert_eq!(
        app.webhook("*").await.unwrap().unwrap().deliveries,
        Deliveries::default()
    );
    app.set_operator_webhook(None).await.unwrap();
    assert!(app.webhook("*").await.unwrap().is_none());
    for wrong in [
        "",
        "whsec_",
        "whsec_AAAA",
        "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
    ] {
        assert!(read_secret(wrong).is_err(), "{wrong}");
    }
}
