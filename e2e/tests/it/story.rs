//! The main job: an owner gets backup codes, prints them, and gets in with one. Told twice, with script and without.

mod address;
mod check_up;
mod desk;
mod ending;
mod nodes;
mod paper;

use std::path::Path;

use counterfoil_e2e::letter::{code_in, link_in};
use counterfoil_e2e::paper::{Line, Sheet};
use counterfoil_e2e::{Browser, Look, Phone, Server, Setup};

const ALICE: &str = "alice@example.org";
const OUTSIDE: &str = "alice@elsewhere.example";
const PASSWORD: &str = "gravel otter window seldom";
const NEW_PASSWORD: &str = "seldom a window for otters";
const OPERATORS_PASSWORD: &str = "a lamp, two spoons and rain";

#[tokio::test]
async fn an_owner_gets_in_with_a_code_with_script() {
    tell(Look::DESK).await;
}

/// On a small phone, in the dark.
#[tokio::test]
async fn an_owner_gets_in_with_a_code_without_script() {
    tell(Look::PHONE.dark().without_script()).await;
}

fn server() -> Server {
    let setup = Setup::default().set("service_name", "example.org mail");
    // Whatever it can say, it says: what is looked for at the end could be there.
    setup.set("log.level", "trace").start()
}

async fn tell(look: Look) {
    let server = server();
    let browser = Browser::open(server.url(), look).await;
    let thief = Browser::open(server.url(), look).await;
    let link = an_operator_invites(&server, &browser, look).await;
    let mut story = an_owner_arrives(server, browser, &link, look).await;
    story.sets_up_the_phone().await;
    story.adds_an_outside_address().await;
    let mut sheet = story.gets_codes().await;
    story.uses_a_damaged_code(&mut sheet).await;
    story.reads_when_it_was_used(&sheet).await;
    story.lets_the_replacement_count().await;
    story.does_the_drill(&sheet).await;
    let mut renewed = story.renews_by_hand().await;
    story.reads_when_it_was_replaced(&sheet).await;
    story.uses_a_code_written_by_hand(&mut renewed).await;
    story.sets_a_forgotten_password(&renewed).await;
    story.loses_the_sheet(&thief, &renewed).await;
    story.reads_what_happened().await;
    story.nothing_is_written_down(&[&sheet, &renewed]);
    story.nothing_broke(&thief).await;
}

/// The set-up link makes an operator, who invites the owner.
async fn an_operator_invites(server: &Server, browser: &Browser, look: Look) -> String {
    browser.visit(&server.set_up_link()).await;
    browser.sees("Welcome. You are the first").await;
    picture(browser, look, "set-up").await;
    browser
        .type_into("Your mail address", "olga@example.org")
        .await;
    browser.type_into("Your name", "Olga").await;
    browser
        .type_into("Your new password", OPERATORS_PASSWORD)
        .await;
    browser.press("Create my account").await;
    browser.sees("Hello, Olga").await;
    browser.sees("Mail isn't being sent.").await;
    picture(browser, look, "operator-home").await;

    browser.press("Invite somebody").await;
    browser.type_into("The mailbox's address", ALICE).await;
    browser.type_into("name", "Alice").await;
    browser.type_into("to", OUTSIDE).await;
    browser.press("Invite").await;
    let sent = format!("The invitation to {ALICE} is on its way to {OUTSIDE}.");
    browser.sees(&sent).await;
    browser.press("Sign out").await;
    browser.sees("You are signed out").await;
    browser.forget_cookies().await;
    link_in(&server.mail(&["/link/invitation/", OUTSIDE]), server.url())
}

