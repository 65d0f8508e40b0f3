//! Passkeys with a real browser and a device of its own: added, used as a second step and alone, removed.

use counterfoil_e2e::{Browser, Look, Server, Setup};

const OLGA: &str = "olga@example.org";
const PASSWORD: &str = "a lamp, two spoons and rain";

/// The first operator, signed in by the password alone.
async fn arrived(look: Look) -> (Server, Browser) {
    let server = Setup::default()
        .set("service_name", "example.org mail")
        .start();
    let browser = Browser::open(server.url(), look).await;
    browser.visit(&server.set_up_link()).await;
    browser.type_into("Your mail address", OLGA).await;
    browser.type_into("Your name", "Olga").await;
    browser.type_into("Your new password", PASSWORD).await;
    browser.press("Create my account").await;
    browser.sees("Hello, Olga").await;
    (server, browser)
}

#[tokio::test]
async fn an_owner_adds_a_passkey_signs_in_with_it_and_removes_it() {
    let (_server, browser) = arrived(Look::DESK).await;
    let device = browser.has_passkeys().await;

    browser.visit("/passkeys").await;
    browser.sees("You have no passkey yet.").await;
    browser
        .type_into(
            "Name of the new passkey (you can leave this empty)",
            "Blue phone",
        )
        .await;
    browser.press("Add a passkey").await;
    browser.sees("Your passkey is ready").await;
    browser.press("See my passkeys").await;
    browser.sees("Blue phone").await;
    browser.sees("Not used yet").await;
    // The device has one, and makes no second.
    browser.press("Add a passkey").await;
    browser.sees("No passkey was made").await;

    // As the second step.
    browser.press("Sign out").await;
    browser.sees("You are signed out").await;
    browser.forget_cookies().await;
    // Whoever unlocks it too early is in before a password is typed.
    browser.unlocks(&device, false).await;
    browser.visit("/sign-in/second-step").await;
    browser.type_into("Your mail address", OLGA).await;
    browser.type_into("Your password", PASSWORD).await;
    browser.press("Sign in").await;
    browser.sees("Now your second step").await;
    browser.unlocks(&device, true).await;
    browser.press("Use a passkey").await;
    browser.sees("Hello, Olga").await;

    // Alone, with nothing typed, and on the way to a page.
    browser.press("Sign out").await;
    browser.sees("You are signed out").await;
    browser.unlocks(&device, false).await;
    browser.visit("/passkeys").await;
    browser.sees("Sign in").await;
    browser.unlocks(&device, true).await;
    browser.press("Use a passkey").await;
    browser.sees("Last used on").await;
    assert_eq!(browser.path().await, "/passkeys");

    // As the field of the address offers it, with nothing pressed.
    browser.press("Sign out").await;
    browser.sees("You are signed out").await;
    browser.visit("/devices").await;
    browser.sees("Signed in by a passkey").await;
    assert_eq!(browser.path().await, "/devices");

    browser.visit("/passkeys").await;
    browser.press("Remove: Blue phone").await;
    browser
        .sees("Then the password alone opens your mailbox")
        .await;
    browser.press("Remove this passkey").await;
    browser.sees("is removed and opens nothing any more").await;
    browser.press("Sign out").await;
    browser.sees("You are signed out").await;
    browser.visit("/sign-in").await;
    browser.sees("That passkey didn't work.").await;
    browser.unlocks(&device, false).await;
    assert_eq!(browser.complaints().await, [""; 0]);
}

/// Without script the buttons aren't there, and every page does without them.
#[tokio::test]
async fn without_script_no_passkey_is_asked() {
    let (_server, browser) = arrived(Look::PHONE.without_script()).await;
    browser.visit("/passkeys").await;
    browser.sees("Your browser runs no scripts here").await;
    browser
        .does_not_see("Name of the new passkey (you can leave this empty)")
        .await;
    browser.press("Sign out").await;
    browser.sees("You are signed out").await;
    browser.visit("/sign-in").await;
    browser.does_not_see("Use a passkey").await;
    browser.type_into("Your mail address", OLGA).await;
    browser.type_into("Your password", PASSWORD).await;
    browser.press("Sign in").await;
    browser.sees("Hello, Olga").await;
}
