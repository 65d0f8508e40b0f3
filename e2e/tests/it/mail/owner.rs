//! The owner of a mailbox, at the portal and in webmail.

use std::path::Path;

use counterfoil_e2e::mail_client::Imap;
use counterfoil_e2e::{Browser, Lab, Look, Phone};

pub(super) const IMAP: &str = "Read mail (IMAP)";
pub(super) const POP3: &str = "Fetch mail and take it off the server (POP3)";
pub(super) const SMTP: &str = "Send mail (SMTP)";
pub(super) const SIEVE: &str = "Change mail filters (ManageSieve)";
const SCOPES: [&str; 4] = [IMAP, POP3, SMTP, SIEVE];

/// Whoever owns a mailbox in the lab, with a browser.
pub(super) struct Owner<'a> {
    pub(super) lab: &'a Lab,
    pub(super) browser: Browser,
    pub(super) address: String,
    pub(super) password: String,
    pub(super) phone: Option<Phone>,
}

impl<'a> Owner<'a> {
    /// Signs in with the password, and has no second step yet.
    pub(super) async fn returns(lab: &'a Lab, address: &str, password: &str) -> Self {
        let owner = Self {
            lab,
            browser: Browser::open(lab.server.url(), Look::DESK).await,
            address: address.to_owned(),
            password: password.to_owned(),
            phone: None,
        };
        owner.browser.visit("/sign-in").await;
        owner.types_the_password().await;
        owner.browser.sees("Do this next").await;
        owner
    }

    /// Turns the second step on.
    pub(super) async fn sets_up_the_phone(&mut self) {
        self.browser.visit("/two-step").await;
        self.browser.press("Set up my phone").await;
        self.browser.sees("Scan the picture").await;
        self.phone = Some(Phone::with_key(&self.browser.text_of(".key").await));
        self.types_digits("The six digits your phone shows now")
            .await;
        self.browser.press("Turn it on").await;
        self.browser.sees("Your phone is set up").await;
    }

    /// Types what the phone shows.
    pub(super) async fn types_digits(&mut self, field: &str) {
        let digits = self.phone.as_mut().unwrap().digits().await;
        self.browser.type_into(field, &digits).await;
    }

    /// Makes a password for one mail program that may do these of [`SCOPES`].
    pub(super) async fn makes_an_app_password(&self, name: &str, scopes: &[&str]) -> String {
        let browser = &self.browser;
        browser.visit("/mail-programs").await;
        browser.type_into("Which program is it for?", name).await;
        for scope in SCOPES {
            if scopes.contains(&scope) {
                browser.tick(scope).await;
            } else {
                browser.untick(scope).await;
            }
        }
        browser.press("Make an app password").await;
        browser.sees("Your app password").await;
        self.picture("app-password").await;
        let shown = browser.text_of(".code-shown").await;
        shown.split_whitespace().collect()
    }

    /// Types address and password where they are asked for.
    pub(super) async fn types_the_password(&self) {
        self.browser
            .type_into("Your mail address", &self.address)
            .await;
        self.browser
            .type_into("Your password", &self.password)
            .await;
        self.browser.press("Sign in").await;
    }

    /// With `COUNTERFOIL_SCREENS_TO` set, a picture of what is to be seen is put there.
    pub(super) async fn picture(&self, page: &str) {
        if let Some(dir) = std::env::var_os("COUNTERFOIL_SCREENS_TO") {
            let file = Path::new(&dir).join(format!("mail-{page}.png"));
            self.browser.screenshot(&file).await;
        }
    }

    /// A mail program that tries this password on IMAP: connected, and what it was told.
    pub(super) fn reads_with(
        &self,
        password: &str,
    ) -> (Imap, counterfoil_e2e::mail_client::Answer) {
        let mut imap = Imap::connect(self.lab.ports.imap);
        let answer = imap.log_in(&self.address, password);
        (imap, answer)
    }
}