/// The owner takes the mailbox over, with a password of her own.
async fn an_owner_arrives(server: Server, browser: Browser, link: &str, look: Look) -> Story {
    browser.visit(link).await;
    browser.sees("Welcome to example.org mail").await;
    picture(&browser, look, "invitation").await;
    browser.sees(ALICE).await;
    assert_eq!(browser.value("Your name").await, "Alice");
    browser.type_into("Your new password", "too short").await;
    browser.press("Create my account").await;
    browser
        .sees("That is too short. Take at least 15 characters.")
        .await;
    picture(&browser, look, "refused").await;
    browser.type_into("Your new password", PASSWORD).await;
    if look.script {
        browser.sees("Very strong").await;
    }
    browser.press("Create my account").await;
    browser.sees("Hello, Alice").await;
    browser.sees("Do this next: add a second step").await;
    picture(&browser, look, "home-new").await;
    Story {
        server,
        browser,
        look,
        phone: None,
        password: PASSWORD,
    }
}

struct Story {
    server: Server,
    browser: Browser,
    look: Look,
    phone: Option<Phone>,
    password: &'static str,
}

impl Story {
    async fn digits(&mut self) -> String {
        self.phone.as_mut().unwrap().digits().await
    }

    async fn sets_up_the_phone(&mut self) {
        self.browser.press("Add a second step").await;
        self.binds_the_phone().await;
        self.browser.press("Home").await;
    }

    /// On the page of the second step.
    async fn binds_the_phone(&mut self) {
        self.browser.sees("Your phone is not set up yet.").await;
        self.browser.press("Set up my phone").await;
        self.browser.sees("Scan the picture").await;
        picture(&self.browser, self.look, "phone").await;
        self.phone = Some(Phone::with_key(&self.browser.text_of(".key").await));
        let digits = self.digits().await;
        self.browser
            .type_into("The six digits your phone shows now", &digits)
            .await;
        self.browser.press("Turn it on").await;
        self.browser.sees("Your phone is set up").await;
        picture(&self.browser, self.look, "phone-on").await;
    }

    async fn adds_an_outside_address(&self) {
        let browser = &self.browser;
        browser.sees("Do this next: add an outside address").await;
        browser.press("Add an address").await;
        browser
            .type_into("Another mail address of yours", OUTSIDE)
            .await;
        browser.press("Add an address").await;
        browser
            .sees(&format!("We mailed a code to {OUTSIDE}."))
            .await;
        picture(browser, self.look, "address-code").await;
        let mail = self.server.mail(&["Your code from", OUTSIDE]);
        browser
            .type_into("The code from that mail", &code_in(&mail))
            .await;
        browser.press("Confirm this address").await;
        browser.sees(&format!("{OUTSIDE} is confirmed.")).await;
        picture(browser, self.look, "addresses").await;
        browser.visit("/").await;
    }

    /// Password and "I don't have my phone", up to the field for a code.
    async fn comes_without_the_phone(&self, browser: &Browser) {
        browser.visit("/sign-in").await;
        browser.type_into("Your mail address", ALICE).await;
        browser.type_into("Your password", self.password).await;
        browser.press("Sign in").await;
        browser.sees("Is your phone lost, broken or empty?").await;
        picture(browser, self.look, "second-step").await;
        browser.press("I don't have my phone").await;
        browser.sees("Use a backup code").await;
    }

    async fn signs_out(&self) {
        self.browser.press("Sign out").await;
        self.browser.sees("You are signed out").await;
    }

    /// The code that a page shows, with its word, as somebody copies them.
    async fn shown_line(&self) -> Line {
        let shown = self.browser.text_of(".code-shown").await;
        Line {
            groups: shown.split_whitespace().map(str::to_owned).collect(),
            drill_word: after(&self.browser.text().await, "The word beside it: "),
        }
    }

