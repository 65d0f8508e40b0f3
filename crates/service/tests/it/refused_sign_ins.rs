//! Wrong passwords are told together; nothing else is.

use crate::ground::on_both_engines;
use counterfoil_model::Span;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::{TestService, visit};
use counterfoil_testkit::story::TestOwner;

on_both_engines! {
    ten_wrong_passwords_make_one_notice_a_day,
    the_right_password_begins_the_count_anew,
    an_address_that_nobody_has_tells_nobody,
    what_touches_a_code_is_never_put_off,
}

const KIND: &str = "sign-in-refused";

/// So many wrong passwords, each from a network of its own.
async fn wrong_passwords(service: &TestService, address: &str, from: u16, count: u16) {
    for n in from..from + count {
        let refused = service
            .app
            .sign_in_with_password(&visit(n), address, "not the password")
            .await;
        assert!(refused.is_err());
    }
}

async fn told(service: &TestService, owner: &TestOwner) -> usize {
    service.app.tell_of_refused_sign_ins().await.unwrap();
    service.events_of(owner.account, KIND).await
}

async fn ten_wrong_passwords_make_one_notice_a_day(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    wrong_passwords(&service, &owner.address, 100, 9).await;
    assert_eq!(told(&service, &owner).await, 0, "nine are few");
    wrong_passwords(&service, &owner.address, 109, 1).await;
    assert_eq!(
        service.events_of(owner.account, KIND).await,
        0,
        "whoever types them finds no difference"
    );
    assert_eq!(told(&service, &owner).await, 1);
    let mut recipients = [owner.address.clone(), owner.outside.clone()];
    recipients.sort();
    assert_eq!(service.told(owner.account, KIND).await, recipients);
    let notices = service.notices(owner.account).await;
    let notice = notices.iter().find(|notice| notice.kind == KIND).unwrap();
    assert_eq!(notice.details, r#"{"count":"10"}"#);

    wrong_passwords(&service, &owner.address, 200, 30).await;
    assert_eq!(told(&service, &owner).await, 1, "one a day");
    service.clock.advance(Span::days(1));
    assert_eq!(told(&service, &owner).await, 2, "the rest on the next");
    service.clock.advance(Span::days(1));
    assert_eq!(told(&service, &owner).await, 2, "and no more of them");
}

async fn the_right_password_begins_the_count_anew(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    wrong_passwords(&service, &owner.address, 100, 9).await;
    service.half_session(&owner, &visit(50)).await;
    wrong_passwords(&service, &owner.address, 200, 9).await;
    assert_eq!(told(&service, &owner).await, 0);
}

async fn an_address_that_nobody_has_tells_nobody(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    wrong_passwords(&service, "nobody@mail.example", 100, 12).await;
    assert_eq!(service.app.tell_of_refused_sign_ins().await.unwrap(), 0);
    assert_eq!(service.events_of(owner.account, KIND).await, 0);
}

async fn what_touches_a_code_is_never_put_off(engine: Engine) {
    let service = TestService::on(engine).await;
    let (owner, sheet) = service.with_sheet().await;
    for number in 1..4 {
        let browser = visit(u16::from(number) + 10);
        service
            .signed_in_by_code(&owner, &browser, sheet.code(number))
            .await;
    }
    let told = service.told(owner.account, "code-redeemed").await;
    assert_eq!(told.len(), 6, "each use to both addresses: {told:?}");
}
