//! App passwords: made, shown once, listed, removed.

use crate::ground::on_both_engines;
use counterfoil_model::app_password::{AT_MOST, LabelError, Lasts, Scopes};
use counterfoil_model::{MailProtocol, Span};
use counterfoil_service::app_password::{
    MadeAppPassword, MakeAppPasswordRefusal, NewAppPassword, RemoveAppPasswordRefusal,
};
use counterfoil_service::{Session, Visit};
use counterfoil_store::Statement;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::{TestService, visit};
use counterfoil_testkit::story::TestOwner;
use std::sync::Arc;

on_both_engines! {
    one_is_shown_once_told_on_every_channel_and_listed,
    it_asks_for_a_step_up_a_label_and_a_purpose,
    the_operators_cap_and_the_count_hold,
    after_a_code_on_an_unknown_device_none_is_made_for_a_day,
    removing_is_at_once_told_and_for_exactly_one_caller,
    nobody_removes_anothers,
}

/// What an owner usually wants.
pub(crate) fn phone() -> NewAppPassword<'static> {
    NewAppPassword {
        label: "my phone",
        scopes: Scopes::of([MailProtocol::Imap, MailProtocol::Smtp]),
        lasts: Lasts::Year,
    }
}

/// Makes one in the owner's session.
pub(crate) async fn made(service: &TestService, owner: &TestOwner) -> MadeAppPassword {
    make(service, &owner.session, &owner.visit, phone())
        .await
        .unwrap()
}

async fn make(
    service: &TestService,
    session: &Session,
    visit: &Visit,
    new: NewAppPassword<'_>,
) -> Result<MadeAppPassword, MakeAppPasswordRefusal> {
    service.app.make_app_password(session, visit, new).await
}

async fn one_is_shown_once_told_on_every_channel_and_listed(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let shown = made(&service, &owner).await;
    assert_eq!(shown.login, owner.address);
    assert_eq!(shown.text.len(), 34);
    assert_eq!(shown.expires_at, Some(service.now() + Span::days(365)));
    let mut everybody = vec![owner.address.clone(), owner.outside.clone()];
    everybody.sort();
    assert_eq!(
        service.told(owner.account, "app-password-made").await,
        everybody
    );
    let [listed] = &service.app.app_passwords(owner.account).await.unwrap()[..] else {
        panic!("there is one")
    };
    assert_eq!(listed.label, "my phone");
    assert_eq!(listed.scopes, Scopes::parse("imap smtp"));
    assert_eq!(listed.made_by, owner.visit.described());
    assert!(!listed.expired && listed.last_used_at.is_none());
    service.clock.advance(Span::days(365));
    let listed = service.app.app_passwords(owner.account).await.unwrap();
    assert!(listed[0].expired);
}

async fn it_asks_for_a_step_up_a_label_and_a_purpose(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let asked = async |new| {
        make(&service, &owner.session, &owner.visit, new)
            .await
            .unwrap_err()
    };
    let label = asked(NewAppPassword {
        label: " ",
        ..phone()
    })
    .await;
    assert!(matches!(
        label,
        MakeAppPasswordRefusal::Label(LabelError::Empty)
    ));
    let scope = asked(NewAppPassword {
        scopes: None,
        ..phone()
    })
    .await;
    assert!(matches!(scope, MakeAppPasswordRefusal::NoScope));
    service.clock.advance(Span::minutes(11));
    let stale = asked(phone()).await;
    assert!(matches!(stale, MakeAppPasswordRefusal::StepUpWanted));
    assert_eq!(
        service.events_of(owner.account, "app-password-made").await,
        0
    );
}

async fn the_operators_cap_and_the_count_hold(engine: Engine) {
    let service = TestService::on(engine)
        .policy(|policy| policy.app_password_longest_days = 90)
        .await;
    let owner = service.enrolled_owner().await;
    let asked = async |lasts| {
        make(
            &service,
            &owner.session,
            &owner.visit,
            NewAppPassword { lasts, ..phone() },
        )
        .await
    };
    for long in [Lasts::Year, Lasts::UntilRemoved] {
        let refusal = asked(long).await.unwrap_err();
        assert!(matches!(refusal, MakeAppPasswordRefusal::TooLong(90)));
    }
    for _ in 0..AT_MOST {
        asked(Lasts::Quarter).await.unwrap();
    }
    let full = asked(Lasts::Month).await.unwrap_err();
    assert!(matches!(full, MakeAppPasswordRefusal::TooMany));
}

async fn after_a_code_on_an_unknown_device_none_is_made_for_a_day(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    let used_at = service.now();
    let session = service
        .signed_in_by_code(&owner, &visit(2), sheet.code(1))
        .await;
    let refusal = make(&service, &session, &visit(2), phone()).await;
    let Err(MakeAppPasswordRefusal::NotBefore(at)) = refusal else {
        panic!("{refusal:?}")
    };
    assert_eq!(at, used_at + Span::hours(24));
    // Another bound factor confirms.
    let session = service.signed_in(&owner, &visit(2)).await;
    make(&service, &session, &visit(2), phone()).await.unwrap();
}

async fn removing_is_at_once_told_and_for_exactly_one_caller(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    made(&service, &owner).await;
    let id = service.app.app_passwords(owner.account).await.unwrap()[0].id;
    // Stale, and still it may be removed: it only tightens.
    service.clock.advance(Span::minutes(11));
    let tasks: Vec<_> = (0..8)
        .map(|_| {
            let (app, owner) = (Arc::clone(&service.app), owner.clone());
            tokio::spawn(async move {
                app.remove_app_password(&owner.session, &owner.visit, id)
                    .await
            })
        })
        .collect();
    let mut removed = 0;
    for task in tasks {
        match task.await.unwrap() {
            Ok(label) => {
                assert_eq!(label, "my phone");
                removed += 1;
            }
            Err(RemoveAppPasswordRefusal::Unknown) => {}
            Err(other) => panic!("{other}"),
        }
    }
    assert_eq!(removed, 1);
    assert_eq!(
        service
            .events_of(owner.account, "app-password-removed")
            .await,
        1
    );
    assert!(
        service
            .app
            .app_passwords(owner.account)
            .await
            .unwrap()
            .is_empty()
    );
    // N13: what it was stays on record.
    let kept = service.count(&KEPT, &[owner.account.into()]).await;
    assert_eq!(kept, 1);
}

const KEPT: Statement = Statement::new(
    "test_app_passwords",
    "SELECT COUNT(*) AS n FROM app_password WHERE account_id = $1 AND ended_why = 'removed'",
);

async fn nobody_removes_anothers(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, other) = (
        service.enrolled_owner().await,
        service.enrolled_owner().await,
    );
    made(&service, &owner).await;
    let id = service.app.app_passwords(owner.account).await.unwrap()[0].id;
    let refusal = service
        .app
        .remove_app_password(&other.session, &other.visit, id)
        .await;
    assert!(matches!(refusal, Err(RemoveAppPasswordRefusal::Unknown)));
    assert_eq!(
        service
            .app
            .app_passwords(owner.account)
            .await
            .unwrap()
            .len(),
        1
    );
}
