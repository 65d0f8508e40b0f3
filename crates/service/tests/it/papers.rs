//! Where copies of the sheet lie: noted, sealed, shown after a step-up only (P3).

use crate::ground::on_both_engines;
use counterfoil_model::paper_place::PLACES_MAX;
use counterfoil_model::{PlaceError, PlaceKind, Span};
use counterfoil_service::outside_address::NotNow;
use counterfoil_service::papers::{PaperRefusal, Papers};
use counterfoil_store::Statement;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::phone::Phone;
use counterfoil_testkit::service::{TestService, visit};
use counterfoil_testkit::story::TestOwner;

on_both_engines! {
    p3_a_place_is_sealed_and_shown_right_after_a_step_up_only,
    p3_a_note_needs_a_sheet_and_never_says_what_that_says,
    p3_a_new_sheet_asks_anew_and_the_old_note_stays_until_its_owner_says_so,
    nobody_changes_anothers_notes,
    a_re_enrolment_forgets_where_the_dead_sheets_lie,
}

const NOTES: Statement = Statement::new("test_notes", "SELECT note FROM paper_place");
const DETAILS: Statement = Statement::new(
    "test_details",
    "SELECT details FROM security_event WHERE account_id = $1 AND kind = 'paper-noted'",
);

async fn noted(service: &TestService, owner: &TestOwner, kind: PlaceKind, words: &str) {
    let noted = service
        .app
        .note_paper(&owner.session, &owner.visit, kind, words);
    noted.await.unwrap();
}

async fn papers(service: &TestService, owner: &TestOwner) -> Papers {
    service.app.papers(&owner.session).await.unwrap()
}

fn places(papers: &Papers) -> Vec<(PlaceKind, &str)> {
    let here = papers.here.iter();
    here.map(|place| (place.kind, place.words.as_str()))
        .collect()
}

