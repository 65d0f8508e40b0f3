//! Advisories: written at the desk, read in the portal, followed in a feed.

use super::{app, operator};
use atom_syndication::{Feed, Text};
use counterfoil_model::Span;
use counterfoil_model::advisory::{Audience, Severity};
use counterfoil_service::advisory::{Correction, Draft};
use counterfoil_testkit::page::Page;
use std::str::FromStr;

const TITLE: &str = "Mails that <look> like ours & yours";

fn draft(title: &str, public: bool) -> Draft {
    Draft {
        title: title.to_owned(),
        body: "Read [this](https://help.example.org/?a=1&b=2) **now**.".to_owned(),
        severity: Severity::Critical,
        audience: Audience::Everybody,
        public,
        from: None,
        until: None,
    }
}

/// Whether the frame names it, above what the page itself says.
fn names_it(page: &Page) -> bool {
    page.html().contains("Mails that ")
}

#[tokio::test]
async fn an_operator_looks_at_an_advisory_before_everybody_reads_it() {
    let app = app().await;
    let (_, mut olga) = operator(&app, 11).await;
    let owner = app.owner().await;
    let mut reader = app.browser(1);
    reader.types_password(&owner).await;
    let page = olga.get("/desk/advisories/new").await;
    let typed = |title, body, from| {
        [
            ("title", title),
            ("body", body),
            ("severity", "info"),
            ("audience", "everybody"),
            ("from", from),
        ]
    };
    let page = olga
        .submit(&page, &typed(TITLE, "Hello", "1.12.2026"))
        .await;
    page.must_say("That is no day.");
    let page = olga
        .submit(&page, &typed(TITLE, "Hello\n\n<b>bold</b>", ""))
        .await;
    page.must_say("Line 3 has HTML.");
    let page = olga.submit(&page, &typed("", "Hello **you**", "")).await;
    page.must_say("Write a title.");
    let page = olga.submit(&page, &typed(TITLE, "Hello **you**", "")).await;
    page.must_say("Nobody has seen it yet.");
    assert!(page.html().contains("<p>Hello <strong>you</strong></p>"));
    assert!(!names_it(&reader.get("/").await));
    let mut whole = typed(TITLE, "Hello **you**", "").to_vec();
    whole.push(("publish", "yes"));
    let page = olga.submit_to(&page, "/desk/advisories/new", &whole).await;
    page.must_say("Shown now");
    page.must_say("Nobody has read it yet");
    let desk = page.path.clone();

    assert!(names_it(&reader.get("/codes").await));
    let id = desk.rsplit('/').next().unwrap().to_owned();
    let page = reader.get(&format!("/advisories/{id}")).await;
    page.must_say("Hello");
    let page = reader.submit(&page, &[]).await;
    assert_eq!(page.path, "/");
    assert!(!names_it(&page));
    reader.get("/advisories").await.must_say(TITLE);
    olga.get(&desk).await.must_say("1 person has read it");

    let page = olga.get(&desk).await;
    let withdraw = format!("{desk}/withdraw");
    let page = olga.submit_to(&page, &withdraw, &[("why", "")]).await;
    page.must_say("Say why");
    app.clock.advance(Span::seconds(1));
    let page = olga
        .submit_to(&page, &withdraw, &[("why", "It was a drill.")])
        .await;
    page.must_say(": It was a drill.");
    let page = reader.get("/").await;
    assert!(page.html().contains("Withdrawn: Mails that"));
    // It isn't public: whoever isn't signed in is asked to.
    let page = app.browser(5).get(&format!("/advisories/{id}")).await;
    assert_eq!(page.path, "/sign-in?to=/advisories");
    app.deliver().await;
}

#[tokio::test]
async fn the_feed_is_atom_and_has_what_anybody_may_read_as_it_stands_now() {
    let app = app().await;
    let (service, mut browser) = (&app.app, app.browser(1));
    let feed = |xml: String| Feed::from_str(&xml).unwrap();
    let empty = feed(browser.get("/advisories.atom").await.html());
    assert!(empty.entries().is_empty() && !empty.id().is_empty());
    let first = service.write_advisory(draft(TITLE, true)).await.unwrap();
    service
        .write_advisory(draft("Inside", false))
        .await
        .unwrap();
    app.clock.advance(Span::hours(1));
    let second = service.write_advisory(draft("Second", true)).await.unwrap();
    let page = browser.get("/advisories.atom").await;
    assert_eq!(
        page.header_lines("content-type"),
        ["application/atom+xml; charset=utf-8"]
    );
    let one = feed(page.html());
    let titles: Vec<&str> = one
        .entries()
        .iter()
        .map(|entry| entry.title().as_str())
        .collect();
    assert_eq!(titles, ["Second", TITLE]);
    assert!(one.links().iter().any(|link| link.rel() == "self"));
    let entry = &one.entries()[1];
    assert!(entry.id().starts_with("urn:uuid:"), "{}", entry.id());
    assert_eq!(
        entry.content().unwrap().value(),
        Some(
            "<p>Read <a href=\"https://help.example.org/?a=1&amp;b=2\" rel=\"noreferrer noopener\">this</a> <strong>now</strong>.</p>"
        )
    );
    let link = entry.links()[0].href();
    let path = format!("/advisories/{first}");
    assert!(link.ends_with(&path), "{link}");
    browser.get(&path).await.must_say(TITLE);

    app.clock.advance(Span::hours(1));
    let correction = Correction {
        title: TITLE.to_owned(),
        body: "Otherwise.".to_owned(),
        until: None,
    };
    service.correct_advisory(first, correction).await.unwrap();
    service
        .withdraw_advisory(second, "Not so & so.")
        .await
        .unwrap();
    let two = feed(browser.get("/advisories.atom").await.html());
    let [withdrawn, corrected] = two.entries() else {
        panic!("{two:?}")
    };
    assert_eq!(withdrawn.title(), &Text::plain("Withdrawn: Second"));
    assert!(
        withdrawn
            .content()
            .unwrap()
            .value()
            .unwrap()
            .contains("Not so &amp; so.")
    );
    assert_eq!(corrected.title().as_str(), format!("Corrected: {TITLE}"));
    assert_eq!(corrected.id(), entry.id());
    assert!(corrected.updated() > entry.updated());
    assert_eq!(two.updated(), corrected.updated());
    app.deliver().await;
}
