//! What could not be delivered, and sending it again.

use super::{app, operator};
use counterfoil_store::repo::{self, outbox::Reason};

#[tokio::test]
async fn what_failed_is_listed_without_its_content_and_sent_again() {
    let app = app().await;
    let (_, mut olga) = operator(&app, 11).await;
    app.deliver().await;
    olga.get("/deliveries").await.must_say("There are none.");
    let owner = app.owner().await;
    let notices = app.notices(owner.account).await;
    let account = owner.account;
    let ids: Vec<_> = notices
        .iter()
        .filter(|notice| notice.recipient == owner.address)
        .map(|notice| notice.id)
        .collect();
    let ids = ids.as_slice();
    let given_up: Result<(), counterfoil_store::Error> = app
        .db
        .run("test_give_up", |tx| async move {
            for id in ids {
                repo::outbox::give_up(&tx, account, *id, "failed", Reason::of("550 5.1.1")).await?;
            }
            Ok(())
        })
        .await;
    given_up.unwrap();
    app.clock.advance(counterfoil_model::Span::minutes(1));
    olga.get("/desk").await.must_say("couldn't be delivered.");
    let page = olga.get("/deliveries?show=failed").await;
    page.must_say(&owner.address);
    page.must_say("The last answer was: 550 5.1.1.");
    let all = format!(
        "{} on {} way again.",
        if ids.len() == 1 {
            "One notice is".to_owned()
        } else {
            format!("{} notices are", ids.len())
        },
        if ids.len() == 1 { "its" } else { "their" },
    );
    let page = olga.submit_to(&page, "/deliveries/resend", &[]).await;
    page.must_say(&all);
    page.must_say("There are none.");
    let mails = app.deliver().await;
    assert_eq!(
        mails.iter().filter(|mail| mail.to == owner.address).count(),
        ids.len()
    );
}
