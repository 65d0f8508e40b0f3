//! An operator invites somebody in the browser.

use super::{app, fill, signed_in};
use counterfoil_model::Span;
use counterfoil_testkit::app::{PUBLIC_URL, TestApp};
use counterfoil_testkit::browser::Browser;

/// A browser in which the first operator enrolled.
async fn operator(app: &TestApp) -> Browser {
    let link = app.app.make_set_up_link().await.unwrap().unwrap().0;
    let mut browser = app.browser(1);
    let page = browser.get(&format!("/link/set-up/{}", *link.text())).await;
    let given = [
        ("address", "olga@mail.example"),
        ("name", "Olga"),
        ("password", "seven otters paint the harbour"),
    ];
    let page = browser.submit(&page, &given).await;
    assert_eq!(page.path, "/", "{page:?}");
    browser
}

#[tokio::test]
async fn a_link_on_paper_opens_the_mailbox_once() {
    let app = app().await;
    let mut browser = operator(&app).await;
    assert!(
        browser
            .get("/")
            .await
            .html()
            .contains("href=\"/accounts/invite\"")
    );
    let page = fill(
        &mut browser,
        "/accounts/invite",
        &[("address", "bob@mail.example"), ("name", "Bob")],
    )
    .await;
    page.must_say("Whoever opens it first chooses the password of bob@mail.example");
    let text = page.text();
    let link = text
        .lines()
        .find_map(|line| line.strip_prefix(PUBLIC_URL))
        .unwrap();

    let mut bob = app.browser(2);
    let page = bob.get(link).await;
    page.must_say("bob@mail.example");
    let page = bob
        .submit(&page, &[("password", "green kettles sing at the weir")])
        .await;
    page.must_say("Hello, Bob");
    assert!(
        app.browser(3)
            .get(link)
            .await
            .says("This link doesn't work any more")
    );

    let page = fill(
        &mut browser,
        "/accounts/invite",
        &[("address", "bob@mail.example")],
    )
    .await;
    assert_eq!(page.problems(), ["This address has an account already."]);
    app.deliver().await;
}

#[tokio::test]
async fn an_invitation_goes_by_mail_to_another_address() {
    let app = app().await;
    let mut browser = operator(&app).await;
    let given = [("address", "bob@mail.example"), ("to", "bob@mail.example")];
    let page = fill(&mut browser, "/accounts/invite", &given).await;
    page.must_say("That is the mailbox itself, which nobody can open yet.");
    let page = browser
        .submit(&page, &[("to", "bob@elsewhere.example")])
        .await;
    page.must_say("The invitation to bob@mail.example is on its way to bob@elsewhere.example.");
    let mails = app.deliver().await;
    assert!(
        mails
            .iter()
            .any(|mail| mail.subject == "You are invited to Example Mail"),
        "{mails:?}"
    );
}

#[tokio::test]
async fn to_everybody_else_there_is_no_such_page() {
    let app = app().await;
    let owner = app.owner().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    assert_eq!(browser.get("/accounts/invite").await.status, 404);
    let mut fields = browser.get("/addresses").await.form().filled(&[]);
    fields.push(("address".into(), "eve@mail.example".into()));
    assert_eq!(browser.post("/accounts/invite", &fields).await.status, 404);
    app.deliver().await;
}

#[tokio::test]
async fn an_operator_who_signed_in_long_ago_shows_first_that_it_is_still_them() {
    let app = app().await;
    let mut browser = operator(&app).await;
    let open = browser.get("/accounts/invite").await;
    app.clock.advance(Span::minutes(10));
    let late = [("address", "bob@mail.example"), ("name", "Bob")];
    let page = browser.submit(&open, &late).await;
    assert_eq!(page.path, "/step-up?to=/accounts/invite", "{page:?}");
    let page = browser
        .submit(&page, &[("password", "seven otters paint the harbour")])
        .await;
    assert_eq!(page.path, "/accounts/invite");
    let page = browser.submit(&page, &late).await;
    page.must_say("Whoever opens it first chooses the password of bob@mail.example");
    app.deliver().await;
}
