//! Two operators enrol an owner again, in two browsers.

use counterfoil_store::driver::Engine;
use counterfoil_store::{Error, Statement};
use counterfoil_testkit::app::{PUBLIC_URL, TestApp};
use counterfoil_testkit::browser::Browser;
use counterfoil_testkit::story::TestOwner;

const OPERATE: Statement = Statement::new(
    "test_operate",
    "UPDATE account SET role = 'operator' WHERE account_id = $1",
);

/// An operator with a phone, and their browser.
async fn operator(app: &TestApp, n: u16) -> (TestOwner, Browser) {
    let owner = app.enrolled_owner().await;
    let account = owner.account;
    let made: Result<(), Error> = app
        .db
        .run("test_operate", |tx| async move {
            tx.execute(&OPERATE, &[account.into()]).await?;
            Ok(())
        })
        .await;
    made.unwrap();
    let mut browser = app.browser(n);
    browser.types_password(&owner).await;
    browser.types_digits(&app.next_digits(&owner)).await;
    (owner, browser)
}

#[tokio::test]
async fn one_asks_another_confirms_and_hands_the_link_over() {
    let app = TestApp::on(Engine::Sqlite).await;
    let (_, mut olga) = operator(&app, 11).await;
    let (_, mut otto) = operator(&app, 12).await;
    let (owner, _) = app.with_sheet().await;
    let home = olga.get("/").await;
    assert!(home.html().contains("href=\"/accounts/re-enrol\""));
    let page = olga.get("/accounts/re-enrol").await;
    let page = olga
        .submit(&page, &[("address", owner.address.as_str())])
        .await;
    assert_eq!(page.problems(), ["Say why, in at most 300 characters."]);
    let why = [("reason", "Lost both in a fire. Showed a passport.")];
    let page = olga.submit(&page, &why).await;
    page.must_say("Another operator confirms it within 24 hours");
    page.must_say("Lost both in a fire. Showed a passport.");
    assert!(!page.html().contains("/confirm\""), "not by whoever asked");

    let page = otto.get("/accounts/re-enrol").await;
    let confirm = format!("/accounts/re-enrol/{}/confirm", owner.account);
    let made = otto.submit_to(&page, &confirm, &[]).await;
    made.must_say("Hand this link over");
    made.must_say(&owner.address);
    let text = made.text();
    let link = text
        .lines()
        .find_map(|line| line.strip_prefix(PUBLIC_URL))
        .unwrap();
    app.browser(13).get(link).await.must_say(&owner.address);
    // Nothing of it was mailed.
    let secret = link.rsplit('/').next().unwrap();
    let mails = app.deliver().await;
    assert!(mails.iter().all(|mail| !mail.text.contains(secret)));
    let told = |subject: &str| {
        mails
            .iter()
            .filter(|mail| mail.subject.contains(subject))
            .count()
    };
    assert_eq!(told("An operator asked for a new password"), 2);
    assert_eq!(told("about to get a new password"), 2);
    let again = otto.submit_to(&page, &confirm, &[]).await;
    again.must_say("That isn't waiting any more");
}

#[tokio::test]
async fn to_everybody_else_there_is_no_such_page() {
    let app = TestApp::on(Engine::Sqlite).await;
    let owner = app.enrolled_owner().await;
    let mut browser = app.browser(1);
    browser.types_password(&owner).await;
    browser.types_digits(&app.next_digits(&owner)).await;
    assert_eq!(browser.get("/accounts/re-enrol").await.status, 404);
    let fields = browser.get("/addresses").await.form().filled(&[]);
    for action in ["confirm", "withdraw"] {
        let path = format!("/accounts/re-enrol/{}/{action}", owner.account);
        assert_eq!(browser.post(&path, &fields).await.status, 404, "{action}");
    }
    app.deliver().await;
}
