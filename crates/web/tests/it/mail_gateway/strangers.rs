//! Who has not the secret learns nothing; what fails on our side lets nobody in.

use super::ground::{Gateway, on_the_wire};
use counterfoil_testkit::faults::{Fault, When};

const TOKEN: &str = "
POST /token HTTP/1.1
Host: 127.0.0.1:9099
Content-Length: 1
Connection: Keep-Alive
X-Dovecot-Auth-Service: imap
X-Dovecot-Auth-Remote: 127.0.0.1:56354
Content-Type: application/x-www-form-urlencoded

grant_type=password&username=alice@example.org&password=PASSWORD&client_id=dovecot&client_secret=rs-secret
";

const POLICY: &str = "
POST /policy?command=report HTTP/1.1
Host: 127.0.0.1:9099
Content-Length: 1
Connection: Keep-Alive
Content-Type: application/json
Authorization:  Basic c3BhcmVrZXk6bGFi

{\"login\":\"alice@example.org\",\"protocol\":\"imap\",\"remote\":\"127.0.0.1\",\"success\":false,\"policy_reject\":true}
";

#[tokio::test]
async fn without_the_secret_there_is_no_answer() {
    let gateway = Gateway::start().await;
    let alice = gateway.alice().await;
    let password = gateway.app_password(&alice, "imap").await;
    let right = TOKEN.replace("PASSWORD", &password);
    for wrong in [
        right.replace("rs-secret", "rs-secreT"),
        right.replace("&client_secret=rs-secret", ""),
        right.replace("rs-secret", "lab"),
        POLICY.replace("c3BhcmVrZXk6bGFi", "c3BhcmVrZXk6bGFj"),
        POLICY.replace("Authorization:  Basic c3BhcmVrZXk6bGFi\n", ""),
        POLICY.replace("Basic c3BhcmVrZXk6bGFi", "Bearer rs-secret"),
    ] {
        let reply = gateway.ask(&on_the_wire(&wrong)).await;
        assert_eq!((reply.status, reply.body.as_str()), (401, "{}"), "{wrong}");
    }
    let bearer = POLICY.replace("Basic c3BhcmVrZXk6bGFi", "Bearer lab");
    assert_eq!(gateway.ask(&on_the_wire(&bearer)).await.status, 200);
}

#[tokio::test]
async fn there_is_nothing_to_get_and_no_page() {
    let gateway = Gateway::start().await;
    for (line, status) in [
        ("GET /token", 405),
        ("GET /introspect?token=t", 405),
        ("GET /policy?command=allow", 405),
        ("GET /", 404),
        ("GET /sign-in", 404),
        ("POST /verify", 404),
    ] {
        let request = format!("{line} HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n");
        let reply = gateway.ask(&request).await;
        assert_eq!((reply.status, reply.body.as_str()), (status, ""), "{line}");
    }
}

#[tokio::test]
async fn what_is_longer_than_any_request_is_not_read() {
    let gateway = Gateway::start().await;
    let long = TOKEN.replace("PASSWORD", &"x".repeat(70_000));
    assert_eq!(gateway.ask(&on_the_wire(&long)).await.status, 413);
    let odd = TOKEN.replace("grant_type=password", "grant_type=refresh_token");
    assert_eq!(
        gateway.ask(&on_the_wire(&odd)).await.body,
        r#"{"access_token":"none","active":false}"#
    );
}

#[tokio::test]
async fn when_the_database_fails_nobody_is_let_in_and_nobody_is_refused() {
    let gateway = Gateway::start().await;
    let alice = gateway.alice().await;
    let password = gateway.app_password(&alice, "imap").await;
    for password in [password.as_str(), "app-pw-1"] {
        let request = on_the_wire(&TOKEN.replace("PASSWORD", password));
        for operation in 1..=4 {
            gateway
                .service
                .faults
                .strike_at(operation, When::Before, Fault::Fail);
            let reply = gateway.ask(&request).await;
            assert_eq!(
                (reply.status, reply.body.as_str()),
                (500, "{}"),
                "{operation}"
            );
        }
    }
    gateway
        .service
        .faults
        .strike_at(1, When::Before, Fault::Fail);
    assert_eq!(gateway.ask(&on_the_wire(POLICY)).await.status, 500);
}
