//! The activity in a browser: read, sorted, kept, and answered.

use super::{app, let_in_by_code, signed_in};
use counterfoil_model::Span;
use counterfoil_testkit::page::Page;

/// The address of "that wasn't me" in the row that says this.
fn not_me_in(page: &Page, says: &str) -> String {
    let html = page.html();
    // The banner says it as well, above.
    let mut rows = html.split("<li>");
    let row = rows.find(|row| row.contains(says) && row.contains("/not-me"));
    let row = row.unwrap();
    let links = row
        .split("href=\"")
        .filter_map(|rest| rest.split('"').next());
    links
        .into_iter()
        .find(|link| link.ends_with("/not-me"))
        .unwrap()
        .to_owned()
}

#[tokio::test]
async fn that_was_not_me_ends_every_session_refuses_the_codes_and_the_owner_gets_back_in() {
    let app = app().await;
    let operator = app.operator().await;
    let (owner, sheet) = app.with_sheet().await;
    let mut laptop = signed_in(&app, 1, &owner).await;
    let mut tablet = signed_in(&app, 3, &owner).await;
    app.clock.advance(Span::minutes(2));
    let mut thief = let_in_by_code(&app, 2, &owner, sheet.code(1)).await;
    assert_eq!(thief.get("/").await.status, 200);

    let list = laptop.get("/activity").await;
    list.must_say("Backup code 1 opened the mailbox");
    list.must_say("New: first time from this network");
    let link = not_me_in(&list, "Backup code 1 opened the mailbox");
    let page = laptop.get(&link).await;
    page.must_say("You say that somebody else did this:");
    page.must_say("Everything that is open closes at once");
    let page = laptop.submit(&page, &[("taken", "paper")]).await;
    page.must_say("Your account is frozen");
    for said in [
        "What was stopped",
        "What to do now",
        "Choose another password",
    ] {
        page.must_say(said);
    }
    page.must_say("the people who run your mail");

    // The next request of any other session is refused: nothing has to happen in between.
    for browser in [&mut thief, &mut tablet, &mut laptop] {
        assert_eq!(browser.get("/activity").await.path, "/sign-in?to=/activity");
    }
    // No code of the old sheet opens anything, at no door.
    assert_eq!(thief.types_password(&owner).await.path, "/frozen");
    assert_eq!(thief.get("/sign-in/code").await.path, "/frozen");
    let page = thief.get("/frozen/code").await;
    let page = thief.submit(&page, &[("code", sheet.code(2))]).await;
    assert_eq!(page.path, "/frozen", "{page:?}");
    assert_eq!(app.events_of(owner.account, "code-redeemed").await, 1);
    assert!(
        !app.told(operator.account, "intruder-reported")
            .await
            .is_empty()
    );

    // Back by the way the page says: the password, and what was not taken.
    let page = laptop.types_password(&owner).await;
    assert_eq!(page.path, "/frozen");
    page.must_say("You told us that your sheet of codes was taken.");
    let page = laptop.get("/frozen/digits?taken=paper").await;
    let page = laptop
        .submit(&page, &[("digits", &app.next_digits(&owner))])
        .await;
    assert_eq!(page.path, "/you-are-back", "{page:?}");
    laptop
        .get("/")
        .await
        .must_say("Do this next: choose another password");
    let list = laptop.get("/activity").await;
    list.must_say("that this wasn't you.");
    let again = laptop.get(&link).await;
    again.must_say("You said so before");
    app.deliver().await;
}

#[tokio::test]
async fn that_was_me_stands_beside_the_event_and_a_newer_device_cannot_say_it() {
    let app = app().await;
    let (owner, sheet) = app.with_sheet().await;
    let mut laptop = signed_in(&app, 1, &owner).await;
    app.clock.advance(Span::minutes(2));
    let mut other = let_in_by_code(&app, 2, &owner, sheet.code(1)).await;
    let theirs = other.get("/activity").await;
    assert!(!theirs.html().contains("/me\""), "{theirs:?}");
    let list = laptop.get("/activity?show=codes").await;
    let action = list.html();
    let action = action.split("action=\"").find_map(|rest| {
        let action = rest.split('"').next()?;
        action.ends_with("/me").then(|| action.to_owned())
    });
    let action = action.unwrap();
    let page = laptop.submit_to(&list, &action, &[]).await;
    page.must_say("Noted: that was you.");
    page.must_say("that this was you.");
    // The same form from another browser changes nothing.
    let mut fields = other.get("/freeze").await.form().filled(&[]);
    fields.retain(|(name, _)| name == "csrf");
    let refused = other.post(&action, &fields).await;
    refused.must_say("Only a device that was yours before this happened");
    app.deliver().await;
}

#[tokio::test]
async fn the_list_is_sorted_turned_over_and_kept() {
    let app = app().await;
    let (owner, sheet) = app.with_sheet().await;
    let mut laptop = signed_in(&app, 1, &owner).await;
    let_in_by_code(&app, 2, &owner, sheet.code(1)).await;
    let codes = laptop.get("/activity?show=codes").await;
    codes.must_say("Backup code 1 opened the mailbox");
    assert!(!codes.says("Signed in on a new device"));
    let mail = laptop.get("/activity?show=mail").await;
    mail.must_say("Nothing of this kind.");
    let all = laptop.get("/activity").await;
    all.must_say("with password, phone");

    let table = laptop.get("/activity/export.csv?show=codes").await;
    assert_eq!(
        table.header_lines("content-type"),
        ["text/csv; charset=utf-8"]
    );
    assert!(table.html().starts_with("\"at\",\"kind\","), "{table:?}");
    assert!(
        table
            .html()
            .contains("\"code-redeemed\",\"Backup code 1 opened the mailbox.")
    );
    let file = laptop.get("/activity/export.json").await;
    let events: serde_json::Value = serde_json::from_str(&file.html()).unwrap();
    let kinds = events
        .as_array()
        .unwrap()
        .iter()
        .map(|event| &event["kind"]);
    assert!(
        kinds
            .into_iter()
            .any(|kind| kind == "signed-in-from-new-device")
    );
    app.deliver().await;
}
