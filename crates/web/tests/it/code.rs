//! The main job: a code, and nothing but a code, gets its owner in on the worst day.

use crate::place::{both, damaged, open, spent};
use counterfoil_model::Span;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::app::TestApp;

#[tokio::test]
async fn a_code_opens_the_mailbox_and_its_replacement_is_written_down() {
    for app in both().await {
        let (owner, sheet) = app.with_sheet().await;
        let mut browser = app.browser(1);
        let page = browser.types_password(&owner).await;
        page.must_say("I don't have my phone");
        let page = browser.get("/sign-in/code").await;
        for word in &sheet.page_words {
            page.must_say(word);
        }
        page.must_say("You have 9 more.");
        let page = browser
            .submit(&page, &[("code", &sheet.code(7).to_lowercase())])
            .await;
        page.must_say("You used code 7.");
        page.must_say("Write down its replacement");
        page.must_say("start to count on");
        assert_eq!(open(&app, owner.account, "half").await, 0);
        let replacement = page.shown_code().unwrap();

        // The paper is compared with what the page still shows, however often.
        let wrong = browser.submit(&page, &[("code", sheet.code(3))]).await;
        assert_eq!(
            wrong.problems(),
            ["That isn't the new code. Compare your paper with the code above, symbol by symbol."]
        );
        assert_eq!(wrong.shown_code(), Some(replacement.clone()));
        let asked = browser
            .submit(&wrong, &[("code", &damaged(&replacement, 4))])
            .await;
        asked.must_say("The fourth symbol was unclear.");
        assert_eq!(asked.shown_code(), Some(replacement.clone()));
        let no = browser.submit(&asked, &[("again", "again")]).await;
        assert_eq!(no.shown_code(), Some(replacement.clone()));
        let yes = browser.submit(&asked, &[]).await;
        yes.must_say("Your new code is on your sheet and starts to count on");

        // The session that a code opened goes on, and nothing is owed any more.
        assert_eq!(browser.get("/codes").await.path, "/codes");
        assert_eq!(browser.get("/you-are-in").await.path, "/");
        app.clock.advance(Span::hours(25));
        let mut later = app.browser(2);
        later.types_password(&owner).await;
        later.types_code(&replacement).await.must_say("You're in");
        assert_eq!(spent(&app, owner.account).await, 2);
        app.deliver().await;
    }
}

#[tokio::test]
async fn an_answer_that_was_lost_leaves_the_replacement_owed() {
    let app = TestApp::on(Engine::Sqlite).await;
    let (owner, sheet) = app.with_sheet().await;
    let mut browser = app.browser(1);
    browser.types_password(&owner).await;
    let lost = browser
        .types_code(sheet.code(2))
        .await
        .shown_code()
        .unwrap();
    let page = browser.get("/you-are-in").await;
    page.must_say("A replacement is waiting for you");
    assert_eq!(page.shown_code(), None);
    let page = browser.submit_to(&page, "/you-are-in/draw", &[]).await;
    let drawn = page.shown_code().unwrap();
    assert_ne!(drawn, lost);
    let wrong = browser.submit(&page, &[("code", &lost)]).await;
    assert_eq!(wrong.problems().len(), 1, "the first draw died");
    browser
        .submit(&wrong, &[("code", &drawn)])
        .await
        .must_say("Your new code");
    app.deliver().await;
}

#[tokio::test]
async fn a_replacement_is_shown_again_for_ten_minutes_only_and_to_its_session_only() {
    let app = TestApp::on(Engine::Sqlite).await;
    let (owner, sheet) = app.with_sheet().await;
    let mut browser = app.browser(1);
    browser.types_password(&owner).await;
    let page = browser.types_code(sheet.code(2)).await;
    let mut other = app.browser(2);
    other.types_password(&owner).await;
    let mine = other.types_code(sheet.code(3)).await;
    let stolen = page
        .form_to("/you-are-in/prove")
        .value("before")
        .unwrap()
        .to_owned();
    let fields = mine
        .form_to("/you-are-in/prove")
        .filled(&[("code", sheet.code(4))]);
    let fields: Vec<_> = fields
        .into_iter()
        .map(|(name, value)| {
            if name == "before" {
                (name, stolen.clone())
            } else {
                (name, value)
            }
        })
        .collect();
    assert_eq!(
        other.post("/you-are-in/prove", &fields).await.shown_code(),
        None
    );

    app.clock.advance(Span::minutes(11));
    let late = browser.submit(&page, &[("code", sheet.code(4))]).await;
    assert_eq!(late.shown_code(), None);
    late.must_say("A replacement is waiting for you");
    app.deliver().await;
}

