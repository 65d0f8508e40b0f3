//! Codes onto paper: every edition in one document of one draw, and without a printer by hand.

use super::{ALICE, Story, picture};
use std::fs;
use std::process::Command;

use counterfoil_e2e::paper::Sheet;

impl Story {
    pub(super) async fn gets_codes(&self) -> Sheet {
        let browser = &self.browser;
        browser.sees("Do this next: get your backup codes").await;
        browser.press("Get my backup codes").await;
        browser.sees("Step 1 of 3").await;
        picture(browser, self.look, "enable-idea").await;
        browser
            .tick("I ring the help desk and read them a code.")
            .await;
        browser.press("Go on").await;
        browser
            .sees("Nobody at the help desk ever asks for a code.")
            .await;
        browser
            .tick("I take my paper, type my password and then one code.")
            .await;
        browser.press("Go on").await;

        browser.sees("Step 2 of 3").await;
        picture(browser, self.look, "enable-paper").await;
        let label = "What the sheet calls your mailbox";
        assert_eq!(browser.value(label).await, "Alice’s mailbox");
        browser.type_into(label, "The blue one").await;
        for edition in ["edition-large", "edition-card", "edition-braille"] {
            browser.tick(edition).await;
        }
        browser.press("Make my sheet").await;
        let sheet = every_edition(&browser.downloaded().await);
        assert_eq!(sheet.lines.len(), 10, "{}", sheet.text);
        for words in [
            "example.org mail",
            "Sheet 1",
            "For “The blue one”",
            self.server.url(),
        ] {
            assert!(sheet.text.contains(words), "no {words:?} on the sheet");
        }
        assert!(
            !sheet.text.contains(ALICE),
            "the address wasn't asked for on paper"
        );

        browser.press("It's on paper. Go on").await;
        browser.sees("Step 3 of 3").await;
        picture(browser, self.look, "enable-prove").await;
        browser
            .type_into("One code from the new sheet", &sheet.line(1).code())
            .await;
        if self.look.script {
            browser.sees("That reads as code 1.").await;
        }
        browser.press("Turn my codes on").await;
        browser.sees("Your backup codes are on").await;
        browser.press("Home").await;
        browser.sees("10 of 10 codes left").await;
        picture(browser, self.look, "home").await;
        sheet
    }

    /// No printer: the codes of the new sheet are copied one after the other.
    pub(super) async fn renews_by_hand(&self) -> Sheet {
        let browser = &self.browser;
        browser.visit("/codes").await;
        browser.sees("10 codes are left").await;
        browser.sees("You last tried the drill on").await;
        picture(browser, self.look, "codes").await;
        browser.press("Renew").await;
        browser
            .sees("Your old sheet works until the new one is proved.")
            .await;
        browser.press("Go on").await;
        browser.press("Write by hand").await;
        browser.sees("Write code 1 of 4").await;
        browser.sees("Backup codes, sheet 2").await;
        picture(browser, self.look, "enable-write").await;
        let text = browser.text().await;
        let words = text
            .split_once("the page must show: ")
            .unwrap()
            .1
            .lines()
            .next()
            .unwrap();
        let (first, second) = words.split_once(' ').unwrap();
        let mut paper = Sheet {
            page_words: [first.to_owned(), second.to_owned()],
            lines: Vec::new(),
            text: String::new(),
        };
        let field = |number: usize| format!("Now type code {number} from your paper");
        for number in 1..=4 {
            browser.sees(&format!("Write code {number} of 4")).await;
            let line = self.shown_line().await;
            assert_eq!(line.groups[0][..1], number.to_string());
            if number == 2 {
                self.slips(&field(2), &line.code()).await;
            }
            browser.type_into(&field(number), &line.code()).await;
            browser.press("I've written it down").await;
            paper.lines.push(line);
        }
        browser.sees("Step 3 of 3").await;
        // However it is typed.
        let typed = paper.line(2).groups.join("-").to_lowercase();
        browser
            .type_into("One code from the new sheet", &typed)
            .await;
        browser.press("Turn my codes on").await;
        browser.sees("Your new sheet counts").await;
        paper
    }

    /// A slip of the pen is named, and the page that was left shows no code again.
    async fn slips(&self, field: &str, code: &str) {
        let browser = &self.browser;
        let symbol = if code.ends_with('X') { 'Y' } else { 'X' };
        let slip = format!("{}{symbol}", &code[..code.len() - 1]);
        browser.type_into(field, &slip).await;
        browser.press("I've written it down").await;
        browser
            .sees("The twentieth symbol isn't the one on this page.")
            .await;
        browser.sees(code).await;
        picture(browser, self.look, "enable-write-slip").await;
    }
}

/// What comes of every edition ticked: a PDF of four pages and a braille file, all of one draw.
fn every_edition(archive: &[u8]) -> Sheet {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("archive.zip");
    fs::write(&file, archive).unwrap();
    let within = |name: &str| tool(Command::new("unzip").arg("-p").arg(&file).arg(name));
    let pdf = within("backup-codes-sheet-1.pdf");
    let braille = String::from_utf8(within("backup-codes-sheet-1.brf")).unwrap();
    let printed = dir.path().join("sheet.pdf");
    fs::write(&printed, &pdf).unwrap();
    let about = String::from_utf8(tool(Command::new("pdfinfo").arg(&printed))).unwrap();
    let pages = about.lines().find(|line| line.starts_with("Pages:"));
    assert!(pages.is_some_and(|line| line.ends_with(" 4")), "{about}");

    let sheet = Sheet::read(&pdf);
    for line in &sheet.lines {
        for group in &line.groups {
            let printed = sheet.text.matches(group.as_str()).count();
            assert!(printed >= 3, "sheet, large print and card say {group}");
            assert!(braille.contains(group.as_str()), "no {group} in braille");
        }
    }
    sheet
}

fn tool(command: &mut Command) -> Vec<u8> {
    let output = command.output().expect("script/deps test installs it");
    assert!(output.status.success(), "{command:?}: {output:?}");
    output.stdout
}
