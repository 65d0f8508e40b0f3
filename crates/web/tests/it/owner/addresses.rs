//! Outside addresses.

use super::{app, fill, let_in_by_code, signed_in};
use counterfoil_model::Span;
use counterfoil_service::LinkKind;

#[tokio::test]
async fn an_address_counts_once_its_reader_says_so() {
    let app = app().await;
    let owner = app.owner().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    browser
        .get("/addresses")
        .await
        .must_say("You have none yet");
    let page = fill(&mut browser, "/addresses", &[("address", &owner.outside)]).await;
    page.must_say("We mailed a link to owner1@elsewhere.example");
    page.must_say("Not confirmed yet");
    let again = page
        .forms()
        .into_iter()
        .find(|form| form.action.ends_with("/send-again"))
        .unwrap()
        .action;
    browser
        .submit_to(&page, &again, &[])
        .await
        .must_say("We mailed a link to owner1@elsewhere.example");
    let links = app
        .links_to(owner.account, &owner.outside, LinkKind::VerifyAddress)
        .await;
    assert_eq!(links.len(), 2);

    app.verify_outside(&owner).await;
    let page = browser.get("/addresses").await;
    page.must_say("Confirmed on");
    let page = browser.submit(&page, &[]).await;
    page.must_say("owner1@elsewhere.example is removed");
    page.must_say("Notices still go there until");
    app.deliver().await;
}

#[tokio::test]
async fn what_is_wrong_with_an_address_is_said_beside_it() {
    let app = app().await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    for (typed, problem) in [
        ("", "Type an address."),
        (
            "alice",
            "That isn't a whole address. It looks like name@example.org.",
        ),
        (
            "al(ice@example.org",
            "“(” can't stand before the @. Look at the address again.",
        ),
        (
            owner.address.as_str(),
            "That is this mailbox. Take an address somewhere else.",
        ),
        (&owner.outside, "That address is on your list already."),
    ] {
        let page = browser.get("/addresses").await;
        let page = browser
            .submit_to(&page, "/addresses", &[("address", typed)])
            .await;
        assert_eq!(page.problems(), [problem], "{typed}");
        assert_eq!(page.form_to("/addresses").value("address"), Some(typed));
    }
    app.deliver().await;
}

#[tokio::test]
async fn nobody_reaches_anothers_address() {
    let app = app().await;
    let (owner, other) = (app.enrolled_owner().await, app.enrolled_owner().await);
    let [theirs] = app
        .app
        .outside_addresses(other.account)
        .await
        .unwrap()
        .try_into()
        .unwrap();
    let mut browser = signed_in(&app, 1, &owner).await;
    let page = browser.get("/addresses").await;
    let fields = page.form_to("/addresses").filled(&[]);
    for path in [
        format!("/addresses/{}/remove", theirs.id),
        "/addresses/5f3a/send-again".to_owned(),
    ] {
        assert_eq!(browser.post(&path, &fields).await.status, 404, "{path}");
    }
    let [theirs] = app
        .app
        .outside_addresses(other.account)
        .await
        .unwrap()
        .try_into()
        .unwrap();
    assert!(theirs.is_verified());
    app.deliver().await;
}

#[tokio::test]
async fn addresses_change_only_by_somebody_who_proved_a_factor_lately_and_never_in_a_held_session()
{
    let app = app().await;
    let (owner, sheet) = app.with_sheet().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    let page = browser.get("/addresses").await;
    app.clock.advance(Span::minutes(11));
    let page = browser
        .submit_to(&page, "/addresses", &[("address", "a@elsewhere.example")])
        .await;
    assert_eq!(page.path, "/step-up?to=/addresses");

    let mut held = let_in_by_code(&app, 2, &owner, sheet.code(1)).await;
    let page = held.get("/addresses").await;
    let page = held
        .submit_to(&page, "/addresses", &[("address", "a@elsewhere.example")])
        .await;
    page.must_say("You can change your addresses from");
    let page = held.submit(&page, &[]).await;
    page.must_say("You can change your addresses from");
    page.must_say("Confirmed on");
    app.deliver().await;
}
