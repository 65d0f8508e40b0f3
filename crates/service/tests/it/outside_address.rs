//! Outside addresses: proved by a code (N19), changed after a delay that each of them can stop (N24), looked at again (P11).

use crate::ground::on_both_engines;
use counterfoil_model::address_review::ReviewAnswer;
use counterfoil_model::reminders::{Pause, Reminder, Topic};
use counterfoil_model::{OutsideAddressId, Span};
use counterfoil_service::outside_address::{
    AddAddressRefusal, AddressState, ListedAddress, NewAddress, NotNow, ProveAddressRefusal,
    RemoveAddressRefusal,
};
use counterfoil_service::{App, LinkKind, Session, Visit};
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::{TestService, visit};
use counterfoil_testkit::story::TestOwner;

on_both_engines! {
    n19_an_address_counts_once_the_code_mailed_there_was_typed,
    n19_a_code_is_heard_ten_times_and_for_a_day,
    so_many_codes_an_hour_are_mailed_and_no_more,
    the_mailbox_itself_is_no_witness_and_one_beside_it_does_not_count,
    five_addresses_are_enough,
    the_second_address_waits_a_day_and_the_third_seven,
    a_removed_address_hears_for_seven_days_and_any_of_them_can_stop_it,
    an_intruder_adds_an_address_and_the_old_one_stops_it,
    removing_every_address_first_is_no_way_around,
    a_thief_who_holds_an_old_address_does_not_block_for_ever,
    changing_addresses_asks_for_a_step_up,
    an_address_that_was_never_verified_is_not_written_to_again,
    p11_an_owner_is_asked_and_the_answer_is_kept,
}

pub(crate) async fn add(
    app: &App,
    session: &Session,
    here: &Visit,
    address: &str,
) -> Result<OutsideAddressId, AddAddressRefusal> {
    let new = NewAddress {
        address,
        label: "",
        replaces: None,
    };
    app.add_outside_address(session, here, new).await
}

pub(crate) async fn listed(service: &TestService, owner: &TestOwner) -> Vec<ListedAddress> {
    service.app.outside_addresses(owner.account).await.unwrap()
}

pub(crate) async fn states(service: &TestService, owner: &TestOwner) -> Vec<AddressState> {
    let listed = listed(service, owner).await;
    listed.into_iter().map(|address| address.state).collect()
}

/// Somebody with two addresses that count.
pub(crate) async fn with_two(service: &TestService) -> (TestOwner, [OutsideAddressId; 2]) {
    let mut owner = service.enrolled_owner().await;
    let second = second_of(&owner);
    service.prove_address(&owner, &second).await;
    service.clock.advance(Span::hours(24));
    service.app.announce_applied_changes().await.unwrap();
    service.signs_in_again(&mut owner).await;
    let ids: Vec<_> = listed(service, &owner)
        .await
        .into_iter()
        .filter(ListedAddress::counts)
        .map(|address| address.id)
        .collect();
    (owner, ids.try_into().unwrap())
}

fn second_of(owner: &TestOwner) -> String {
    format!("second.{}", owner.outside)
}

async fn n19_an_address_counts_once_the_code_mailed_there_was_typed(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.owner().await;
    let (app, session, here) = (&service.app, &owner.session, &owner.visit);
    let id = add(app, session, here, &owner.outside).await.unwrap();
    assert_eq!(states(&service, &owner).await, [AddressState::Unverified]);
    // The code goes to the new address alone; the mailbox hears of it without.
    assert_eq!(
        service.told(owner.account, "outside-address-added").await,
        [owner.outside.as_str(), owner.address.as_str()]
    );
    let first = service.code_to(owner.account, &owner.outside).await;
    service.clock.advance(Span::minutes(1));
    let again = add(app, session, here, &owner.outside.to_uppercase()).await;
    assert_eq!(again.unwrap(), id, "a new code, not a new address");
    let second = service.code_to(owner.account, &owner.outside).await;
    let old = app.prove_outside_address(session, here, id, &first).await;
    assert!(matches!(old, Err(ProveAddressRefusal::Wrong(9))), "{old:?}");
    let proved = app.prove_outside_address(session, here, id, &second).await;
    assert_eq!(proved.unwrap().waits_until, None);
    let spent = app.prove_outside_address(session, here, id, &second).await;
    assert!(matches!(spent, Err(ProveAddressRefusal::Over)), "{spent:?}");
    assert!(matches!(
        states(&service, &owner).await[..],
        [AddressState::Verified { .. }]
    ));
    let known = add(app, session, here, &owner.outside).await;
    assert!(matches!(known, Err(AddAddressRefusal::Known)), "{known:?}");

    // Nobody else's session proves it, whatever they type.
    let other = service.owner().await;
    let theirs = add(app, &other.session, &other.visit, &other.outside)
        .await
        .unwrap();
    let code = service.code_to(other.account, &other.outside).await;
    let foreign = app
        .prove_outside_address(session, here, theirs, &code)
        .await;
    assert!(
        matches!(foreign, Err(ProveAddressRefusal::Over)),
        "{foreign:?}"
    );
}

