//! The owner's own pages, used as a person uses them.

mod activity;
mod addresses;
mod banners;
mod changes;
mod check;
mod check_up;
mod devices;
mod drill;
mod enabling;
mod home;
mod invite;
mod lost;
mod mail_filters;
mod mail_programs;
mod papers;
mod passkeys;
mod password;
mod record;
mod reminders;
mod two_step;
mod writing;

use counterfoil_store::driver::Engine;
use counterfoil_testkit::app::TestApp;
use counterfoil_testkit::browser::Browser;
use counterfoil_testkit::page::Page;
use counterfoil_testkit::story::TestOwner;

async fn app() -> TestApp {
    TestApp::on(Engine::Sqlite).await
}

/// The `n`th browser, signed in with the password and, where one is bound, the phone.
async fn signed_in(app: &TestApp, n: u16, owner: &TestOwner) -> Browser {
    let mut browser = app.browser(n);
    let page = browser.types_password(owner).await;
    if owner.phone.is_some() {
        let page = browser.types_digits(&app.next_digits(owner)).await;
        assert_eq!(page.path, "/", "{page:?}");
    } else {
        assert_eq!(page.path, "/", "{page:?}");
    }
    browser
}

/// The `n`th browser, which nobody knows, signed in with the password and a code.
async fn let_in_by_code(app: &TestApp, n: u16, owner: &TestOwner, code: &str) -> Browser {
    let mut browser = app.browser(n);
    browser.types_password(owner).await;
    browser.types_code(code).await.must_say("You're in");
    browser
}

/// Sends the main form of the page at this path.
async fn fill(browser: &mut Browser, path: &str, given: &[(&str, &str)]) -> Page {
    let page = browser.get(path).await;
    browser.submit(&page, given).await
}

/// The code with another symbol at this place, counted from 1.
fn misread(code: &str, place: usize) -> String {
    let symbols = code.chars().filter(char::is_ascii_alphanumeric).zip(1..);
    let other = |symbol| if symbol == 'X' { 'Y' } else { 'X' };
    symbols
        .map(|(symbol, at)| if at == place { other(symbol) } else { symbol })
        .collect()
}
