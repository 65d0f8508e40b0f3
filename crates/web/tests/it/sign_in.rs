//! Signing in: one answer to whoever doesn't belong here, and sessions that nobody else can use.

use counterfoil_model::Span;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::app::TestApp;
use counterfoil_testkit::browser::Browser;
use counterfoil_testkit::page::Page;
use counterfoil_web::shell::cookie::{BROWSER, SESSION};

async fn types(browser: &mut Browser, address: &str, password: &str) -> Page {
    let page = browser.get("/sign-in").await;
    browser
        .submit(&page, &[("address", address), ("password", password)])
        .await
}

/// Everything of an answer that somebody could compare, without the address they typed themselves.
fn seen(page: &Page, address: &str) -> (u16, Vec<String>, String) {
    let mut headers: Vec<String> = page
        .headers
        .iter()
        .filter(|(name, _)| !matches!(name.as_str(), "x-request-id" | "content-length"))
        .map(|(name, value)| format!("{name}: {value:?}"))
        .collect();
    headers.sort();
    (
        page.status.as_u16(),
        headers,
        page.html().replace(address, "ADDRESS"),
    )
}

#[tokio::test]
async fn unknown_wrong_locked_and_suspended_get_the_same_bytes_for_the_same_work() {
    let app = TestApp::on(Engine::Sqlite).await;
    let (owner, _) = app.with_sheet().await;
    let locked = app.owner().await;
    let suspended = app.owner().await;
    app.app.suspend(&suspended.address, false).await.unwrap();
    for _ in 0..6 {
        types(&mut app.browser(1), &locked.address, "not the password").await;
    }

    let mut browser = app.browser(1);
    browser.get("/sign-in").await;
    let mut answers = Vec::new();
    for (address, password) in [
        ("nobody@mail.example", "any password at all"),
        ("no address", "any password at all"),
        (&owner.address, "not the password"),
        (&locked.address, &locked.password),
        (&suspended.address, &suspended.password),
    ] {
        let before = app.app.slow_hash().runs();
        let page = types(&mut browser, address, password).await;
        answers.push((seen(&page, address), app.app.slow_hash().runs() - before));
        assert_eq!(browser.cookie(SESSION), None, "{address}");
    }
    let first = answers.first().cloned().unwrap();
    assert_eq!(first.1, 1, "one slow hash");
    assert!(
        first.0.2.contains("Check the address and the password"),
        "{}",
        first.0.2
    );
    for (n, answer) in answers.iter().enumerate() {
        assert_eq!(*answer, first, "answer {n} differs");
    }
    app.deliver().await;
}

#[tokio::test]
async fn a_half_session_belongs_to_its_browser_and_opens_nothing() {
    let app = TestApp::on(Engine::Sqlite).await;
    let (owner, sheet) = app.with_sheet().await;
    let mut browser = app.browser(1);
    let page = browser.types_password(&owner).await;
    assert_eq!(page.path, "/sign-in/second-step");
    for path in ["/", "/codes", "/password", "/activity", "/you-are-in"] {
        // And whoever looks elsewhere in between doesn't have to begin again.
        let page = browser.get(path).await;
        assert_eq!(page.path, format!("/sign-in/second-step?to={path}"));
    }

    let mut thief = app.browser(2);
    thief.get("/sign-in").await;
    thief.set_cookie(SESSION, browser.cookie(SESSION).unwrap());
    let page = thief.get("/sign-in/code").await;
    assert_eq!(page.path, "/sign-in?late=yes");
    // Nor with the owner's own form, sent from there.
    let form = browser.get("/sign-in/code").await.form();
    let page = thief
        .post("/sign-in/code", &form.filled(&[("code", sheet.code(3))]))
        .await;
    assert_eq!(page.header_lines("location"), ["/sign-in?late=yes"]);

    browser
        .types_code(sheet.code(3))
        .await
        .must_say("You're in");
    app.deliver().await;
}

