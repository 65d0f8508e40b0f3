//! The activity: a page at a time, and what its owner says of it.

use crate::ground::on_both_engines;
use counterfoil_model::activity::{Answer, MayAnswer, Show};
use counterfoil_model::standing::NextThing;
use counterfoil_model::{EventId, Span, Taken};
use counterfoil_service::activity::{AnswerRefusal, Entry};
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::{TestService, visit};
use counterfoil_testkit::story::TestOwner;

on_both_engines! {
    pages_follow_each_other_without_a_gap_and_sorts_are_told_apart,
    a_place_is_new_once,
    only_a_device_older_than_the_event_may_say_that_was_me,
    that_was_not_me_freezes_tells_the_operators_and_asks_for_another_password,
    nobody_answers_for_anothers_events,
}

async fn entries(service: &TestService, owner: &TestOwner, show: Show) -> Vec<Entry> {
    let (session, visit) = (&owner.session, &owner.visit);
    let page = service.app.activity(session, visit, show, None, 250).await;
    page.unwrap().entries
}

async fn newest(service: &TestService, owner: &TestOwner, kind: &str) -> Entry {
    let entries = entries(service, owner, Show::All).await;
    let found = entries.into_iter().find(|entry| entry.event.kind == kind);
    found.unwrap()
}

async fn pages_follow_each_other_without_a_gap_and_sorts_are_told_apart(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    for (browser, code) in [(11, 1), (12, 2), (13, 3)] {
        let browser = visit(browser);
        service
            .signed_in_by_code(&owner, &browser, sheet.code(code))
            .await;
    }
    let all = entries(&service, &owner, Show::All).await;
    let whole = service.app.whole_activity(&owner.session, Show::All).await;
    let ids = |entries: &[Entry]| entries.iter().map(|entry| entry.id).collect::<Vec<_>>();
    assert_eq!(ids(&whole.unwrap()), ids(&all));
    let mut read: Vec<EventId> = Vec::new();
    loop {
        let behind = read.last().copied();
        let page = service
            .app
            .activity(&owner.session, &owner.visit, Show::All, behind, 3)
            .await
            .unwrap();
        assert!(page.entries.len() <= 3);
        read.extend(ids(&page.entries));
        if !page.more {
            break;
        }
    }
    assert_eq!(read, ids(&all));

    let codes = entries(&service, &owner, Show::Codes).await;
    let used = codes
        .iter()
        .filter(|entry| entry.event.kind == "code-redeemed");
    assert_eq!(used.count(), 3);
    assert!(codes.len() < all.len());
    let sorted = [Show::SignIns, Show::Codes, Show::Recovery, Show::Mail];
    let mut sum = 0;
    for show in sorted {
        sum += entries(&service, &owner, show).await.len();
    }
    // What is of no sort: the account was opened.
    assert!(
        sum < all.len() && sum + 3 > all.len(),
        "{sum} of {}",
        all.len()
    );
}

async fn a_place_is_new_once(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    service.clock.advance(Span::minutes(5));
    let abroad = visit(40);
    service
        .signed_in_by_code(&owner, &abroad, sheet.code(1))
        .await;
    assert!(newest(&service, &owner, "code-redeemed").await.new_network);
    let began = newest(&service, &owner, "codes-activated").await;
    assert!(!began.new_network, "where everything began is not new");
    service.clock.advance(Span::minutes(5));
    service
        .signed_in_by_code(&owner, &abroad, sheet.code(2))
        .await;
    assert!(!newest(&service, &owner, "code-redeemed").await.new_network);
}

