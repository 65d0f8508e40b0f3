//! Looking an owner up and looking after them.

use super::{app, operator};

#[tokio::test]
async fn an_operator_finds_an_owner_and_suspends_freezes_and_lets_go() {
    let app = app().await;
    let (_, mut olga) = operator(&app, 11).await;
    let (owner, _) = app.with_sheet().await;
    let home = olga.get("/").await;
    assert!(home.html().contains("href=\"/desk\""));
    let desk = olga.get("/desk").await;
    desk.must_say("2 in use, 0 suspended");
    let list = olga.get(&format!("/accounts?q={}", owner.address)).await;
    list.must_say(&owner.address);
    list.must_say("10 backup codes are left.");
    let path = format!("/accounts/{}", owner.account);
    assert!(list.html().contains(&format!("href=\"{path}\"")));

    let page = olga.get(&path).await;
    page.must_say("One address, verified");
    let page = olga.submit_to(&page, &format!("{path}/suspend"), &[]).await;
    page.must_say("The account is suspended.");
    olga.get("/accounts?show=suspended")
        .await
        .must_say(&owner.address);
    let page = olga.submit_to(&page, &format!("{path}/resume"), &[]).await;
    page.must_say("The suspension is lifted.");
    let page = olga.submit_to(&page, &format!("{path}/freeze"), &[]).await;
    page.must_say("The account is frozen.");
    page.must_say("This account has been frozen since");
    assert!(!page.html().contains("/freeze\""), "once is enough");
    let mails = app.deliver().await;
    let told = |what: &str| mails.iter().filter(|mail| mail.to == what).count();
    assert!(told(&owner.address) >= 3 && told(&owner.outside) >= 3);
}

#[tokio::test]
async fn lifting_a_suspension_asks_whether_it_is_still_them() {
    let app = app().await;
    let (operator, mut olga) = operator(&app, 11).await;
    let owner = app.owner().await;
    app.app.suspend(&owner.address, false).await.unwrap();
    let path = format!("/accounts/{}", owner.account);
    let page = olga.get(&path).await;
    app.clock.advance(counterfoil_model::Span::minutes(11));
    let page = olga.submit_to(&page, &format!("{path}/resume"), &[]).await;
    assert_eq!(page.path, "/step-up?to=/accounts", "{page:?}");
    let page = olga
        .submit(&page, &[("digits", app.next_digits(&operator).as_str())])
        .await;
    assert_eq!(page.path, "/accounts");
    let page = olga.get(&path).await;
    olga.submit_to(&page, &format!("{path}/resume"), &[])
        .await
        .must_say("The suspension is lifted.");
    let own = olga.get(&format!("/accounts/{}", operator.account)).await;
    own.must_say("This is your own account.");
    assert!(!own.html().contains("/suspend\""));
    app.deliver().await;
}

#[tokio::test]
async fn an_empty_list_says_what_to_do_and_odd_searches_find_nobody() {
    let app = app().await;
    let (_, mut olga) = operator(&app, 11).await;
    olga.get("/accounts?q=xaver")
        .await
        .must_say("begins with “xaver”");
    olga.get("/accounts?show=frozen")
        .await
        .must_say("There is no such account.");
    for odd in [
        "/accounts?after=zz&show=nobody",
        "/accounts?q=%25%27%22%3Cscript%3E",
        "/accounts?q=%F0%9F%98%80",
    ] {
        let page = olga.get(odd).await;
        assert_eq!(page.status, 200, "{odd}");
        assert!(!page.html().contains("<script>"));
    }
    assert_eq!(
        olga.get(&format!("/accounts/{}", "0".repeat(32)))
            .await
            .status,
        404
    );
    assert_eq!(olga.get("/accounts/nobody").await.status, 404);
    app.deliver().await;
}

#[tokio::test]
async fn an_invitation_that_was_lost_is_made_again_in_two_steps() {
    let app = app().await;
    let (_, mut olga) = operator(&app, 11).await;
    app.invitation("late").await;
    let late = app.app.account_of("late@mail.example").await.unwrap();
    let page = olga.get(&format!("/accounts/{}", late.unwrap())).await;
    page.must_say("Nobody has a password for this mailbox yet.");
    let again = "/accounts/invite?address=late%40mail.example";
    assert!(page.html().contains(again), "{}", page.html());
    let page = olga
        .get("/accounts/invite?address=late%40mail.example&name=late")
        .await;
    assert_eq!(page.form().value("address"), Some("late@mail.example"));
    olga.submit(&page, &[])
        .await
        .must_say("Hand this link over");
    olga.get("/desk/health").await.must_say("help_line");
    app.deliver().await;
}
