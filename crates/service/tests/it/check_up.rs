//! The check-up of an account in the middle of its life: gathered from what home and reminders go by, and put off by rows.

use crate::ground::on_both_engines;
use counterfoil_model::check_up::{CheckUp, Practice, State};
use counterfoil_model::reminders::{Pause, Topic};
use counterfoil_model::{PlaceKind, Span};
use counterfoil_service::check_up::{PutOffRefusal, Surroundings};
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::{TestService, visit};
use counterfoil_testkit::story::TestOwner;

on_both_engines! {
    a_fresh_account_gets_everything_done,
    what_is_put_off_comes_back_after_a_month,
    a_drill_is_put_off_here_and_in_the_reminders_alike,
    what_another_browser_did_is_to_be_looked_at,
}

const AROUND: Surroundings = Surroundings {
    notices_to_folder: false,
    help_line: true,
    mail_software: true,
};

async fn check_up(service: &TestService, owner: &TestOwner) -> CheckUp {
    let (app, session) = (&service.app, &owner.session);
    let attention = app.attention(session, &owner.visit).await.unwrap();
    app.check_up(session, &attention, AROUND).await.unwrap()
}

async fn state(service: &TestService, owner: &TestOwner, practice: Practice) -> State {
    let check_up = check_up(service, owner).await;
    let mut items = check_up.items.iter();
    items.find(|item| item.practice == practice).unwrap().state
}

async fn put_off(
    service: &TestService,
    owner: &TestOwner,
    practice: Practice,
) -> Result<(), PutOffRefusal> {
    let (app, session) = (&service.app, &owner.session);
    let attention = app.attention(session, &owner.visit).await.unwrap();
    let put_off = app.put_off(session, &attention, AROUND, practice).await;
    put_off.map(drop)
}

async fn a_fresh_account_gets_everything_done(engine: Engine) {
    use Practice::{P1, P2, P3, P6, P11, P16};
    let service = TestService::on(engine).await;
    let mut owner = service.owner().await;
    let open = |check_up: &CheckUp| {
        let open = check_up.items.iter();
        let open = open.filter(|item| item.state == State::DoNow);
        open.map(|item| item.practice).collect::<Vec<_>>()
    };
    let fresh = check_up(&service, &owner).await;
    assert_eq!(open(&fresh), [P1, P2, P6, P11, P16]);
    service.bind_phone(&mut owner).await;
    service.verify_outside(&owner).await;
    service.sheet(&owner).await;
    assert_eq!(open(&check_up(&service, &owner).await), [P3, P11, P16]);
    let (app, session, here) = (&service.app, &owner.session, &owner.visit);
    app.note_paper(session, here, PlaceKind::Safe, "")
        .await
        .unwrap();
    app.set_phrase(session, here, "the heron waits")
        .await
        .unwrap();
    service
        .prove_address(&owner, "second@elsewhere.example")
        .await;
    let all = check_up(&service, &owner).await;
    assert!(all.is_complete(), "{all:?}");
    let (home, beside) = app
        .home_and_check_up(session, &counterfoil_service::Attention::default(), AROUND)
        .await
        .unwrap();
    assert_eq!(beside, all);
    assert!(home.standing.is_well_protected());
}

async fn what_is_put_off_comes_back_after_a_month(engine: Engine) {
    let service = TestService::on(engine).await;
    let mut owner = service.owner().await;
    service.bind_phone(&mut owner).await;
    put_off(&service, &owner, Practice::P16).await.unwrap();
    let until = service.now() + Span::days(30);
    let p16 = async |owner: &TestOwner| state(&service, owner, Practice::P16).await;
    assert_eq!(p16(&owner).await, State::Later(until));
    // What presses can't be, and what is done needn't be.
    for practice in [Practice::P2, Practice::P11, Practice::P6, Practice::P16] {
        let refused = put_off(&service, &owner, practice).await;
        assert!(
            matches!(refused, Err(PutOffRefusal::NotNow)),
            "{practice:?}: {refused:?}"
        );
    }
    let mut other = service.owner().await;
    assert_eq!(p16(&other).await, State::DoNow);
    service.bind_phone(&mut other).await;
    service.clock.advance(Span::days(30));
    service.signs_in_again(&mut owner).await;
    assert_eq!(p16(&owner).await, State::DoNow);
    put_off(&service, &owner, Practice::P16).await.unwrap();
}

async fn a_drill_is_put_off_here_and_in_the_reminders_alike(engine: Engine) {
    let service = TestService::on(engine).await;
    let (mut owner, _) = service.with_sheet().await;
    service.clock.advance(Span::days(7));
    service.signs_in_again(&mut owner).await;
    let p12 = async |owner: &TestOwner| state(&service, owner, Practice::P12).await;
    assert_eq!(p12(&owner).await, State::DoNow);
    put_off(&service, &owner, Practice::P12).await.unwrap();
    let until = service.now() + Span::days(30);
    assert_eq!(p12(&owner).await, State::Later(until));
    let reminders = service.app.reminders(&owner.session).await.unwrap();
    assert!(reminders.due.is_empty());
    // And the other way round.
    service.clock.advance(Span::days(30));
    service.signs_in_again(&mut owner).await;
    let snoozed = service
        .app
        .snooze(&owner.session, Topic::Drill, Pause::Week)
        .await
        .unwrap();
    assert_eq!(p12(&owner).await, State::Later(snoozed));
}

async fn what_another_browser_did_is_to_be_looked_at(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, _) = service.with_sheet().await;
    let p14 = async || state(&service, &owner, Practice::P14).await;
    assert_eq!(p14().await, State::Done);
    service.clock.advance(Span::seconds(1));
    service.signed_in(&owner, &visit(77)).await;
    assert_eq!(p14().await, State::DoNow);
    let (app, session, here) = (&service.app, &owner.session, &owner.visit);
    let attention = app.attention(session, here).await.unwrap();
    let until = attention.banner.unwrap().until;
    app.banner_was_seen(session, here, until).await.unwrap();
    assert_eq!(p14().await, State::Done);
}