#[tokio::test]
async fn ten_minutes_end_a_half_session() {
    let app = TestApp::on(Engine::Sqlite).await;
    let (owner, sheet) = app.with_sheet().await;
    let mut browser = app.browser(1);
    browser.types_password(&owner).await;
    let page = browser.get("/sign-in/code").await;
    app.clock.advance(Span::seconds(601));
    let page = browser.submit(&page, &[("code", sheet.code(3))]).await;
    assert_eq!(page.path, "/sign-in?late=yes");
    page.must_say("That took more than ten minutes");
    app.deliver().await;
}

#[tokio::test]
async fn the_sessions_id_rotates_at_sign_in_and_at_step_up() {
    let app = TestApp::on(Engine::Sqlite).await;
    let (owner, _) = app.with_sheet().await;
    let mut browser = app.browser(1);
    let mut before = Vec::new();

    browser.types_password(&owner).await;
    before.push(browser.clone());
    let page = browser.types_digits(&app.next_digits(&owner)).await;
    assert_eq!(page.path, "/", "{page:?}");
    before.push(browser.clone());
    let page = browser.get("/step-up?to=/codes/renew").await;
    let page = browser
        .submit(&page, &[("digits", &app.next_digits(&owner))])
        .await;
    assert_eq!(page.path, "/codes/renew", "{page:?}");

    let mut seen = vec![browser.cookie(SESSION).unwrap().to_owned()];
    for mut old in before {
        let cookie = old.cookie(SESSION).unwrap().to_owned();
        assert!(!seen.contains(&cookie), "an id was kept");
        seen.push(cookie);
        let page = old.clone().get("/codes").await;
        assert!(
            page.path.starts_with("/sign-in?"),
            "an old id still opens {}",
            page.path
        );
        assert!(
            old.get("/sign-in/code")
                .await
                .path
                .starts_with("/sign-in?late"),
            "an old id is still half open"
        );
    }
    assert_eq!(browser.get("/codes").await.path, "/codes");
    app.deliver().await;
}

#[tokio::test]
async fn step_up_asks_the_phone_and_goes_only_where_our_pages_are() {
    let app = TestApp::on(Engine::Sqlite).await;
    let (owner, _) = app.with_sheet().await;
    let mut browser = app.browser(1);
    browser.types_password(&owner).await;
    browser.types_digits(&app.next_digits(&owner)).await;
    let page = browser.get("/step-up?to=https://evil.example/").await;
    let wrong = owner.phone().wrong_digits(app.now());
    let page = browser.submit(&page, &[("digits", &wrong)]).await;
    assert_eq!(page.problems(), ["That didn't work. Try again."]);
    let page = browser.submit(&page, &[("digits", "12")]).await;
    assert_eq!(page.problems(), ["Type the six digits, and nothing else."]);
    let page = browser
        .submit(&page, &[("digits", &app.next_digits(&owner))])
        .await;
    assert_eq!(page.path, "/");
    app.deliver().await;
}

#[tokio::test]
async fn signing_out_ends_the_session_and_everywhere_ends_all() {
    let app = TestApp::on(Engine::Sqlite).await;
    let (owner, _) = app.with_sheet().await;
    let mut browsers = [app.browser(1), app.browser(2), app.browser(3)];
    for browser in &mut browsers {
        browser.types_password(&owner).await;
        let page = browser.types_digits(&app.next_digits(&owner)).await;
        assert_eq!(page.path, "/", "{page:?}");
    }
    let [here, there, elsewhere] = &mut browsers;

    let kept = here.clone();
    let page = here.get("/").await;
    here.submit_to(&page, "/sign-out", &[])
        .await
        .must_say("You are signed out");
    assert_eq!(here.cookie(SESSION), None);
    assert!(here.cookie(BROWSER).is_some());
    assert!(kept.clone().get("/").await.path.starts_with("/sign-in"));
    assert_eq!(there.get("/").await.path, "/");

    let page = there.get("/sign-out/everywhere").await;
    there
        .submit(&page, &[])
        .await
        .must_say("You are signed out");
    assert!(elsewhere.get("/").await.path.starts_with("/sign-in"));
    app.deliver().await;
}
