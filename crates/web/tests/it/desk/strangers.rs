//! To everybody but operators there is no desk.

use super::{app, operator};
use axum::body::Body;

const PAGES: [&str; 8] = [
    "/desk",
    "/desk/health",
    "/desk/advisories",
    "/desk/advisories/new",
    "/desk/policy",
    "/desk/apps",
    "/accounts",
    "/deliveries",
];

#[tokio::test]
async fn owners_and_strangers_see_no_desk() {
    let app = app().await;
    let (operator, _) = operator(&app, 11).await;
    let owner = app.enrolled_owner().await;
    let mut browser = app.browser(1);
    browser.types_password(&owner).await;
    browser.types_digits(&app.next_digits(&owner)).await;
    let its = format!("/accounts/{}", operator.account);
    for path in PAGES.into_iter().chain([its.as_str()]) {
        assert_eq!(browser.get(path).await.status, 404, "{path}");
    }
    let fields = browser.get("/addresses").await.form().filled(&[]);
    for action in ["suspend", "resume", "freeze"] {
        let path = format!("{its}/{action}");
        assert_eq!(browser.post(&path, &fields).await.status, 404, "{path}");
    }
    for path in [
        "/deliveries/resend",
        "/desk/policy/hold",
        "/desk/policy/hold/stop",
    ] {
        assert_eq!(browser.post(path, &fields).await.status, 404, "{path}");
    }
    assert_eq!(browser.get("/desk/policy/hold").await.status, 404);
    for path in PAGES {
        let page = app.browser(2).get(path).await;
        assert_eq!(page.path, format!("/sign-in?to={path}"), "{page:?}");
    }
    app.deliver().await;
}

#[tokio::test]
async fn a_form_of_another_site_does_nothing_at_the_desk() {
    let app = app().await;
    let (_, mut olga) = operator(&app, 11).await;
    let owner = app.owner().await;
    let its = format!("/accounts/{}", owner.account);
    let none = "0".repeat(32);
    for path in [
        format!("{its}/suspend"),
        format!("{its}/resume"),
        format!("{its}/freeze"),
        "/deliveries/resend".to_owned(),
        "/desk/advisories/new".to_owned(),
        format!("/desk/advisories/{none}/withdraw"),
        format!("/desk/advisories/{none}/correct"),
        "/desk/policy/hold".to_owned(),
        "/desk/policy/hold/stop".to_owned(),
        format!("/deliveries/{none}/resend"),
        format!("/accounts/lists/{none}/begin"),
    ] {
        assert_eq!(olga.post(&path, &[]).await.status, 403, "{path}");
        let token = ("csrf".to_owned(), "x".repeat(43));
        assert_eq!(olga.post(&path, &[token]).await.status, 403, "{path}");
    }
    for (site, csrf) in [("cross-site", "x"), ("same-origin", "x")] {
        let body = format!(
            "--b\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{csrf}\r\n--b--\r\n"
        );
        let mut request = olga
            .request("POST", "/accounts/invite-many")
            .header("content-type", "multipart/form-data; boundary=b")
            .header("origin", "null")
            .body(Body::from(body));
        if let Ok(request) = &mut request {
            request
                .headers_mut()
                .insert("sec-fetch-site", site.parse().unwrap());
        }
        assert_eq!(olga.send(request).await.status, 403, "{site}");
    }
    let view = app.app.view_account(owner.account).await.unwrap().unwrap();
    assert_eq!((view.state.as_str(), view.frozen_at), ("active", None));
    app.deliver().await;
}
