//! A whole code, checked and not used up.

use super::{app, fill, let_in_by_code, misread, signed_in};
use counterfoil_model::Span;

#[tokio::test]
async fn a_code_is_checked_on_a_known_device_beside_the_phone() {
    let app = app().await;
    let (owner, sheet) = app.with_sheet().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    let page = browser.get("/codes/check").await;
    assert_eq!(page.title(), "A code can't be checked here");
    page.must_say("on a device where you have signed in for a week or more");

    app.clock.advance(Span::days(8));
    browser.types_password(&owner).await;
    browser.types_digits(&app.next_digits(&owner)).await;
    let page = fill(&mut browser, "/codes/check", &[("code", sheet.code(3))]).await;
    assert_eq!(page.title(), "This code works");
    // Not spent: it is good once more, also after repair.
    let page = fill(
        &mut browser,
        "/codes/check",
        &[("code", &misread(sheet.code(3), 1))],
    )
    .await;
    page.must_say("Is that what your sheet says?");
    assert_eq!(browser.submit(&page, &[]).await.title(), "This code works");
    let page = fill(&mut browser, "/codes/check", &[("code", "?")]).await;
    page.must_say("A code has 20 symbols and you typed 1");

    let_in_by_code(&app, 2, &owner, sheet.code(3)).await;
    let page = fill(&mut browser, "/codes/check", &[("code", sheet.code(3))]).await;
    page.must_say("This code was already used on");
    app.deliver().await;
}

#[tokio::test]
async fn who_came_in_by_a_code_checks_none() {
    let app = app().await;
    let (owner, sheet) = app.with_sheet().await;
    let mut browser = let_in_by_code(&app, 1, &owner, sheet.code(1)).await;
    browser
        .get("/codes/check")
        .await
        .must_say("You came in without the six digits of your phone");
    app.deliver().await;
}

#[tokio::test]
async fn without_a_sheet_no_code_is_checked() {
    let app = app().await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    app.clock.advance(Span::days(8));
    browser.types_password(&owner).await;
    browser.types_digits(&app.next_digits(&owner)).await;
    browser
        .get("/codes/check")
        .await
        .must_say("You have no sheet of codes that works now");
    app.deliver().await;
}
