//! Everybody at once: a code opens the door one time, ten honest people all get in, and hanging up breaks nothing.

use crate::place::{both, open, spent};
use counterfoil_testkit::app::TestApp;
use counterfoil_testkit::browser::Browser;
use counterfoil_testkit::page::Page;
use counterfoil_testkit::story::TestOwner;
use std::time::Duration;
use tokio::task::JoinSet;

/// So many browsers, each with the right password and a half-session of its own.
async fn half_way(app: &TestApp, owner: &TestOwner, count: u16) -> Vec<(Browser, Page)> {
    let mut browsers = Vec::new();
    for n in 0..count {
        let mut browser = app.browser(n);
        browser.types_password(owner).await;
        let page = browser.get("/sign-in/code").await;
        browsers.push((browser, page));
    }
    browsers
}

/// Each types its code, all at once. Gives the pages they got.
async fn all_at_once(browsers: Vec<(Browser, Page)>, code: impl Fn(usize) -> String) -> Vec<Page> {
    let mut storm = JoinSet::new();
    for (n, (mut browser, page)) in browsers.into_iter().enumerate() {
        let code = code(n);
        storm.spawn(async move { browser.submit(&page, &[("code", &code)]).await });
    }
    storm.join_all().await
}

fn got_in(page: &Page) -> bool {
    page.status == 200 && page.says("You're in")
}

#[tokio::test(flavor = "multi_thread")]
async fn one_code_from_sixty_four_half_sessions_opens_one_door() {
    for app in both().await {
        let (owner, sheet) = app.with_sheet().await;
        let browsers = half_way(&app, &owner, 64).await;
        assert_eq!(open(&app, owner.account, "half").await, 64);
        let opened = open(&app, owner.account, "full").await;
        // All of them wait in front of the one conditional write, each having seen the code unspent.
        let gate = app.faults.hold("redeem", 64);
        let pages = all_at_once(browsers, |_| sheet.code(6).to_owned()).await;
        assert!(
            gate.arrived() >= 64,
            "{} reached the conditional write",
            gate.arrived()
        );
        assert_eq!(pages.iter().filter(|page| got_in(page)).count(), 1);
        for page in pages.iter().filter(|page| !got_in(page)) {
            let problem = page.problems().concat();
            assert!(
                problem.starts_with("This code was already used on"),
                "{page:?}"
            );
        }
        assert_eq!(spent(&app, owner.account).await, 1);
        assert_eq!(open(&app, owner.account, "full").await, opened + 1);
        assert_eq!(open(&app, owner.account, "half").await, 63);
        assert_eq!(app.events_of(owner.account, "code-redeemed").await, 1);
        app.deliver().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_codes_at_once_open_ten_doors() {
    for app in both().await {
        let (owner, sheet) = app.with_sheet().await;
        let browsers = half_way(&app, &owner, 10).await;
        let gate = app.faults.hold("redeem", 10);
        let pages = all_at_once(browsers, |n| sheet.codes[n].clone()).await;
        assert!(gate.arrived() >= 10);
        for page in &pages {
            assert!(got_in(page), "{page:?}");
        }
        assert_eq!(spent(&app, owner.account).await, 10);
        assert_eq!(app.events_of(owner.account, "code-redeemed").await, 10);
        app.deliver().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_hangs_up_while_a_code_is_used_leaves_no_half_work() {
    for app in both().await {
        let (owner, sheet) = app.with_sheet().await;
        let opened = open(&app, owner.account, "full").await;
        let mut browsers = half_way(&app, &owner, 2).await;
        let (mut stays, stays_at) = browsers.pop().unwrap();
        let (mut leaves, leaves_at) = browsers.pop().unwrap();
        let gate = app.faults.hold("redeem", 2);
        let code = sheet.code(8).to_owned();
        let call = tokio::spawn(async move { leaves.submit(&leaves_at, &[("code", &code)]).await });
        gate.until(1).await;
        call.abort();
        assert!(call.await.unwrap_err().is_cancelled());
        // Nobody waits for the first any more; the second opens the gate for both.
        stays
            .submit(&stays_at, &[("code", sheet.code(9))])
            .await
            .must_say("You used code 9.");
        for _ in 0..500 {
            if app.events_of(owner.account, "replacement-drawn").await >= 2 {
                break;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        assert_eq!(app.events_of(owner.account, "code-redeemed").await, 2);
        assert_eq!(spent(&app, owner.account).await, 2);
        assert_eq!(open(&app, owner.account, "full").await, opened + 2);
        assert_eq!(open(&app, owner.account, "half").await, 0);
        // The database goes on as if nothing had been.
        let mut later = app.browser(50);
        later.types_password(&owner).await;
        later
            .types_code(sheet.code(10))
            .await
            .must_say("You used code 10.");
        app.deliver().await;
    }
}
