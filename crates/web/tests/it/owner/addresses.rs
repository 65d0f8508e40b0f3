//! Outside addresses.

use super::{app, fill, let_in_by_code, signed_in};
use counterfoil_model::Span;
use counterfoil_store::repo::outbox::Reason;

#[tokio::test]
async fn an_address_counts_once_the_code_mailed_there_is_typed() {
    let app = app().await;
    let owner = app.owner().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    browser
        .get("/addresses")
        .await
        .must_say("You have none yet");
    let new = [
        ("address", owner.outside.as_str()),
        ("label", "My sister's"),
    ];
    let page = fill(&mut browser, "/addresses", &new).await;
    page.must_say("We mailed a code to owner1@elsewhere.example");
    assert!(page.path.ends_with("/code"), "{}", page.path);
    let code_at = page.path.clone();
    app.clock.advance(Span::minutes(1));
    let again = code_at.replace("/code", "/send-again");
    let page = browser.submit_to(&page, &again, &[]).await;
    page.must_say("We mailed a code to owner1@elsewhere.example");
    let code = app.code_to(owner.account, &owner.outside).await;
    for (typed, problem) in [
        ("12", "That isn't eight digits. Look at the mail again."),
        (
            "0000 0000",
            "That isn't the code. Look at the newest mail. You have 9 more tries.",
        ),
    ] {
        let page = browser.get(&code_at).await;
        let page = browser.submit_to(&page, &code_at, &[("code", typed)]).await;
        assert_eq!(page.problems(), [problem]);
    }
    let page = browser.get(&code_at).await;
    let page = browser.submit_to(&page, &code_at, &[("code", &code)]).await;
    page.must_say("owner1@elsewhere.example is confirmed");
    page.must_say("My sister's");
    page.must_say("You have one. Add a second one");
    assert_eq!(browser.get(&code_at).await.path, "/addresses");

    let page = browser.get("/addresses").await;
    let remove = code_at.replace("/code", "/remove");
    let page = browser.submit_to(&page, &remove, &[]).await;
    page.must_say("owner1@elsewhere.example no longer counts");
    page.must_say("It hears of everything until");
    let keep = page
        .forms()
        .into_iter()
        .find(|form| form.action.ends_with("/stop"));
    let page = browser.submit_to(&page, &keep.unwrap().action, &[]).await;
    page.must_say("The change is stopped");
    app.deliver().await;
}

#[tokio::test]
async fn an_owner_names_an_address_and_says_whether_it_is_still_theirs() {
    let app = app().await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    let [address] = app
        .app
        .outside_addresses(owner.account)
        .await
        .unwrap()
        .try_into()
        .unwrap();
    let name_at = format!("/addresses/{}/name", address.id);
    let page = browser.get(&name_at).await;
    let page = browser
        .submit_to(&page, &name_at, &[("label", "At work")])
        .await;
    page.must_say("The name is kept");
    page.must_say("At work");
    app.clock.advance(Span::days(180));
    let mut browser = signed_in(&app, 2, &owner).await;
    let page = browser.get("/addresses").await;
    page.must_say("Is this address still yours");
    let review_at = format!("/addresses/{}/review", address.id);
    let page = browser
        .submit_to(&page, &review_at, &[("answer", "yes")])
        .await;
    page.must_say("Thank you. We ask again in a while.");
    assert!(!page.text().contains("Is this address still yours"));
    app.deliver().await;
}

