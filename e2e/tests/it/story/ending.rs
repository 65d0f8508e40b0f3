//! How the story ends: the sheet is lost, it is all there to be read, none of it is written down, and nothing broke.

use super::{ALICE, NEW_PASSWORD, OPERATORS_PASSWORD, PASSWORD, Story, picture};
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::Path;

use counterfoil_e2e::paper::Sheet;
use counterfoil_e2e::{Browser, Canary};

impl Story {
    /// Somebody who has password and paper is at the door when the owner notices that the paper is gone.
    pub(super) async fn loses_the_sheet(&self, thief: &Browser, sheet: &Sheet) {
        self.comes_without_the_phone(thief).await;
        thief
            .type_into("One code from your sheet", &sheet.line(1).code())
            .await;

        let browser = &self.browser;
        browser.visit("/codes").await;
        browser.press("I lost it").await;
        browser
            .sees("Then we stop all 2 codes that are left on it, right now.")
            .await;
        picture(browser, self.look, "lost").await;
        browser.press("Stop my codes now").await;
        browser.sees("Your codes are stopped").await;

        thief.press("Use this code").await;
        thief
            .sees("This code is from a sheet that was stopped on")
            .await;
        picture(thief, self.look, "stopped").await;
        thief.does_not_see("You're in").await;
        thief.visit("/").await;
        thief.sees("this mailbox has no backup codes").await;
        picture(thief, self.look, "no-codes").await;
        thief.does_not_see("I don't have my phone").await;
    }

    pub(super) async fn reads_what_happened(&self) {
        self.browser.visit("/activity").await;
        picture(&self.browser, self.look, "activity").await;
        for words in [
            "Backup codes were switched on, with sheet 1",
            "Backup code 3 opened the mailbox. 9 codes are left",
            "An old backup code 3 was typed; it opened nothing",
            "The replacement of a used code counts now",
            "A drill was passed",
            "Sheet 2 replaced the old one",
            "An old backup code 4 was typed; it opened nothing",
            "Backup code 4 opened the mailbox. 3 codes are left",
            "The forgotten password was replaced, with a backup code and the phone",
            "Sheet 2 was reported lost, and its codes stopped working",
        ] {
            self.browser.sees(words).await;
        }
    }

    /// Log, mails, database and temporary files hold none of it.
    pub(super) fn nothing_is_written_down(&self, sheets: &[&Sheet]) {
        let mut canary = Canary::default();
        canary.password("the password", PASSWORD);
        canary.password("the new password", NEW_PASSWORD);
        canary.password("the operator's password", OPERATORS_PASSWORD);
        canary.key("the phone's key", self.phone.as_ref().unwrap().key());
        let mut ours = BTreeSet::new();
        let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates");
        our_own_words(&crates, &mut ours);
        let mut words = 0;
        for sheet in sheets {
            for (number, line) in (1..).zip(&sheet.lines) {
                canary.code(&format!("code {number}"), &line.groups);
                if !ours.contains(&line.drill_word) {
                    words += 1;
                    canary.word(&format!("drill word {number}"), &line.drill_word);
                }
            }
            for word in sheet.page_words.iter().filter(|word| !ours.contains(*word)) {
                canary.word("a page word", word);
            }
        }
        assert!(words > 10, "nearly all drill words are words of ours");
        assert_eq!(
            canary.found_below(self.server.home()),
            BTreeSet::new(),
            "written down"
        );

        // It would have been found: what may be written is there, and is found by the same eyes.
        let mut known = Canary::default();
        known.password("the address", ALICE);
        let found = known.found_below(self.server.home());
        for place in ["data/mail/", "data/counterfoil"] {
            assert!(
                found.iter().any(|found| found.contains(place)),
                "no address in {place}: {found:?}"
            );
        }
        assert!(self.server.log().contains(" DEBUG "), "the log is quiet");
    }

    /// No script was blocked, no file was missing, nothing came from elsewhere.
    pub(super) async fn nothing_broke(&self, thief: &Browser) {
        for browser in [&self.browser, thief] {
            assert_eq!(browser.complaints().await, Vec::<String>::new());
        }
    }
}

/// The words of our own sentences, tables and log lines, which may stand anywhere.
fn our_own_words(dir: &Path, words: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        let kind = path.extension().and_then(OsStr::to_str).unwrap_or_default();
        if path.is_dir() {
            our_own_words(&path, words);
        } else if ["rs", "ftl", "sql"].contains(&kind) {
            let text = std::fs::read_to_string(&path).unwrap();
            let parts = text.split(|letter: char| !letter.is_ascii_alphanumeric());
            words.extend(parts.map(str::to_lowercase));
        }
    }
}