#[tokio::test]
async fn a_repaired_code_is_asked_about_and_spends_nothing_until_yes() {
    let app = TestApp::on(Engine::Sqlite).await;
    let (owner, sheet) = app.with_sheet().await;
    let mut browser = app.browser(1);
    browser.types_password(&owner).await;
    let asked = browser.types_code(&damaged(sheet.code(5), 4)).await;
    asked.must_say("The fourth symbol was unclear.");
    asked.must_say("It will be used up. You have 9 more.");
    assert_eq!(
        asked.shown_code().unwrap(),
        sheet.code(5).replace(['-', ' '], "")
    );
    assert_eq!(spent(&app, owner.account).await, 0);

    // The answer is this session's only, and for ten minutes only.
    let mut other = app.browser(2);
    other.types_password(&owner).await;
    let csrf = other
        .get("/sign-in/code")
        .await
        .form()
        .value("csrf")
        .unwrap()
        .to_owned();
    let sealed = asked.form().value("sealed").unwrap().to_owned();
    let stolen = [("csrf".to_owned(), csrf), ("sealed".to_owned(), sealed)];
    let page = other.post("/sign-in/code/confirm", &stolen).await;
    assert_eq!(
        page.problems(),
        ["That took more than ten minutes. Type the code once more."]
    );
    assert_eq!(spent(&app, owner.account).await, 0);

    browser
        .submit(&asked, &[])
        .await
        .must_say("You used code 5.");
    assert_eq!(spent(&app, owner.account).await, 1);
    app.deliver().await;
}

#[tokio::test]
async fn unreadable_codes_are_said_kindly_and_kept_in_their_field() {
    let app = TestApp::on(Engine::Sqlite).await;
    let (owner, sheet) = app.with_sheet().await;
    let mut browser = app.browser(1);
    browser.types_password(&owner).await;
    let page = browser.types_code("7K3QF 9XW2M").await;
    assert_eq!(
        page.problems(),
        ["A code has 20 symbols and you typed 10. Look for the ones that are missing."]
    );
    assert_eq!(page.form().value("code"), Some("7K3QF 9XW2M"));
    let page = browser.submit(&page, &[("code", "")]).await;
    assert_eq!(page.problems(), ["Type one code from your sheet."]);
    assert_eq!(app.events_of(owner.account, "second-step-refused").await, 0);
    browser
        .submit(&page, &[("code", sheet.code(1))])
        .await
        .must_say("You're in");
    app.deliver().await;
}

#[tokio::test]
async fn old_codes_are_recognised_after_the_right_password() {
    let app = TestApp::on(Engine::Sqlite).await;
    let (owner, first) = app.with_sheet().await;
    let mut browser = app.browser(1);
    browser.types_password(&owner).await;
    browser
        .types_code(first.code(2))
        .await
        .must_say("You're in");

    let mut again = app.browser(2);
    again.types_password(&owner).await;
    let page = again.types_code(first.code(2)).await;
    let problem = page.problems().concat();
    assert!(
        problem.starts_with("This code was already used on 2 March 2026"),
        "{problem}"
    );
    assert_eq!(
        page.form().value("code"),
        Some(""),
        "a code that opens nothing is not kept"
    );

    let mut owner = owner;
    app.signs_in_again(&mut owner).await;
    let second = app.sheet(&owner).await;
    let problem = again.types_code(first.code(3)).await.problems().concat();
    assert!(
        problem.starts_with("This code is from an old sheet that was replaced on"),
        "{problem}"
    );
    again.types_code(second.code(3)).await.must_say("You're in");
    app.deliver().await;
}

#[tokio::test]
async fn wrong_codes_wait_longer_and_longer() {
    let app = TestApp::on(Engine::Sqlite).await;
    let (owner, _) = app.with_sheet().await;
    let (_, strange) = app.with_sheet().await;
    let mut browser = app.browser(1);
    browser.types_password(&owner).await;
    for _ in 0..5 {
        let page = browser.types_code(strange.code(2)).await;
        assert_eq!(
            page.problems(),
            ["That didn't work. Check the code and try again."]
        );
    }
    let page = browser.types_code(strange.code(2)).await;
    assert_eq!(
        page.problems(),
        ["There were many tries in a row. Try again in 30 seconds."]
    );
    assert_eq!(page.header_lines("retry-after"), ["30"]);
    app.deliver().await;
}

#[tokio::test]
async fn whoever_has_no_sheet_is_told_where_to_go() {
    let app = TestApp::on(Engine::Sqlite).await;
    let (owner, _) = app.with_sheet().await;
    app.app
        .lose_sheet(&owner.session, &owner.visit)
        .await
        .unwrap();
    let mut browser = app.browser(1);
    let page = browser.types_password(&owner).await;
    page.must_say("this mailbox has no backup codes");
    let page = browser.get("/sign-in/code").await;
    page.must_say("This mailbox has no backup codes now.");
    page.must_say("I have my phone after all");
    app.deliver().await;
}

#[tokio::test]
async fn the_field_says_how_a_code_reads_to_our_own_pages_only() {
    let app = TestApp::on(Engine::Sqlite).await;
    let mut browser = app.browser(1);
    let token = browser
        .get("/sign-in")
        .await
        .form()
        .value("csrf")
        .unwrap()
        .to_owned();
    let ask = |code: &str, csrf: &str| {
        [
            ("csrf".to_owned(), csrf.to_owned()),
            ("code".to_owned(), code.to_owned()),
        ]
    };
    let page = browser
        .post("/codes/read", &ask("SZAB5RRB146VH7XFM22H", &token))
        .await;
    assert_eq!(
        page.html(),
        r#"{"text":"That reads as code 25.","good":true}"#
    );
    assert_eq!(
        browser
            .post("/codes/read", &ask("SZAB5RRB146VH7XFM22H", ""))
            .await
            .status,
        403
    );
    app.deliver().await;
}