async fn n19_a_code_is_heard_ten_times_and_for_a_day(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.owner().await;
    let (app, session, here) = (&service.app, &owner.session, &owner.visit);
    let id = add(app, session, here, &owner.outside).await.unwrap();
    let code = service.code_to(owner.account, &owner.outside).await;
    let wrong = if code == "0000 0000" {
        "00000001"
    } else {
        "00000000"
    };
    let nonsense = app.prove_outside_address(session, here, id, "1234").await;
    assert!(
        matches!(nonsense, Err(ProveAddressRefusal::NotEightDigits)),
        "{nonsense:?}"
    );
    for left in (0..10).rev() {
        let guessed = app.prove_outside_address(session, here, id, wrong).await;
        assert!(
            matches!(guessed, Err(ProveAddressRefusal::Wrong(n)) if n == left),
            "{guessed:?}"
        );
    }
    let late = app.prove_outside_address(session, here, id, &code).await;
    assert!(matches!(late, Err(ProveAddressRefusal::Over)), "{late:?}");
    assert!(!app.address_code_works(owner.account, id).await.unwrap());
    let used_up = service.events_of(owner.account, "address-code-used-up");
    assert_eq!(used_up.await, 1);

    let again = service.enrolled_owner().await;
    let (session, here, second) = (&again.session, &again.visit, second_of(&again));
    let id = add(app, session, here, &second).await.unwrap();
    let code = service.code_to(again.account, &second).await;
    let notices = service.notices(again.account).await;
    let mail = notices
        .iter()
        .find(|notice| notice.recipient == second)
        .unwrap();
    assert_eq!(
        mail.expires_at,
        Some(service.now() + Span::hours(24)),
        "it expires instead of arriving stale"
    );
    service.clock.advance(Span::hours(24));
    let session = service.signed_in(&again, here).await;
    let late = app.prove_outside_address(&session, here, id, &code).await;
    assert!(matches!(late, Err(ProveAddressRefusal::Over)), "{late:?}");
}

async fn so_many_codes_an_hour_are_mailed_and_no_more(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let (app, session, here) = (&service.app, &owner.session, &owner.visit);
    let second = second_of(&owner);
    // The first of five was mailed to the first address.
    for _ in 0..4 {
        add(app, session, here, &second).await.unwrap();
    }
    let began = service.now();
    let refused = add(app, session, here, "n@elsewhere.example").await;
    assert!(
        matches!(refused, Err(AddAddressRefusal::TooOften(at)) if at == began + Span::hours(1)),
        "{refused:?}"
    );
    service.clock.advance(Span::hours(1));
    let session = service.signed_in(&owner, here).await;
    add(app, &session, here, &second).await.unwrap();
}

async fn the_mailbox_itself_is_no_witness_and_one_beside_it_does_not_count(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.owner().await;
    let (session, here) = (&owner.session, &owner.visit);
    let refused = add(&service.app, session, here, &owner.address.to_uppercase()).await;
    assert!(
        matches!(refused, Err(AddAddressRefusal::TheMailbox)),
        "{refused:?}"
    );
    let refused = add(&service.app, session, here, "nonsense").await;
    assert!(
        matches!(refused, Err(AddAddressRefusal::Address(_))),
        "{refused:?}"
    );
    service
        .prove_address(&owner, "neighbour@mail.example")
        .await;
    let listed = listed(&service, &owner).await;
    assert!(listed[0].inside && !listed[0].counts());
    // It hears all the same.
    service.app.suspend(&owner.address, false).await.unwrap();
    assert_eq!(
        service.told(owner.account, "account-suspended").await.len(),
        2
    );
}

async fn five_addresses_are_enough(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.owner().await;
    let (app, session, here) = (&service.app, &owner.session, &owner.visit);
    for n in 0..5 {
        let address = format!("n{n}@elsewhere.example");
        add(app, session, here, &address).await.unwrap();
    }
    let refused = add(app, session, here, &owner.outside).await;
    assert!(
        matches!(refused, Err(AddAddressRefusal::TooMany)),
        "{refused:?}"
    );
}

