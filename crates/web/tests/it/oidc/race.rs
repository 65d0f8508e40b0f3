//! Many hands on one code and on one refresh token, on both engines.

use super::ground::*;
use crate::place::both;
use counterfoil_store::Statement;
use counterfoil_testkit::app::TestApp;
use serde_json::Value;
use std::sync::Arc;

const HANDS: usize = 64;

const OPENED: Statement = Statement::new(
    "test_opened",
    "SELECT count(*) AS n FROM app_grant WHERE account_id = $1 AND opened_at IS NOT NULL",
);
const OPEN: Statement = Statement::new(
    "test_open_grants",
    "SELECT count(*) AS n FROM app_grant WHERE account_id = $1 AND opened_at IS NOT NULL AND ended_at IS NULL",
);
const TOKENS: Statement = Statement::new(
    "test_tokens",
    "SELECT count(*) AS n FROM app_token WHERE account_id = $1 AND kind = 'refresh'",
);

/// So many servers send the same at once, and wait in front of the transaction that spends it until all have come; those
/// that got tokens, and how many were told to come back.
async fn storm(
    app: &Arc<TestApp>,
    transaction: &'static str,
    fields: Vec<(String, String)>,
) -> (Vec<Value>, usize) {
    let gate = app.faults.hold(transaction, HANDS);
    let hands = (0..HANDS).map(|_| {
        let (app, fields) = (Arc::clone(app), fields.clone());
        tokio::spawn(async move {
            let fields: Vec<(&str, &str)> = fields
                .iter()
                .map(|(name, value)| (name.as_str(), value.as_str()))
                .collect();
            webmail(&app, "/oauth/token", &fields).await
        })
    });
    let hands: Vec<_> = hands.collect();
    let (mut got, mut busy) = (Vec::new(), 0);
    for hand in hands {
        let answer = hand.await.unwrap();
        match answer.status.as_u16() {
            200 => got.push(answer.json()),
            503 => busy += 1,
            _ => answer.must_refuse(400, "invalid_grant"),
        }
    }
    let reached = gate.arrived();
    assert!(reached >= HANDS, "{reached} reached the conditional write");
    (got, busy)
}

fn owned(fields: &[(&str, &str)]) -> Vec<(String, String)> {
    fields
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_code_in_64_hands_is_one_grant_and_then_none() {
    for app in both().await {
        let app = Arc::new(app);
        let owner = app.enrolled_owner().await;
        let mut browser = signed_in(&app, &owner, 1).await;
        let code = code(&mut browser, &[]).await;
        let (got, busy) = storm(&app, "exchange_code", owned(&exchange(&code))).await;
        assert_eq!((got.len(), busy), (1, 0));
        assert_eq!(app.count(&OPENED, &[owner.account.into()]).await, 1);
        // The others came with a code that was spent: what came of it is over.
        assert_eq!(app.count(&OPEN, &[owner.account.into()]).await, 0);
        let access = field(&got[0], "access_token");
        userinfo(&app, access)
            .await
            .must_refuse(401, "invalid_token");
        assert_eq!(app.events_of(owner.account, "token-reused").await, 1);
        app.deliver().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_refresh_token_in_64_hands_is_one_new_pair_and_a_dead_family() {
    for app in both().await {
        let app = Arc::new(app);
        let owner = app.enrolled_owner().await;
        let mut browser = signed_in(&app, &owner, 1).await;
        let held = tokens(&app, &mut browser).await;
        let refresh = field(&held, "refresh_token");
        let fields = [("grant_type", "refresh_token"), ("refresh_token", refresh)];
        let (got, busy) = storm(&app, "refresh", owned(&fields)).await;
        assert_eq!((got.len(), busy), (1, 0));
        assert_eq!(app.count(&TOKENS, &[owner.account.into()]).await, 2);
        assert_eq!(app.count(&OPEN, &[owner.account.into()]).await, 0);
        let newest = field(&got[0], "refresh_token");
        let fields = [("grant_type", "refresh_token"), ("refresh_token", newest)];
        webmail(&app, "/oauth/token", &fields)
            .await
            .must_refuse(400, "invalid_grant");
        assert_eq!(app.events_of(owner.account, "token-reused").await, 1);
        app.deliver().await;
    }
}
