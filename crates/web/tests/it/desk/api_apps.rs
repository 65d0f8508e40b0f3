//! Programs of other services at the desk: let in, given a key that is shown once, shut out again.

use super::{app, operator};
use counterfoil_model::Span;

#[tokio::test]
async fn a_program_is_let_in_and_its_key_is_shown_once() {
    let app = app().await;
    let (owner, mut olga) = operator(&app, 11).await;
    let page = olga.get("/desk/apps").await;
    page.must_say("No program is let in yet.");
    let page = olga
        .submit_to(&page, "/desk/apps", &[("id", "shop"), ("name", "The shop")])
        .await;
    assert_eq!(page.path, "/desk/apps/shop", "{page:?}");
    page.must_say("It has no key yet");
    let none = olga.submit_to(&page, "/desk/apps/shop", &[]).await;
    none.must_say("Tick at least one thing that it may do.");
    let wanted = [("label", "till"), ("codes:redeem", "on"), ("days", "90")];
    let made = olga.submit_to(&page, "/desk/apps/shop", &wanted).await;
    made.must_say("Hand this key over");
    let html = made.html();
    let key = html.split("shown-link\">").nth(1).unwrap();
    let key = key.split('<').next().unwrap();
    let later = olga.get("/desk/apps/shop").await;
    assert!(!later.html().contains(key));
    later.must_say("till");
    later.must_say("Use codes up.");
    olga.get("/desk/apps")
        .await
        .must_say("0 accounts, 1 keys that work");
    let listed = app.app.api_keys("shop").await.unwrap();
    let listed = listed.first().unwrap();
    assert_eq!(listed.expires_at, Some(listed.made_at + Span::days(90)));
    let path = format!("/desk/keys/{}/revoke", listed.id);
    // What tightens needs no step-up.
    app.clock.advance(Span::minutes(11));
    let revoked = olga.submit_to(&later, &path, &[]).await;
    revoked.must_say("The key is dead.");
    revoked.must_say("It ended on");
    let mails = app.deliver().await;
    for subject in ["was let in", "A key was made", "A key was revoked"] {
        let told = mails
            .iter()
            .any(|mail| mail.to == owner.address && mail.subject.contains(subject));
        assert!(told, "{subject}");
    }
    assert!(mails.iter().all(|mail| !mail.text.contains(key)));
}

#[tokio::test]
async fn without_a_fresh_step_up_nothing_is_let_in() {
    let app = app().await;
    let (_, mut olga) = operator(&app, 11).await;
    let page = olga.get("/desk/apps").await;
    app.clock.advance(Span::minutes(11));
    let refused = olga
        .submit_to(&page, "/desk/apps", &[("id", "shop"), ("name", "The shop")])
        .await;
    assert_eq!(refused.path, "/step-up?to=/desk/apps", "{refused:?}");
    assert!(app.app.apps().await.unwrap().is_empty());
    olga.get("/desk/apps")
        .await
        .must_say("Prove first that it is you.");
    assert_eq!(olga.get("/desk/apps/shop").await.status, 404);
    app.deliver().await;
}
