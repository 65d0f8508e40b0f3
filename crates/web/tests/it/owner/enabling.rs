//! Backup codes in three steps, and a new sheet in three steps.

use super::{app, fill, let_in_by_code, misread, signed_in};
use axum::http::StatusCode;
use counterfoil_model::Span;

#[tokio::test]
async fn three_steps_end_with_codes_that_are_on() {
    let app = app().await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, 1, &owner).await;

    let page = fill(&mut browser, "/codes/enable", &[("river", "desk")]).await;
    page.must_say("Nobody at the help desk ever asks for a code");
    let page = browser.submit(&page, &[("river", "paper")]).await;
    assert_eq!(page.path, "/codes/enable/paper");
    let form = page.form();
    assert_eq!(form.value("label"), Some("owner1’s mailbox"));

    let sheet = browser
        .submit(
            &page,
            &[
                ("label", "Letters"),
                ("full-address", "on"),
                ("paper", "letter"),
            ],
        )
        .await;
    assert_eq!(sheet.status, StatusCode::OK);
    assert_eq!(sheet.header_lines("content-type"), ["application/pdf"]);
    assert_eq!(sheet.header_lines("cache-control"), ["no-store"]);
    assert_eq!(
        sheet.header_lines("content-disposition"),
        ["attachment; filename=\"backup-codes-sheet-1.pdf\""]
    );
    assert!(sheet.bytes.starts_with(b"%PDF-"));

    // The printer ate it: made again, the first one counts for nothing.
    let sheet = app.shown_sheet(&owner).await;
    let page = fill(
        &mut browser,
        "/codes/enable/prove",
        &[("code", sheet.code(4))],
    )
    .await;
    assert_eq!(page.title(), "Your backup codes are on");
    let page = browser.get("/codes").await;
    page.must_say("of 10 codes are left");
    page.must_say("Sheet 2, in use since");
    app.deliver().await;
}

#[tokio::test]
async fn the_editions_that_are_ticked_come_in_one_answer() {
    let app = app().await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    let page = browser.get("/codes/enable/paper").await;
    let mut fields = page.form().filled(&[]);
    fields.retain(|(name, _)| !name.starts_with("edition-"));

    let refused = browser.post("/codes/enable/paper", &fields).await;
    assert_eq!(refused.problems(), ["Tick at least one of the sheets."]);
    browser
        .get("/codes")
        .await
        .must_say("You have no backup codes yet.");

    let ticked = |names: &[&str]| {
        let mut fields = fields.clone();
        fields.extend(names.iter().map(|name| ((*name).into(), "on".into())));
        fields
    };
    for (number, names, kind, begins) in [
        (
            1,
            &["edition-card", "edition-large"][..],
            "pdf",
            &b"%PDF-"[..],
        ),
        (2, &["edition-braille"], "brf", b"            ,BACKUP"),
        (
            3,
            &["edition-standard", "edition-braille"],
            "zip",
            b"PK\x03\x04",
        ),
    ] {
        let document = browser.post("/codes/enable/paper", &ticked(names)).await;
        assert_eq!(document.header_lines("cache-control"), ["no-store"]);
        assert_eq!(
            document.header_lines("content-disposition"),
            [format!(
                "attachment; filename=\"backup-codes-sheet-{number}.{kind}\""
            )]
        );
        assert!(document.bytes.starts_with(begins), "{kind}");
    }
    app.deliver().await;
}

#[tokio::test]
async fn what_is_missing_is_said_with_the_way_to_it() {
    let app = app().await;
    let mut owner = app.owner().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    let page = browser.get("/codes/enable").await;
    assert_eq!(page.title(), "Add a second step first");
    assert!(page.html().contains("href=\"/two-step\""));

    app.bind_phone(&mut owner).await;
    let mut browser = signed_in(&app, 2, &owner).await;
    for path in ["/codes/enable", "/codes/enable/paper", "/codes/renew/paper"] {
        let page = browser.get(path).await;
        assert_eq!(page.title(), "Add an outside address first", "{path}");
        assert!(page.html().contains("href=\"/addresses\""));
    }
    app.deliver().await;
}

#[tokio::test]
async fn a_sheet_is_made_by_somebody_who_proved_a_factor_lately() {
    let app = app().await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    let page = browser.get("/codes/enable/paper").await;
    app.clock.advance(Span::minutes(11));

    let asked = browser.submit(&page, &[]).await;
    assert_eq!(asked.path, "/step-up?to=/codes/enable/paper");
    let page = browser
        .submit(&asked, &[("digits", &app.next_digits(&owner))])
        .await;
    assert_eq!(page.path, "/codes/enable/paper");
    assert!(browser.submit(&page, &[]).await.bytes.starts_with(b"%PDF-"));
    app.deliver().await;
}

