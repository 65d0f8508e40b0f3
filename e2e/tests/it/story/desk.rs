//! An operator's first day: one owner is invited, then a list of them; somebody is looked for, notices that couldn't be
//! delivered are sent again, and the numbers are right.

use std::time::{Duration, Instant};

use counterfoil_e2e::{Browser, Look, MailServer, Setup};

use super::{OPERATORS_PASSWORD, PASSWORD, picture};

const PATIENCE: Duration = Duration::from_secs(30);

#[tokio::test]
async fn an_operators_first_day() {
    let mail = MailServer::refusing("typo.example");
    let server = Setup::default()
        .set("service_name", "example.org mail")
        .set("notices.transport", "smtp")
        .set("smtp.host", "127.0.0.1")
        .set("smtp.port", &mail.port().to_string())
        .set("smtp.tls", "none")
        .start();
    let look = Look::DESK;
    let browser = Browser::open(server.url(), look).await;
    let day = Day { browser, look };
    day.begins(&server.set_up_link()).await;
    let link = day.invites_one().await;
    let owner = Browser::open(server.url(), look).await;
    arrives(&owner, &link).await;
    day.invites_a_list().await;
    day.finds_somebody().await;
    day.sends_again(&mail).await;
    day.looks_at_health_and_numbers().await;
    for browser in [&day.browser, &owner] {
        assert_eq!(browser.complaints().await, Vec::<String>::new());
    }
}

/// The owner opens the link that was handed over, and chooses a password.
async fn arrives(owner: &Browser, link: &str) {
    owner.visit(link).await;
    owner.type_into("Your new password", PASSWORD).await;
    owner.press("Create my account").await;
    owner.sees("Hello, Anna").await;
}

struct Day {
    browser: Browser,
    look: Look,
}

impl Day {
    async fn picture(&self, page: &str) {
        picture(&self.browser, self.look, page).await;
    }

    async fn begins(&self, set_up: &str) {
        let browser = &self.browser;
        browser.visit(set_up).await;
        browser
            .type_into("Your mail address", "olga@example.org")
            .await;
        browser.type_into("Your name", "Olga").await;
        browser
            .type_into("Your new password", OPERATORS_PASSWORD)
            .await;
        browser.press("Create my account").await;
        browser.sees("Hello, Olga").await;
        browser.visit("/desk").await;
        browser.sees("Now invite the first owner").await;
        self.picture("desk-first").await;
    }

    async fn invites_one(&self) -> String {
        let browser = &self.browser;
        browser.press("Invite somebody").await;
        browser
            .type_into("The mailbox's address", "Anna@example.org")
            .await;
        browser.type_into("name", "Anna").await;
        self.picture("desk-invite").await;
        browser.press("Invite").await;
        browser.sees("Hand this link over").await;
        self.picture("desk-invite-link").await;
        browser.text_of(".shown-link").await.trim().to_owned()
    }

    async fn invites_a_list(&self) {
        let browser = &self.browser;
        browser.visit("/desk").await;
        browser.press("Invite many").await;
        let owner = |n: u8| format!("owner{n}@example.org,Owner {n},owner{n}@elsewhere.example\n");
        let owners: String = (1..=9).map(owner).collect();
        let list = format!(
            "address,name,to\n{owners}\
             bert@example.org,Bert,bert@typo.example\n\
             anna@example.org,Anna,anna@elsewhere.example\n\
             carla@example.org,Carla,carla@example.org\n\
             nobody,Nobody,\n"
        );
        browser.type_into("Or paste the lines here", &list).await;
        self.picture("desk-many").await;
        browser.press("Look at the list").await;
        browser.sees("This would happen").await;
        browser
            .sees("That is the mailbox itself, which nobody can open yet.")
            .await;
        self.picture("desk-many-look").await;
        browser.press("Invite 10 people").await;
        self.picture("desk-many-going").await;
        let began = Instant::now();
        loop {
            let page = browser.text().await;
            if page.contains("The list is done") {
                break;
            }
            assert!(began.elapsed() < PATIENCE, "{page}");
            // It looks by itself every ten seconds; whoever can't wait asks.
            browser.visit(&browser.path().await).await;
        }
        browser.sees("Line 13: carla@example.org").await;
        self.picture("desk-many-done").await;
    }

    async fn finds_somebody(&self) {
        let browser = &self.browser;
        browser.visit("/desk").await;
        self.picture("desk-to-do").await;
        browser.visit("/accounts").await;
        browser.sees("owner9@example.org").await;
        self.picture("desk-accounts").await;
        browser.type_into("Look for somebody", "zoe").await;
        browser.press("Look").await;
        browser.sees("begins with “zoe”").await;
        self.picture("desk-accounts-none").await;
        browser.type_into("Look for somebody", "anna").await;
        browser.press("Look").await;
        browser.sees("Only a password.").await;
        browser.does_not_see("bert@example.org").await;
        browser.press("See: Anna@example.org").await;
        browser.sees("What protects it").await;
        self.picture("desk-account").await;
        browser.press("Suspend it now").await;
        browser.sees("The account is suspended.").await;
        self.picture("desk-account-suspended").await;
        browser.press("Lift it").await;
        browser.sees("The suspension is lifted.").await;
    }

    async fn sends_again(&self, mail: &MailServer) {
        let browser = &self.browser;
        let began = Instant::now();
        loop {
            browser.visit("/deliveries").await;
            let page = browser.text().await;
            if page.contains("bert@typo.example") {
                break;
            }
            assert!(began.elapsed() < PATIENCE, "{page}");
        }
        browser.sees("The answer was: 550").await;
        self.picture("desk-deliveries").await;
        mail.takes_everybody();
        browser.press("Send all of them again").await;
        browser.sees("One notice is on its way again.").await;
        self.picture("desk-deliveries-again").await;
        let arrived = || {
            let mails = mail.mails();
            mails.iter().any(|mail| mail.contains("bert@typo.example"))
        };
        while !arrived() {
            assert!(began.elapsed() < PATIENCE * 2, "bert hears nothing");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    async fn looks_at_health_and_numbers(&self) {
        let browser = &self.browser;
        browser.visit("/desk/health").await;
        browser
            .sees("The command counterfoil doctor says the same.")
            .await;
        self.picture("desk-health").await;
        browser.visit("/desk").await;
        for words in [
            "Nothing needs a look",
            "2 in use, 0 suspended",
            "Nobody has backup codes yet.",
            "You are the only operator.",
        ] {
            browser.sees(words).await;
        }
        self.picture("desk").await;
    }
}
