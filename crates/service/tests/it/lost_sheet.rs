//! "I lost my sheet": dead at once, with any one factor (N23).

use crate::ground::on_both_engines;
use counterfoil_service::codes::{OldCode, RedeemRefusal};
use counterfoil_service::sign_in::PasswordSignIn;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::{TestService, visit};

on_both_engines! {
    a_lost_sheet_dies_at_once_from_a_half_session,
    after_the_loss_the_password_alone_still_opens_nothing,
    a_lost_sheet_ends_what_waited_for_it,
}

async fn a_lost_sheet_dies_at_once_from_a_half_session(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    let half = service.half_session(&owner, &visit(2)).await;
    assert_eq!(service.app.lose_sheet(&half, &visit(2)).await.unwrap(), [1]);
    assert_eq!(
        service.told(owner.account, "sheet-lost").await,
        [owner.outside.as_str(), owner.address.as_str()]
    );
    let dead = service
        .app
        .redeem(&half, &visit(2), sheet.code(1), false)
        .await;
    assert!(
        matches!(dead, Err(RedeemRefusal::Old(OldCode::Replaced { .. }))),
        "{dead:?}"
    );
    assert!(
        service
            .app
            .lose_sheet(&half, &visit(2))
            .await
            .unwrap()
            .is_empty()
    );
    let status = service.app.codes_status(owner.account).await.unwrap();
    assert!(status.lost && status.sheet.is_none());
    // The app still opens the account.
    service.signed_in(&owner, &visit(3)).await;
}

async fn after_the_loss_the_password_alone_still_opens_nothing(engine: Engine) {
    let service = TestService::on(engine)
        .policy(|policy| policy.codes_as_first_second_factor = true)
        .await;
    let owner = service.owner().await;
    service.verify_outside(&owner).await;
    service.sheet(&owner).await;
    let half = service.half_session(&owner, &visit(2)).await;
    service.app.lose_sheet(&half, &visit(2)).await.unwrap();
    let answer = service
        .app
        .sign_in_with_password(&visit(2), &owner.address, &owner.password)
        .await;
    let Ok(PasswordSignIn::SecondStep(_)) = answer else {
        panic!("{answer:?}")
    };
}

async fn a_lost_sheet_ends_what_waited_for_it(engine: Engine) {
    let service = TestService::on(engine).await;
    let (mut owner, sheet) = service.with_sheet().await;
    let held = service
        .signed_in_by_code(&owner, &visit(2), sheet.code(1))
        .await;
    let staged = service.app.show_codes(&held, &visit(2), "").await.unwrap();
    let code = staged.codes[0].code.text();
    assert!(
        !service
            .app
            .prove_codes(&held, &visit(2), &code, false)
            .await
            .unwrap()
            .at_once
    );
    let mut lost = service.app.lose_sheet(&held, &visit(2)).await.unwrap();
    lost.sort_unstable();
    assert_eq!(lost, [1, 2]);
    assert!(
        service
            .app
            .waiting_changes(owner.account)
            .await
            .unwrap()
            .is_empty()
    );
    // A new sheet lives, whatever is confirmed afterwards.
    service.signs_in_again(&mut owner).await;
    service.sheet(&owner).await;
    let digits = service.next_digits(&owner);
    service
        .app
        .confirm_changes(&owner.session, &owner.visit, &digits)
        .await
        .unwrap();
    service.clock.advance(counterfoil_model::Span::hours(25));
    assert_eq!(service.app.announce_applied_changes().await.unwrap(), 0);
    assert_eq!(
        service.app.codes_status(owner.account).await.unwrap().sheet,
        Some(3)
    );
}
