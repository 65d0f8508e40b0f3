//! Roundcube in a browser: in without a password, on with fresh tokens, out, and what it shows when it is shut out.

use std::time::Duration;

use counterfoil_e2e::mail_system::Ports;
use counterfoil_e2e::{Lab, Setup};

use super::owner::Owner;

const BOB: &str = "bob@example.org";

#[tokio::test]
async fn webmail_goes_on_with_fresh_tokens_and_ends_when_it_must() {
    let setup = Setup::default()
        .set("service_name", "example.org mail")
        .set("policy.access_token", "1 minute");
    let mut lab = Lab::start(setup, Ports::free());
    lab.start_sending();
    lab.start_webmail();
    let bob = Owner::arrives(&lab, "Bob").await;
    bob.signs_out().await;
    bob.browser.forget_cookies().await;

    comes_in_from_webmail(&bob).await;
    goes_on_with_a_fresh_token(&bob).await;
    logs_out_of_webmail(&bob).await;
    is_shut_out_when_the_portal_says_so(&bob).await;
}

/// Whoever begins in webmail is asked by the portal, and comes back to the inbox.
async fn comes_in_from_webmail(bob: &Owner<'_>) {
    bob.lab
        .receives("alice@example.org", BOB, "The old map", "It is from 1911.");
    bob.browser.visit(&bob.lab.roundcube.url()).await;
    bob.browser.sees("Your mail address").await;
    bob.picture("webmail-sign-in").await;
    bob.types_the_password().await;
    bob.browser.sees("The old map").await;
    bob.browser.does_not_see("Your password").await;
}

async fn goes_on_with_a_fresh_token(bob: &Owner<'_>) {
    // The shortest time that a token can be given. Roundcube renews it ten seconds earlier.
    if std::env::var_os("COUNTERFOIL_THOROUGH").is_some() {
        tokio::time::sleep(Duration::from_secs(65)).await;
    }
    bob.lab
        .receives("alice@example.org", BOB, "The new map", "It is from 1912.");
    bob.browser.press("Mail").await;
    bob.browser.sees("The new map").await;
}

/// Roundcube 1.6 has a log-out of its own: it forgets its session, the portal's goes on.
async fn logs_out_of_webmail(bob: &Owner<'_>) {
    bob.browser.press("Logout").await;
    bob.browser
        .sees("You have successfully terminated the session")
        .await;
    bob.picture("webmail-logged-out").await;
    bob.browser.visit(bob.lab.server.url()).await;
    bob.browser.sees("Hello, Bob").await;
    bob.opens_webmail().await;
}

/// A token that ends early: the next click in Roundcube 1.6 finds no mail, the next page leads to the portal.
async fn is_shut_out_when_the_portal_says_so(bob: &Owner<'_>) {
    bob.signs_out().await;
    bob.browser.visit(&bob.lab.roundcube.url()).await;
    bob.picture("webmail-shut-out").await;
    bob.browser.does_not_see("The old map").await;
}

impl Owner<'_> {
    /// Opens webmail, signed in at the portal already: no password is typed.
    pub(super) async fn opens_webmail(&self) {
        self.browser.visit(&self.lab.roundcube.url()).await;
        self.browser.sees("Inbox").await;
        self.browser.sees(&self.address).await;
    }

    /// Writes a message in webmail, opened before.
    pub(super) async fn writes(&self, to: &str, subject: &str, text: &str) {
        self.browser.press("Compose").await;
        self.browser.sees("Options and attachments").await;
        // The cursor stands where the recipient goes.
        self.browser.keys(format!("{to},")).await;
        self.browser.type_into("_subject", subject).await;
        self.browser.type_into("_message", text).await;
        self.picture("webmail-compose").await;
        self.browser.press("Send").await;
        self.browser.sees("Messages 1 to").await;
    }

    /// Leaves the portal.
    pub(super) async fn signs_out(&self) {
        self.browser.visit("/").await;
        self.browser.press("Sign out").await;
        self.browser.sees("You are signed out").await;
    }
}
