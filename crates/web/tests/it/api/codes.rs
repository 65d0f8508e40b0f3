//! Codes, redeemed, checked and drilled by a program.

use super::Program;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::api::TestApiAccount;
use serde_json::json;

async fn with_set(engine: Engine) -> (Program, TestApiAccount, String) {
    let program = Program::on(engine).await;
    let account = program.app.api_account(&program.shop, "1").await;
    let path = format!("/accounts/{}", account.id);
    (program, account, path)
}

#[tokio::test]
async fn a_code_is_spent_once_and_the_same_request_is_told_so_again() {
    let (mut program, account, path) = with_set(Engine::Sqlite).await;
    let (redeem, typed) = (
        format!("{path}/codes/redeem"),
        json!({ "code": account.codes[1] }),
    );
    let spent = program.once("k", &redeem, &typed).await;
    assert_eq!(spent.status, 200, "{}", spent.says);
    assert_eq!(
        spent.says,
        json!({ "slot": 2, "left": 9, "spent_at": "2026-03-02T09:00:05Z" })
    );
    let again = program.once("k", &redeem, &typed).await;
    assert_eq!((again.status, again.says), (spent.status, spent.says));
    let used = program.post(&redeem, &typed).await;
    used.must_refuse(422, "code-spent", Some("code"));
    assert_eq!(used.says["spent_at"], "2026-03-02T09:00:05Z");
    let other = program
        .once("k", &redeem, &json!({ "code": account.codes[2] }))
        .await;
    other.must_refuse(422, "idempotency-key-reused", Some("Idempotency-Key"));
}

#[tokio::test]
async fn what_is_no_code_is_told_apart_kindly() {
    let (mut program, account, path) = with_set(Engine::Sqlite).await;
    let redeem = format!("{path}/codes/redeem");
    let unread = program.post(&redeem, &json!({ "code": "ABC" })).await;
    unread.must_refuse(422, "code-unreadable", Some("code"));
    assert_eq!(unread.says["reason"], "too-few");
    let mut smudged = account.codes[0].clone();
    smudged.replace_range(7..8, "?");
    let asked = program.post(&redeem, &json!({ "code": smudged })).await;
    asked.must_refuse(422, "code-to-confirm", Some("code"));
    assert_eq!(asked.says["read"], account.codes[0].as_str());
    assert_eq!(asked.says["places"].as_array().unwrap().len(), 1);
    let spent = program
        .post(&redeem, &json!({ "code": smudged, "confirm": true }))
        .await;
    assert_eq!(spent.says["slot"], 1, "{}", spent.says);

    // The code of another sheet, from a network that the app names.
    let other = program.app.api_account(&program.shop, "2").await;
    let from = json!({ "address": "198.51.100.7", "device": "Firefox on Linux" });
    let wrong = json!({ "code": other.codes[3], "from": from });
    for left in (0..6).rev() {
        let refused = program.post(&redeem, &wrong).await;
        refused.must_refuse(422, "code-wrong", Some("code"));
        assert_eq!(refused.says["tries"]["before_wait"], left);
    }
    let waits = program.post(&redeem, &wrong).await;
    waits.must_refuse(429, "wait", None);
    assert_eq!(waits.page.header_lines("retry-after"), ["30"]);
    let good = program
        .post(&redeem, &json!({ "code": account.codes[4] }))
        .await;
    assert_eq!(good.status, 200, "the owner sits elsewhere: {}", good.says);
    let bad = program
        .post(
            &redeem,
            &json!({ "code": "x", "from": { "address": "home" } }),
        )
        .await;
    bad.must_refuse(400, "field-invalid", Some("from.address"));
}

