//! One-time links: the page explains, its button does it once, and nothing signs in but an enrolment.

use counterfoil_model::{Setting, Span};
use counterfoil_service::LinkKind;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::app::{PUBLIC_URL, TestApp};
use counterfoil_testkit::browser::Browser;
use counterfoil_testkit::mail_trap::link_in;
use counterfoil_testkit::page::Page;
use counterfoil_testkit::phone::Phone;
use counterfoil_web::shell::cookie::SESSION;

const PASSWORD: &str = "forty two purple marmots";

/// The path of the newest link that was mailed to this address.
async fn mailed(app: &TestApp, address: &str) -> String {
    let mails = app.deliver().await;
    let mail = mails
        .iter()
        .rev()
        .find(|mail| mail.to == address && link_in(mail).is_some())
        .unwrap();
    link_in(mail)
        .unwrap()
        .strip_prefix(PUBLIC_URL)
        .unwrap()
        .to_owned()
}

fn is_dead(page: &Page) {
    assert_eq!(page.status, 404);
    page.must_say("This link doesn't work any more");
}

/// Presses the button of a link's page: it says this, and then the link is dead. Nobody is signed in by it.
async fn press(browser: &mut Browser, link: &str, says: &str) {
    let page = browser.get(link).await;
    browser.submit(&page, &[]).await.must_say(says);
    assert_eq!(browser.cookie(SESSION), None);
    is_dead(&browser.get(link).await);
    is_dead(&browser.submit(&page, &[]).await);
}

#[tokio::test]
async fn an_address_that_was_removed_is_put_back_by_its_reader() {
    let app = TestApp::on(Engine::Sqlite).await;
    let owner = app.enrolled_owner().await;
    let [address] = &app.app.outside_addresses(owner.account).await.unwrap()[..] else {
        panic!()
    };
    app.app
        .remove_outside_address(&owner.session, &owner.visit, address.id)
        .await
        .unwrap();
    let link = mailed(&app, &owner.outside).await;
    let mut reader = app.browser(1);
    let page = reader.get(&link).await;
    page.must_say("An address is about to lose the security notices");
    press(&mut reader, &link, "The change is stopped").await;
    let back = app.app.outside_addresses(owner.account).await.unwrap();
    assert!(back[0].counts());
    app.deliver().await;
}

#[tokio::test]
async fn this_wasnt_me_freezes_and_nothing_else() {
    let app = TestApp::on(Engine::Sqlite).await;
    let (owner, _) = app.with_sheet().await;
    let link = mailed(&app, &owner.outside).await;
    assert!(link.starts_with("/link/freeze/"), "{link}");
    let mut reader = app.browser(2);
    let page = reader.get(&link).await;
    page.must_say("Freeze this account?");
    page.must_say(&owner.address);
    let pressed = reader.submit(&page, &[]).await;
    pressed.must_say("Your account is frozen");
    assert_eq!(reader.cookie(SESSION), None);
    // Whoever comes again reads that it is frozen, not that something is wrong.
    let again = reader.submit(&page, &[]).await;
    again.must_say("It was frozen before you came");
    reader
        .get(&link)
        .await
        .must_say("It was frozen before you came");
    let home = app.browser(3).get("/").await;
    assert!(home.path.starts_with("/sign-in"), "{home:?}");
    app.deliver().await;
}

#[tokio::test]
async fn a_change_that_waits_is_stopped_from_a_notice() {
    let app = TestApp::on(Engine::Sqlite).await;
    let (owner, sheet) = app.with_sheet().await;
    let mut thief = app.browser(1);
    thief.types_password(&owner).await;
    let page = thief.types_code(sheet.code(2)).await;
    let replacement = page.shown_code().unwrap();
    thief
        .submit(&page, &[("code", &replacement)])
        .await
        .must_say("starts to count on");
    let link = mailed(&app, &owner.outside).await;
    let mut reader = app.browser(2);
    reader
        .get(&link)
        .await
        .must_say("The replacement of a used backup code is about to count");
    press(&mut reader, &link, "The change is stopped").await;

    app.clock.advance(Span::hours(25));
    thief.types_password(&owner).await;
    let page = thief.types_code(&replacement).await;
    assert_eq!(page.problems().len(), 1, "{page:?}");
    app.deliver().await;
}

#[tokio::test]
async fn the_first_operator_sets_up_and_an_invited_owner_enrols() {
    let app = TestApp::on(Engine::Sqlite).await;
    let token = app.app.make_set_up_link().await.unwrap().unwrap().0;
    let link = LinkKind::SetUp.path(&token).to_string();
    let mut operator = app.browser(1);
    let page = operator.get(&link).await;
    let wrong = [("address", "olga"), ("name", ""), ("password", "olga")];
    let page = operator.submit(&page, &wrong).await;
    assert_eq!(page.problems().len(), 1, "{page:?}");
    assert_eq!(page.form().value("address"), Some("olga"));
    let page = operator
        .submit(&page, &[("suggest", "again"), ("name", "Olga")])
        .await;
    assert_eq!(page.form().value("name"), Some("Olga"));
    let page = operator
        .submit(
            &page,
            &[("address", "olga@mail.example"), ("password", "olga")],
        )
        .await;
    assert_eq!(
        page.problems(),
        ["That is too short. Take at least 15 characters."]
    );
    assert_eq!(page.form().value("password"), Some(""));
    let page = operator.submit(&page, &[("password", PASSWORD)]).await;
    assert_eq!(page.path, "/", "{page:?}");
    is_dead(&app.browser(2).get(&link).await);

    let token = app.invitation("alice").await;
    let link = LinkKind::Invitation.path(&token).to_string();
    let mut alice = app.browser(3);
    let page = alice.get(&link).await;
    page.must_say("alice@mail.example");
    let page = alice
        .submit(&page, &[("name", "Alice"), ("password", PASSWORD)])
        .await;
    assert_eq!(page.path, "/", "{page:?}");
    is_dead(&app.browser(4).get(&link).await);
    app.deliver().await;
}

