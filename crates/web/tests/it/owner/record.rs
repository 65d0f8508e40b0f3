//! The line on a sheet, compared by its owner.

use super::{app, signed_in};

#[tokio::test]
async fn an_owner_compares_the_line_on_the_sheet() {
    let app = app().await;
    let (owner, _) = app.with_sheet().await;
    app.app.append_events().await.unwrap();
    let line = app.app.head_in_force().await.unwrap().unwrap().line;
    let mut browser = signed_in(&app, 1, &owner).await;
    let page = browser.get("/activity/record").await;
    let fits = browser
        .submit(&page, &[("line", &line.to_lowercase())])
        .await;
    fits.must_say("It fits.");
    let differs = browser
        .submit(&page, &[("line", "0000 0000 0000 0000 0000")])
        .await;
    assert_eq!(differs.problems().len(), 1, "{differs:?}");
    differs.must_say("This line fits nothing that was on record here.");
    let short = browser.submit(&page, &[("line", "7K3Q")]).await;
    assert_eq!(short.problems().len(), 1, "{short:?}");
    app.deliver().await;
}
