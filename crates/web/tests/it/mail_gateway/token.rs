//! The password grant: section 2.5 of what was observed.

use super::ground::{Gateway, on_the_wire};
use serde_json::json;

/// Dovecot 2.3.19 for IMAP.
const OLD: &str = "
POST /token HTTP/1.1
Host: 127.0.0.1:9099
Date: Mon, 23 Nov 2026 02:36:00 GMT
User-Agent: dovecot-oauth2-passdb/2.3.19.1
Content-Length: 106
Connection: Keep-Alive
X-Dovecot-Auth-Service: imap
X-Dovecot-Auth-Local: 127.0.0.1:10143
X-Dovecot-Auth-Remote: 127.0.0.1:56354
Content-Type: application/x-www-form-urlencoded

grant_type=password&username=alice@example.org&password=app-pw-1&client_id=dovecot&client_secret=rs-secret
";

/// Dovecot 2.4.1: another header for the service, and a scope.
const NEW: &str = "
POST /token HTTP/1.1
Host: 127.0.0.1:9099
Date: Mon, 23 Nov 2026 02:47:41 GMT
User-Agent: dovecot-oauth2-passdb/2.4.1-4
Content-Length: 117
Connection: Keep-Alive
X-Dovecot-Auth-Protocol: imap
X-Dovecot-Auth-Local: 127.0.0.1:11143
X-Dovecot-Auth-Remote: 127.0.0.1:55934
Content-Type: application/x-www-form-urlencoded

grant_type=password&username=alice@example.org&password=app-pw-1&client_id=dovecot&client_secret=rs-secret&scope=mail
";

const REFUSED: &str = r#"{"access_token":"none","active":false}"#;

fn with_password(observed: &str, password: &str) -> String {
    on_the_wire(&observed.replace("app-pw-1", password))
}

#[tokio::test]
async fn what_is_no_password_of_hers_is_refused_in_the_one_way_both_generations_understand() {
    let gateway = Gateway::start().await;
    // Nobody is called Alice yet.
    for observed in [OLD, NEW] {
        let reply = gateway.ask(&on_the_wire(observed)).await;
        assert_eq!((reply.status, reply.body.as_str()), (200, REFUSED));
    }
    let alice = gateway.alice().await;
    gateway.app_password(&alice, "imap").await;
    for observed in [OLD, NEW] {
        let reply = gateway.ask(&on_the_wire(observed)).await;
        assert_eq!((reply.status, reply.body.as_str()), (200, REFUSED));
        assert!(!reply.head.to_lowercase().contains("www-authenticate"));
    }
}

#[tokio::test]
async fn an_app_password_is_let_in_by_one_answer_that_needs_no_second_question() {
    let gateway = Gateway::start().await;
    let alice = gateway.alice().await;
    let password = gateway.app_password(&alice, "imap smtp").await;
    let admitted = json!({
        "access_token": "granted", "token_type": "Bearer", "active": true, "email": "alice@example.org", "scope": "mail",
    });
    let mut kept_open = gateway.connect().await;
    for observed in [OLD, NEW] {
        let reply = kept_open.ask(&with_password(observed, &password)).await;
        assert_eq!(reply.ok(), admitted);
        assert_eq!(
            gateway.ask(&with_password(observed, &password)).await.ok(),
            admitted
        );
    }
    // By Postfix, whose ports are 0.
    let postfix = OLD
        .replace("Auth-Service: imap", "Auth-Service: smtp")
        .replace(":10143", ":0")
        .replace(":56354", ":0");
    let reply = gateway.ask(&with_password(&postfix, &password)).await;
    assert_eq!(reply.ok(), admitted);
    // What it isn't for, and what no service is named for.
    let pop3 = OLD.replace("Auth-Service: imap", "Auth-Service: pop3");
    let nothing = OLD.replace("X-Dovecot-Auth-Service: imap\n", "");
    for observed in [pop3.as_str(), &nothing] {
        let reply = gateway.ask(&with_password(observed, &password)).await;
        assert_eq!((reply.status, reply.body.as_str()), (200, REFUSED));
    }
}

#[tokio::test]
async fn a_login_in_capitals_is_answered_in_lower_case() {
    let gateway = Gateway::start().await;
    let alice = gateway.alice().await;
    let password = gateway.app_password(&alice, "imap").await;
    let capitals = NEW.replace("alice@example.org", "ALICE%40Example.org");
    let reply = gateway.ask(&with_password(&capitals, &password)).await;
    assert_eq!(reply.ok()["email"], "alice@example.org");
}

#[tokio::test]
async fn the_main_password_percent_encoded_works_while_there_is_nothing_else() {
    let gateway = Gateway::start().await;
    let mut alice = gateway.alice().await;
    let encoded = alice.password.replace(' ', "%20");
    let reply = gateway.ask(&with_password(OLD, &encoded)).await;
    assert_eq!(reply.ok()["active"], true);
    gateway.service.bind_phone(&mut alice).await;
    for observed in [OLD, NEW] {
        let reply = gateway.ask(&with_password(observed, &encoded)).await;
        assert_eq!((reply.status, reply.body.as_str()), (200, REFUSED));
    }
}

#[tokio::test]
async fn no_answer_has_what_makes_a_dovecot_stumble() {
    let gateway = Gateway::start().await;
    let alice = gateway.alice().await;
    let password = gateway.app_password(&alice, "imap").await;
    for observed in [OLD, NEW] {
        for password in ["app-pw-1", &password] {
            let reply = gateway.ask(&with_password(observed, password)).await.ok();
            let object = reply.as_object().unwrap();
            for never in ["error", "error_description", "exp", "expires_in", "aud"] {
                assert!(!object.contains_key(never), "{never}");
            }
            assert!(object["active"].is_boolean());
            assert!(object["access_token"].is_string());
        }
    }
}