async fn the_second_address_waits_a_day_and_the_third_seven(engine: Engine) {
    let service = TestService::on(engine).await;
    let mut owner = service.enrolled_owner().await;
    let second = second_of(&owner);
    let proved = service.prove_address(&owner, &second).await;
    let until = service.now() + Span::hours(24);
    assert_eq!(proved.waits_until, Some(until));
    assert_eq!(
        states(&service, &owner).await[1],
        AddressState::Waiting { until }
    );
    // Those who were there before are told and can stop it; the new one isn't, and can't.
    let staged = service.told(owner.account, "outside-address-staged").await;
    assert_eq!(staged, [owner.outside.as_str(), owner.address.as_str()]);
    let stops = service.links_to(owner.account, &second, LinkKind::StopChange);
    assert!(stops.await.is_empty());
    service.clock.advance(Span::hours(24));
    assert_eq!(service.app.announce_applied_changes().await.unwrap(), 1);
    assert_eq!(
        service.told(owner.account, "change-applied").await.len(),
        3,
        "the new one hears as well now"
    );
    service.signs_in_again(&mut owner).await;
    let third = service
        .prove_address(&owner, "third@elsewhere.example")
        .await;
    assert_eq!(third.waits_until, Some(service.now() + Span::days(7)));
}

async fn a_removed_address_hears_for_seven_days_and_any_of_them_can_stop_it(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, [first, second]) = with_two(&service).await;
    let (app, session, here) = (&service.app, &owner.session, &owner.visit);
    app.remove_outside_address(session, here, first)
        .await
        .unwrap();
    let again = app.remove_outside_address(session, here, first).await;
    assert!(
        matches!(again, Err(RemoveAddressRefusal::Unknown)),
        "{again:?}"
    );
    let until = service.now() + Span::days(7);
    assert_eq!(
        states(&service, &owner).await[0],
        AddressState::Removed { until }
    );
    // The one that stays stops it for the one that goes.
    let link = service
        .link_to(owner.account, &second_of(&owner), LinkKind::StopChange)
        .await;
    service.clock.advance(Span::seconds(7 * 86_400 - 1));
    app.stop_change_by_link(&link, &visit(5)).await.unwrap();
    assert!(app.stop_change_by_link(&link, &visit(5)).await.is_err());
    assert!(listed(&service, &owner).await[0].counts());

    // Seven days after the second removal it is forgotten, and its link with it.
    let session = service.signed_in(&owner, here).await;
    app.remove_outside_address(&session, here, second)
        .await
        .unwrap();
    let link = service
        .link_to(owner.account, &second_of(&owner), LinkKind::StopChange)
        .await;
    service.clock.advance(Span::days(7));
    assert!(app.stop_change_by_link(&link, &visit(5)).await.is_err());
    assert_eq!(states(&service, &owner).await.len(), 1);
    app.suspend(&owner.address, false).await.unwrap();
    assert_eq!(
        service.told(owner.account, "account-suspended").await,
        [owner.outside.as_str(), owner.address.as_str()]
    );
}

async fn an_intruder_adds_an_address_and_the_old_one_stops_it(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, _) = with_two(&service).await;
    let intruder = "intruder@evil.example";
    service.prove_address(&owner, intruder).await;
    let link = service
        .link_to(owner.account, &owner.outside, LinkKind::StopChange)
        .await;
    service
        .app
        .stop_change_by_link(&link, &visit(5))
        .await
        .unwrap();
    service.clock.advance(Span::days(8));
    assert_eq!(service.app.announce_applied_changes().await.unwrap(), 0);
    assert_eq!(states(&service, &owner).await.len(), 2);
    service.app.suspend(&owner.address, false).await.unwrap();
    let told = service.told(owner.account, "account-suspended").await;
    assert!(!told.contains(&intruder.to_owned()), "{told:?}");
}

async fn removing_every_address_first_is_no_way_around(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, ids) = with_two(&service).await;
    for id in ids {
        service
            .app
            .remove_outside_address(&owner.session, &owner.visit, id)
            .await
            .unwrap();
    }
    let proved = service.prove_address(&owner, "intruder@evil.example").await;
    assert_eq!(proved.waits_until, Some(service.now() + Span::days(7)));
    let staged = service.told(owner.account, "outside-address-staged").await;
    assert!(staged.contains(&owner.outside) && staged.contains(&second_of(&owner)));
    // The freeze stops all of it at once.
    let link = service
        .link_to(owner.account, &owner.outside, LinkKind::Freeze)
        .await;
    service.app.freeze_by_link(&link, &visit(5)).await.unwrap();
    let listed = listed(&service, &owner).await;
    assert_eq!(listed.len(), 2);
    assert!(listed.iter().all(ListedAddress::counts), "{listed:?}");
}

