//! Sheets written by hand: one code a request, drawn, shown, typed back and only then kept.

use crate::ground::{on_both_engines, stray_code, with_wrong_symbol};
use counterfoil_model::Span;
use counterfoil_service::Session;
use counterfoil_service::codes::{CodeToWrite, ProveRefusal, ShowRefusal, Unwritten, WriteRefusal};
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::{TestService, visit};
use counterfoil_testkit::story::TestOwner;
use std::collections::HashSet;

on_both_engines! {
    a_sheet_written_by_hand_opens_the_mailbox,
    a_code_counts_only_as_it_was_shown,
    nothing_is_kept_of_a_code_before_it_is_typed_back,
    a_sheet_that_lacks_a_code_can_not_be_proved,
    a_page_that_was_lost_is_followed_by_another_code,
    a_code_is_kept_once_and_only_from_its_own_session,
    writing_asks_for_what_showing_asks_for,
    a_sheet_that_nobody_writes_on_is_gone_after_an_hour,
    two_windows_that_write_at_once_keep_one_code,
}

fn text(shown: &CodeToWrite) -> String {
    let groups: Vec<&str> = shown.groups.iter().map(|group| group.as_str()).collect();
    groups.join("-")
}

async fn begin(service: &TestService, owner: &TestOwner) -> CodeToWrite {
    let begun = service
        .app
        .write_codes(&owner.session, &owner.visit, "Letters")
        .await;
    begun.unwrap()
}

/// The paper that somebody has who copies every code: codes and drill words.
async fn written(service: &TestService, owner: &TestOwner) -> Vec<(String, String)> {
    let (mut paper, mut shown) = (Vec::new(), Some(begin(service, owner).await));
    while let Some(code) = shown {
        paper.push((text(&code), code.word.as_str().to_owned()));
        let typed = text(&code).to_lowercase();
        let wrote = service
            .app
            .wrote_code(&owner.session, &code.sealed, &typed)
            .await;
        shown = wrote.unwrap();
    }
    paper
}

async fn go_on(service: &TestService, session: &Session) -> CodeToWrite {
    service.app.go_on_writing(session).await.unwrap().unwrap()
}

async fn a_sheet_written_by_hand_opens_the_mailbox(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let first = begin(&service, &owner).await;
    let head = first.head.unwrap();
    assert_eq!(head.label, "Letters");
    assert_eq!(
        first.place,
        Unwritten {
            sheet: 1,
            next: 1,
            of: 4
        }
    );

    let paper = written(&service, &owner).await;
    let numbers: Vec<&str> = paper.iter().map(|(code, _)| &code[..1]).collect();
    assert_eq!(numbers, ["1", "2", "3", "4"]);
    let words: HashSet<&str> = paper.iter().map(|(_, word)| word.as_str()).collect();
    assert_eq!(words.len(), 4);

    let proved = service
        .app
        .prove_codes(&owner.session, &owner.visit, &paper[2].0, false)
        .await;
    assert_eq!(proved.unwrap().sheet, 2);
    let status = service.app.codes_status(owner.account).await.unwrap();
    assert_eq!((status.left, status.total), (4, Some(4)));
    assert!(!status.renew);
    for (n, (code, _)) in paper.iter().enumerate() {
        let elsewhere = visit(u16::try_from(n).unwrap() + 2);
        service.signed_in_by_code(&owner, &elsewhere, code).await;
    }
}

async fn a_code_counts_only_as_it_was_shown(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let shown = begin(&service, &owner).await;
    let (app, right) = (&service.app, text(&shown));
    let wrote = |typed: String| async {
        let typed = typed;
        app.wrote_code(&owner.session, &shown.sealed, &typed).await
    };
    let hashes = app.slow_hash().runs();

    let slip = wrote(with_wrong_symbol(&right, 4)).await;
    assert!(
        matches!(&slip, Err(WriteRefusal::Differs(places)) if *places == [4]),
        "{slip:?}"
    );
    let smudge = wrote(format!("?{}", &right[1..])).await;
    assert!(
        matches!(&smudge, Err(WriteRefusal::Differs(places)) if *places == [1]),
        "{smudge:?}"
    );
    let other = wrote(stray_code(1, 7)).await;
    assert!(matches!(other, Err(WriteRefusal::Another)), "{other:?}");
    let short = wrote(right[..10].to_owned()).await;
    assert!(
        matches!(short, Err(WriteRefusal::Unreadable(_))),
        "{short:?}"
    );
    // None of these was a guess, nor cost a slow hash.
    assert_eq!(app.slow_hash().runs(), hashes);

    let again = app
        .code_being_written(&owner.session, &shown.sealed)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(text(&again), right);
    assert!(again.head.is_some());
    let second = wrote(right).await.unwrap().unwrap();
    assert_eq!(second.place.next, 2);
    assert!(second.head.is_none());
}

async fn nothing_is_kept_of_a_code_before_it_is_typed_back(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let shown = begin(&service, &owner).await;
    let status = service.app.codes_status(owner.account).await.unwrap();
    assert_eq!(status.writing.unwrap().next, 1);
    assert!(!format!("{shown:?}").contains(shown.groups[1].as_str()));
}

