//! The same for recovery addresses and the links of notices: a code, a freeze link, a stop-link, and a stop against the hour.

use crate::ground::on_both_engines;
use crate::hands::{hands, successes};
use counterfoil_model::Span;
use counterfoil_service::LinkKind;
use counterfoil_service::freeze::FrozenByLink;
use counterfoil_service::outside_address::{AddressState, NewAddress};
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::{TestService, visit};

on_both_engines! {
    an_address_code_is_used_once,
    of_two_hundred_who_press_one_freeze_link_one_freezes,
    a_stop_and_the_hour_of_a_change_meet_and_one_wins,
    a_stop_link_is_used_once,
}

async fn an_address_code_is_used_once(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.owner().await;
    let new = NewAddress {
        address: &owner.outside,
        label: "",
        replaces: None,
    };
    let added = service
        .app
        .add_outside_address(&owner.session, &owner.visit, new)
        .await;
    let id = added.unwrap();
    let code = service.code_to(owner.account, &owner.outside).await;
    let answers = hands!(service, 50, "prove_outside_address", |app, _n| {
        let (session, here, code) = (owner.session.clone(), owner.visit.clone(), code.clone());
        async move { app.prove_outside_address(&session, &here, id, &code).await }
    });
    assert_eq!(successes(&answers), 1);
    assert_eq!(
        service
            .events_of(owner.account, "outside-address-verified")
            .await,
        1
    );
}

async fn of_two_hundred_who_press_one_freeze_link_one_freezes(engine: Engine) {
    let service = TestService::on(engine).lanes(64).await;
    let (owner, _) = service.with_sheet().await;
    let link = service
        .link_to(owner.account, &owner.outside, LinkKind::Freeze)
        .await;
    let answers = hands!(service, 200, "freeze_by_link", |app, n| {
        let (link, from) = (link.clone(), visit(u16::try_from(n).unwrap()));
        async move { app.freeze_by_link(&link, &from).await }
    });
    let of = |what| {
        let said = answers.iter().filter_map(|answer| answer.as_ref().ok());
        said.filter(|said| **said == what).count()
    };
    println!(
        "{engine:?}: of 200 who pressed, {} froze and {} were told that it is frozen",
        of(FrozenByLink::Now),
        of(FrozenByLink::Already)
    );
    assert_eq!(
        (of(FrozenByLink::Now), of(FrozenByLink::Already)),
        (1, 199),
        "{answers:?}"
    );
    assert_eq!(service.events_of(owner.account, "frozen").await, 1);
}

/// Two nodes whose clocks stand on either side of the moment: one stops the change by a notice's link, the other tells that it
/// took effect. Whoever comes second hears that it is over.
async fn a_stop_and_the_hour_of_a_change_meet_and_one_wins(engine: Engine) {
    let service = TestService::on(engine).await;
    let other = TestService::at(service.url()).seed(2).await;
    let (mut stopped, mut applied) = (0, 0);
    for _ in 0..10 {
        let owner = service.enrolled_owner().await;
        let [address] = service
            .app
            .outside_addresses(owner.account)
            .await
            .unwrap()
            .try_into()
            .unwrap();
        service
            .app
            .remove_outside_address(&owner.session, &owner.visit, address.id)
            .await
            .unwrap();
        let link = service
            .link_to(owner.account, &owner.outside, LinkKind::StopChange)
            .await;
        service.clock.advance(Span::seconds(7 * 86_400 - 1));
        let ahead = service.now() + Span::seconds(1);
        other.clock.advance(ahead - other.now());
        let from = visit(5);
        let (by_link, told) = tokio::join!(
            service.app.stop_change_by_link(&link, &from),
            other.app.announce_applied_changes()
        );
        let told = told.unwrap();
        assert_eq!(usize::from(by_link.is_ok()) + told, 1, "{by_link:?}");
        let state = service.app.outside_addresses(owner.account).await.unwrap()[0].state;
        if by_link.is_ok() {
            stopped += 1;
            assert!(matches!(state, AddressState::Verified { .. }), "{state:?}");
        } else {
            applied += 1;
            assert!(matches!(state, AddressState::Removed { .. }), "{state:?}");
            service.clock.advance(Span::seconds(1));
            let gone = service.app.outside_addresses(owner.account).await.unwrap();
            assert!(gone.is_empty(), "{gone:?}");
        }
        for (kind, times) in [
            ("change-stopped", usize::from(by_link.is_ok())),
            ("change-applied", told),
        ] {
            assert_eq!(
                service.events_of(owner.account, kind).await,
                times,
                "{kind}"
            );
        }
    }
    println!("{engine:?}: of 10 meetings the stop won {stopped}, the hour {applied}");
}

async fn a_stop_link_is_used_once(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    let held = service
        .signed_in_by_code(&owner, &visit(2), sheet.code(1))
        .await;
    let shown = service.app.show_codes(&held, &visit(2), "").await.unwrap();
    let code = shown.codes[0].code.text();
    service
        .app
        .prove_codes(&held, &visit(2), &code, false)
        .await
        .unwrap();
    // The mailbox's link and the outside address's, many times each.
    let mailbox = service
        .link_to(owner.account, &owner.address, LinkKind::StopChange)
        .await;
    let outside = service
        .link_to(owner.account, &owner.outside, LinkKind::StopChange)
        .await;
    let answers = hands!(service, 50, "stop_change_by_link", |app, n| {
        let link = if n % 2 == 0 {
            mailbox.clone()
        } else {
            outside.clone()
        };
        async move { app.stop_change_by_link(&link, &visit(3)).await }
    });
    assert_eq!(successes(&answers), 1);
    assert_eq!(service.events_of(owner.account, "change-stopped").await, 1);
}
