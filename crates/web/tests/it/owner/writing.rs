//! A sheet without a printer: codes copied by hand and typed back from the paper.

use super::{app, fill, misread, signed_in};
use counterfoil_model::Span;
use counterfoil_testkit::browser::Browser;
use counterfoil_testkit::page::Page;

/// The page with the first code, as the button beside the sheets asks for it.
async fn begin(browser: &mut Browser, path: &str) -> Page {
    let page = browser.get(path).await;
    page.must_say("No printer?");
    let mut fields = page.form().filled(&[("label", "Letters")]);
    fields.push(("by-hand".into(), "on".into()));
    browser.post(path, &fields).await
}

#[tokio::test]
async fn codes_are_copied_one_after_the_other_and_then_proved() {
    let app = app().await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    let mut page = begin(&mut browser, "/codes/enable/paper").await;
    assert_eq!(page.header_lines("cache-control"), ["no-store"]);
    for said in [
        "Backup codes, sheet 1, ",
        "Letters",
        "Before you type one, the page must show: ",
    ] {
        page.must_say(said);
    }
    let mut paper = Vec::new();
    for slot in 1..=4 {
        assert_eq!(page.title(), format!("Write code {slot} of 4"));
        let code = page.shown_code().unwrap();
        assert!(code.starts_with(&slot.to_string()), "{code}");
        page = browser.submit(&page, &[("code", &code)]).await;
        paper.push(code);
    }
    assert_eq!(page.path, "/codes/enable/prove");
    let page = browser.submit(&page, &[("code", &paper[1])]).await;
    assert_eq!(page.title(), "Your backup codes are on");
    let page = browser.get("/codes").await;
    page.must_say("of 4 codes are left");
    assert!(!page.html().contains(paper[0].as_str()));
    app.deliver().await;
}

#[tokio::test]
async fn a_code_is_spelled_for_whoever_reads_it_aloud() {
    let app = app().await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    let page = begin(&mut browser, "/codes/enable/paper").await;
    let code = page.shown_code().unwrap();
    page.must_say("one, ");
    let spelled: Vec<String> = page
        .text()
        .lines()
        .filter(|line| line.matches(", ").count() == 4)
        .map(str::to_owned)
        .collect();
    assert_eq!(spelled.len(), 4, "{spelled:?}");
    // Letters are said by words that begin with them.
    for (symbol, said) in code.chars().zip(spelled.join(", ").split(", ")) {
        if symbol.is_ascii_alphabetic() {
            assert!(said.starts_with(symbol), "{symbol} is said {said}");
        }
    }
    app.deliver().await;
}

#[tokio::test]
async fn a_slip_is_named_and_the_same_code_stays_on_the_page() {
    let app = app().await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    let page = begin(&mut browser, "/codes/renew/paper").await;
    let code = page.shown_code().unwrap();
    let page = browser.submit(&page, &[("code", &misread(&code, 4))]).await;
    assert_eq!(page.path, "/codes/renew/write");
    assert_eq!(
        page.problems(),
        [
            "The fourth symbol isn't the one on this page. If the slip is on your paper, put it right there. Then type the \
             code again."
        ]
    );
    assert_eq!(page.shown_code().as_deref(), Some(code.as_str()));
    let page = browser.submit(&page, &[("code", "1K3QF")]).await;
    assert_eq!(page.problems().len(), 1);
    assert_eq!(page.shown_code().as_deref(), Some(code.as_str()));
    let page = browser.submit(&page, &[("code", &code)]).await;
    assert_eq!(page.title(), "Write code 2 of 4");
    app.deliver().await;
}

#[tokio::test]
async fn who_left_the_page_goes_on_with_another_code() {
    let app = app().await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    let lost = begin(&mut browser, "/codes/enable/paper").await;
    // A look at the address, or a step ahead, shows no code.
    for path in ["/codes/enable/write", "/codes/enable/prove"] {
        let page = browser.get(path).await;
        assert_eq!(page.path, "/codes/enable/write");
        assert_eq!(page.shown_code(), None);
    }
    browser
        .get("/codes")
        .await
        .must_say("You are writing sheet 1 by hand.");
    let anew = fill(&mut browser, "/codes/enable/write", &[]).await;
    let code = anew.shown_code().unwrap();
    assert_ne!(lost.shown_code().unwrap(), code);

    app.clock.advance(Span::minutes(11));
    let late = browser.submit(&anew, &[("code", &code)]).await;
    assert_eq!(late.problems().len(), 1);
    late.must_say("If a code 1 stands on your paper already, cross it out.");
    let asked = browser.submit(&late, &[]).await;
    assert_eq!(asked.path, "/step-up?to=/codes/enable/write");
    let page = browser
        .submit(&asked, &[("digits", &app.next_digits(&owner))])
        .await;
    assert_eq!(page.path, "/codes/enable/write");
    let page = browser.submit(&page, &[]).await;
    assert_ne!(page.shown_code().unwrap(), code);
    app.deliver().await;
}
