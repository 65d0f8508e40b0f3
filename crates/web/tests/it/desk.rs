//! The operator's desk, used as an operator uses it.

mod accounts;
mod advisories;
mod api_apps;
mod deliveries;
mod invite_many;
mod policy;
mod strangers;

use counterfoil_store::driver::Engine;
use counterfoil_testkit::app::TestApp;
use counterfoil_testkit::browser::Browser;
use counterfoil_testkit::story::TestOwner;

async fn app() -> TestApp {
    TestApp::on(Engine::Sqlite).await
}

/// An operator with a phone, and their browser.
async fn operator(app: &TestApp, n: u16) -> (TestOwner, Browser) {
    let owner = app.operator().await;
    let mut browser = app.browser(n);
    browser.types_password(&owner).await;
    let page = browser.types_digits(&app.next_digits(&owner)).await;
    assert_eq!(page.path, "/", "{page:?}");
    (owner, browser)
}