async fn a_sheet_that_lacks_a_code_can_not_be_proved(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let app = &service.app;
    let mut shown = begin(&service, &owner).await;
    for _ in 0..3 {
        let proved = app
            .prove_codes(&owner.session, &owner.visit, &text(&shown), false)
            .await;
        assert!(
            matches!(proved, Err(ProveRefusal::NothingShown)),
            "{proved:?}"
        );
        let code = text(&shown);
        let wrote = app.wrote_code(&owner.session, &shown.sealed, &code).await;
        shown = wrote.unwrap().unwrap();
    }
    assert_eq!(
        app.codes_status(owner.account).await.unwrap().shown_sheet,
        None
    );
    let last = text(&shown);
    let end = app.wrote_code(&owner.session, &shown.sealed, &last).await;
    assert!(end.unwrap().is_none());
    let status = app.codes_status(owner.account).await.unwrap();
    assert_eq!((status.shown_sheet, status.writing), (Some(1), None));
}

async fn a_page_that_was_lost_is_followed_by_another_code(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let app = &service.app;
    let lost = begin(&service, &owner).await;
    let anew = go_on(&service, &owner.session).await;
    assert_eq!(anew.place, lost.place);
    assert_ne!(text(&anew), text(&lost));
    let code = text(&anew);
    app.wrote_code(&owner.session, &anew.sealed, &code)
        .await
        .unwrap();
    // The lost page is found: its number is taken now.
    let code = text(&lost);
    let found = app.wrote_code(&owner.session, &lost.sealed, &code).await;
    assert!(matches!(found, Err(WriteRefusal::Gone)), "{found:?}");
}

async fn a_code_is_kept_once_and_only_from_its_own_session(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let other = service.enrolled_owner().await;
    begin(&service, &other).await;
    let app = &service.app;
    let shown = begin(&service, &owner).await;
    let code = text(&shown);
    let stolen = app.wrote_code(&other.session, &shown.sealed, &code).await;
    assert!(matches!(stolen, Err(WriteRefusal::Gone)), "{stolen:?}");
    app.wrote_code(&owner.session, &shown.sealed, &code)
        .await
        .unwrap();
    let twice = app.wrote_code(&owner.session, &shown.sealed, &code).await;
    assert!(matches!(twice, Err(WriteRefusal::Gone)), "{twice:?}");
    let late = go_on(&service, &owner.session).await;
    service.clock.advance(Span::minutes(11));
    let code = text(&late);
    let late = app.wrote_code(&owner.session, &late.sealed, &code).await;
    assert!(matches!(late, Err(WriteRefusal::Gone)), "{late:?}");
}

async fn writing_asks_for_what_showing_asks_for(engine: Engine) {
    let service = TestService::on(engine).await;
    let mut owner = service.owner().await;
    let app = &service.app;
    let refused = app.write_codes(&owner.session, &owner.visit, "").await;
    assert!(
        matches!(refused, Err(ShowRefusal::SecondFactorWanted)),
        "{refused:?}"
    );
    service.bind_phone(&mut owner).await;
    service.verify_outside(&owner).await;
    let long = "x".repeat(61);
    let refused = app.write_codes(&owner.session, &owner.visit, &long).await;
    assert!(
        matches!(refused, Err(ShowRefusal::LabelTooLong)),
        "{refused:?}"
    );
    begin(&service, &owner).await;
    service.clock.advance(Span::minutes(11));
    let refused = app.go_on_writing(&owner.session).await;
    assert!(
        matches!(refused, Err(ShowRefusal::StepUpWanted)),
        "{refused:?}"
    );
}

async fn a_sheet_that_nobody_writes_on_is_gone_after_an_hour(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let app = &service.app;
    let shown = begin(&service, &owner).await;
    let code = text(&shown);
    service.clock.advance(Span::minutes(9));
    app.wrote_code(&owner.session, &shown.sealed, &code)
        .await
        .unwrap();
    // Each code gives another hour.
    service.clock.advance(Span::minutes(59));
    assert!(
        app.codes_status(owner.account)
            .await
            .unwrap()
            .writing
            .is_some()
    );
    service.clock.advance(Span::minutes(1));
    assert_eq!(app.codes_status(owner.account).await.unwrap().writing, None);
}

async fn two_windows_that_write_at_once_keep_one_code(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let app = &service.app;
    let one = begin(&service, &owner).await;
    let two = go_on(&service, &owner.session).await;
    let (code_one, code_two) = (text(&one), text(&two));
    let (first, second) = tokio::join!(
        app.wrote_code(&owner.session, &one.sealed, &code_one),
        app.wrote_code(&owner.session, &two.sealed, &code_two),
    );
    assert_eq!(
        [&first, &second]
            .iter()
            .filter(|wrote| wrote.is_ok())
            .count(),
        1,
        "{first:?} {second:?}"
    );
    assert_eq!(
        app.codes_status(owner.account)
            .await
            .unwrap()
            .writing
            .unwrap()
            .next,
        2
    );
}
