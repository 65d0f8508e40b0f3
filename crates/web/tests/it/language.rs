//! The language of the pages: asked for by a browser, chosen at the foot of a page, kept with an account.

use axum::http::header;
use counterfoil_lang::Language;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::app::TestApp;

#[tokio::test]
async fn a_choice_before_signing_in_is_kept_by_the_browser_and_leads_back() {
    let app = TestApp::on(Engine::Sqlite).await;
    let mut browser = app.browser(1);
    let page = browser.get("/sign-in?to=/codes").await;
    assert!(page.html().contains("<html lang=\"en\">"));

    let german = [("language", "de")];
    let page = browser.submit_to(&page, "/language", &german).await;
    assert_eq!(page.title(), "Anmelden");
    assert!(page.html().contains("<html lang=\"de\">"));
    // The page that was asked for first is still asked for.
    assert_eq!(page.form().value("to"), Some("/codes"));
    let lost = browser.get("/no-such-page").await;
    lost.must_say("Hier ist nichts");
    assert!(app.browser(2).get("/sign-in").await.says("Sign in"));
}

#[tokio::test]
async fn an_owner_chooses_for_pages_and_notices_alike() {
    let app = TestApp::on(Engine::Sqlite).await;
    let owner = app.owner().await;
    let mut browser = app.browser(1);
    let page = browser.types_password(&owner).await;
    let spanish = [("language", "es")];
    let page = browser.submit_to(&page, "/language", &spanish).await;
    assert_eq!(page.path, "/");
    page.must_say("Ahora te toca: añade un segundo paso");

    let mut elsewhere = app.browser(2);
    let page = elsewhere.types_password(&owner).await;
    page.must_say("Ahora te toca: añade un segundo paso");
    let mails = app.deliver().await;
    assert!(
        mails.iter().any(|mail| mail.language == Language::Spanish),
        "{mails:?}"
    );
}

#[tokio::test]
async fn nothing_else_is_a_language_or_a_way_back() {
    let app = TestApp::on(Engine::Sqlite).await;
    let mut browser = app.browser(1);
    let page = browser.get("/sign-in").await;
    let form = page.form_to("/language");
    for language in ["", "tlh", "qps-ploc"] {
        let sent = form.filled(&[("language", language)]);
        let page = browser.post("/language", &sent).await;
        assert_eq!(page.status, 404, "{language}");
    }
    for at in ["https://evil.example/", "//evil.example", "/sign-out"] {
        let sent = [
            form.filled(&[("language", "fr")]),
            vec![("at".into(), at.into())],
        ]
        .concat();
        let sent: Vec<_> = sent
            .into_iter()
            .filter(|(name, value)| name != "at" || value == at)
            .collect();
        let page = browser.post("/language", &sent).await;
        assert_eq!(page.headers[header::LOCATION], "/", "{at}");
    }
}
