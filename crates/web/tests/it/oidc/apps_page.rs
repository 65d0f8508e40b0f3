//! The owner's list of apps.

use super::ground::*;
use counterfoil_model::Span;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::app::TestApp;

#[tokio::test]
async fn an_owner_sees_which_apps_are_signed_in_and_signs_one_out() {
    let app = TestApp::on(Engine::Sqlite).await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, &owner, 1).await;
    let home = browser.get("/").await;
    assert!(home.html().contains("href=\"/apps\""));
    let page = browser.get("/apps").await;
    page.must_say("No app is signed in.");
    let mut second = signed_in(&app, &owner, 2).await;
    let held = tokens(&app, &mut second).await;
    app.clock.advance(Span::minutes(2));
    userinfo(&app, field(&held, "access_token")).await;
    let page = browser.get("/apps").await;
    page.must_say("Webmail");
    page.must_say("Reads and sends your mail");
    page.must_say("from Firefox on Linux, 10.0.2.7");

    // Nobody else's, and nothing that isn't there.
    let other = app.enrolled_owner().await;
    let mut stranger = signed_in(&app, &other, 3).await;
    let action = page
        .forms()
        .iter()
        .map(|form| form.action.clone())
        .find(|action| action.starts_with("/apps/"))
        .unwrap();
    let own_form = stranger.get("/password").await;
    let token = own_form.form().value("csrf").map(str::to_owned).unwrap();
    stranger.post(&action, &[("csrf".to_owned(), token)]).await;
    assert_eq!(
        userinfo(&app, field(&held, "access_token")).await.status,
        200
    );

    let page = browser.submit_to(&page, &action, &[]).await;
    page.must_say("The app is signed out.");
    page.must_say("No app is signed in.");
    userinfo(&app, field(&held, "access_token"))
        .await
        .must_refuse(401, "invalid_token");
    browser
        .get("/activity")
        .await
        .must_say("Webmail was signed out");
    app.deliver().await;
}
