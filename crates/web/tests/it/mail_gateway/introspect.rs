//! Introspection: section 2.2 of what was observed.

use super::ground::{Gateway, on_the_wire};
use counterfoil_testkit::apps::{webmail, wiki};
use serde_json::json;

/// Dovecot 2.3.19, mode=post: the secret in the body and in the header.
const OLD: &str = "
POST /introspect HTTP/1.1
Host: 127.0.0.1:9099
Date: Mon, 23 Nov 2026 02:35:25 GMT
Authorization: Basic ZG92ZWNvdDpycy1zZWNyZXQ=
User-Agent: dovecot-oauth2-passdb/2.3.19.1
Content-Length: 57
Connection: Keep-Alive
X-Dovecot-Auth-Service: imap
X-Dovecot-Auth-Local: 127.0.0.1:10143
X-Dovecot-Auth-Remote: 127.0.0.1:55580
Content-Type: application/x-www-form-urlencoded

token=tok-alice&client_id=dovecot&client_secret=rs-secret
";

/// Dovecot 2.4.1: in the header alone.
const NEW: &str = "
POST /introspect HTTP/1.1
Host: 127.0.0.1:9099
Date: Mon, 23 Nov 2026 02:47:41 GMT
Authorization: Basic ZG92ZWNvdDpycy1zZWNyZXQ=
User-Agent: dovecot-oauth2-passdb/2.4.1-4
Content-Length: 15
Connection: Keep-Alive
X-Dovecot-Auth-Protocol: imap
X-Dovecot-Auth-Local: 127.0.0.1:11143
X-Dovecot-Auth-Remote: 127.0.0.1:55934
Content-Type: application/x-www-form-urlencoded

token=tok-alice
";

const DEAD: &str = r#"{"active":false}"#;

fn with_token(observed: &str, token: &str) -> String {
    on_the_wire(&observed.replace("tok-alice", token))
}

#[tokio::test]
async fn a_token_that_is_none_is_dead_and_nothing_else() {
    let gateway = Gateway::start().await;
    for observed in [OLD, NEW] {
        for token in ["tok-alice", "", "granted", "none", "%00", "a.b.c"] {
            let reply = gateway.ask(&with_token(observed, token)).await;
            assert_eq!((reply.status, reply.body.as_str()), (200, DEAD), "{token}");
            reply.ok();
        }
    }
}

#[tokio::test]
async fn a_live_token_for_mail_is_whose_it_is_until_its_owner_ends_it() {
    let gateway = Gateway::start().await;
    let mut alice = gateway.alice().await;
    gateway.service.bind_phone(&mut alice).await;
    let scopes = "openid email mail offline_access";
    let issued = gateway
        .service
        .signed_in_at(&webmail(), &alice, scopes)
        .await;
    let live = json!({"active": true, "email": "alice@example.org", "scope": "mail"});
    let mut kept_open = gateway.connect().await;
    for observed in [OLD, NEW] {
        let reply = kept_open
            .ask(&with_token(observed, &issued.access_token))
            .await;
        assert_eq!(reply.ok(), live);
    }
    // Neither what refreshes it nor an app that is not for mail.
    let refresh = issued.refresh_token.as_ref().unwrap();
    let other = gateway
        .service
        .signed_in_at(&wiki(), &alice, "openid email")
        .await;
    for token in [refresh.as_str(), other.access_token.as_str()] {
        for observed in [OLD, NEW] {
            let reply = gateway.ask(&with_token(observed, token)).await;
            assert_eq!((reply.status, reply.body.as_str()), (200, DEAD));
        }
    }
    // Without the secret, a live token has no answer either.
    let stranger = NEW.replace("ZG92ZWNvdDpycy1zZWNyZXQ=", "ZG92ZWNvdDpycy1zZWNyZXX=");
    let reply = gateway
        .ask(&with_token(&stranger, &issued.access_token))
        .await;
    assert_eq!((reply.status, reply.body.as_str()), (401, "{}"));
    let app = &gateway.service.app;
    app.sign_out_everywhere(&alice.session, &alice.visit)
        .await
        .unwrap();
    for observed in [OLD, NEW] {
        let reply = kept_open
            .ask(&with_token(observed, &issued.access_token))
            .await;
        assert_eq!((reply.status, reply.body.as_str()), (200, DEAD));
    }
}

#[tokio::test]
async fn a_webmails_clicks_are_one_row_and_no_event() {
    let gateway = Gateway::start().await;
    let mut alice = gateway.alice().await;
    gateway.service.bind_phone(&mut alice).await;
    let issued = gateway
        .service
        .signed_in_at(&webmail(), &alice, "openid email mail")
        .await;
    for _ in 0..10 {
        gateway.ask(&with_token(OLD, &issued.access_token)).await;
    }
    let app = &gateway.service.app;
    assert_eq!(app.record_mail_access().await.unwrap(), 1);
    let events = gateway.service.events_of(alice.account, "mail-signed-in");
    assert_eq!(events.await, 0);
    // The same token from a place where nobody signed in is told.
    let elsewhere = OLD.replace("127.0.0.1:55580", "203.0.113.9:55580");
    gateway
        .ask(&with_token(&elsewhere, &issued.access_token))
        .await;
    app.record_mail_access().await.unwrap();
    let events = gateway.service.events_of(alice.account, "mail-signed-in");
    assert_eq!(events.await, 1);
}