#[tokio::test]
async fn the_words_in_our_mail_are_chosen_and_shown_after_a_step_up_only() {
    let app = app().await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    let page = fill(
        &mut browser,
        "/phrase",
        &[("phrase", "see evil.example/now")],
    )
    .await;
    assert_eq!(
        page.problems(),
        ["Take letters, digits and spaces only. An address in it would look like a link."]
    );
    let page = fill(&mut browser, "/phrase", &[("phrase", "the heron waits")]).await;
    page.must_say("The words are kept");
    let page = browser.get("/phrase").await;
    assert_eq!(
        page.form_to("/phrase").value("phrase"),
        Some("the heron waits")
    );
    app.clock.advance(Span::minutes(11));
    let page = browser.get("/phrase").await;
    assert_eq!(page.path, "/step-up?to=/phrase");
    // On no page before sign-in, and in every mail from now on.
    let mut stranger = app.browser(9);
    for path in ["/sign-in", "/forgotten"] {
        assert!(!stranger.get(path).await.text().contains("heron"), "{path}");
    }
    app.deliver().await;
    app.app.suspend(&owner.address, false).await.unwrap();
    for mail in app.deliver().await {
        assert!(
            mail.text.contains("Your words: the heron waits"),
            "{}",
            mail.text
        );
    }
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
    assert!(theirs.counts());
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

#[tokio::test]
async fn an_owner_shows_that_an_address_works_again() {
    let app = app().await;
    let owner = app.enrolled_owner().await;
    app.deliver().await;
    app.app.suspend(&owner.address, false).await.unwrap();
    app.app.suspend(&owner.address, true).await.unwrap();
    app.deliver().await;
    let notices = app.notices(owner.account).await;
    let mut newest_first = notices.iter().rev();
    let notice = newest_first.find(|notice| notice.recipient == owner.outside);
    let reason = Reason::of("report");
    let noted = app.app.notice_came_back(notice.unwrap().id, reason).await;
    noted.unwrap();
    let mut browser = signed_in(&app, 1, &owner).await;
    let page = browser.get("/").await;
    page.must_say("Do this next: look at your outside addresses");
    let page = browser.get("/addresses").await;
    page.must_say("We could not reach this address");
    let again = page
        .forms()
        .into_iter()
        .find(|form| form.action.ends_with("/send-again"));
    let page = browser.submit_to(&page, &again.unwrap().action, &[]).await;
    page.must_say(&format!("We mailed a code to {}", owner.outside));
    let code_at = page.path.clone();
    let code = app.code_to(owner.account, &owner.outside).await;
    let page = browser.submit_to(&page, &code_at, &[("code", &code)]).await;
    page.must_say(&format!("We reach {} again", owner.outside));
    assert!(!page.text().contains("We could not reach"));
    // There is nothing to try any more.
    let send = code_at.replace("/code", "/send-again");
    let form = page
        .forms()
        .into_iter()
        .find(|form| form.value("csrf").is_some());
    let page = browser.post(&send, &form.unwrap().filled(&[])).await;
    assert_eq!(
        page.problems(),
        ["Nothing came back from that address lately. There is nothing to try."]
    );
    app.deliver().await;
}

#[tokio::test]
async fn an_owner_changes_an_address_for_another_and_puts_it_back() {
    let app = app().await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    app.deliver().await;
    let [old] = app
        .app
        .outside_addresses(owner.account)
        .await
        .unwrap()
        .try_into()
        .unwrap();
    let change_at = format!("/addresses/{}/change", old.id);
    let page = browser.get(&change_at).await;
    page.must_say("Another address in its place");
    let page = browser
        .submit_to(&page, &change_at, &[("address", &owner.outside)])
        .await;
    assert_eq!(page.problems(), ["That address is on your list already."]);
    let new = "new@elsewhere.example";
    let page = browser
        .submit_to(&page, &change_at, &[("address", new)])
        .await;
    page.must_say("We mailed a code to new@elsewhere.example");
    let code_at = page.path.clone();
    let code = app.code_to(owner.account, new).await;
    let page = browser.submit_to(&page, &code_at, &[("code", &code)]).await;
    page.must_say("new@elsewhere.example is confirmed. It takes its place on");
    page.must_say("It hears of everything until");
    let mails = app.deliver().await;
    let mut told = mails.iter().filter(|mail| mail.to == owner.outside);
    assert!(
        told.any(|mail| mail.text.contains("Until then")),
        "{mails:?}"
    );
    assert!(
        mails
            .iter()
            .all(|mail| mail.to != new || mail.text.contains(&code)),
        "the new one hears of nothing yet"
    );
    let keep = page
        .forms()
        .into_iter()
        .find(|form| form.action.ends_with("/stop"));
    let page = browser.submit_to(&page, &keep.unwrap().action, &[]).await;
    page.must_say("The change is stopped");
    let page = browser.get("/addresses").await;
    assert!(!page.text().contains(new), "{}", page.text());
    app.deliver().await;
}
