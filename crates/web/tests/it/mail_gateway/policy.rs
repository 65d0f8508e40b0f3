//! auth-policy: section 2.6 of what was observed, and the one login that it stops.

use super::ground::{Gateway, NONCE, Reply, on_the_wire};
use counterfoil_store::{Error, Statement, Value, repo};
use counterfoil_testkit::story::TestOwner;
use data_encoding::HEXLOWER;
use serde_json::json;
use sha2::{Digest, Sha256};

/// What is sent before every body. Dovecot writes two spaces after `Authorization:`.
const HEAD: &str = "
POST /policy?command=COMMAND HTTP/1.1
Host: 127.0.0.1:9099
Date: Mon, 23 Nov 2026 02:35:25 GMT
User-Agent: dovecot/auth-policy-client
Content-Length: 143
Connection: Keep-Alive
Content-Type: application/json
Authorization:  Basic c3BhcmVrZXk6bGFi

";

const ALLOW: &str = r#"{"device_id":"","login":"alice@example.org","protocol":"imap","pwhash":"0fd5","remote":"127.0.0.1","session_id":"4i42cuhgHNl/AAAB","tls":false}"#;
const REPORT: &str = r#"{"device_id":"","login":"alice@example.org","protocol":"imap","pwhash":"0fd5","remote":"127.0.0.1","session_id":"4i42cuhgHNl/AAAB","success":true,"policy_reject":false,"tls":false}"#;
/// With `imap_id_retain`, the extended attributes, and a program that says its name before it signs in.
const EXTENDED: &str = r#"{"attrs":{"lip":"127.0.0.1","local_name":"","lport":"10143","mech":"OAUTHBEARER","orig":"alice@example.org","real_rip":"127.0.0.1","rport":"44150","ssl":""},"device_id":"\"name\" \"Thunderbird\" \"version\" \"140\"","login":"alice@example.org","protocol":"imap","pwhash":"0fd5","remote":"127.0.0.1","session_id":"FfzCd+hgdqx/AAAB","success":true,"policy_reject":false,"tls":false}"#;
/// Of Dovecot 2.4.1.
const FAILED: &str = r#"{"device_id":"","fail_type":"credentials","login":"alice@example.org","protocol":"imap","pwhash":"0569","remote":"127.0.0.1","session_id":"...","success":false,"policy_reject":false,"tls":false}"#;

async fn ask(gateway: &Gateway, command: &str, body: &str) -> Reply {
    let observed = format!("{}{body}", HEAD.replace("COMMAND", command));
    gateway.ask(&on_the_wire(&observed)).await
}

/// Dovecot's full policy hash.
fn pwhash(password: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(format!(
        "{NONCE}alice@example.org\0{password}"
    )))
}

fn of(observed: &str, pwhash: &str) -> String {
    let at = observed.find(r#""pwhash":""#).unwrap() + 10;
    let (before, rest) = observed.split_at(at);
    let (_, after) = rest.split_once('"').unwrap();
    format!("{before}{pwhash}\"{after}")
}

#[tokio::test]
async fn everything_observed_is_told_to_go_on() {
    let gateway = Gateway::start().await;
    let go_on = json!({"status": 0, "msg": ""});
    for known in [false, true] {
        if known {
            gateway.alice().await;
        }
        for (command, body) in [
            ("allow", ALLOW),
            ("report", REPORT),
            ("report", EXTENDED),
            ("report", FAILED),
        ] {
            assert_eq!(ask(&gateway, command, body).await.ok(), go_on, "{body}");
        }
    }
}

#[tokio::test]
async fn what_is_odd_is_told_to_go_on_as_well() {
    let gateway = Gateway::start().await;
    for body in [
        "",
        "{",
        "null",
        "[]",
        r#"{"login":7}"#,
        r#"{"login":"alice@example.org"}"#,
        &of(ALLOW, &"z".repeat(64)),
        &of(ALLOW, &"a".repeat(64)),
    ] {
        for command in ["allow", "report", "reset", ""] {
            assert_eq!(ask(&gateway, command, body).await.ok()["status"], 0);
        }
    }
}

#[tokio::test]
async fn a_frozen_accounts_program_says_why_and_nobody_else_learns_it() {
    let gateway = Gateway::start().await;
    let alice = gateway.alice().await;
    let removed = gateway.app_password(&alice, "imap").await;
    remove_all(&gateway, &alice).await;
    let password = gateway.app_password(&alice, "imap").await;
    let go_on = json!({"status": 0, "msg": ""});
    let known = of(ALLOW, &pwhash(&password));
    assert_eq!(ask(&gateway, "allow", &known).await.ok(), go_on);
    freeze(&gateway, &alice).await;
    let why = "Your account is frozen. To open it again, go to https://account.example.org";
    let frozen = json!({"status": -1, "msg": why});
    assert_eq!(ask(&gateway, "allow", &known).await.ok(), frozen);
    let upper = of(
        &known.replace("alice@example.org", "ALICE@example.org"),
        &pwhash(&password),
    );
    assert_eq!(ask(&gateway, "allow", &upper).await.ok(), frozen);
    for other in [
        ALLOW.to_owned(),
        of(ALLOW, &pwhash("a guess")),
        of(ALLOW, &pwhash(&alice.password)),
        // Ended before, and not by the freeze.
        of(ALLOW, &pwhash(&removed)),
        of(ALLOW, &pwhash(&password)[..3]),
        known.replace("alice@example.org", "bob@example.org"),
    ] {
        assert_eq!(ask(&gateway, "allow", &other).await.ok(), go_on, "{other}");
    }
    thaw(&gateway, &alice).await;
    assert_eq!(ask(&gateway, "allow", &known).await.ok(), go_on);
}

async fn remove_all(gateway: &Gateway, alice: &TestOwner) {
    let app = &gateway.service.app;
    for listed in app.app_passwords(alice.account).await.unwrap() {
        let removed = app.remove_app_password(&alice.session, &alice.visit, listed.id);
        removed.await.unwrap();
    }
}

const FREEZE: Statement = Statement::new(
    "test_freeze",
    "UPDATE account SET frozen_at = $1 WHERE account_id = $2",
);

/// What a freeze does to the account and its app passwords.
async fn freeze(gateway: &Gateway, alice: &TestOwner) {
    let (now, account) = (gateway.service.now(), alice.account);
    let frozen: Result<(), Error> = gateway
        .service
        .db
        .run("test_freeze", |tx| async move {
            tx.execute(&FREEZE, &[now.into(), account.into()]).await?;
            repo::app_password::end_all(&tx, account, "frozen", now).await?;
            Ok(())
        })
        .await;
    frozen.unwrap();
}

async fn thaw(gateway: &Gateway, alice: &TestOwner) {
    let account = alice.account;
    let thawed: Result<(), Error> = gateway
        .service
        .db
        .run("test_thaw", |tx| async move {
            tx.execute(&FREEZE, &[Value::Null, account.into()]).await?;
            Ok(())
        })
        .await;
    thawed.unwrap();
}
