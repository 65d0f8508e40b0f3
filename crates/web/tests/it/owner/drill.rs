//! The drill.

use super::{app, signed_in};
use counterfoil_model::Span;
use counterfoil_testkit::page::Page;

/// The two slots that a drill asks for.
fn asked(page: &Page) -> [u8; 2] {
    let text = page.text();
    let mut slots = text
        .lines()
        .filter_map(|line| line.strip_prefix("The word beside code ")?.parse().ok());
    [slots.next().unwrap(), slots.next().unwrap()]
}

#[tokio::test]
async fn two_right_words_pass_and_spend_nothing() {
    let app = app().await;
    let (owner, sheet) = app.with_sheet().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    let page = browser.get("/codes/drill").await;
    let [first, second] = asked(&page);
    let words = [
        ("word-1", sheet.word(first)),
        ("word-2", sheet.word(second)),
    ];
    let page = browser.submit(&page, &words).await;
    assert_eq!(page.title(), "Your sheet is where you need it");
    let page = browser.get("/codes").await;
    page.must_say("You last tried the drill on");
    page.must_say("of 10 codes are left");
    app.deliver().await;
}

#[tokio::test]
async fn the_wrong_word_is_the_one_that_is_marked() {
    let app = app().await;
    let (owner, sheet) = app.with_sheet().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    let page = browser.get("/codes/drill").await;
    let [first, second] = asked(&page);
    let page = browser
        .submit(
            &page,
            &[("word-1", sheet.word(first)), ("word-2", "nonsense")],
        )
        .await;
    assert!(
        page.html().contains("href=\"#word-2\"") && !page.html().contains("href=\"#word-1\""),
        "{page:?}"
    );
    assert_eq!(
        asked(&page),
        [first, second],
        "the same two are asked again"
    );
    assert_eq!(page.form().value("word-1"), Some(sheet.word(first)));

    let page = browser
        .submit(&page, &[("word-2", sheet.word(second))])
        .await;
    assert_eq!(page.title(), "Your sheet is where you need it");
    app.deliver().await;
}

#[tokio::test]
async fn a_form_that_lay_around_asks_for_two_others() {
    let app = app().await;
    let (owner, sheet) = app.with_sheet().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    let page = browser.get("/codes/drill").await;
    let [first, second] = asked(&page);
    app.clock.advance(Span::minutes(11));
    let page = browser
        .submit(
            &page,
            &[
                ("word-1", sheet.word(first)),
                ("word-2", sheet.word(second)),
            ],
        )
        .await;
    page.must_say("so here are two other codes");
    let [first, second] = asked(&page);
    let page = browser
        .submit(
            &page,
            &[
                ("word-1", sheet.word(first)),
                ("word-2", sheet.word(second)),
            ],
        )
        .await;
    assert_eq!(page.title(), "Your sheet is where you need it");
    app.deliver().await;
}

#[tokio::test]
async fn guesses_at_words_have_to_wait() {
    let app = app().await;
    let (owner, sheet) = app.with_sheet().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    let mut page = browser.get("/codes/drill").await;
    for _ in 0..6 {
        page = browser
            .submit(&page, &[("word-1", "nonsense"), ("word-2", "nonsense")])
            .await;
    }
    page.must_say("Try again in 30 seconds");
    assert_eq!(page.header_lines("retry-after"), ["30"]);
    let [first, second] = asked(&page);
    let words = [
        ("word-1", sheet.word(first)),
        ("word-2", sheet.word(second)),
    ];
    browser
        .submit(&page, &words)
        .await
        .must_say("Try again in 30 seconds");
    app.clock.advance(Span::seconds(31));
    assert_eq!(
        browser.submit(&page, &words).await.title(),
        "Your sheet is where you need it"
    );
    app.deliver().await;
}

#[tokio::test]
async fn without_a_sheet_there_is_nothing_to_drill_with() {
    let app = app().await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    assert_eq!(
        browser.get("/codes/drill").await.title(),
        "There is nothing to drill with"
    );
    app.deliver().await;
}
