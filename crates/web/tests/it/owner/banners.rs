//! The banner of what happened: on every page, until somebody at this browser says that it is all right.

use super::{app, let_in_by_code, signed_in};
use counterfoil_model::Span;
use counterfoil_testkit::page::Page;

/// The banner stands above what a page itself says.
fn has_banner(page: &Page) -> bool {
    page.html().contains("This happened since you last looked")
}

#[tokio::test]
async fn each_browser_says_what_happened_until_somebody_there_has_seen_it() {
    let app = app().await;
    let (owner, sheet) = app.with_sheet().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    assert!(!has_banner(&browser.get("/").await));
    app.clock.advance(Span::seconds(1));
    let mut other = let_in_by_code(&app, 2, &owner, sheet.code(3)).await;
    assert!(!has_banner(&other.get("/codes").await));
    for path in ["/", "/codes", "/password", "/activity"] {
        let page = browser.get(path).await;
        assert!(has_banner(&page), "{path}");
        assert!(page.html().contains("Backup code 3 opened the mailbox"));
        assert!(page.html().contains("href=\"/freeze\""));
    }
    let page = browser.get("/").await;
    let fields = page.form_to("/activity/seen").filled(&[]);
    let page = browser.submit_to(&page, "/activity/seen", &[]).await;
    assert_eq!(page.path, "/");
    assert!(!has_banner(&page));
    // Whatever else is typed there hides nothing.
    for until in ["", "x", "99999999999999999999", "-1"] {
        let mut odd = fields.clone();
        odd.retain(|(name, _)| name != "until");
        odd.push(("until".to_owned(), until.to_owned()));
        browser.post("/activity/seen", &odd).await;
    }
    app.deliver().await;
}