    async fn uses_a_damaged_code(&self, sheet: &mut Sheet) {
        let browser = &self.browser;
        self.signs_out().await;
        self.comes_without_the_phone(browser).await;
        browser.sees(&sheet.page_words.join(" ")).await;
        browser.sees("It will be used up. You have 9 more.").await;
        browser
            .type_into("One code from your sheet", &damaged(sheet.line(3)))
            .await;
        if self.look.script {
            browser.sees("One symbol looks wrong: the seventh.").await;
        }
        picture(browser, self.look, "use-code").await;
        browser.press("Use this code").await;

        browser.sees("We read your code as:").await;
        browser.sees(&sheet.line(3).code()).await;
        browser
            .sees("The seventh and fourteenth symbols were unclear. Is that what your sheet says?")
            .await;
        picture(browser, self.look, "read-as").await;
        browser.press("Yes, that's it").await;
        browser.sees("You're in").await;
        browser
            .sees("You used code 3. It won't work again. Cross it out on your sheet.")
            .await;
        browser.sees("We don't know this device yet.").await;
        browser.sees("Code number 11").await;
        picture(browser, self.look, "you-are-in").await;
        sheet.lines.push(self.shown_line().await);

        browser
            .type_into("Now type it from your sheet", &sheet.line(4).code())
            .await;
        browser.press("I've written it down").await;
        browser.sees("That isn't the new code.").await;
        browser
            .type_into("Now type it from your sheet", &sheet.line(11).code())
            .await;
        browser.press("I've written it down").await;
        browser
            .sees("Your new code is on your sheet and starts to count on")
            .await;
        for to in [ALICE, OUTSIDE] {
            let _ = self
                .server
                .mail(&[&format!("To: {to}"), "Code 3 was used to get in."]);
        }
    }

    async fn reads_when_it_was_used(&mut self, sheet: &Sheet) {
        self.signs_out().await;
        self.comes_without_the_phone(&self.browser).await;
        self.browser
            .type_into("One code from your sheet", &sheet.line(3).code())
            .await;
        self.browser.press("Use this code").await;
        self.browser.sees("Each code works once.").await;
        picture(&self.browser, self.look, "used").await;
        let on = after(&self.browser.text().await, "This code was already used on ");
        assert!(
            on.parse::<u8>().is_ok(),
            "a date begins with a day, not {on}"
        );
        self.browser.press("I have my phone after all").await;
        let digits = self.digits().await;
        self.browser.type_into("Six digits", &digits).await;
        self.browser.press("Go on").await;
        self.browser.sees("Hello, Alice").await;
    }

    async fn lets_the_replacement_count(&mut self) {
        self.browser
            .sees("The replacement of a used code begins to work.")
            .await;
        picture(&self.browser, self.look, "home-waiting").await;
        self.browser.press("Do it now").await;
        let digits = self.digits().await;
        self.browser.type_into("Six digits", &digits).await;
        self.browser.press("Do it now").await;
        self.browser.sees("It is done").await;
        self.browser.press("Home").await;
        self.browser
            .sees("Do this next: add a second outside address")
            .await;
    }

    async fn does_the_drill(&self, sheet: &Sheet) {
        let browser = &self.browser;
        browser.visit("/codes").await;
        browser
            .sees("You haven't tried the drill with this sheet yet.")
            .await;
        browser.press("Try the drill").await;
        browser
            .sees("You type two of these words, and no code.")
            .await;
        let page = browser.text().await;
        let mut asked = page.split("The word beside code ").skip(1);
        for field in ["word-1", "word-2"] {
            let number = asked.next().unwrap().split(' ').next().unwrap();
            let line = sheet.line(number.parse().unwrap());
            browser.type_into(field, &line.drill_word).await;
        }
        picture(browser, self.look, "drill").await;
        browser.press("Check my words").await;
        browser.sees("Your sheet is where you need it").await;
    }

    async fn reads_when_it_was_replaced(&self, old: &Sheet) {
        let browser = &self.browser;
        self.signs_out().await;
        self.comes_without_the_phone(browser).await;
        browser
            .type_into("One code from your sheet", &old.line(4).code())
            .await;
        browser.press("Use this code").await;
        browser.sees("Look for the newer sheet.").await;
        let on = after(
            &browser.text().await,
            "This code is from an old sheet that was replaced on ",
        );
        assert!(
            on.parse::<u8>().is_ok(),
            "a date begins with a day, not {on}"
        );
    }

