//! Re-enrolment by two operators.

use crate::ground::on_both_engines;
use counterfoil_model::Span;
use counterfoil_service::account::ReEnrolRequestRefusal;
use counterfoil_store::driver::Engine;
use counterfoil_store::{Error, Statement};
use counterfoil_testkit::phone::Phone;
use counterfoil_testkit::service::{TestService, visit};
use counterfoil_testkit::story::TestOwner;
use std::sync::Arc;

on_both_engines! {
    two_operators_enrol_an_owner_again_and_one_alone_does_not,
    only_operators_with_two_factors_proved_lately_ask_and_confirm,
    nobody_asks_or_confirms_for_themselves,
    what_nobody_confirms_within_a_day_is_over,
    of_fifty_confirmations_one_makes_the_link,
}

const OPERATE: Statement = Statement::new(
    "test_operate",
    "UPDATE account SET role = 'operator' WHERE account_id = $1",
);

/// Somebody with a phone who is an operator.
async fn operator(service: &TestService) -> TestOwner {
    let mut owner = service.enrolled_owner().await;
    let account = owner.account;
    let made: Result<(), Error> = service
        .db
        .run("test_operate", |tx| async move {
            tx.execute(&OPERATE, &[account.into()]).await?;
            Ok(())
        })
        .await;
    made.unwrap();
    service.signs_in_again(&mut owner).await;
    owner
}

async fn two_operators_enrol_an_owner_again_and_one_alone_does_not(engine: Engine) {
    let service = TestService::on(engine).await;
    let (first, second) = (operator(&service).await, operator(&service).await);
    let (owner, _) = service.with_sheet().await;
    let app = &service.app;
    app.request_re_enrolment(
        &first.session,
        &owner.address,
        "  lost everything in a fire ",
    )
    .await
    .unwrap();
    assert_eq!(
        service.told(owner.account, "reenrolment-asked").await.len(),
        2
    );
    assert!(
        app.session(&owner.token, &owner.visit).await.is_ok(),
        "nothing ends yet"
    );
    let again = app
        .request_re_enrolment(&second.session, &owner.address, "the same")
        .await;
    assert!(
        matches!(again, Err(ReEnrolRequestRefusal::WaitsAlready)),
        "{again:?}"
    );

    let seen = app.waiting_re_enrolments(&first.session).await.unwrap();
    let [own] = seen.as_slice() else {
        panic!("{seen:?}")
    };
    assert!(!own.confirmable);
    assert_eq!(own.reason, "lost everything in a fire");
    let alone = app
        .confirm_re_enrolment(&first.session, owner.account)
        .await;
    assert!(
        matches!(alone, Err(ReEnrolRequestRefusal::NothingWaits)),
        "{alone:?}"
    );

    let seen = app.waiting_re_enrolments(&second.session).await.unwrap();
    let [waiting] = seen.as_slice() else {
        panic!("{seen:?}")
    };
    assert!(waiting.confirmable);
    assert_eq!(
        (waiting.address.as_str(), waiting.asked_by.as_str()),
        (owner.address.as_str(), first.address.as_str())
    );
    let link = app
        .confirm_re_enrolment(&second.session, owner.account)
        .await
        .unwrap();
    assert_eq!(
        service
            .told(owner.account, "reenrolment-opened")
            .await
            .len(),
        2
    );
    assert!(
        app.waiting_re_enrolments(&second.session)
            .await
            .unwrap()
            .is_empty()
    );
    let (secret, sealed) = app.begin_re_enrol(&link).await.unwrap();
    let digits = Phone::with_key(&secret.key_text()).digits(service.now());
    app.re_enrol(
        &link,
        &visit(3),
        &sealed,
        "a new moon over nine hills",
        &digits,
    )
    .await
    .unwrap();
    // It can be asked for once more.
    app.request_re_enrolment(&second.session, &owner.address, "lost again")
        .await
        .unwrap();
    app.withdraw_re_enrolment(&first.session, &first.visit, owner.account)
        .await
        .unwrap();
    let gone = app
        .confirm_re_enrolment(&first.session, owner.account)
        .await;
    assert!(
        matches!(gone, Err(ReEnrolRequestRefusal::NothingWaits)),
        "{gone:?}"
    );
}

