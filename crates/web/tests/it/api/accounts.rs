//! Accounts, made and erased by a program.

use super::Program;
use counterfoil_store::driver::Engine;
use serde_json::json;

#[tokio::test]
async fn an_account_from_its_making_to_its_end() {
    let mut program = Program::on(Engine::Sqlite).await;
    let new = json!({ "reference": "customer-1", "name": "Ann", "language": "en" });
    let made = program.post("/accounts", &new).await;
    assert_eq!(made.status, 201, "{}", made.says);
    let id = made.says["id"].as_str().unwrap().to_owned();
    assert_eq!(
        made.page.header_lines("location"),
        [format!("/api/v1/accounts/{id}")]
    );
    assert_eq!(made.says["state"], "active");
    assert_eq!(made.says["created_at"], "2026-03-02T09:00:05Z");
    let taken = program.post("/accounts", &new).await;
    taken.must_refuse(409, "reference-taken", Some("reference"));
    assert_eq!(taken.says["account"], id.as_str());

    let read = program.get(&format!("/accounts/{id}")).await;
    assert_eq!(read.says, made.says);
    let found = program.get("/accounts?reference=customer-1").await;
    assert_eq!(found.says["accounts"][0], made.says);
    let none = program.get("/accounts?reference=customer-2").await;
    assert_eq!(none.says, json!({ "accounts": [], "next": null }));

    let suspend = format!("/accounts/{id}/suspend");
    let suspended = program.send("POST", &suspend, &[], None).await;
    assert_eq!(
        (suspended.status.as_u16(), &suspended.says["state"]),
        (200, &json!("suspended"))
    );
    let issue = program
        .post(&format!("/accounts/{id}/sets"), &json!({}))
        .await;
    issue.must_refuse(409, "account-suspended", None);
    let resume = format!("/accounts/{id}/resume");
    let resumed = program.send("POST", &resume, &[], None).await;
    assert_eq!(resumed.says["state"], "active");

    let path = format!("/accounts/{id}");
    assert_eq!(program.send("DELETE", &path, &[], None).await.status, 204);
    let gone = program.send("DELETE", &path, &[], None).await;
    gone.must_refuse(404, "account-unknown", None);
}

#[tokio::test]
async fn accounts_come_page_by_page() {
    let mut program = Program::on(Engine::Sqlite).await;
    for n in 0..5 {
        let new = json!({ "reference": format!("{n}") });
        assert_eq!(program.post("/accounts", &new).await.status, 201);
    }
    let (mut path, mut found) = ("/accounts?limit=2".to_owned(), Vec::new());
    loop {
        let page = program.get(&path).await;
        let accounts = page.says["accounts"].as_array().unwrap();
        found.extend(
            accounts
                .iter()
                .map(|own| own["reference"].as_str().unwrap().to_owned()),
        );
        let Some(next) = page.says["next"].as_str() else {
            break;
        };
        path = format!("/accounts?limit=2&cursor={next}");
    }
    found.sort();
    assert_eq!(found, ["0", "1", "2", "3", "4"]);
}
