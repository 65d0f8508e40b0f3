//! Notices that come back: whose return path it is, what counts against an address, and what its owner hears.

use crate::ground::on_both_engines;
use counterfoil_model::delivery::{Reach, Report};
use counterfoil_model::{EnhancedStatus, NoticeId, Span};
use counterfoil_service::returns::{CameBack, ReportedMail};
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
    a_provider_is_believed_about_its_own_mails_and_once,
    a_mail_that_a_provider_delivered_makes_the_address_well,
    what_left_before_the_last_bounce_makes_nothing_well,
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

/// The notice as its provider knows it.
fn by_key(notice: &Notice) -> ReportedMail<'static> {
    ReportedMail {
        transport: "smtp",
        notice: Some(notice.id),
        reference: None,
    }
}

async fn reported(service: &TestService, mail: ReportedMail<'_>, report: Report) -> CameBack {
    service.app.mail_reported(mail, report).await.unwrap()
}

async fn a_provider_is_believed_about_its_own_mails_and_once(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let notice = leaves(&service, &owner).await;
    let gone = Report::Bounced(Some(EnhancedStatus::never(1, 1)));
    for anothers in [
        ReportedMail {
            transport: "postmark",
            ..by_key(&notice)
        },
        ReportedMail {
            notice: Some(NoticeId::from_bytes([9; 16])),
            ..by_key(&notice)
        },
        ReportedMail {
            notice: None,
            reference: Some("a-mail-of-somebody-else"),
            ..by_key(&notice)
        },
    ] {
        for report in [Report::Delivered, Report::Deferred(None), gone] {
            assert_eq!(reported(&service, anothers, report).await, CameBack::Over);
        }
    }
    assert_eq!(state(&service, &notice).await, "handed-over");
    let later = Report::Deferred(Some(EnhancedStatus::later(2, 2)));
    let told = reported(&service, by_key(&notice), later).await;
    assert_eq!(told, CameBack::Noted);
    assert_eq!(reach(&service, &owner).await, None);
    for expected in [CameBack::Noted, CameBack::Over] {
        assert_eq!(reported(&service, by_key(&notice), gone).await, expected);
    }
    assert_eq!(state(&service, &notice).await, "bounced");
    assert_eq!(reach(&service, &owner).await, Some(Reach::Bouncing));
    for report in [Report::Delivered, later, Report::Complained] {
        let told = reported(&service, by_key(&notice), report).await;
        assert_eq!(told, CameBack::Over, "{report:?}");
    }
    assert_eq!(reach(&service, &owner).await, Some(Reach::Bouncing));
}

async fn a_mail_that_a_provider_delivered_makes_the_address_well(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let kind = "outside-address-reached";
    let bounced = leaves(&service, &owner).await;
    let noted = service.app.notice_came_back(bounced.id, unknown()).await;
    noted.unwrap();
    service.clock.advance(Span::seconds(1));
    let arrives = leaves(&service, &owner).await;
    for expected in [CameBack::Noted, CameBack::Over] {
        let told = reported(&service, by_key(&arrives), Report::Delivered).await;
        assert_eq!(told, expected);
        assert_eq!(reach(&service, &owner).await, None);
        assert_eq!(service.events_of(owner.account, kind).await, 1);
    }
    assert_eq!(state(&service, &arrives).await, "handed-over");
    // Its reader says that it is spam: providers send nothing more there.
    let told = reported(&service, by_key(&arrives), Report::Complained).await;
    assert_eq!(told, CameBack::Noted);
    assert_eq!(state(&service, &arrives).await, "bounced");
    assert_eq!(reach(&service, &owner).await, Some(Reach::Bouncing));
}

async fn what_left_before_the_last_bounce_makes_nothing_well(engine: Engine) {
    let service = TestService::on(engine).await;
    let owner = service.enrolled_owner().await;
    let first = leaves(&service, &owner).await;
    let second = leaves(&service, &owner).await;
    service.clock.advance(Span::hours(1));
    let noted = service.app.notice_came_back(second.id, unknown()).await;
    noted.unwrap();
    let told = reported(&service, by_key(&first), Report::Delivered).await;
    assert_eq!(told, CameBack::Noted);
    assert_eq!(reach(&service, &owner).await, Some(Reach::Bouncing));
}