async fn only_a_device_older_than_the_event_may_say_that_was_me(engine: Engine) {
    let service = TestService::on(engine).await;
    let (mut owner, sheet) = service.with_sheet().await;
    service.signs_in_again(&mut owner).await;
    service.clock.advance(Span::minutes(5));
    let thief = visit(40);
    let theirs = service
        .signed_in_by_code(&owner, &thief, sheet.code(1))
        .await;
    let used = newest(&service, &owner, "code-redeemed").await;
    let both = MayAnswer {
        me: true,
        not_me: true,
    };
    assert_eq!(used.may, both);
    // Whoever came with a code vouches for nothing, neither for that nor for what they do later.
    let app = &service.app;
    let refused = app.vouch_for(&theirs, &thief, used.id).await;
    assert!(
        matches!(refused, Err(AnswerRefusal::NotHere)),
        "{refused:?}"
    );
    app.vouch_for(&owner.session, &owner.visit, used.id)
        .await
        .unwrap();
    let said = newest(&service, &owner, "code-redeemed").await;
    assert_eq!(said.answer, Some((Answer::Me, service.now())));
    assert_eq!((said.may.me, said.may.not_me), (false, true));
    let twice = app.vouch_for(&owner.session, &owner.visit, used.id).await;
    assert!(matches!(twice, Err(AnswerRefusal::NotHere)), "{twice:?}");
    assert_eq!(service.events_of(owner.account, "event-answered").await, 1);
    // Nobody is asked about an answer.
    let answered = newest(&service, &owner, "event-answered").await;
    assert_eq!(answered.may, MayAnswer::default());
    let nothing = EventId::from_bytes([7; 16]);
    let unknown = app.vouch_for(&owner.session, &owner.visit, nothing).await;
    assert!(
        matches!(unknown, Err(AnswerRefusal::Unknown)),
        "{unknown:?}"
    );
}

async fn that_was_not_me_freezes_tells_the_operators_and_asks_for_another_password(engine: Engine) {
    let service = TestService::on(engine).await;
    let operator = service.operator().await;
    let (mut owner, sheet) = service.with_sheet().await;
    service.signs_in_again(&mut owner).await;
    service.clock.advance(Span::minutes(5));
    let theirs = service
        .signed_in_by_code(&owner, &visit(40), sheet.code(1))
        .await;
    let used = newest(&service, &owner, "code-redeemed").await;
    let denied = service
        .app
        .deny(&owner.session, &owner.visit, used.id, Some(Taken::Paper))
        .await
        .unwrap();
    assert!(denied.freezing.began);
    assert_eq!(denied.freezing.said, Some(Taken::Paper));
    assert_eq!(denied.operators, 1);
    let told = service.told(operator.account, "intruder-reported").await;
    assert!(!told.is_empty());
    // A session that was found before the freeze does nothing after it.
    let late = service.app.deny(&theirs, &visit(40), used.id, None).await;
    assert!(matches!(late, Err(AnswerRefusal::Internal(_))), "{late:?}");

    let back = visit(2);
    let half = service.half_session(&owner, &back).await;
    let digits = service.next_digits(&owner);
    let opened = service
        .app
        .thaw_by_totp(&half, &back, Taken::Paper, &digits)
        .await
        .unwrap();
    owner.session = service.app.session(&opened, &back).await.unwrap();
    owner.visit = back;
    let next = async |owner: &TestOwner| {
        let home = service.app.home(&owner.session, false).await.unwrap();
        home.standing.next
    };
    assert_eq!(next(&owner).await, NextThing::DoubtedPassword);
    let said = newest(&service, &owner, "code-redeemed").await;
    assert_eq!(said.answer.map(|(answer, _)| answer), Some(Answer::NotMe));
    assert_eq!(said.may, MayAnswer::default());
    service.clock.advance(Span::seconds(1));
    let new = "thirty herons over the lake";
    let changed = service
        .app
        .change_password(&owner.session, &owner.visit, &owner.password, new)
        .await;
    let changed = changed.unwrap();
    owner.session = service.app.session(&changed, &owner.visit).await.unwrap();
    assert_eq!(next(&owner).await, NextThing::CodesShut);
}

async fn nobody_answers_for_anothers_events(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, _) = service.with_sheet().await;
    let (mut other, _) = service.with_sheet().await;
    service.signs_in_again(&mut other).await;
    let event = newest(&service, &owner, "codes-activated").await.id;
    let app = &service.app;
    let me = app.vouch_for(&other.session, &other.visit, event).await;
    let not_me = app.deny(&other.session, &other.visit, event, None).await;
    assert!(matches!(me, Err(AnswerRefusal::Unknown)));
    assert!(matches!(not_me, Err(AnswerRefusal::Unknown)));
    let found = app.activity_entry(&other.session, event).await.unwrap();
    assert!(found.is_none());
}
