//! Keys: new things use the newest, older ones stay for verifying and opening.

use crate::ground::on_both_engines;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::{TestService, visit};
use counterfoil_testkit::story::TestOwner;

on_both_engines! {
    after_a_rotation_what_was_made_before_still_works,
    without_its_key_nothing_opens_and_nothing_is_spent,
}

async fn after_a_rotation_what_was_made_before_still_works(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    let rotated = TestService::at(service.url())
        .generations(2)
        .clock(&service.clock)
        .seed(2)
        .await;
    // Password, code, TOTP secret, page words and drill words of the first generation.
    rotated
        .signed_in_by_code(&owner, &visit(2), sheet.code(1))
        .await;
    let half = rotated.half_session(&owner, &visit(3)).await;
    let words = rotated
        .app
        .second_step(&half)
        .await
        .unwrap()
        .page_words
        .unwrap();
    assert_eq!(words.map(|word| word.to_string()), sheet.page_words);
    let session = rotated.signed_in(&owner, &visit(3)).await;
    let drill = rotated.app.begin_drill(&session).await.unwrap();
    let answers = drill.slots.map(|slot| sheet.word(slot.get()));
    rotated
        .app
        .answer_drill(&session, &visit(3), &drill.sealed, answers)
        .await
        .unwrap();
    // A new sheet is of the second.
    let owner = TestOwner {
        session,
        visit: visit(3),
        ..owner
    };
    let new = rotated.sheet(&owner).await;
    rotated
        .signed_in_by_code(&owner, &visit(2), new.code(1))
        .await;
    // Whoever doesn't have the second can't verify what moved to it as its owner signed in.
    let signed_in = service
        .app
        .sign_in_with_password(&visit(4), &owner.address, &owner.password)
        .await;
    let refusal = signed_in.unwrap_err().to_string();
    assert_eq!(refusal, "the key test-2 is not in the key ring");
}

async fn without_its_key_nothing_opens_and_nothing_is_spent(engine: Engine) {
    let service = TestService::on(engine).generations(2).await;
    let (owner, sheet) = service.with_sheet().await;
    let poorer = TestService::at(service.url())
        .clock(&service.clock)
        .seed(2)
        .await;
    let answer = poorer
        .app
        .sign_in_with_password(&visit(2), &owner.address, &owner.password)
        .await;
    let Err(refusal) = answer else {
        panic!("{answer:?}")
    };
    assert_eq!(refusal.to_string(), "the key test-2 is not in the key ring");
    service
        .signed_in_by_code(&owner, &visit(2), sheet.code(1))
        .await;
}
