//! Notices that come back: whose return path it is, what counts against an address, and what its owner hears.

use crate::ground::on_both_engines;
use counterfoil_model::delivery::Reach;
use counterfoil_model::{EnhancedStatus, NoticeId, Span};
use counterfoil_service::returns::CameBack;
use counterfoil_store::driver::Engine;
use counterfoil_store::repo::{self, outbox::Notice, outbox::Reason};
use counterfoil_store::{Error, Statement};
use counterfoil_testkit::service::TestService;
use counterfoil_testkit::story::TestOwner;

on_both_engines! {
    a_return_path_is_this_notices_and_nobody_can_make_one_up,
    a_return_path_survives_a_new_key,
    a_bounce_marks_the_address_and_is_told_when_it_is_news,
    a_report_that_comes_twice_counts_once,
    what_is_our_fault_says_nothing_of_the_address,
    an_address_that_bounces_still_hears_of_everything,
}

const STATE: Statement = Statement::new(
    "test_outbox_state",
    "SELECT state FROM outbox WHERE account_id = $1 AND notice_id = $2",
);

fn unknown() -> Reason<'static> {
    Reason {
        word: "report",
        status: Some(EnhancedStatus::never(1, 1)),
    }
}

async fn state(service: &TestService, notice: &Notice) -> String {
    let rows = service
        .rows(&STATE, &[notice.account.into(), notice.id.into()])
        .await;
    rows[0].get("state").unwrap()
}

/// Something happens, and its notice to the outside address leaves.
async fn leaves(service: &TestService, owner: &TestOwner) -> Notice {
    let before = service.notices(owner.account).await.len();
    service.app.suspend(&owner.address, false).await.unwrap();
    service.app.suspend(&owner.address, true).await.unwrap();
    service.clock.advance(Span::seconds(1));
    let notices = service.notices(owner.account).await;
    assert!(notices.len() > before);
    let to_outside = |notice: &&Notice| notice.recipient == owner.outside;
    let notice = notices.iter().rev().find(to_outside).unwrap().clone();
    let (account, id, now) = (notice.account, notice.id, service.now());
    let left = service.db.run("test_leaves", |tx| async move {
        repo::outbox::claim(&tx, account, id, Span::minutes(2), now).await?;
        repo::outbox::handed_over(&tx, account, id, "smtp", None, now).await
    });
    let left: Result<(), Error> = left.await;
    left.unwrap();
    notice
}

async fn reach(service: &TestService, owner: &TestOwner) -> Option<Reach> {
    let list = service.app.outside_addresses(owner.account).await.unwrap();
    let own = list.iter().find(|own| own.address == owner.outside);
    own.unwrap().unreached.map(|(_, reach)| reach)
}

async fn a_return_path_is_this_notices_and_nobody_can_make_one_up(engine: Engine) {
    let service = TestService::on(engine).await;
    let notice = NoticeId::from_bytes([7; 16]);
    let token = service.app.return_token(notice).unwrap();
    assert_eq!(token.len(), 42);
    assert!(
        token.bytes().all(|byte| byte.is_ascii_alphanumeric()),
        "{token}"
    );
    let read = |token: &str| service.app.notice_of_return_token(token);
    assert_eq!(read(&token), Some(notice));
    assert_eq!(
        read(&token.to_ascii_uppercase()),
        Some(notice),
        "case may change"
    );
    let other = service
        .app
        .return_token(NoticeId::from_bytes([8; 16]))
        .unwrap();
    let (own, mac) = (&token[..26], &other[26..]);
    for wrong in [
        "",
        "counterfoil",
        &token[..41],
        &format!("{token}a"),
        &format!("{own}{mac}"),
        &"a".repeat(42),
    ] {
        assert_eq!(read(wrong), None, "{wrong}");
    }
}

async fn a_return_path_survives_a_new_key(engine: Engine) {
    let older = TestService::on(engine).await;
    let notice = NoticeId::from_bytes([7; 16]);
    let token = older.app.return_token(notice).unwrap();
    let newer = TestService::at(older.url()).generations(2).seed(2).await;
    assert_eq!(newer.app.notice_of_return_token(&token), Some(notice));
    assert_ne!(newer.app.return_token(notice).unwrap(), token);
}

async fn a_bounce_marks_the_address_and_is_told_when_it_is_news(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    assert_eq!(reach(&service, &owner).await, None);
    let mut told = Vec::new();
    for _ in 0..4 {
        let notice = leaves(&service, &owner).await;
        let noted = service.app.notice_came_back(notice.id, unknown()).await;
        assert_eq!(noted.unwrap(), CameBack::Noted);
        assert_eq!(state(&service, &notice).await, "bounced");
        let kind = "outside-address-unreached";
        told.push((
            reach(&service, &owner).await.unwrap(),
            service.events_of(owner.account, kind).await,
        ));
    }
    assert_eq!(
        told,
        [
            (Reach::Bouncing, 1),
            (Reach::Bouncing, 1),
            (Reach::Unreachable, 2),
            (Reach::Unreachable, 2)
        ]
    );
}

async fn a_report_that_comes_twice_counts_once(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let notice = leaves(&service, &owner).await;
    for expected in [CameBack::Noted, CameBack::Over, CameBack::Over] {
        let noted = service.app.notice_came_back(notice.id, unknown()).await;
        assert_eq!(noted.unwrap(), expected);
    }
    assert_eq!(reach(&service, &owner).await, Some(Reach::Bouncing));
    let nobodys = NoticeId::from_bytes([9; 16]);
    let noted = service.app.notice_came_back(nobodys, unknown()).await;
    assert_eq!(noted.unwrap(), CameBack::Over);
}

async fn what_is_our_fault_says_nothing_of_the_address(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let notice = leaves(&service, &owner).await;
    let spam = Reason {
        word: "report",
        status: Some(EnhancedStatus::never(7, 1)),
    };
    let noted = service.app.notice_came_back(notice.id, spam).await;
    assert_eq!(noted.unwrap(), CameBack::Noted);
    assert_eq!(state(&service, &notice).await, "failed");
    assert_eq!(reach(&service, &owner).await, None);
}

async fn an_address_that_bounces_still_hears_of_everything(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    for _ in 0..4 {
        let notice = leaves(&service, &owner).await;
        let noted = service.app.notice_came_back(notice.id, unknown()).await;
        noted.unwrap();
    }
    let before = service.told(owner.account, "account-suspended").await;
    service.app.suspend(&owner.address, false).await.unwrap();
    let after = service.told(owner.account, "account-suspended").await;
    let outside = |told: &[String]| told.iter().filter(|to| **to == owner.outside).count();
    assert_eq!(outside(&after), outside(&before) + 1);
}