#[tokio::test]
async fn whoever_lost_everything_binds_a_new_password_and_phone() {
    let app = TestApp::on(Engine::Sqlite).await;
    let (mut owner, _) = app.with_sheet().await;
    let token = app.app.make_re_enrol_link(&owner.address).await.unwrap();
    let link = LinkKind::ReEnrol.path(&token).to_string();
    let mut browser = app.browser(1);
    let page = browser.get(&link).await;
    let key = key_of(&page);
    let phone = Phone::with_key(&key);
    let page = browser
        .submit(
            &page,
            &[
                ("password", PASSWORD),
                ("digits", &phone.wrong_digits(app.now())),
            ],
        )
        .await;
    assert_eq!(page.problems().len(), 1, "{page:?}");
    assert_eq!(key_of(&page), key, "the picture that was scanned stays");
    let page = browser
        .submit(
            &page,
            &[("password", "short"), ("digits", &phone.digits(app.now()))],
        )
        .await;
    assert_eq!(
        page.problems(),
        ["That is too short. Take at least 8 characters."]
    );
    let page = browser
        .submit(
            &page,
            &[("password", PASSWORD), ("digits", &phone.digits(app.now()))],
        )
        .await;
    page.must_say("You have your mailbox back");
    assert_eq!(browser.cookie(SESSION), None);
    is_dead(&browser.get(&link).await);

    PASSWORD.clone_into(&mut owner.password);
    assert_eq!(
        browser.types_password(&owner).await.path,
        "/sign-in",
        "nothing opens for a day"
    );
    app.clock.advance(Span::hours(25));
    assert_eq!(
        browser.types_password(&owner).await.path,
        "/sign-in/second-step"
    );
    browser
        .get("/sign-in/code")
        .await
        .must_say("This mailbox has no backup codes now.");
    assert_eq!(
        browser.types_digits(&phone.digits(app.now())).await.path,
        "/"
    );
    app.deliver().await;
}

fn key_of(page: &Page) -> String {
    let html = page.html();
    let key = html
        .split("<p class=\"key\">")
        .nth(1)
        .and_then(|rest| rest.split("</p>").next())
        .unwrap();
    key.split('<')
        .filter_map(|tag| tag.split_once('>'))
        .map(|(_, run)| run.trim())
        .collect()
}

#[tokio::test]
async fn a_link_opens_its_own_page_only_and_for_its_time_only() {
    let app = TestApp::on(Engine::Sqlite).await;
    let token = app.invitation("alice").await;
    let text = token.text().to_string();
    let mut browser = app.browser(1);
    for kind in LinkKind::ALL {
        let page = browser.get(&kind.path(&token)).await;
        if kind == LinkKind::Invitation {
            assert_eq!(page.status, 200);
        } else {
            is_dead(&page);
        }
    }
    for other in [
        "x",
        &text[1..],
        &format!("{text}a"),
        &text.replace('a', "%00"),
    ] {
        is_dead(&browser.get(&format!("/link/invitation/{other}")).await);
    }
    assert_eq!(
        browser
            .get(&format!("/link/invitation/{}", text.to_uppercase()))
            .await
            .status,
        200,
        "typed from paper"
    );
    app.clock.advance(Span::days(7));
    is_dead(&browser.get(&LinkKind::Invitation.path(&token)).await);
    app.deliver().await;
}

#[tokio::test]
async fn an_operator_stops_a_change_of_the_policy_from_the_mail_that_tells_of_it() {
    let app = TestApp::on(Engine::Sqlite).await;
    let (olga, otto) = (app.operator().await, app.operator().await);
    app.app.set_policy(Setting::Hold, Some(2)).await.unwrap();
    let mails = app.deliver().await;
    let link_of = |address: &str| {
        let mail = mails.iter().rev().find(|mail| mail.to == address).unwrap();
        let link = link_in(mail).unwrap();
        link.strip_prefix(PUBLIC_URL).unwrap().to_owned()
    };
    let (hers, his) = (link_of(&olga.address), link_of(&otto.address));
    let mut reader = app.browser(1);
    let page = reader.get(&hers).await;
    page.must_say("is about to become looser");
    // Looking stops nothing.
    let waits = app.app.policy_settings().await.unwrap();
    assert!(waits.iter().any(|view| view.waiting.is_some()));
    press(&mut reader, &hers, "The change is stopped").await;
    let waits = app.app.policy_settings().await.unwrap();
    assert!(waits.iter().all(|view| view.waiting.is_none()));
    is_dead(&app.browser(2).get(&his).await);
    app.deliver().await;
}
