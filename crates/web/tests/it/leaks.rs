//! What must not stand in a log: tokens of links, codes, passwords, cookies.

use crate::log;
use counterfoil_service::LinkKind;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::app::TestApp;
use counterfoil_web::shell::cookie::{BROWSER, SESSION};

#[tokio::test]
async fn a_log_at_its_most_talkative_holds_no_secret() {
    log::listen();
    let app = TestApp::on(Engine::Sqlite).await;
    let (owner, sheet) = app.with_sheet().await;
    let mut secrets = vec![owner.password.clone(), owner.token.text().to_string()];

    let token = app.invitation("alice").await;
    let link = LinkKind::Invitation.path(&token).to_string();
    secrets.push(token.text().to_string());
    let mut alice = app.browser(1);
    let page = alice.get(&link).await;
    alice
        .submit(
            &page,
            &[("name", "Alice"), ("password", "forty two purple marmots")],
        )
        .await;
    secrets.push("purple marmots".to_owned());
    alice.get(&link).await;
    alice.get(&format!("/link/nothing/{}", *token.text())).await;
    alice
        .get(&format!("/nothing?token={}", *token.text()))
        .await;

    let mut browser = app.browser(2);
    browser.types_password(&owner).await;
    secrets.extend([BROWSER, SESSION].map(|name| browser.cookie(name).unwrap().to_owned()));
    let page = browser.types_code(sheet.code(2)).await;
    let replacement = page.shown_code().unwrap();
    secrets.extend([BROWSER, SESSION].map(|name| browser.cookie(name).unwrap().to_owned()));
    secrets.extend(
        page.form()
            .fields
            .into_iter()
            .map(|(_, value)| value)
            .filter(|value| !value.is_empty()),
    );
    browser.submit(&page, &[("code", &replacement)]).await;
    for shown in sheet.codes.iter().chain([&replacement]) {
        let bare = shown.replace(['-', ' '], "");
        // The secret of it, however it was grouped.
        secrets.extend([bare[1..6].to_owned(), bare[5..10].to_owned(), bare]);
    }
    let digits = app.next_digits(&owner);
    browser.get("/codes/read").await;
    let page = browser.get("/forgotten").await;
    let page = browser
        .submit(
            &page,
            &[("address", &owner.address), ("code", sheet.code(3))],
        )
        .await;
    browser.submit(&page, &[("digits", &digits)]).await;

    for mail in app.deliver().await {
        let found = counterfoil_testkit::mail_trap::link_in(&mail);
        secrets.extend(found.and_then(|link| link.rsplit('/').next().map(str::to_owned)));
    }

    let log = log::heard();
    assert!(log.contains("/link/invitation/{token}"), "{log}");
    assert!(log.matches("answered").count() > 10, "{log}");
    assert!(secrets.len() > 30);
    for secret in secrets {
        assert!(!log.contains(&secret), "{secret} stands in the log:\n{log}");
    }
}
