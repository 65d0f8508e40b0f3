//! Changes that wait: stopped, or let happen at once.

use super::{app, fill, let_in_by_code, signed_in};
use counterfoil_testkit::app::TestApp;
use counterfoil_testkit::browser::Browser;
use counterfoil_testkit::story::{TestOwner, TestSheet};

/// Somebody whose new sheet waits, in the browser that a code let in, and that sheet.
async fn waiting() -> (TestApp, TestOwner, Browser, TestSheet) {
    let app = app().await;
    let (mut owner, old) = app.with_sheet().await;
    let mut browser = let_in_by_code(&app, 1, &owner, old.code(1)).await;
    app.signs_in_again(&mut owner).await;
    let new = app.shown_sheet(&owner).await;
    let page = fill(&mut browser, "/codes/renew/prove", &[("code", new.code(2))]).await;
    assert_eq!(page.title(), "Your sheet is proved, and waits");
    (app, owner, browser, new)
}

#[tokio::test]
async fn any_session_of_the_owner_stops_a_change() {
    let (app, owner, _, _) = waiting().await;
    let mut browser = signed_in(&app, 2, &owner).await;
    let page = browser.get("/").await;
    page.must_say("A new sheet of backup codes takes the place of the old one.");
    let stop = page
        .forms()
        .into_iter()
        .find(|form| form.action.ends_with("/stop"))
        .unwrap()
        .action;
    let stopped = browser.submit_to(&page, &stop, &[]).await;
    assert_eq!(stopped.title(), "The change is stopped");
    assert!(
        !browser
            .get("/")
            .await
            .says("takes the place of the old one")
    );
    // Once is enough; the second press finds nothing.
    assert_eq!(browser.submit_to(&page, &stop, &[]).await.path, "/");
    browser
        .get("/codes")
        .await
        .must_say("Sheet 1, in use since");
    browser
        .get("/activity")
        .await
        .must_say("A new sheet was stopped before it counted");
    app.deliver().await;
}

#[tokio::test]
async fn nobody_stops_anothers_change() {
    let (app, owner, _, _) = waiting().await;
    let change = app
        .app
        .waiting_changes(owner.account)
        .await
        .unwrap()
        .remove(0);
    let other = app.owner().await;
    let mut browser = signed_in(&app, 2, &other).await;
    let fields = browser.get("/addresses").await.form().filled(&[]);
    browser
        .post(&format!("/changes/{}/stop", change.id), &fields)
        .await;
    assert_eq!(
        app.app.waiting_changes(owner.account).await.unwrap().len(),
        1
    );
    assert_eq!(
        browser.post("/changes/5f3a/stop", &fields).await.status,
        404
    );
    app.deliver().await;
}

#[tokio::test]
async fn the_phone_lets_it_happen_at_once() {
    let (app, owner, mut browser, new) = waiting().await;
    assert!(
        browser
            .get("/")
            .await
            .html()
            .contains("href=\"/changes/confirm\"")
    );
    let page = browser.get("/changes/confirm").await;
    page.must_say("A new sheet of backup codes takes the place of the old one.");
    let wrong = owner.phone().wrong_digits(app.now());
    let page = browser.submit(&page, &[("digits", &wrong)]).await;
    page.must_say("Wait for the next six digits");
    let page = browser
        .submit(&page, &[("digits", &app.next_digits(&owner))])
        .await;
    assert_eq!(page.title(), "It is done");

    let page = browser.get("/codes").await;
    page.must_say("Sheet 2, in use since");
    assert!(!browser.get("/").await.says("we don't know this device yet"));
    assert_eq!(
        browser.get("/changes/confirm").await.path,
        "/",
        "nothing is left to confirm"
    );
    let_in_by_code(&app, 2, &owner, new.code(5)).await;
    app.deliver().await;
}
