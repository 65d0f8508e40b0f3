//! Mail programs and their app passwords.

use super::{app, fill, let_in_by_code, signed_in};
use counterfoil_model::Span;
use counterfoil_service::mail::{MailAnswer, MailAttempt};
use counterfoil_testkit::app::TestApp;

async fn opens(app: &TestApp, login: &str, password: &str) -> bool {
    let attempt = MailAttempt {
        login,
        password,
        service: "imap",
        remote: None,
    };
    app.app.mail_password(&attempt).await.unwrap() != MailAnswer::Refused
}

/// The app password that a page shows, as it is typed off the screen.
fn shown(html: &str) -> String {
    let (_, rest) = html.split_once("code-shown\">").unwrap();
    let (line, _) = rest.split_once("</p>").unwrap();
    line.replace("<span class=\"group\">", "")
        .replace("</span>", "")
}

#[tokio::test]
async fn an_app_password_is_made_shown_once_used_and_removed() {
    let app = app().await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    browser.get("/").await.must_say("No app passwords");
    let page = browser.get("/mail-programs").await;
    page.must_say("You have no app passwords yet");
    let page = browser
        .submit_to(&page, "/mail-programs", &[("label", "my phone")])
        .await;
    page.must_say("It is shown only this once");
    page.must_say(&owner.address);
    page.must_say("mail.example, port 993, SSL/TLS");
    assert_eq!(page.header_lines("cache-control"), ["no-store"]);
    let password = shown(&page.html());
    assert_eq!(password.len(), 34, "{password}");
    assert!(opens(&app, &owner.address, &password).await);
    app.app.record_mail_access().await.unwrap();

    let page = browser.get("/mail-programs").await;
    assert!(!page.html().contains(&password));
    page.must_say("my phone");
    page.must_say("Read mail (IMAP)");
    page.must_say("Send mail (SMTP)");
    page.must_say("Last used on");
    browser.get("/").await.must_say("1 app password");
    browser
        .get("/activity")
        .await
        .must_say("A mail program signed in with “my phone” (IMAP)");
    let remove = page
        .forms()
        .into_iter()
        .find(|form| form.action.ends_with("/remove"))
        .unwrap()
        .action;
    let page = browser.submit_to(&page, &remove, &[]).await;
    page.must_say("“my phone” no longer works");
    page.must_say("You have no app passwords yet");
    assert!(!opens(&app, &owner.address, &password).await);
    app.deliver().await;
}

#[tokio::test]
async fn what_is_wrong_is_said_and_what_was_typed_stays() {
    let app = app().await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    let page = fill(&mut browser, "/mail-programs", &[("label", " ")]).await;
    assert_eq!(page.problems(), ["Type a name for it."]);
    let page = browser.get("/mail-programs").await;
    let mut fields = page
        .form_to("/mail-programs")
        .filled(&[("label", "my phone")]);
    fields.retain(|(name, _)| !["imap", "smtp"].contains(&name.as_str()));
    let page = browser.post("/mail-programs", &fields).await;
    assert_eq!(page.problems(), ["Tick at least one thing that it may do."]);
    assert_eq!(
        page.form_to("/mail-programs").value("label"),
        Some("my phone")
    );
    app.deliver().await;
}

#[tokio::test]
async fn before_a_second_step_the_page_says_that_the_main_password_works() {
    let app = app().await;
    let owner = app.owner().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    browser
        .get("/mail-programs")
        .await
        .must_say("your mail programs still get in with your main password");
    app.deliver().await;
}

#[tokio::test]
async fn one_is_made_only_by_somebody_who_proved_a_factor_lately_and_not_in_a_held_session() {
    let app = app().await;
    let (owner, sheet) = app.with_sheet().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    let page = browser.get("/mail-programs").await;
    app.clock.advance(Span::minutes(11));
    let page = browser
        .submit_to(&page, "/mail-programs", &[("label", "my phone")])
        .await;
    assert_eq!(page.path, "/step-up?to=/mail-programs");

    let mut held = let_in_by_code(&app, 2, &owner, sheet.code(1)).await;
    let page = held.get("/mail-programs").await;
    page.must_say("You can make an app password from");
    let page = held
        .submit_to(&page, "/mail-programs", &[("label", "my phone")])
        .await;
    page.must_say("You can make an app password from");
    assert!(
        app.app
            .app_passwords(owner.account)
            .await
            .unwrap()
            .is_empty()
    );
    app.deliver().await;
}

#[tokio::test]
async fn nobody_removes_anothers() {
    let app = app().await;
    let (owner, other) = (app.enrolled_owner().await, app.enrolled_owner().await);
    let mut theirs = signed_in(&app, 2, &other).await;
    let page = theirs.get("/mail-programs").await;
    theirs
        .submit_to(&page, "/mail-programs", &[("label", "theirs")])
        .await
        .must_say("shown only this once");
    let [listed] = &app.app.app_passwords(other.account).await.unwrap()[..] else {
        panic!("there is one")
    };
    let mut browser = signed_in(&app, 1, &owner).await;
    let page = browser.get("/mail-programs").await;
    let fields = page.form_to("/mail-programs").filled(&[]);
    let path = format!("/mail-programs/{}/remove", listed.id);
    browser
        .post(&path, &fields)
        .await
        .must_say("You have no app passwords yet");
    assert_eq!(
        browser
            .post("/mail-programs/5f3a/remove", &fields)
            .await
            .status,
        404
    );
    assert_eq!(app.app.app_passwords(other.account).await.unwrap().len(), 1);
    app.deliver().await;
}