#[tokio::test]
async fn an_array_was_read_as_the_place_somebody_sits_at() {
    let (mut program, account, path) = with_set(Engine::Sqlite).await;
    let body = json!({ "code": account.codes[3], "from": ["198.51.100.7", null] });
    let refused = program.post(&format!("{path}/codes/redeem"), &body).await;
    refused.must_refuse(400, "field-invalid", Some("from"));
    let unknown = json!({ "code": account.codes[3], "from": { "place": "home" } });
    let refused = program
        .post(&format!("{path}/codes/redeem"), &unknown)
        .await;
    refused.must_refuse(400, "field-unknown", Some("from.place"));
}

#[tokio::test]
async fn a_check_and_a_drill_spend_nothing() {
    let (mut program, account, path) = with_set(Engine::Sqlite).await;
    let checked = program
        .post(
            &format!("{path}/codes/check"),
            &json!({ "code": account.codes[0] }),
        )
        .await;
    assert_eq!(
        (checked.status.as_u16(), checked.says),
        (200, json!({ "slot": 1 }))
    );
    let drill = program
        .send("POST", &format!("{path}/drills"), &[], None)
        .await;
    assert_eq!(drill.status, 200, "{}", drill.says);
    let word = |n: usize| {
        let slot = drill.says["slots"][n].as_u64().unwrap();
        account.words[usize::try_from(slot).unwrap() - 1].as_str()
    };
    let answer = |words: [&str; 2]| json!({ "drill": drill.says["drill"], "words": words });
    let to = format!("{path}/drills/answer");
    let wrong = program.post(&to, &answer([word(0), "wrong"])).await;
    wrong.must_refuse(422, "drill-wrong", Some("words"));
    assert_eq!(wrong.says["right"], json!([true, false]));
    assert_eq!(
        program.post(&to, &answer([word(0), word(1)])).await.status,
        204
    );
    let over = program
        .post(&to, &json!({ "drill": "x", "words": ["a", "b"] }))
        .await;
    over.must_refuse(422, "drill-over", Some("drill"));
    let three = program
        .post(&to, &json!({ "drill": "x", "words": ["a", "b", "c"] }))
        .await;
    three.must_refuse(400, "field-invalid", Some("words"));
    let status = program.get(&format!("{path}/sets/{}", account.set)).await;
    assert_eq!(
        (&status.says["left"], &status.says["drilled_at"]),
        (&json!(10), &json!("2026-03-02T09:00:05Z"))
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_sixty_four_requests_at_once_one_spends_on_sqlite() {
    sixty_four(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_sixty_four_requests_at_once_one_spends_on_postgres() {
    sixty_four(Engine::Postgres).await;
}

async fn sixty_four(engine: Engine) {
    let app = counterfoil_testkit::app::TestApp::on(engine)
        .service(|service| service.lanes(64))
        .await;
    let shop = app.api_app("shop", counterfoil_model::ApiScope::ALL).await;
    let account = app.api_account(&shop, "1").await;
    let path = format!("/accounts/{}/codes/redeem", account.id);
    let body = json!({ "code": account.codes[0] }).to_string();
    let gate = app.faults.hold("api_redeem", 64);
    let hands: Vec<_> = (0..64)
        .map(|n| {
            let (mut http, path, body) = (app.browser(100 + n), path.clone(), body.clone());
            let bearer = format!("Bearer {}", shop.key);
            tokio::spawn(async move {
                let headers = [
                    ("authorization", bearer.as_str()),
                    ("content-type", "application/json"),
                ];
                super::send(&mut http, "POST", &path, &headers, body).await
            })
        })
        .collect();
    gate.until(64).await;
    let reached = gate.arrived().min(64);
    let (mut spent, mut used) = (0, 0);
    for hand in hands {
        let answer = hand.await.unwrap();
        match answer.status.as_u16() {
            200 => spent += 1,
            422 => {
                answer.must_refuse(422, "code-spent", Some("code"));
                used += 1;
            }
            other => panic!("{other}: {}", answer.says),
        }
    }
    println!("{engine:?}: {reached} of 64 reached the conditional write, {spent} spent the code");
    assert_eq!((reached, spent, used), (64, 1, 63));
}
