//! Outside addresses that get well again, and those whose place another takes.

use crate::ground::on_both_engines;
use crate::outside_address::{add, listed, states, with_two};
use counterfoil_model::delivery::Reach;
use counterfoil_model::{EnhancedStatus, OutsideAddressId, Span};
use counterfoil_service::outside_address::{
    AddAddressRefusal, AddressState, NewAddress, ProveAddressRefusal, TryAgainRefusal,
};
use counterfoil_service::{App, LinkKind, Session, Visit};
use counterfoil_store::driver::Engine;
use counterfoil_store::{Error, repo};
use counterfoil_testkit::service::{TestService, visit};
use counterfoil_testkit::story::TestOwner;

on_both_engines! {
    an_address_that_bounced_is_well_again_once_its_code_was_typed,
    one_address_takes_the_place_of_another_in_one_change,
    one_stop_undoes_the_whole_change,
    what_is_replaced_stays_until_the_code_was_typed,
}

/// So many notices to this address came back.
async fn came_back(service: &TestService, owner: &TestOwner, address: &str, times: usize) {
    let (account, now) = (owner.account, service.now());
    for _ in 0..times {
        let status = Some(EnhancedStatus::never(2, 2));
        let marked: Result<_, Error> = service
            .db
            .run("test_came_back", |tx| async move {
                repo::outside_address::bounced(&tx, account, address, status, now).await
            })
            .await;
        marked.unwrap();
    }
}

async fn an_address_that_bounced_is_well_again_once_its_code_was_typed(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, [first, second]) = with_two(&service).await;
    let (app, session, here) = (&service.app, &owner.session, &owner.visit);
    let refused = app.try_address_again(session, here, first).await;
    assert!(matches!(refused, Err(TryAgainRefusal::Well)), "{refused:?}");
    came_back(&service, &owner, &owner.outside, 4).await;
    let before = listed(&service, &owner).await;
    assert_eq!(before[0].unreached.unwrap().1, Reach::Unreachable);
    assert!(!app.address_code_works(owner.account, first).await.unwrap());
    app.try_address_again(session, here, first).await.unwrap();
    assert_eq!(
        service.told(owner.account, "address-code-mailed").await,
        [owner.outside.as_str()],
        "nobody else gets the code"
    );
    assert!(app.address_code_works(owner.account, first).await.unwrap());
    // A wrong one and one of another address are guesses like any other.
    for (id, typed) in [(first, "0000 0000"), (second, "0000 0000")] {
        let wrong = app.prove_outside_address(session, here, id, typed).await;
        assert!(
            matches!(
                wrong,
                Err(ProveAddressRefusal::Wrong(9) | ProveAddressRefusal::Over)
            ),
            "{wrong:?}"
        );
    }
    let code = service.code_to(owner.account, &owner.outside).await;
    let proved = app
        .prove_outside_address(session, here, first, &code)
        .await
        .unwrap();
    assert!(proved.reached_again && proved.waits_until.is_none());
    let after = listed(&service, &owner).await;
    assert_eq!(after[0].unreached, None);
    // It counted all the time.
    assert_eq!(before[0].state, after[0].state);
    let reached = service.told(owner.account, "outside-address-reached").await;
    assert_eq!(reached.len(), 3, "{reached:?}");
    let again = app.prove_outside_address(session, here, first, &code).await;
    assert!(matches!(again, Err(ProveAddressRefusal::Over)), "{again:?}");
}

/// Another address is typed in the place of this one; its id.
async fn replace(
    app: &App,
    session: &Session,
    here: &Visit,
    (old, address): (OutsideAddressId, &str),
) -> OutsideAddressId {
    let new = NewAddress {
        address,
        label: "",
        replaces: Some(old),
    };
    app.add_outside_address(session, here, new).await.unwrap()
}

