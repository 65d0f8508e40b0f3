//! Where the sheet lies, and what opens the mailbox: both right after a step-up only.

use super::{app, fill, let_in_by_code, signed_in};
use counterfoil_model::Span;

#[tokio::test]
async fn a_place_is_noted_warned_of_and_taken_away() {
    let app = app().await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    let page = browser.get("/codes/places").await;
    page.must_say("You have no sheet yet");
    let sheet = app.sheet(&owner).await;
    let page = browser.get("/codes/places").await;
    page.must_say("You haven't noted where sheet 1 lies");
    page.must_say("Two places are best");

    let page = browser
        .submit_to(&page, "/codes/places", &[("words", "attic")])
        .await;
    assert_eq!(page.problems(), ["Choose what kind of place it is."]);
    let given = [("kind", "wallet"), ("words", sheet.code(2))];
    let page = browser.submit_to(&page, "/codes/places", &given).await;
    assert_eq!(
        page.problems(),
        ["That looks like a backup code. Write only where the sheet is, never what it says."]
    );
    let page = fill(&mut browser, "/codes/places", &[("kind", "elsewhere")]).await;
    assert_eq!(page.problems(), ["Say in a few words where that is."]);

    let given = [("kind", "photo"), ("words", "")];
    let page = browser.submit_to(&page, "/codes/places", &given).await;
    page.must_say("That is noted.");
    page.must_say("A photo wanders off");
    let ways = browser.get("/ways-in").await;
    ways.must_say("One thing alone opens everything: your phone.");
    let forget = page
        .forms()
        .into_iter()
        .find(|form| form.action.ends_with("/forget"));
    let page = browser.submit_to(&page, &forget.unwrap().action, &[]).await;
    page.must_say("The note is gone.");
    let given = [
        ("kind", "relative"),
        ("words", "my sister, the grey folder"),
    ];
    let page = browser.submit_to(&page, "/codes/places", &given).await;
    page.must_say("my sister, the grey folder");

    // A new sheet asks anew.
    app.sheet(&owner).await;
    let page = browser.get("/codes/places").await;
    page.must_say("You haven't noted where sheet 2 lies");
    page.must_say("Here lies an old sheet");
    let follow = page
        .forms()
        .into_iter()
        .find(|form| form.action.ends_with("/follow"));
    let page = browser.submit_to(&page, &follow.unwrap().action, &[]).await;
    page.must_say("Here lies sheet 2");
    page.must_say("my sister, the grey folder");
    app.deliver().await;
}

#[tokio::test]
async fn places_and_ways_are_shown_right_after_a_step_up_and_on_no_page_before_sign_in() {
    let app = app().await;
    let (owner, sheet) = app.with_sheet().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    let given = [("kind", "relative"), ("words", "Gertrude's attic")];
    fill(&mut browser, "/codes/places", &given).await;
    let page = browser.get("/ways-in").await;
    page.must_say("You can lose any one thing");
    page.must_say("your password + a code from your sheet (Gertrude's attic)");
    page.must_say("If you lose your phone, this still opens it");
    for path in ["/", "/check-up", "/check-up.json", "/codes", "/activity"] {
        let page = browser.get(path).await;
        assert!(!page.html().contains("Gertrude"), "{path}");
    }
    app.clock.advance(Span::minutes(10));
    for path in ["/codes/places", "/ways-in"] {
        let page = browser.get(path).await;
        assert_eq!(page.path, format!("/step-up?to={path}"));
    }
    let mut finder = let_in_by_code(&app, 2, &owner, sheet.code(3)).await;
    for path in ["/codes/places", "/ways-in"] {
        let page = finder.get(path).await;
        page.must_say("we don't know this device yet");
        assert!(!page.html().contains("Gertrude"), "{path}");
    }
    let mut stranger = app.browser(9);
    for path in ["/codes/places", "/ways-in", "/sign-in", "/forgotten"] {
        let page = stranger.get(path).await;
        assert!(!page.html().contains("Gertrude"), "{path}");
    }
    for mail in app.deliver().await {
        assert!(!format!("{mail:?}").contains("Gertrude"));
    }
}
