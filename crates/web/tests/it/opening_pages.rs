//! Opening a page changes nothing, whoever opens it.

use crate::place::{both, every_path, rows};
use axum::body::Body;
use counterfoil_service::LinkKind;
use counterfoil_store::driver::Engine;
use counterfoil_store::{Db, Error, Row, Statement, open_with};
use counterfoil_testkit::app::TestApp;
use counterfoil_testkit::browser::Browser;

const VERSION: Statement = Statement::new(
    "test_version",
    "SELECT data_version AS n FROM pragma_data_version",
);

/// A number that any commit of another connection moves (`SQLite`, `PRAGMA data_version`).
async fn version(watch: &Db) -> i64 {
    let rows: Result<Vec<Row>, Error> = watch
        .read(
            "test_version",
            |tx| async move { tx.query(&VERSION, &[]).await },
        )
        .await;
    rows.unwrap().first().unwrap().get("n").unwrap()
}

/// Somebody in every state there is: nobody, between the steps, signed in, about to set a new password.
async fn everybody(app: &TestApp) -> (Vec<Browser>, Vec<String>) {
    let (owner, sheet) = app.with_sheet().await;
    let mut browsers = vec![
        app.browser(1),
        app.browser(2),
        app.browser(3),
        app.browser(4),
    ];
    let [before, half, inside, resetting] = browsers.as_mut_slice() else {
        panic!()
    };
    before.get("/sign-in").await;
    half.types_password(&owner).await;
    inside.types_password(&owner).await;
    inside.types_digits(&app.next_digits(&owner)).await;
    let page = resetting.get("/forgotten").await;
    let page = resetting
        .submit(
            &page,
            &[("address", &owner.address), ("code", sheet.code(9))],
        )
        .await;
    let page = resetting
        .submit(&page, &[("digits", &app.next_digits(&owner))])
        .await;
    assert_eq!(page.path, "/forgotten/password", "{page:?}");

    // And a link of each kind that works.
    let mut links = vec![
        LinkKind::SetUp
            .path(&app.app.make_set_up_link().await.unwrap().unwrap().0)
            .to_string(),
        LinkKind::Invitation
            .path(&app.invitation("new").await)
            .to_string(),
    ];
    let mut other = app.enrolled_owner().await;
    app.signs_in_again(&mut other).await;
    let freeze = app
        .link_to(other.account, &other.outside, LinkKind::Freeze)
        .await;
    links.push(LinkKind::Freeze.path(&freeze).to_string());
    let held = app
        .signed_in_by_code(
            &owner,
            &counterfoil_testkit::service::visit(77),
            sheet.code(4),
        )
        .await;
    let drawn = app
        .app
        .draw_replacement(&held, &counterfoil_testkit::service::visit(77))
        .await
        .unwrap();
    let visit = counterfoil_testkit::service::visit(77);
    app.app
        .type_back_replacement(&held, &visit, &drawn.drawn.code.text(), false)
        .await
        .unwrap();
    let stop = app
        .link_to(owner.account, &owner.address, LinkKind::StopChange)
        .await;
    links.push(LinkKind::StopChange.path(&stop).to_string());
    let lost = app.owner().await;
    let re_enrol = app.app.make_re_enrol_link(&lost.address).await.unwrap();
    links.push(LinkKind::ReEnrol.path(&re_enrol).to_string());
    (browsers, links)
}

#[tokio::test]
async fn opening_any_page_changes_no_row() {
    for app in both().await {
        let (mut browsers, links) = everybody(&app).await;
        // That a session was seen is noted once a minute; now it has been.
        for browser in &mut browsers {
            browser.get("/").await;
        }
        let watch = if app.db.engine() == Engine::Sqlite {
            Some(open_with(app.url(), 1).await.unwrap())
        } else {
            None
        };
        let version_before = if let Some(watch) = &watch {
            version(watch).await
        } else {
            0
        };
        let before = rows(&app).await;
        let mut opened = 0;
        for mut browser in browsers {
            for path in every_path().iter().chain(&links) {
                for method in ["GET", "HEAD"] {
                    let page = browser
                        .clone()
                        .send(browser.request(method, path).body(Body::empty()))
                        .await;
                    assert_ne!(page.status, 500, "{method} {path}: {page:?}");
                    opened += usize::from(page.status == 200);
                }
                browser.get("/sign-in").await;
            }
        }
        assert!(opened > 100, "only {opened} pages opened");
        assert_eq!(rows(&app).await, before);
        if let Some(watch) = &watch {
            assert_eq!(
                version(watch).await,
                version_before,
                "something was committed"
            );
        }
        // The links still work: opening one didn't use it up.
        let mut browser = app.browser(9);
        for link in &links {
            let page = browser.get(link).await;
            assert_eq!(page.status, 200, "{link}: {page:?}");
        }
        app.deliver().await;
    }
}
