//! The policy at the desk, and what owners see of the codes that it requires. All of it without script.

use super::{app, operator};
use counterfoil_model::{Setting, Span};

#[tokio::test]
async fn a_stricter_rule_holds_at_once_and_says_where_it_comes_from() {
    let app = app().await;
    let (owner, mut olga) = operator(&app, 11).await;
    let page = olga.get("/desk/policy").await;
    page.must_say("Shortest password beside a second step");
    page.must_say("As Counterfoil comes");
    let page = olga.get("/desk/policy/password_least_beside").await;
    page.must_say("8 characters");
    page.must_say("From 8 to 24 characters.");
    let page = olga.submit(&page, &[("value", "12")]).await;
    page.must_say("It holds from now on.");
    page.must_say("12 characters");
    page.must_say(&format!("Set by {}", owner.address));
    let mails = app.deliver().await;
    assert!(mails.iter().any(|mail| {
        mail.to == owner.address
            && mail
                .text
                .contains("Before: 8 characters. Now: 12 characters.")
    }));
    let page = olga.get("/desk/policy/password_least_beside").await;
    for (typed, problem) in [
        ("7", "Take a number from 8 to 24."),
        (
            "16",
            "This doesn't go with “Shortest password without a second step”",
        ),
        ("12", "It is so already."),
        ("twelve", "Write a whole number."),
    ] {
        let refused = olga.submit(&page, &[("value", typed)]).await;
        refused.must_say(problem);
        assert_eq!(
            refused
                .form_to("/desk/policy/password_least_beside")
                .value("value"),
            Some(typed)
        );
    }
    assert_eq!(olga.get("/desk/policy/nothing").await.status, 404);
}

#[tokio::test]
async fn a_looser_rule_asks_for_a_step_up_keeps_what_was_typed_waits_and_is_stopped() {
    let app = app().await;
    let (owner, mut olga) = operator(&app, 11).await;
    app.clock.advance(Span::minutes(11));
    let page = olga.get("/desk/policy/hold").await;
    let page = olga.submit(&page, &[("value", "12")]).await;
    assert_eq!(page.path, "/step-up?to=policy.hold.12", "{page:?}");
    let digits = app.next_digits(&owner);
    let page = olga.submit(&page, &[("digits", &digits)]).await;
    assert_eq!(page.path, "/desk/policy/hold?value=12", "{page:?}");
    let page = olga.submit(&page, &[]).await;
    page.must_say("Until then the stricter rule holds");
    page.must_say("12 hours");
    assert_eq!(app.app.policy().await.unwrap().hold_hours, 24);
    let stopped = olga.submit_to(&page, "/desk/policy/hold/stop", &[]).await;
    stopped.must_say("It was stopped.");
    let again = olga.submit_to(&page, "/desk/policy/hold/stop", &[]).await;
    again.must_say("Nothing was waiting there any more.");
    let subjects: Vec<String> = app
        .deliver()
        .await
        .into_iter()
        .map(|mail| mail.subject)
        .collect();
    for subject in ["is about to get looser", "was stopped"] {
        assert!(
            subjects.iter().any(|own| own.contains(subject)),
            "{subjects:?}"
        );
    }
}

#[tokio::test]
async fn an_owner_without_required_codes_reads_of_the_day_and_is_led_to_them() {
    let app = app().await;
    let owner = app.enrolled_owner().await;
    let day = app.now() + Span::days(9);
    app.app
        .set_policy(Setting::CodesRequiredFrom, Some(day.as_micros()))
        .await
        .unwrap();
    app.app.remind_of_codes().await.unwrap();
    let mails = app.deliver().await;
    let asked = mails
        .iter()
        .filter(|mail| mail.subject.contains("asks for backup codes"));
    assert_eq!(asked.count(), 2, "the mailbox and the outside address");
    let mut browser = app.browser(1);
    browser.types_password(&owner).await;
    let home = browser.types_digits(&app.next_digits(&owner)).await;
    assert_eq!(home.path, "/");
    home.must_say("everybody here needs backup codes. You have none yet.");
    app.clock.advance(Span::days(10));
    let mut browser = app.browser(1);
    browser.types_password(&owner).await;
    let led = browser.types_digits(&app.next_digits(&owner)).await;
    assert_eq!(led.path, "/codes/required", "{led:?}");
    led.must_say("Make your backup codes first");
    for closed in ["/", "/mail-programs", "/two-step/remove", "/codes/drill"] {
        assert_eq!(
            browser.get(closed).await.path,
            "/codes/required",
            "{closed}"
        );
    }
    for open in [
        "/codes/enable",
        "/activity",
        "/freeze",
        "/addresses",
        "/two-step",
        "/password",
    ] {
        assert_eq!(browser.get(open).await.path, open, "{open}");
    }
    let fields = browser.get("/addresses").await.form().filled(&[]);
    let made = browser.post("/mail-programs", &fields).await;
    assert_eq!(made.status, 303, "{made:?}");
    assert_eq!(made.header_lines("location"), ["/codes/required"]);
    assert!(
        app.app
            .app_passwords(owner.account)
            .await
            .unwrap()
            .is_empty()
    );
    app.sheet(&owner_signed_in(&app, owner).await).await;
    assert_eq!(browser.get("/").await.path, "/");
    assert_eq!(browser.get("/codes/required").await.path, "/");
    app.app.remind_of_codes().await.unwrap();
    app.deliver().await;
}

async fn owner_signed_in(
    app: &counterfoil_testkit::app::TestApp,
    mut owner: counterfoil_testkit::story::TestOwner,
) -> counterfoil_testkit::story::TestOwner {
    app.signs_in_again(&mut owner).await;
    owner
}

#[tokio::test]
async fn the_desk_counts_who_is_behind_and_lists_them() {
    let app = app().await;
    let (_, mut olga) = operator(&app, 11).await;
    let owner = app.enrolled_owner().await;
    let (with, _) = app.with_sheet().await;
    assert!(!olga.get("/accounts").await.says("Behind the policy"));
    let day = app.now() + Span::days(30);
    app.app
        .set_policy(Setting::CodesRequiredFrom, Some(day.as_micros()))
        .await
        .unwrap();
    olga.get("/desk")
        .await
        .must_say("Still without the codes that the policy asks for");
    let list = olga.get("/accounts?show=behind").await;
    list.must_say(&owner.address);
    assert!(!list.says(&with.address));
    app.app.remind_of_codes().await.unwrap();
    app.deliver().await;
}
