//! The check-up, walked through by its buttons; the same for programs; and putting something off.

use super::two_step::phone;
use super::{app, fill, signed_in};
use crate::place::both;
use counterfoil_model::Span;
use counterfoil_testkit::app::TestApp;
use counterfoil_testkit::browser::Browser;
use counterfoil_testkit::page::Page;
use counterfoil_testkit::story::TestOwner;
use serde_json::Value;

/// Where the one primary button leads.
fn button(page: &Page) -> Option<String> {
    let html = page.html();
    let (_, rest) = html.split_once("<a class=\"primary\" href=\"")?;
    assert!(!rest.contains("class=\"primary\""), "two primary buttons");
    rest.split('"').next().map(str::to_owned)
}

async fn data(browser: &mut Browser) -> Value {
    let page = browser.get("/check-up.json").await;
    assert_eq!(page.header_lines("content-type"), ["application/json"]);
    assert_eq!(page.header_lines("cache-control"), ["no-store"]);
    serde_json::from_slice(&page.bytes).unwrap()
}

/// What a person does on the page that a button led to.
async fn does(app: &TestApp, browser: &mut Browser, owner: &TestOwner, at: &str, round: usize) {
    match at {
        "/two-step" => {
            let page = fill(browser, at, &[]).await;
            let digits = phone(&page).digits(app.now());
            let page = browser.submit(&page, &[("digits", &digits)]).await;
            page.must_say("Your phone is set up");
        }
        "/addresses" => {
            let address = format!("round{round}@elsewhere.example");
            let page = browser.get(at).await;
            let page = browser.submit_to(&page, at, &[("address", &address)]).await;
            let code = app.code_to(owner.account, &address).await;
            let code_at = page.path.clone();
            let page = browser.submit_to(&page, &code_at, &[("code", &code)]).await;
            page.must_say(&address);
        }
        "/codes/enable" => {
            let page = fill(browser, at, &[("river", "paper")]).await;
            let mut fields = page.form().filled(&[("label", "Letters")]);
            fields.push(("by-hand".into(), "on".into()));
            let mut page = browser.post(&page.path, &fields).await;
            let mut first = None;
            while let Some(code) = page.shown_code() {
                page = browser.submit(&page, &[("code", &code)]).await;
                first.get_or_insert(code);
            }
            let page = browser.submit(&page, &[("code", &first.unwrap())]).await;
            assert_eq!(page.title(), "Your backup codes are on");
        }
        "/codes/places" => {
            let given = [("kind", "safe"), ("words", "the grey folder")];
            let page = fill(browser, at, &given).await;
            page.must_say("the grey folder");
        }
        "/phrase" => {
            let page = fill(browser, at, &[("phrase", "the heron waits")]).await;
            page.must_say("The words are kept");
        }
        elsewhere => panic!("led to {elsewhere}"),
    }
}

#[tokio::test]
async fn walked_through_by_its_buttons_alone_it_ends_with_everything_done() {
    for app in both().await {
        let owner = app.owner().await;
        let mut browser = signed_in(&app, 1, &owner).await;
        let mut led = Vec::new();
        for round in 0..12 {
            let page = browser.get("/check-up").await;
            let Some(at) = button(&page) else { break };
            does(&app, &mut browser, &owner, &at, round).await;
            led.push(at);
        }
        let expected = [
            "/two-step",
            "/addresses",
            "/codes/enable",
            "/addresses",
            "/codes/places",
            "/phrase",
        ];
        assert_eq!(led, expected);
        let page = browser.get("/check-up").await;
        page.must_say("Nothing to do");
        let data = data(&mut browser).await;
        assert_eq!(data["done"], data["all"]);
        assert_eq!(data["first"], Value::Null);
        page.must_say(&format!("{} of {} done", data["done"], data["all"]));
        let home = browser.get("/").await;
        home.must_say("Your mailbox is well protected");
        home.must_say(&format!(
            "Check-up: {} of {} done",
            data["done"], data["all"]
        ));
        app.deliver().await;
    }
}

#[tokio::test]
async fn a_program_of_the_owners_reads_what_the_page_says() {
    let app = app().await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    let page = browser.get("/check-up").await;
    let read = data(&mut browser).await;
    assert_eq!(read["first"], "p2");
    let items = read["items"].as_array().unwrap();
    assert_eq!(items.len(), 18);
    for item in items {
        page.must_say(item["name"].as_str().unwrap());
        page.must_say(item["reason"].as_str().unwrap());
        let to_do = item["state"] == "do-now";
        assert_eq!(item["fix"].is_object(), to_do, "{item}");
    }
    let of = |practice: &str| items.iter().find(|item| item["practice"] == practice);
    let p2 = &of("p2").unwrap()["fix"];
    assert_eq!(
        (&p2["what"], &p2["at"]),
        (&"enable-codes".into(), &"/codes/enable".into())
    );
    assert!(of("p5").is_none() && of("p9").is_none());
    // And nobody else does.
    let mut stranger = app.browser(9);
    let page = stranger.get("/check-up.json").await;
    assert!(page.path.starts_with("/sign-in"), "{}", page.path);
    app.deliver().await;
}

#[tokio::test]
async fn what_is_put_off_comes_back() {
    let app = app().await;
    let (owner, _) = app.with_sheet().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    let page = browser.get("/check-up").await;
    let fields = page.form().filled(&[("practice", "p16")]);
    let page = browser.post("/check-up", &fields).await;
    page.must_say("You put that off. It comes back on");
    page.must_say("Put off");
    let state = |read: &Value| {
        let items = read["items"].as_array().unwrap();
        let p16 = items.iter().find(|item| item["practice"] == "p16");
        p16.unwrap()["state"].clone()
    };
    assert_eq!(state(&data(&mut browser).await), "later");
    for practice in ["p16", "p2", "p5", ""] {
        let mut fields = fields.clone();
        fields.retain(|(name, _)| name != "practice");
        fields.push(("practice".into(), practice.into()));
        let page = browser.post("/check-up", &fields).await;
        assert_eq!(page.problems().len(), 1, "{practice}");
    }
    app.clock.advance(Span::days(30));
    let mut browser = signed_in(&app, 2, &owner).await;
    assert_eq!(state(&data(&mut browser).await), "do-now");
    app.deliver().await;
}
