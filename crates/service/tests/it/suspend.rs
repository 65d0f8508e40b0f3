//! Suspension: everything that is open ends, nothing is destroyed.

use crate::ground::on_both_engines;
use counterfoil_service::account::SuspendRefusal;
use counterfoil_service::codes::RedeemRefusal;
use counterfoil_service::sign_in::{SignInRefusal, TotpRefusal};
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::{TestService, visit};

on_both_engines! {
    suspension_ends_sessions_and_destroys_nothing,
    a_code_under_way_is_not_spent_on_a_suspended_account,
    only_what_is_so_is_changed,
}

async fn suspension_ends_sessions_and_destroys_nothing(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    service.app.suspend(&owner.address, false).await.unwrap();
    assert!(
        service
            .app
            .session(&owner.token, &owner.visit)
            .await
            .is_err()
    );
    let answer = service
        .app
        .sign_in_with_password(&visit(2), &owner.address, &owner.password)
        .await;
    assert!(matches!(answer, Err(SignInRefusal::Wrong)), "{answer:?}");
    service.app.suspend(&owner.address, true).await.unwrap();
    assert!(
        service
            .app
            .session(&owner.token, &owner.visit)
            .await
            .is_err(),
        "ended sessions stay ended"
    );
    service
        .signed_in_by_code(&owner, &visit(2), sheet.code(1))
        .await;
    service.signed_in(&owner, &visit(2)).await;
    for kind in ["account-suspended", "account-unsuspended"] {
        assert_eq!(service.told(owner.account, kind).await.len(), 2, "{kind}");
    }
}

async fn a_code_under_way_is_not_spent_on_a_suspended_account(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    let half = service.half_session(&owner, &visit(2)).await;
    service.app.suspend(&owner.address, false).await.unwrap();
    let refused = service
        .app
        .redeem(&half, &visit(2), sheet.code(1), false)
        .await;
    assert!(
        matches!(refused, Err(RedeemRefusal::NoSheet | RedeemRefusal::Ended)),
        "{refused:?}"
    );
    let digits = service.next_digits(&owner);
    let refused = service
        .app
        .sign_in_with_totp(&half, &visit(2), &digits)
        .await;
    assert!(
        matches!(refused, Err(TotpRefusal::Wrong(_) | TotpRefusal::Ended)),
        "{refused:?}"
    );
    service.app.suspend(&owner.address, true).await.unwrap();
    assert_eq!(
        service.app.codes_status(owner.account).await.unwrap().left,
        10
    );
    service
        .signed_in_by_code(&owner, &visit(2), sheet.code(1))
        .await;
}

async fn only_what_is_so_is_changed(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.owner().await;
    let refused = service.app.suspend(&owner.address, true).await;
    assert!(matches!(refused, Err(SuspendRefusal::NotSo)), "{refused:?}");
    let refused = service.app.suspend("nobody@mail.example", false).await;
    assert!(
        matches!(refused, Err(SuspendRefusal::Unknown)),
        "{refused:?}"
    );
    let refused = service.app.suspend("nobody", false).await;
    assert!(
        matches!(refused, Err(SuspendRefusal::Address(_))),
        "{refused:?}"
    );
    service
        .app
        .suspend(&owner.address.to_uppercase(), false)
        .await
        .unwrap();
    let [listed] = service
        .app
        .list_accounts()
        .await
        .unwrap()
        .try_into()
        .unwrap();
    assert_eq!(
        (listed.state.as_str(), listed.codes_left),
        ("suspended", None)
    );
}
