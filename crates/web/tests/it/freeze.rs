//! The freeze in a browser: asked for from inside and on the way in, answered each way, and ended with what wasn't taken.

use crate::place::damaged;
use counterfoil_model::Taken;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::app::TestApp;
use counterfoil_testkit::browser::Browser;
use counterfoil_testkit::page::Page;
use counterfoil_testkit::story::{TestOwner, TestSheet};

async fn frozen(taken: Option<Taken>) -> (TestApp, TestOwner, TestSheet) {
    let app = TestApp::on(Engine::Sqlite).await;
    let (owner, sheet) = app.with_sheet().await;
    app.app
        .freeze(&owner.session, &owner.visit, taken)
        .await
        .unwrap();
    (app, owner, sheet)
}

/// Follows the link of the row whose title is this.
async fn choose(browser: &mut Browser, page: &Page, title: &str) -> Page {
    let html = page.html();
    let row = html.split("<li>").find(|row| row.contains(title)).unwrap();
    let link = row.split("href=\"").nth(1).unwrap();
    let link = link.split('"').next().unwrap().replace("&amp;", "&");
    browser.get(&link).await
}

#[tokio::test]
async fn an_owner_who_is_signed_in_freezes_and_says_that_the_phone_was_taken() {
    let app = TestApp::on(Engine::Sqlite).await;
    let (owner, sheet) = app.with_sheet().await;
    let mut laptop = app.browser(1);
    laptop.types_password(&owner).await;
    let home = laptop.types_digits(&app.next_digits(&owner)).await;
    assert!(home.html().contains("href=\"/freeze\""), "{home:?}");
    let page = laptop.get("/freeze").await;
    page.must_say("App passwords stop for good.");
    page.must_say("What was taken?");
    let page = laptop.submit(&page, &[("taken", "phone")]).await;
    page.must_say("Your account is frozen");
    assert_eq!(laptop.get("/").await.path, "/sign-in?to=/");

    // The way back asks nothing: what was said binds.
    let page = laptop.types_password(&owner).await;
    assert_eq!(page.path, "/frozen", "{page:?}");
    page.must_say("You told us that your phone was taken.");
    assert!(!page.says("What was taken?"));
    let digits = app.next_digits(&owner);
    let sneaked = laptop.get("/frozen/digits?taken=paper").await;
    let page = laptop.submit(&sneaked, &[("digits", &digits)]).await;
    assert_eq!(page.path, "/frozen", "{page:?}");
    let page = laptop.get("/frozen/code").await;
    let [first, second] = &sheet.page_words;
    page.must_say(first);
    page.must_say(second);
    let page = laptop.submit(&page, &[("code", sheet.code(3))]).await;
    assert_eq!(page.path, "/you-are-back", "{page:?}");
    page.must_say("Your phone is shut: its digits open nothing.");
    page.must_say("Its replacement is waiting for you.");
    laptop.get("/").await.must_say("Write down the replacement");
    laptop
        .get("/two-step")
        .await
        .must_say("Your phone is shut, because you told us that it was taken");
    app.deliver().await;
}

#[tokio::test]
async fn paper_taken_six_digits_open_and_the_sheet_is_shut_until_there_is_a_new_one() {
    let (app, owner, sheet) = frozen(None).await;
    let mut browser = app.browser(2);
    let page = browser.types_password(&owner).await;
    assert_eq!(page.path, "/frozen");
    let page = choose(&mut browser, &page, "My sheet of codes").await;
    assert_eq!(page.path, "/frozen/digits?taken=paper");
    let wrong = owner.phone().wrong_digits(app.now());
    let page = browser.submit(&page, &[("digits", &wrong)]).await;
    assert_eq!(page.problems().len(), 1, "{page:?}");
    let digits = app.next_digits(&owner);
    let page = browser.submit(&page, &[("digits", &digits)]).await;
    assert_eq!(page.path, "/you-are-back", "{page:?}");
    page.must_say("Your sheet of codes is shut: its codes open nothing.");
    browser
        .get("/")
        .await
        .must_say("Do this next: get a new sheet");
    browser
        .get("/codes")
        .await
        .must_say("Your sheet is shut, because you told us that it was taken");

    // On another browser: the second step says why there is no code, and a code says it as well.
    let mut other = app.browser(3);
    other
        .types_password(&owner)
        .await
        .must_say("Your sheet of codes is shut, because you told us that it was taken. So only your phone gets you in.");
    let page = other.get("/sign-in/code").await;
    page.must_say("Your sheet of codes is shut");
    let _ = sheet;
    app.deliver().await;
}

#[tokio::test]
async fn whoever_does_not_know_opens_with_the_phone() {
    let (app, owner, _) = frozen(None).await;
    let mut browser = app.browser(2);
    let page = browser.types_password(&owner).await;
    let page = choose(&mut browser, &page, "I don&#39;t know").await;
    let digits = app.next_digits(&owner);
    let page = browser.submit(&page, &[("digits", &digits)]).await;
    page.must_say("You are back");
    assert_eq!(app.events_of(owner.account, "thawed").await, 1);
    app.deliver().await;
}