async fn only_operators_with_two_factors_proved_lately_ask_and_confirm(engine: Engine) {
    let service = TestService::on(engine).await;
    let (first, second) = (operator(&service).await, operator(&service).await);
    let (owner, _) = service.with_sheet().await;
    let app = &service.app;
    let other = service.enrolled_owner().await;
    let refused = app
        .request_re_enrolment(&other.session, &owner.address, "why not")
        .await;
    assert!(matches!(refused, Err(ReEnrolRequestRefusal::OperatorsOnly)));
    assert!(app.waiting_re_enrolments(&other.session).await.is_err());
    let root = app.make_set_up_link().await.unwrap();
    assert!(root.is_none(), "there are operators");
    for reason in ["", "  ", &"x".repeat(301)] {
        let refused = app
            .request_re_enrolment(&first.session, &owner.address, reason)
            .await;
        assert!(
            matches!(refused, Err(ReEnrolRequestRefusal::Reason)),
            "{refused:?}"
        );
    }
    let unknown = app
        .request_re_enrolment(&first.session, "nobody@mail.example", "lost")
        .await;
    assert!(
        matches!(unknown, Err(ReEnrolRequestRefusal::Unknown)),
        "{unknown:?}"
    );
    app.request_re_enrolment(&first.session, &owner.address, "lost")
        .await
        .unwrap();
    service.clock.advance(Span::minutes(10));
    let stale = app
        .confirm_re_enrolment(&second.session, owner.account)
        .await;
    assert!(
        matches!(stale, Err(ReEnrolRequestRefusal::StepUpWanted)),
        "{stale:?}"
    );
    let stale = app
        .request_re_enrolment(&first.session, &other.address, "lost")
        .await;
    assert!(
        matches!(stale, Err(ReEnrolRequestRefusal::StepUpWanted)),
        "{stale:?}"
    );
}

async fn nobody_asks_or_confirms_for_themselves(engine: Engine) {
    let service = TestService::on(engine).await;
    let (first, second) = (operator(&service).await, operator(&service).await);
    let app = &service.app;
    let own = app
        .request_re_enrolment(&first.session, &first.address, "me")
        .await;
    assert!(matches!(own, Err(ReEnrolRequestRefusal::Own)), "{own:?}");
    app.request_re_enrolment(&first.session, &second.address, "them")
        .await
        .unwrap();
    let seen = app.waiting_re_enrolments(&second.session).await.unwrap();
    assert!(!seen[0].confirmable);
    let own = app
        .confirm_re_enrolment(&second.session, second.account)
        .await;
    assert!(
        matches!(own, Err(ReEnrolRequestRefusal::NothingWaits)),
        "{own:?}"
    );
}

async fn what_nobody_confirms_within_a_day_is_over(engine: Engine) {
    let service = TestService::on(engine).await;
    let (first, mut second) = (operator(&service).await, operator(&service).await);
    let (owner, _) = service.with_sheet().await;
    let app = &service.app;
    app.request_re_enrolment(&first.session, &owner.address, "lost")
        .await
        .unwrap();
    service.clock.advance(Span::hours(24));
    service.signs_in_again(&mut second).await;
    assert!(
        app.waiting_re_enrolments(&second.session)
            .await
            .unwrap()
            .is_empty()
    );
    let late = app
        .confirm_re_enrolment(&second.session, owner.account)
        .await;
    assert!(
        matches!(late, Err(ReEnrolRequestRefusal::NothingWaits)),
        "{late:?}"
    );
    app.request_re_enrolment(&second.session, &owner.address, "still lost")
        .await
        .unwrap();
}

async fn of_fifty_confirmations_one_makes_the_link(engine: Engine) {
    let service = TestService::on(engine).await;
    let (first, second) = (operator(&service).await, operator(&service).await);
    let (owner, _) = service.with_sheet().await;
    service
        .app
        .request_re_enrolment(&first.session, &owner.address, "lost")
        .await
        .unwrap();
    let gate = service.faults.hold("confirm_re_enrolment", 50);
    let hands: Vec<_> = (0..50)
        .map(|_| {
            let (app, session) = (Arc::clone(&service.app), second.session.clone());
            let account = owner.account;
            tokio::spawn(async move { app.confirm_re_enrolment(&session, account).await })
        })
        .collect();
    gate.until(50).await;
    let mut made = 0;
    for hand in hands {
        made += usize::from(hand.await.unwrap().is_ok());
    }
    assert_eq!(made, 1);
}
