//! A fresh account's check-up, walked through by its buttons alone.

use super::{Story, an_operator_invites, an_owner_arrives, picture, server};
use counterfoil_e2e::letter::code_in;
use counterfoil_e2e::{Browser, Look};

#[tokio::test]
async fn the_check_up_leads_from_button_to_button_until_everything_is_done() {
    let look = Look::DESK;
    let server = server();
    let browser = Browser::open(server.url(), look).await;
    let link = an_operator_invites(&server, &browser, look).await;
    let mut story = an_owner_arrives(server, browser, &link, look).await;
    let mut pressed = Vec::new();
    loop {
        story.browser.visit("/check-up").await;
        picture(&story.browser, look, &format!("check-up-{}", pressed.len())).await;
        if story.browser.text().await.contains("Nothing to do") {
            break;
        }
        let button = story.browser.text_of(".standing.next .primary").await;
        assert!(pressed.len() < 8, "{pressed:?} and no end: {button:?}");
        if button == "Get my backup codes" {
            // The story of the main job presses it from the first page.
            story.browser.visit("/").await;
            story.gets_codes().await;
        } else {
            story.browser.press(&button).await;
            story.does(&button, pressed.len()).await;
        }
        pressed.push(button);
    }
    assert_eq!(
        pressed,
        [
            "Add a second step",
            "Add an address",
            "Get my backup codes",
            "Add an address",
            "Note where it lies",
            "Choose the words"
        ]
    );
    let browser = &story.browser;
    browser.press("What opens your mailbox").await;
    browser.sees("You can lose any one thing").await;
    browser
        .sees("your password + a code from your sheet (The grey folder)")
        .await;
    picture(browser, look, "ways-in").await;
    browser.visit("/").await;
    browser.sees("Your mailbox is well protected").await;
    assert_eq!(browser.complaints().await, Vec::<String>::new());
}

impl Story {
    /// What the page asks for that a button led to.
    async fn does(&mut self, button: &str, round: usize) {
        match button {
            "Add a second step" => self.binds_the_phone().await,
            "Add an address" => {
                let address = format!("round{round}@elsewhere.example");
                self.confirms(&address).await;
            }
            "Note where it lies" => {
                let browser = &self.browser;
                browser.sees("You haven't noted where sheet 1 lies").await;
                picture(browser, self.look, "papers").await;
                browser.tick("In the safe, or with the passport").await;
                browser
                    .type_into(
                        "In your own words (you can leave this empty)",
                        "The grey folder",
                    )
                    .await;
                browser.press("Note this place").await;
                browser.sees("That is noted.").await;
                picture(browser, self.look, "papers-one").await;
            }
            "Choose the words" => {
                self.browser
                    .type_into("Your words (you can leave this empty)", "the heron waits")
                    .await;
                self.browser.press("Keep these words").await;
                self.browser.sees("The words are kept.").await;
            }
            other => unreachable!("nobody knows what to do with {other:?}"),
        }
    }

    async fn confirms(&self, address: &str) {
        let browser = &self.browser;
        browser
            .type_into("Another mail address of yours", address)
            .await;
        browser.press("Add an address").await;
        let mail = self.server.mail(&["Your code from", address]);
        browser
            .type_into("The code from that mail", &code_in(&mail))
            .await;
        browser.press("Confirm this address").await;
        browser.sees(address).await;
    }
}