#[tokio::test]
async fn both_taken_a_person_helps_and_the_page_says_whom_to_ask() {
    let (app, owner, _) = frozen(None).await;
    let mut browser = app.browser(2);
    let page = browser.types_password(&owner).await;
    let page = choose(&mut browser, &page, ">Both<").await;
    page.must_say("A person has to help you");
    page.must_say("Two of them have to agree");
    app.deliver().await;
}

#[tokio::test]
async fn on_the_way_in_the_password_freezes_and_no_other_page_opens_anything() {
    let app = TestApp::on(Engine::Sqlite).await;
    let (owner, sheet) = app.with_sheet().await;
    let mut browser = app.browser(2);
    let step = browser.types_password(&owner).await;
    assert!(step.html().contains("href=\"/freeze\""));
    let page = browser.get("/freeze").await;
    assert!(!page.says("What was taken?"), "one factor isn't asked");
    let page = browser.submit(&page, &[]).await;
    page.must_say("Your account is frozen");

    browser.types_password(&owner).await;
    for path in ["/sign-in/second-step", "/sign-in/code", "/", "/freeze"] {
        assert_eq!(browser.get(path).await.path, "/frozen", "{path}");
    }
    // Pages that were open before lead nowhere either.
    let mut fields = browser.get("/frozen/code").await.form().filled(&[]);
    fields.retain(|(name, _)| name != "code");
    fields.push(("code".to_owned(), sheet.code(1).to_owned()));
    let page = browser.post("/sign-in/code", &fields).await;
    assert_eq!(page.header_lines("location"), ["/frozen"], "{page:?}");
    fields.push(("digits".to_owned(), app.next_digits(&owner)));
    let page = browser.post("/sign-in/second-step", &fields).await;
    assert_eq!(page.header_lines("location"), ["/frozen"], "{page:?}");
    assert_eq!(app.events_of(owner.account, "code-redeemed").await, 0);
    // "I lost my sheet" still works (N23).
    let lost = browser.get("/codes/lost").await;
    let page = browser.submit(&lost, &[]).await;
    page.must_say("Your codes are stopped");
    app.deliver().await;
}

#[tokio::test]
async fn a_code_that_was_repaired_is_asked_about_at_the_frozen_page_too() {
    let (app, owner, sheet) = frozen(None).await;
    let mut browser = app.browser(2);
    let page = browser.types_password(&owner).await;
    let page = choose(&mut browser, &page, "My phone").await;
    let unclear = damaged(sheet.code(2), 4);
    let page = browser.submit(&page, &[("code", &unclear)]).await;
    page.must_say("Is that your code?");
    let page = browser.submit(&page, &[]).await;
    assert_eq!(page.path, "/you-are-back", "{page:?}");
    app.deliver().await;
}

#[tokio::test]
async fn a_stranger_learns_nothing_of_a_freeze_from_the_sign_in_page() {
    let (app, owner, _) = frozen(None).await;
    let mut stranger = app.browser(4);
    let page = stranger.get("/sign-in").await;
    let typed = [("address", owner.address.as_str()), ("password", "wrong")];
    let wrong = stranger.submit(&page, &typed).await;
    let page = stranger.get("/sign-in").await;
    let typed = [("address", "nobody@mail.example"), ("password", "wrong")];
    let nobody = stranger.submit(&page, &typed).await;
    assert_eq!(wrong.problems(), nobody.problems());
    assert_eq!(wrong.path, nobody.path);
    assert_eq!(wrong.status, nobody.status);
    app.deliver().await;
}

#[tokio::test]
async fn a_sheet_that_was_found_is_opened_again_by_one_code() {
    let (app, owner, sheet) = frozen(None).await;
    let mut browser = app.browser(2);
    let page = browser.types_password(&owner).await;
    let page = choose(&mut browser, &page, "My sheet of codes").await;
    let digits = app.next_digits(&owner);
    browser.submit(&page, &[("digits", &digits)]).await;
    let codes = browser.get("/codes").await;
    assert!(codes.html().contains("href=\"/codes/found\""), "{codes:?}");
    let page = browser.get("/codes/found").await;
    let page = browser
        .submit(&page, &[("code", &damaged(sheet.code(5), 9))])
        .await;
    page.must_say("Is that your code?");
    let page = browser.submit(&page, &[]).await;
    page.must_say("Your codes open your account again.");
    browser.get("/codes").await.must_say("of 10 codes are left");
    assert_eq!(browser.get("/codes/found").await.path, "/codes");
    app.deliver().await;
}

#[tokio::test]
async fn a_phone_that_was_found_waits_a_day_on_an_unknown_device() {
    let (app, owner, sheet) = frozen(None).await;
    let mut browser = app.browser(2);
    let page = browser.types_password(&owner).await;
    let page = choose(&mut browser, &page, "My phone").await;
    browser.submit(&page, &[("code", sheet.code(1))]).await;
    let page = browser.get("/two-step/found").await;
    let wrong = owner.phone().wrong_digits(app.now());
    let page = browser.submit(&page, &[("digits", &wrong)]).await;
    assert_eq!(page.problems().len(), 1, "{page:?}");
    let digits = app.next_digits(&owner);
    let page = browser.submit(&page, &[("digits", &digits)]).await;
    page.must_say("Your phone is your second step again from");
    browser.get("/").await.must_say("A new phone becomes");
    app.deliver().await;
}