async fn a_thief_who_holds_an_old_address_does_not_block_for_ever(engine: Engine) {
    let service = TestService::on(engine).await;
    let (mut owner, [stolen, _]) = with_two(&service).await;
    service.clock.advance(Span::days(30));
    for _ in 0..2 {
        service.signs_in_again(&mut owner).await;
        let removed = service
            .app
            .remove_outside_address(&owner.session, &owner.visit, stolen);
        removed.await.unwrap();
        service.clock.advance(Span::hours(1));
        let link = service
            .link_to(owner.account, &owner.outside, LinkKind::StopChange)
            .await;
        service
            .app
            .stop_change_by_link(&link, &visit(5))
            .await
            .unwrap();
    }
    // A session from before the last stop has shown nothing since.
    service.clock.advance(Span::seconds(1));
    let before = service
        .links_to(owner.account, &owner.outside, LinkKind::StopChange)
        .await
        .len();
    service.signs_in_again(&mut owner).await;
    let removed = service
        .app
        .remove_outside_address(&owner.session, &owner.visit, stolen);
    removed.await.unwrap();
    let after = service
        .links_to(owner.account, &owner.outside, LinkKind::StopChange)
        .await
        .len();
    assert_eq!(after, before, "nobody gets a link that stops it");
    service.clock.advance(Span::days(7));
    assert_eq!(states(&service, &owner).await.len(), 1);
}

async fn changing_addresses_asks_for_a_step_up(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let [address] = listed(&service, &owner).await.try_into().unwrap();
    service.clock.advance(Span::minutes(10));
    let (app, session, here) = (&service.app, &owner.session, &owner.visit);
    let refused = app.remove_outside_address(session, here, address.id).await;
    assert!(
        matches!(
            refused,
            Err(RemoveAddressRefusal::NotNow(NotNow::StepUpWanted))
        ),
        "{refused:?}"
    );
    let refused = add(app, session, here, "other@elsewhere.example").await;
    assert!(
        matches!(
            refused,
            Err(AddAddressRefusal::NotNow(NotNow::StepUpWanted))
        ),
        "{refused:?}"
    );
}

async fn an_address_that_was_never_verified_is_not_written_to_again(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.owner().await;
    let (app, session, here) = (&service.app, &owner.session, &owner.visit);
    let id = add(app, session, here, "typo@elsewhere.example")
        .await
        .unwrap();
    app.remove_outside_address(session, here, id).await.unwrap();
    assert!(states(&service, &owner).await.is_empty());
    assert_eq!(
        service.told(owner.account, "outside-address-removed").await,
        [owner.address.as_str()]
    );
}

async fn p11_an_owner_is_asked_and_the_answer_is_kept(engine: Engine) {
    let service = TestService::on(engine).await;
    let (mut owner, [first, second]) = with_two(&service).await;
    let app = &service.app;
    let due = async |session: &Session| {
        let reminders = app.reminders(session).await.unwrap();
        let due = reminders.due.iter().map(|due| due.reminder);
        due.collect::<Vec<_>>()
    };
    assert_eq!(due(&owner.session).await, []);
    service.clock.advance(Span::days(180));
    service.signs_in_again(&mut owner).await;
    assert_eq!(due(&owner.session).await, [Reminder::AddressReview]);
    let (session, here) = (&owner.session, &owner.visit);
    let answer = |id, answer| app.answer_address_review(session, here, id, answer);
    answer(first, ReviewAnswer::Yes).await.unwrap();
    answer(second, ReviewAnswer::Later).await.unwrap();
    assert_eq!(due(session).await, []);
    let reviewed = service.events_of(owner.account, "address-reviewed");
    assert_eq!(reviewed.await, 2);
    service.clock.advance(Span::days(14));
    let asked: Vec<_> = listed(&service, &owner)
        .await
        .into_iter()
        .map(|address| address.review_due)
        .collect();
    assert_eq!(asked, [false, true]);
    let session = service.signed_in(&owner, here).await;
    assert_eq!(due(&session).await, [Reminder::AddressReview]);
    let put_off = app.snooze(&session, Topic::Addresses, Pause::Week).await;
    put_off.unwrap();
    assert_eq!(due(&session).await, []);
    app.answer_address_review(&session, here, second, ReviewAnswer::No)
        .await
        .unwrap();
    assert!(matches!(
        states(&service, &owner).await[1],
        AddressState::Removed { .. }
    ));
}
