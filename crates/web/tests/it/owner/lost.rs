//! "I lost my sheet", signed in and on the way in.

use super::{app, fill, signed_in};

#[tokio::test]
async fn a_lost_sheet_dies_at_once() {
    let app = app().await;
    let (owner, _) = app.with_sheet().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    let page = browser.get("/codes/lost").await;
    page.must_say("Then we stop all 10 codes that are left on it");
    let page = browser.submit(&page, &[]).await;
    assert_eq!(page.title(), "Your codes are stopped");
    browser
        .get("/codes")
        .await
        .must_say("You told us that your sheet was lost");
    assert_eq!(
        browser.get("/codes/lost").await.title(),
        "There is no sheet to stop"
    );

    let mut finder = app.browser(2);
    finder.types_password(&owner).await;
    finder
        .get("/sign-in/code")
        .await
        .must_say("This mailbox has no backup codes now");
    let mails = app.deliver().await;
    let told = mails
        .iter()
        .filter(|mail| mail.subject.contains("reported lost"))
        .count();
    assert_eq!(told, 2, "the mailbox and the outside address");
}

#[tokio::test]
async fn one_factor_is_enough_to_stop_it() {
    let app = app().await;
    let (owner, _) = app.with_sheet().await;
    let mut browser = app.browser(1);
    let page = browser.types_password(&owner).await;
    assert!(page.html().contains("href=\"/codes/lost\""), "{page:?}");
    assert!(
        browser
            .get("/sign-in/code")
            .await
            .html()
            .contains("href=\"/codes/lost\"")
    );
    let page = fill(&mut browser, "/codes/lost", &[]).await;
    assert_eq!(page.title(), "Your codes are stopped");
    page.must_say("Now sign in with your phone");

    // Still only half-way in, and the phone still opens.
    let page = browser.types_digits(&app.next_digits(&owner)).await;
    assert_eq!(page.path, "/");
    app.deliver().await;
}

#[tokio::test]
async fn nobody_else_stops_it_and_nothing_happens_by_looking() {
    let app = app().await;
    let (owner, _) = app.with_sheet().await;
    let mut stranger = app.browser(1);
    let page = stranger.get("/codes/lost").await;
    assert_eq!(page.path, "/sign-in?to=/codes/lost");
    let mut browser = signed_in(&app, 2, &owner).await;
    browser.get("/codes/lost").await;
    browser.get("/codes").await.must_say("of 10 codes are left");
    app.deliver().await;
}
