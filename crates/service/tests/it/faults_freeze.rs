//! A database that fails at every await of a freeze and of a thaw: it happened whole or not at all, and trying again leads
//! where it should.

use crate::faults::{Acting, strike_everywhere};
use crate::ground::on_both_engines;
use crate::invariants;
use counterfoil_model::freeze::Taken;
use counterfoil_service::codes::{OldCode, RedeemRefusal};
use counterfoil_service::sign_in::TotpRefusal;
use counterfoil_service::{App, Session};
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::{TestService, visit};
use counterfoil_testkit::story::{TestOwner, TestSheet};
use std::sync::Arc;

on_both_engines! {
    freezing,
    thawing_by_an_app,
    thawing_by_a_code,
}

async fn ground(engine: Engine) -> TestService {
    TestService::on(engine)
        .policy(|policy| policy.codes_per_sheet = 4)
        .await
}

/// Whether the account is frozen; a session of its owner is live exactly when it isn't.
async fn is_frozen(service: &TestService, owner: &TestOwner) -> bool {
    let half = service.half_session(owner, &visit(3)).await;
    half.frozen
}

async fn freezing(engine: Engine) {
    let service = ground(engine).await;
    let (owner, _) = service.with_sheet().await;
    let prepare = async || {
        if is_frozen(&service, &owner).await {
            let half = service.half_session(&owner, &visit(3)).await;
            let digits = service.next_digits(&owner);
            let thawed = service
                .app
                .thaw_by_totp(&half, &visit(3), Taken::Paper, &digits)
                .await;
            thawed.unwrap();
        }
        service.signed_in(&owner, &visit(2)).await
    };
    let act = |app: Arc<App>, session: Session| -> Acting {
        Box::pin(async move {
            let _ = app.freeze(&session, &visit(2), None).await;
        })
    };
    let settle = async |session: Session| {
        let before = service.events_of(owner.account, "frozen").await;
        let was = is_frozen(&service, &owner).await;
        let frozen = service.app.freeze(&session, &visit(2), None).await.unwrap();
        assert_eq!(frozen.began, !was);
        let after = service.events_of(owner.account, "frozen").await;
        assert_eq!(after, before + usize::from(!was));
        assert!(is_frozen(&service, &owner).await);
    };
    strike_everywhere(&service, "freeze", owner.account, prepare, act, settle).await;
}

async fn thawing_by_an_app(engine: Engine) {
    let service = ground(engine).await;
    let (owner, _) = service.with_sheet().await;
    let prepare = async || {
        service
            .app
            .freeze_address(&owner.address, None)
            .await
            .unwrap();
        let half = service.half_session(&owner, &visit(2)).await;
        (half, service.next_digits(&owner))
    };
    let act = |app: Arc<App>, (half, digits): (Session, String)| -> Acting {
        Box::pin(async move {
            let _ = app
                .thaw_by_totp(&half, &visit(2), Taken::Paper, &digits)
                .await;
        })
    };
    let settle = async |(half, digits): (Session, String)| {
        let frozen = is_frozen(&service, &owner).await;
        let again = service
            .app
            .thaw_by_totp(&half, &visit(2), Taken::Paper, &digits)
            .await;
        match again {
            Ok(_) => assert!(frozen, "a thaw that had happened happened again"),
            Err(TotpRefusal::NoApp) => assert!(!frozen, "the digits were spent for nothing"),
            Err(other) => panic!("{other:?}"),
        }
        assert!(!is_frozen(&service, &owner).await);
    };
    strike_everywhere(
        &service,
        "thaw by an app",
        owner.account,
        prepare,
        act,
        settle,
    )
    .await;
}

async fn thawing_by_a_code(engine: Engine) {
    let service = ground(engine).await;
    let witness = service.owner().await;
    // The phone stays shut after each: every strike has an owner of its own.
    let prepare = async || {
        let (owner, sheet) = service.with_sheet().await;
        service
            .app
            .freeze_address(&owner.address, None)
            .await
            .unwrap();
        let half = service.half_session(&owner, &visit(2)).await;
        (owner, sheet, half)
    };
    let act = |app: Arc<App>, (_, sheet, half): (TestOwner, TestSheet, Session)| -> Acting {
        Box::pin(async move {
            let _ = app
                .thaw_by_code(&half, &visit(2), Taken::Phone, sheet.code(2), false)
                .await;
        })
    };
    let settle = async |(owner, sheet, half): (TestOwner, TestSheet, Session)| {
        invariants::check(&service, owner.account).await;
        let frozen = is_frozen(&service, &owner).await;
        let again = service
            .app
            .thaw_by_code(&half, &visit(2), Taken::Phone, sheet.code(2), false)
            .await;
        match again {
            Ok(_) => assert!(frozen, "a thaw that had happened happened again"),
            Err(RedeemRefusal::Ended | RedeemRefusal::Old(OldCode::Used { .. })) => {
                assert!(!frozen, "the code was spent for nothing");
            }
            Err(other) => panic!("{other:?}"),
        }
        invariants::check(&service, owner.account).await;
        let stopped = service
            .app
            .stopped_by_a_freeze(owner.account)
            .await
            .unwrap();
        assert!(stopped.phone);
        assert_eq!(service.events_of(owner.account, "thawed").await, 1);
        assert_eq!(service.told(owner.account, "thawed").await.len(), 2);
    };
    strike_everywhere(
        &service,
        "thaw by a code",
        witness.account,
        prepare,
        act,
        settle,
    )
    .await;
}