async fn one_address_takes_the_place_of_another_in_one_change(engine: Engine) {
    let service = TestService::on(engine).await;
    let (mut owner, [first, second]) = with_two(&service).await;
    let app = service.app.clone();
    let new = format!("third.{}", owner.outside);
    let id = replace(&app, &owner.session, &owner.visit, (first, &new)).await;
    let code = service.code_to(owner.account, &new).await;
    let proved = app
        .prove_outside_address(&owner.session, &owner.visit, id, &code)
        .await
        .unwrap();
    let until = service.now() + Span::days(7);
    assert_eq!((proved.replaces, proved.waits_until), (true, Some(until)));
    let list = listed(&service, &owner).await;
    assert_eq!(list[0].state, AddressState::Removed { until });
    assert_eq!(list[2].state, AddressState::Waiting { until });
    // One change: it is put back where the old one stands, or stopped where the new one does.
    assert_eq!(list[0].change, list[2].change);
    let waiting = app.waiting_changes(owner.account).await.unwrap();
    let kinds: Vec<_> = waiting.iter().map(|change| change.kind.as_str()).collect();
    assert_eq!(kinds, ["address-replace"]);
    let told = service
        .told(owner.account, "outside-address-replaced")
        .await;
    assert_eq!(told.len(), 3, "the mailbox and both old ones: {told:?}");
    assert!(!told.contains(&new), "{told:?}");

    // How often the old one heard that a change took effect: when the second one was added.
    let heard = async || {
        let told = service.told(owner.account, "change-applied").await;
        let heard = |address: &String| told.iter().filter(|own| *own == address).count();
        (heard(&owner.outside), heard(&new))
    };
    assert_eq!(heard().await, (1, 0));
    service.clock.advance(Span::days(7));
    app.announce_applied_changes().await.unwrap();
    assert_eq!(heard().await, (1, 1));
    service.signs_in_again(&mut owner).await;
    let counting = listed(&service, &owner).await;
    let counting: Vec<_> = counting.iter().map(|own| own.id).collect();
    assert_eq!(counting, [second, id]);
}

async fn one_stop_undoes_the_whole_change(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, [first, _]) = with_two(&service).await;
    let (app, session, here) = (&service.app, &owner.session, &owner.visit);
    let before = states(&service, &owner).await;
    let new = format!("third.{}", owner.outside);
    let id = replace(app, session, here, (first, &new)).await;
    let code = service.code_to(owner.account, &new).await;
    let proved = app.prove_outside_address(session, here, id, &code).await;
    proved.unwrap();
    let link = service
        .link_to(owner.account, &owner.outside, LinkKind::StopChange)
        .await;
    app.stop_change_by_link(&link, &visit(9)).await.unwrap();
    assert_eq!(states(&service, &owner).await, before);
    // Taking the new one off while it waits does the same.
    service.clock.advance(Span::seconds(1));
    let id = replace(app, session, here, (first, &new)).await;
    let code = service.code_to(owner.account, &new).await;
    let proved = app.prove_outside_address(session, here, id, &code).await;
    proved.unwrap();
    app.remove_outside_address(session, here, id).await.unwrap();
    assert_eq!(states(&service, &owner).await, before);
}

async fn what_is_replaced_stays_until_the_code_was_typed(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, [first, second]) = with_two(&service).await;
    let (app, session, here) = (&service.app, &owner.session, &owner.visit);
    let before = states(&service, &owner).await;
    let new = format!("third.{}", owner.outside);
    let id = replace(app, session, here, (first, &new)).await;
    let there = states(&service, &owner).await;
    assert_eq!(there, [before[0], before[1], AddressState::Unverified]);
    // The owner thinks again, and takes the place of the other one; then adds it to both.
    assert_eq!(replace(app, session, here, (second, &new)).await, id);
    assert_eq!(listed(&service, &owner).await[2].replaces, Some(second));
    service.clock.advance(Span::seconds(1));
    assert_eq!(add(app, session, here, &new).await.unwrap(), id);
    let code = service.code_to(owner.account, &new).await;
    let proved = app.prove_outside_address(session, here, id, &code).await;
    assert!(!proved.unwrap().replaces);
    assert_eq!(states(&service, &owner).await[..2], before);
    let gone = NewAddress {
        address: "fourth@elsewhere.example",
        label: "",
        replaces: Some(id),
    };
    let refused = app.add_outside_address(session, here, gone).await;
    assert!(
        matches!(refused, Err(AddAddressRefusal::NothingToReplace)),
        "one that waits counts for nothing yet: {refused:?}"
    );
}