#[tokio::test]
async fn a_label_must_fit_and_what_was_typed_stays() {
    let app = app().await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    let long = "x".repeat(61);
    let page = fill(
        &mut browser,
        "/codes/enable/paper",
        &[("label", &long), ("paper", "letter")],
    )
    .await;
    assert_eq!(
        page.problems(),
        ["That is too long for the sheet. Take at most 60 characters."]
    );
    assert_eq!(page.form().value("label"), Some(long.as_str()));
    assert_eq!(page.form().value("paper"), Some("letter"));
    app.deliver().await;
}

#[tokio::test]
async fn a_repaired_code_proves_the_sheet_once_its_owner_says_yes() {
    let app = app().await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    let sheet = app.shown_sheet(&owner).await;

    let page = fill(
        &mut browser,
        "/codes/enable/prove",
        &[("code", &misread(sheet.code(2), 5))],
    )
    .await;
    page.must_say("The fifth symbol was unclear. Is that what your sheet says?");
    assert_eq!(page.shown_code().unwrap(), sheet.code(2).replace('-', ""));

    // The sealed code is this session's: another one of the same owner can't send it.
    let mut other = signed_in(&app, 2, &owner).await;
    let mut fields = other.get("/codes/enable/prove").await.form().filled(&[]);
    fields.push(("sealed".into(), page.form().value("sealed").unwrap().into()));
    other
        .post("/codes/enable/prove", &fields)
        .await
        .must_say("Type the code once more");
    browser.get("/codes").await.must_say("doesn't count yet");

    let page = browser.submit(&page, &[]).await;
    assert_eq!(page.title(), "Your backup codes are on");
    app.deliver().await;
}

#[tokio::test]
async fn a_code_that_cant_be_read_stays_in_its_field_and_a_wrong_one_doesnt() {
    let app = app().await;
    let (owner, old) = app.with_sheet().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    app.shown_sheet(&owner).await;
    let page = fill(&mut browser, "/codes/renew/prove", &[("code", "7K3QF 9XW")]).await;
    assert_eq!(
        page.problems(),
        ["A code has 20 symbols and you typed 8. Look for the ones that are missing."]
    );
    assert_eq!(page.form().value("code"), Some("7K3QF 9XW"));

    let page = browser.submit(&page, &[("code", old.code(1))]).await;
    assert_eq!(
        page.problems(),
        [
            "That isn't a code of the newest sheet. If you made the sheet more than once, take the one you printed last."
        ]
    );
    assert_eq!(page.form().value("code"), Some(""));
    app.deliver().await;
}

#[tokio::test]
async fn a_sheet_that_is_not_proved_within_an_hour_is_gone() {
    let app = app().await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    browser
        .get("/codes/enable/prove")
        .await
        .must_say("There is no sheet to prove yet");
    let sheet = app.shown_sheet(&owner).await;
    let page = browser.get("/codes/enable/prove").await;
    for _ in 0..3 {
        app.clock.advance(Span::minutes(20));
        browser.get("/").await;
    }
    let page = browser.submit(&page, &[("code", sheet.code(1))]).await;
    assert_eq!(page.path, "/step-up?to=/codes/enable/paper", "{page:?}");
    app.deliver().await;
}

#[tokio::test]
async fn a_new_sheet_retires_the_old_one() {
    let app = app().await;
    let (owner, old) = app.with_sheet().await;
    let mut browser = signed_in(&app, 1, &owner).await;
    let page = fill(&mut browser, "/codes/renew", &[]).await;
    assert_eq!(page.path, "/codes/renew/paper");
    let new = app.shown_sheet(&owner).await;
    browser.get("/codes").await.must_say("Sheet 2 was made");
    let page = fill(&mut browser, "/codes/renew/prove", &[("code", new.code(9))]).await;
    assert_eq!(page.title(), "Your new sheet counts");

    let mut stranger = app.browser(2);
    stranger.types_password(&owner).await;
    stranger
        .types_code(old.code(3))
        .await
        .must_say("from an old sheet");
    app.deliver().await;
}

#[tokio::test]
async fn a_sheet_made_after_a_code_on_an_unknown_device_waits() {
    let app = app().await;
    let (owner, sheet) = app.with_sheet().await;
    let mut browser = let_in_by_code(&app, 1, &owner, sheet.code(1)).await;
    let page = browser.get("/codes/renew/paper").await;
    assert_eq!(page.path, "/codes/renew/paper", "{page:?}");
    let mut shown = owner.clone();
    app.signs_in_again(&mut shown).await;
    let new = app.shown_sheet(&shown).await;
    let page = fill(&mut browser, "/codes/renew/prove", &[("code", new.code(2))]).await;
    assert_eq!(page.title(), "Your sheet is proved, and waits");
    let page = browser.get("/").await;
    page.must_say("A new sheet of backup codes takes the place of the old one.");
    page.must_say("we don't know this device yet");
    app.deliver().await;
}
