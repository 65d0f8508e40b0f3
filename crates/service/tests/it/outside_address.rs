//! Outside addresses: verified, removed, restored (N24).

use crate::ground::on_both_engines;
use counterfoil_model::Span;
use counterfoil_service::LinkKind;
use counterfoil_service::outside_address::{AddAddressRefusal, AddressState, RemoveAddressRefusal};
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::{TestService, visit};
use counterfoil_testkit::story::TestOwner;

on_both_engines! {
    an_outside_address_counts_once_its_reader_confirmed_it,
    the_mailbox_itself_is_no_witness,
    five_addresses_are_enough,
    a_removed_address_hears_for_seven_days_and_can_put_itself_back,
    changing_addresses_asks_for_a_step_up,
    an_address_that_was_never_verified_is_not_written_to_again,
}

async fn states(service: &TestService, owner: &TestOwner) -> Vec<AddressState> {
    let listed = service.app.outside_addresses(owner.account).await.unwrap();
    listed.into_iter().map(|address| address.state).collect()
}

async fn an_outside_address_counts_once_its_reader_confirmed_it(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.owner().await;
    let (app, session, here) = (&service.app, &owner.session, &owner.visit);
    app.add_outside_address(session, here, &owner.outside)
        .await
        .unwrap();
    assert_eq!(states(&service, &owner).await, [AddressState::Unverified]);
    // The link goes to the new address alone; the mailbox hears of it without.
    assert_eq!(
        service.told(owner.account, "outside-address-added").await,
        [owner.outside.as_str(), owner.address.as_str()]
    );
    assert!(
        service
            .links_to(owner.account, &owner.address, LinkKind::VerifyAddress)
            .await
            .is_empty()
    );
    let first = service
        .link_to(owner.account, &owner.outside, LinkKind::VerifyAddress)
        .await;
    service.clock.advance(Span::minutes(1));
    app.add_outside_address(session, here, &owner.outside.to_uppercase())
        .await
        .unwrap();
    assert_eq!(
        states(&service, &owner).await.len(),
        1,
        "a new link, not a new address"
    );
    app.verify_outside_address(&first, &visit(2)).await.unwrap();
    assert!(app.verify_outside_address(&first, &visit(2)).await.is_err());
    assert!(matches!(
        states(&service, &owner).await[..],
        [AddressState::Verified { .. }]
    ));
    let known = app.add_outside_address(session, here, &owner.outside).await;
    assert!(matches!(known, Err(AddAddressRefusal::Known)), "{known:?}");
}

async fn the_mailbox_itself_is_no_witness(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.owner().await;
    let refused = service
        .app
        .add_outside_address(&owner.session, &owner.visit, &owner.address.to_uppercase())
        .await;
    assert!(
        matches!(refused, Err(AddAddressRefusal::TheMailbox)),
        "{refused:?}"
    );
    let refused = service
        .app
        .add_outside_address(&owner.session, &owner.visit, "nonsense")
        .await;
    assert!(
        matches!(refused, Err(AddAddressRefusal::Address(_))),
        "{refused:?}"
    );
}

async fn five_addresses_are_enough(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.owner().await;
    for n in 0..5 {
        let address = format!("n{n}@elsewhere.example");
        service
            .app
            .add_outside_address(&owner.session, &owner.visit, &address)
            .await
            .unwrap();
    }
    let refused = service
        .app
        .add_outside_address(&owner.session, &owner.visit, &owner.outside)
        .await;
    assert!(
        matches!(refused, Err(AddAddressRefusal::TooMany)),
        "{refused:?}"
    );
}

async fn a_removed_address_hears_for_seven_days_and_can_put_itself_back(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let app = &service.app;
    let [address] = app
        .outside_addresses(owner.account)
        .await
        .unwrap()
        .try_into()
        .unwrap();
    app.remove_outside_address(&owner.session, &owner.visit, address.id)
        .await
        .unwrap();
    let again = app
        .remove_outside_address(&owner.session, &owner.visit, address.id)
        .await;
    assert!(
        matches!(again, Err(RemoveAddressRefusal::Unknown)),
        "{again:?}"
    );
    let until = service.now() + Span::days(7);
    assert_eq!(
        states(&service, &owner).await,
        [AddressState::Removed { until }]
    );
    service.clock.advance(Span::seconds(7 * 86_400 - 1));
    app.suspend(&owner.address, false).await.unwrap();
    assert_eq!(
        service.told(owner.account, "account-suspended").await.len(),
        2
    );
    let links = service
        .links_to(owner.account, &owner.outside, LinkKind::RestoreAddress)
        .await;
    assert_eq!(links.len(), 1);
    assert_eq!(
        app.restore_outside_address(&links[0], &visit(5))
            .await
            .unwrap(),
        owner.outside
    );
    assert!(matches!(
        states(&service, &owner).await[..],
        [AddressState::Verified { .. }]
    ));
    assert!(
        app.restore_outside_address(&links[0], &visit(5))
            .await
            .is_err()
    );

    // Seven days after the second removal it is forgotten, and its link with it.
    app.suspend(&owner.address, true).await.unwrap();
    let session = service.signed_in(&owner, &owner.visit).await;
    app.remove_outside_address(&session, &owner.visit, address.id)
        .await
        .unwrap();
    let link = service
        .link_to(owner.account, &owner.outside, LinkKind::RestoreAddress)
        .await;
    service.clock.advance(Span::days(7));
    assert!(app.restore_outside_address(&link, &visit(5)).await.is_err());
    assert!(states(&service, &owner).await.is_empty());
    app.suspend(&owner.address, false).await.unwrap();
    assert_eq!(
        service.told(owner.account, "account-suspended").await.len(),
        3
    );
}

async fn changing_addresses_asks_for_a_step_up(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let [address] = service
        .app
        .outside_addresses(owner.account)
        .await
        .unwrap()
        .try_into()
        .unwrap();
    service.clock.advance(Span::minutes(10));
    let refused = service
        .app
        .remove_outside_address(&owner.session, &owner.visit, address.id)
        .await;
    assert!(
        matches!(refused, Err(RemoveAddressRefusal::StepUpWanted)),
        "{refused:?}"
    );
    let refused = service
        .app
        .add_outside_address(&owner.session, &owner.visit, "other@elsewhere.example")
        .await;
    assert!(
        matches!(refused, Err(AddAddressRefusal::StepUpWanted)),
        "{refused:?}"
    );
}

async fn an_address_that_was_never_verified_is_not_written_to_again(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.owner().await;
    service
        .app
        .add_outside_address(&owner.session, &owner.visit, "typo@elsewhere.example")
        .await
        .unwrap();
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
    assert_eq!(
        service.told(owner.account, "outside-address-removed").await,
        [owner.address.as_str()]
    );
}