async fn p3_a_place_is_sealed_and_shown_right_after_a_step_up_only(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    noted(&service, &owner, PlaceKind::Relative, "Gertrude's attic").await;
    noted(&service, &owner, PlaceKind::Safe, "").await;
    for row in service.rows(&NOTES, &[]).await {
        let note: Vec<u8> = row.get("note").unwrap();
        for clear in [&b"Gertrude"[..], b"relative", b"safe"] {
            assert!(!note.windows(clear.len()).any(|window| window == clear));
        }
    }
    let seen = papers(&service, &owner).await;
    assert_eq!(seen.sheet, Some(sheet.number));
    let expected = [
        (PlaceKind::Relative, "Gertrude's attic"),
        (PlaceKind::Safe, ""),
    ];
    let mut here = places(&seen);
    here.sort_by_key(|(kind, _)| *kind != PlaceKind::Relative);
    assert_eq!(here, expected);
    // The event is there, without a word of the place, and nobody was written to.
    let events = service.rows(&DETAILS, &[owner.account.into()]).await;
    assert_eq!(events.len(), 2);
    for event in &events {
        let details: String = event.get("details").unwrap();
        assert_eq!(details, r#"{"what":"noted"}"#);
    }
    assert!(service.told(owner.account, "paper-noted").await.is_empty());
    let place = seen.here[0].id;
    let stranger_in_the_chair = |refused: &Result<_, PaperRefusal>| {
        matches!(refused, Err(PaperRefusal::NotNow(NotNow::StepUpWanted)))
    };
    service.clock.advance(Span::minutes(10));
    let (app, session, here) = (&service.app, &owner.session, &owner.visit);
    assert!(matches!(
        app.papers(session).await,
        Err(PaperRefusal::NotNow(NotNow::StepUpWanted))
    ));
    assert!(stranger_in_the_chair(
        &app.note_paper(session, here, PlaceKind::Safe, "").await
    ));
    assert!(stranger_in_the_chair(
        &app.forget_paper(session, here, place).await
    ));
    // Nor to whoever found one copy and the password.
    let finder = service
        .signed_in_by_code(&owner, &visit(66), sheet.code(2))
        .await;
    let shown = app.papers(&finder).await;
    assert!(
        matches!(shown, Err(PaperRefusal::NotNow(NotNow::Before(_)))),
        "{shown:?}"
    );
}

async fn p3_a_note_needs_a_sheet_and_never_says_what_that_says(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let note = |words: String| {
        let (app, session, here) = (&service.app, &owner.session, &owner.visit);
        async move {
            app.note_paper(session, here, PlaceKind::Wallet, &words)
                .await
        }
    };
    assert!(matches!(
        note(String::new()).await,
        Err(PaperRefusal::NoSheet)
    ));
    let sheet = service.sheet(&owner).await;
    let told = note(format!("wallet, {}", sheet.code(3))).await;
    assert!(
        matches!(told, Err(PaperRefusal::Place(PlaceError::Code))),
        "{told:?}"
    );
    for _ in 0..PLACES_MAX {
        note(String::new()).await.unwrap();
    }
    assert!(matches!(
        note(String::new()).await,
        Err(PaperRefusal::TooMany)
    ));
}

async fn p3_a_new_sheet_asks_anew_and_the_old_note_stays_until_its_owner_says_so(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, _) = service.with_sheet().await;
    noted(&service, &owner, PlaceKind::Safe, "left").await;
    service.clock.advance(Span::seconds(1));
    noted(&service, &owner, PlaceKind::Wallet, "").await;
    let second = service.sheet(&owner).await;
    let seen = papers(&service, &owner).await;
    assert_eq!(seen.sheet, Some(second.number));
    assert!(seen.here.is_empty());
    let [safe, wallet] = seen.before.as_slice() else {
        panic!("{seen:?}")
    };
    let (app, session, here) = (&service.app, &owner.session, &owner.visit);
    app.follow_paper(session, here, safe.id).await.unwrap();
    let again = app.follow_paper(session, here, safe.id).await;
    assert!(matches!(again, Err(PaperRefusal::Unknown)), "{again:?}");
    app.forget_paper(session, here, wallet.id).await.unwrap();
    let again = app.forget_paper(session, here, wallet.id).await;
    assert!(matches!(again, Err(PaperRefusal::Unknown)), "{again:?}");
    let seen = papers(&service, &owner).await;
    assert_eq!(places(&seen), [(PlaceKind::Safe, "left")]);
    assert!(seen.before.is_empty());
    // A lost sheet lies somewhere all the same.
    app.lose_sheet(session, here).await.unwrap();
    let seen = papers(&service, &owner).await;
    assert_eq!(
        (seen.sheet, seen.here.len(), seen.before.len()),
        (None, 0, 1)
    );
}

async fn nobody_changes_anothers_notes(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, _) = service.with_sheet().await;
    let (other, _) = service.with_sheet().await;
    noted(&service, &owner, PlaceKind::Safe, "left").await;
    let id = papers(&service, &owner).await.here[0].id;
    let forgotten = service
        .app
        .forget_paper(&other.session, &other.visit, id)
        .await;
    assert!(matches!(forgotten, Err(PaperRefusal::Unknown)));
    let followed = service
        .app
        .follow_paper(&other.session, &other.visit, id)
        .await;
    assert!(matches!(followed, Err(PaperRefusal::Unknown)));
    assert_eq!(papers(&service, &owner).await.here.len(), 1);
    assert!(papers(&service, &other).await.here.is_empty());
}

async fn a_re_enrolment_forgets_where_the_dead_sheets_lie(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, _) = service.with_sheet().await;
    noted(&service, &owner, PlaceKind::Safe, "left").await;
    let link = service
        .app
        .make_re_enrol_link(&owner.address)
        .await
        .unwrap();
    let (secret, sealed) = service.app.begin_re_enrol(&link).await.unwrap();
    let phone = Phone::with_key(&secret.key_text());
    let digits = phone.digits(service.now());
    let password = "eleven otters in a row";
    service
        .app
        .re_enrol(&link, &visit(5), &sealed, password, &digits)
        .await
        .unwrap();
    assert!(service.rows(&NOTES, &[]).await.is_empty());
}
