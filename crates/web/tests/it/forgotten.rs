//! A forgotten password: one code and the phone set a new one, and a stranger learns nothing on the way.

use crate::place::{damaged, neutral, spent};
use counterfoil_model::Span;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::app::TestApp;
use counterfoil_testkit::browser::Browser;
use counterfoil_testkit::page::Page;
use counterfoil_web::shell::cookie::SESSION;

const NEW: &str = "seventeen blue lanterns";

async fn first_step(browser: &mut Browser, address: &str, code: &str) -> Page {
    let page = browser.get("/forgotten").await;
    browser
        .submit(&page, &[("address", address), ("code", code)])
        .await
}

#[tokio::test]
async fn a_code_and_the_phone_set_a_new_password_and_sign_nobody_in() {
    let app = TestApp::on(Engine::Sqlite).await;
    let (owner, sheet) = app.with_sheet().await;
    let mut browser = app.browser(1);
    let asked = first_step(&mut browser, &owner.address, &damaged(sheet.code(3), 4)).await;
    asked.must_say("The fourth symbol was unclear.");
    let again = browser.submit(&asked, &[("again", "again")]).await;
    assert_eq!(
        again.form().value("address"),
        Some(owner.address.as_str()),
        "what was typed is kept"
    );
    let page = browser.submit(&asked, &[]).await;
    page.must_say("Now your second step");
    assert_eq!(spent(&app, owner.account).await, 0);
    let wrong = owner.phone().wrong_digits(app.now());
    let page = browser.submit(&page, &[("digits", &wrong)]).await;
    assert_eq!(page.problems().len(), 1);
    let page = browser
        .submit(&page, &[("digits", &app.next_digits(&owner))])
        .await;
    assert_eq!(page.path, "/forgotten/password", "{page:?}");
    assert_eq!(spent(&app, owner.account).await, 1);
    for path in ["/", "/codes", "/you-are-in"] {
        assert!(
            browser.clone().get(path).await.path.starts_with("/sign-in"),
            "{path}"
        );
    }

    let page = browser.submit(&page, &[("password", "short")]).await;
    assert_eq!(
        page.problems(),
        ["That is too short. Take at least 8 characters."]
    );
    assert_eq!(page.form().value("password"), Some(""));
    let other = browser.submit(&page, &[("suggest", "again")]).await;
    assert_ne!(other.text(), page.text());
    let used = browser.clone();
    browser
        .submit(&other, &[("password", NEW)])
        .await
        .must_say("Your new password is set");
    assert_eq!(browser.cookie(SESSION), None);
    assert!(browser.get("/").await.path.starts_with("/sign-in"));
    assert_eq!(
        used.clone().get("/forgotten/password").await.path,
        "/forgotten",
        "a grant works once"
    );

    let mut old = app.browser(2);
    assert_eq!(old.types_password(&owner).await.path, "/sign-in");
    let mut owner = owner;
    owner.password = NEW.to_owned();
    assert_eq!(
        old.types_password(&owner).await.path,
        "/sign-in/second-step"
    );
    assert_eq!(old.types_digits(&app.next_digits(&owner)).await.path, "/");
    let told: Vec<String> = app
        .deliver()
        .await
        .into_iter()
        .map(|mail| mail.to)
        .collect();
    assert!(told.contains(&owner.outside));
}

#[tokio::test]
async fn a_stranger_cannot_tell_accounts_apart() {
    let app = TestApp::on(Engine::Sqlite).await;
    let (owner, sheet) = app.with_sheet().await;
    let (_, strange) = app.with_sheet().await;
    let without_phone = app.owner().await;
    let without_sheet = app.enrolled_owner().await;
    let suspended = app.with_sheet().await;
    app.app.suspend(&suspended.0.address, false).await.unwrap();
    let right = app.next_digits(&owner);
    let wrong = owner.phone().wrong_digits(app.now());

    let mut seen = Vec::new();
    for (address, code, digits) in [
        ("nobody@mail.example", strange.code(2), &wrong),
        (&owner.address, strange.code(2), &wrong),
        (&owner.address, strange.code(2), &right),
        (&owner.address, sheet.code(2), &wrong),
        (&without_phone.address, strange.code(2), &wrong),
        (&without_sheet.address, strange.code(2), &wrong),
        (
            &suspended.0.address,
            suspended.1.code(2),
            &app.digits(&suspended.0),
        ),
    ] {
        let mut browser = app.browser(1);
        let before = app.app.slow_hash().runs();
        let first = first_step(&mut browser, address, code).await;
        assert_eq!(
            app.app.slow_hash().runs(),
            before,
            "the first step judges nothing"
        );
        let second = browser.submit(&first, &[("digits", digits)]).await;
        let work = app.app.slow_hash().runs() - before;
        assert_eq!(browser.cookie(SESSION), None);
        seen.push((neutral(&first), second.status, neutral(&second), work));
    }
    let first = seen.first().unwrap();
    assert_eq!(first.3, 1, "one slow hash");
    for (n, other) in seen.iter().enumerate() {
        assert_eq!(other, first, "answer {n} differs");
    }
    assert_eq!(spent(&app, owner.account).await, 0);
    app.deliver().await;
}

#[tokio::test]
async fn what_travels_sealed_is_one_browsers_for_ten_minutes() {
    let app = TestApp::on(Engine::Sqlite).await;
    let (owner, sheet) = app.with_sheet().await;
    let mut browser = app.browser(1);
    let page = first_step(&mut browser, &owner.address, sheet.code(2)).await;
    assert!(!page.html().contains(&owner.address) && !page.html().contains(sheet.code(2)));
    let sealed = page.form().value("sealed").unwrap().to_owned();

    let mut other = app.browser(2);
    let csrf = other
        .get("/forgotten")
        .await
        .form()
        .value("csrf")
        .unwrap()
        .to_owned();
    let digits = app.next_digits(&owner);
    let stolen = [("csrf", csrf), ("sealed", sealed), ("digits", digits)]
        .map(|(name, value)| (name.to_owned(), value));
    let answer = other.post("/forgotten/second-step", &stolen).await;
    assert_eq!(
        answer.problems(),
        ["That took more than ten minutes. Type the code once more."]
    );

    app.clock.advance(Span::minutes(11));
    let late = browser
        .submit(&page, &[("digits", &app.next_digits(&owner))])
        .await;
    assert_eq!(
        late.problems(),
        ["That took more than ten minutes. Type the code once more."]
    );
    assert_eq!(spent(&app, owner.account).await, 0);
    app.deliver().await;
}

#[tokio::test]
async fn typing_mistakes_of_the_first_step_are_said_beside_their_fields() {
    let app = TestApp::on(Engine::Sqlite).await;
    let mut browser = app.browser(1);
    let page = first_step(&mut browser, "alice", "7K3QF").await;
    assert_eq!(page.problems().len(), 2, "{page:?}");
    assert_eq!(page.form().value("address"), Some("alice"));
    assert_eq!(page.form().value("code"), Some("7K3QF"));
}
