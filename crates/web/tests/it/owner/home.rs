//! The first page and the account's history.

use super::{app, let_in_by_code, signed_in};

#[tokio::test]
async fn the_first_page_names_the_one_next_thing() {
    let app = app().await;
    let mut owner = app.owner().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    browser
        .get("/")
        .await
        .must_say("Do this next: add a second step");
    app.bind_phone(&mut owner).await;
    browser
        .get("/")
        .await
        .must_say("Do this next: add an outside address");
    app.verify_outside(&owner).await;
    browser
        .get("/")
        .await
        .must_say("Do this next: get your backup codes");
    let sheet = app.shown_sheet(&owner).await;
    browser
        .get("/")
        .await
        .must_say("Do this next: type one code from your sheet");
    let proved = app
        .app
        .prove_codes(&owner.session, &owner.visit, sheet.code(1), false)
        .await;
    proved.unwrap();
    let page = browser.get("/").await;
    page.must_say("Do this next: add a second outside address");
    page.must_say("10 of 10 codes left");
    page.must_say("owner1@elsewhere.example");
    assert!(!page.says("For operators"));

    let mut other = let_in_by_code(&app, 2, &owner, sheet.code(3)).await;
    let page = other.get("/").await;
    page.must_say("Do this next: write down a code");
    assert!(page.html().contains("href=\"/you-are-in\""));
    page.must_say("we don't know this device yet");
    app.deliver().await;
}

#[tokio::test]
async fn the_history_says_what_happened_when_and_from_where() {
    let app = app().await;
    let (owner, sheet) = app.with_sheet().await;
    let mut browser = let_in_by_code(&app, 2, &owner, sheet.code(3)).await;
    let page = browser.get("/activity").await;
    page.must_say("Backup code 3 opened the mailbox. 9 codes are left");
    page.must_say("· Firefox on Linux, 10.0.2.7");
    page.must_say("Backup codes were switched on, with sheet 1");
    page.must_say("The outside address owner1@elsewhere.example was confirmed");
    assert!(
        !page.html().contains('{'),
        "a sentence lacks something: {page:?}"
    );
    app.deliver().await;
}

#[tokio::test]
async fn whoever_is_not_signed_in_sees_none_of_it() {
    let app = app().await;
    for path in [
        "/",
        "/activity",
        "/codes",
        "/codes/enable",
        "/codes/drill",
        "/codes/check",
        "/password",
        "/two-step",
    ] {
        let page = app.browser(1).get(path).await;
        assert_eq!(page.path, format!("/sign-in?to={path}"));
    }
    assert_eq!(
        app.browser(1).get("/accounts/invite").await.path,
        "/sign-in?to=/accounts/invite"
    );
}