    async fn uses_a_code_written_by_hand(&self, sheet: &mut Sheet) {
        let browser = &self.browser;
        browser
            .type_into("One code from your sheet", &sheet.line(4).code())
            .await;
        browser.press("Use this code").await;
        browser.sees("You're in").await;
        browser.sees("You used code 4. It won't work again.").await;
        browser.sees("Code number 5").await;
        sheet.lines.push(self.shown_line().await);
        browser
            .type_into("Now type it from your sheet", &sheet.line(5).code())
            .await;
        browser.press("I've written it down").await;
        browser
            .sees("Your new code is on your sheet and starts to count on")
            .await;
        self.signs_out().await;
    }

    async fn sets_a_forgotten_password(&mut self, sheet: &Sheet) {
        self.browser.visit("/sign-in").await;
        picture(&self.browser, self.look, "sign-in").await;
        self.browser.press("I forgot my password").await;
        self.browser.sees("You forgot your password").await;
        picture(&self.browser, self.look, "forgotten").await;
        self.browser.type_into("Your mail address", ALICE).await;
        self.browser
            .type_into("One code from your sheet", &sheet.line(3).code())
            .await;
        self.browser.press("Go on").await;
        self.browser.sees("Step 2 of 3").await;
        let digits = self.digits().await;
        self.browser.type_into("Six digits", &digits).await;
        self.browser.press("Go on").await;
        self.browser.sees("Step 3 of 3").await;
        self.browser
            .type_into("Your new password", NEW_PASSWORD)
            .await;
        self.browser.press("Set my new password").await;
        self.browser.sees("Your new password is set").await;
        picture(&self.browser, self.look, "forgotten-done").await;
        self.browser.press("Sign in").await;

        self.browser.type_into("Your mail address", ALICE).await;
        self.browser.type_into("Your password", self.password).await;
        self.browser.press("Sign in").await;
        self.browser
            .sees("That didn't work. Check the address and the password, and try again.")
            .await;
        self.password = NEW_PASSWORD;
        self.browser.type_into("Your password", self.password).await;
        self.browser.press("Sign in").await;
        let digits = self.digits().await;
        self.browser.type_into("Six digits", &digits).await;
        self.browser.press("Go on").await;
        self.browser.sees("Do this next: write down a code").await;
    }
}

/// Nobody has to scroll sideways. With `COUNTERFOIL_SCREENS_TO` set, pictures of the page are put there: on a desk and
/// on a phone, light and dark.
async fn picture(browser: &Browser, look: Look, page: &str) {
    assert!(!browser.scrolls_sideways().await, "{page} is too wide");
    let Some(dir) = std::env::var_os("COUNTERFOIL_SCREENS_TO").filter(|_| look.script) else {
        return;
    };
    for (name, at) in [("desk", Look::DESK), ("phone", Look::PHONE)] {
        for (shade, at) in [("light", at), ("dark", at.dark())] {
            browser.look(at).await;
            let file = Path::new(&dir).join(format!("{page}-{name}-{shade}.png"));
            browser.screenshot_whole(&file).await;
        }
    }
    browser.look(look).await;
}

/// The word that follows.
fn after(text: &str, words: &str) -> String {
    let rest = text.split_once(words).unwrap().1;
    rest.split([' ', '.']).next().unwrap().to_owned()
}

/// A code with a wrong symbol in the seventh place and one that can't be read in the fourteenth.
fn damaged(line: &Line) -> String {
    let mut symbols: Vec<char> = line.groups.concat().chars().collect();
    symbols[6] = if symbols[6] == 'X' { 'Y' } else { 'X' };
    symbols[13] = '?';
    symbols.into_iter().collect()
}
