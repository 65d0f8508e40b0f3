//! Sets, issued and activated by a program.

use super::Program;
use counterfoil_store::driver::Engine;
use serde_json::{Value, json};

async fn account(program: &mut Program) -> String {
    let made = program
        .post("/accounts", &json!({ "reference": "1" }))
        .await;
    format!("/accounts/{}", made.says["id"].as_str().unwrap())
}

fn code(set: &Value, n: usize) -> Value {
    json!({ "code": set["codes"][n]["code"] })
}

#[tokio::test]
async fn a_set_is_shown_once_then_active_then_retired() {
    let mut program = Program::on(Engine::Sqlite).await;
    let account = account(&mut program).await;
    let sets = format!("{account}/sets");
    let issued = program
        .post(&sets, &json!({ "label": "My shop", "count": 5 }))
        .await;
    assert_eq!(issued.status, 201, "{}", issued.says);
    let set = &issued.says;
    assert_eq!(
        (&set["state"], &set["sheet"], &set["label"]),
        (&json!("shown"), &json!(1), &json!("My shop"))
    );
    assert_eq!(set["codes"].as_array().unwrap().len(), 5);
    assert_eq!(set["page_words"].as_array().unwrap().len(), 2);
    assert_eq!(set["codes"][1]["slot"], 2);
    assert_eq!(set["activate_before"], "2026-03-02T10:00:05Z");
    let one = format!("{sets}/{}", set["id"].as_str().unwrap());
    let text = program.get(&one).await;
    assert!(
        !text
            .page
            .html()
            .contains(set["codes"][0]["code"].as_str().unwrap())
    );
    assert_eq!(
        (&text.says["state"], &text.says["left"]),
        (&json!("shown"), &json!(0))
    );

    let early = program
        .post(&format!("{account}/codes/redeem"), &code(set, 0))
        .await;
    early.must_refuse(409, "no-active-set", None);
    let active = program
        .post(&format!("{one}/activate"), &code(set, 4))
        .await;
    assert_eq!(
        (active.status.as_u16(), &active.says["state"]),
        (200, &json!("active")),
        "{}",
        active.says
    );
    assert_eq!(
        (&active.says["left"], &active.says["total"]),
        (&json!(5), &json!(5))
    );
    let words = program.get(&format!("{account}/page-words")).await;
    assert_eq!(words.says["page_words"], set["page_words"]);

    let listed = program.get(&sets).await;
    assert_eq!(listed.says["sets"][0], active.says);
    let retired = program
        .send("POST", &format!("{one}/retire"), &[], None)
        .await;
    assert_eq!(retired.says["state"], "retired");
    let dead = program
        .post(&format!("{one}/activate"), &code(set, 4))
        .await;
    dead.must_refuse(409, "set-not-shown", None);
    assert_eq!(dead.says["state"], "retired");
    let none = program.get(&format!("{sets}/00")).await;
    none.must_refuse(404, "set-unknown", None);
}

#[tokio::test]
async fn the_same_issue_again_is_the_same_set_until_it_is_active() {
    let mut program = Program::on(Engine::Sqlite).await;
    let account = account(&mut program).await;
    let (sets, new) = (format!("{account}/sets"), json!({ "count": 4 }));
    let first = program.once("k", &sets, &new).await.says;
    let again = program.once("k", &sets, &new).await.says;
    assert_eq!(first["id"], again["id"]);
    assert_ne!(first["codes"], again["codes"]);
    let other = program.once("k", &sets, &json!({ "count": 5 })).await;
    other.must_refuse(422, "idempotency-key-reused", Some("Idempotency-Key"));
    let one = format!("{sets}/{}", again["id"].as_str().unwrap());
    assert_eq!(
        program
            .post(&format!("{one}/activate"), &code(&again, 0))
            .await
            .status,
        200
    );
    let active = program.once("k", &sets, &new).await;
    active.must_refuse(409, "set-active", None);
    let refused = program.post(&sets, &json!({ "count": 3 })).await;
    refused.must_refuse(400, "field-invalid", Some("count"));
}
