//! What is due: the badge on every page, the page that lists it, and putting it off.

use super::{app, signed_in};
use counterfoil_model::Span;
use counterfoil_testkit::page::Page;

/// The badge stands in the frame, outside of what a page says.
fn has_badge(page: &Page) -> bool {
    page.html()
        .contains("<a class=\"badge\" href=\"/reminders\">1 thing to do</a>")
}

#[tokio::test]
async fn what_is_due_stands_on_every_page_until_it_is_put_off_and_comes_back() {
    let app = app().await;
    let (owner, _) = app.with_sheet().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    assert!(!has_badge(&browser.get("/").await));
    browser.get("/reminders").await.must_say("Nothing to do");
    app.clock.advance(Span::days(7));
    let mut browser = signed_in(&app, 1, &owner).await;
    for path in ["/", "/codes", "/activity", "/freeze"] {
        assert!(has_badge(&browser.get(path).await), "{path}");
    }
    let page = browser.get("/reminders").await;
    page.must_say("Do this next: try the drill");
    assert!(page.html().contains("href=\"/codes/drill\""));
    let fields = page.form().filled(&[("pause", "week")]);
    let page = browser.post("/reminders", &fields).await;
    page.must_say("You put that off");
    page.must_say("Nothing to do");
    assert!(!has_badge(&browser.get("/").await));
    browser
        .get("/")
        .await
        .must_say("Do this next: add a second outside address");
    let page = browser.post("/reminders", &fields).await;
    page.must_say("That can't be put off");
    app.clock.advance(Span::days(7));
    let mut browser = signed_in(&app, 1, &owner).await;
    assert!(has_badge(&browser.get("/").await));
    app.deliver().await;
}
