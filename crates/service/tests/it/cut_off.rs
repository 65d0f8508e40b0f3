//! Open mail connections end when a right is taken away: at once, once more, and until the mail software did it.

use crate::ground::on_both_engines;
use async_trait::async_trait;
use counterfoil_model::Span;
use counterfoil_service::{MailFilter, MailSystem, MailSystemError};
use counterfoil_store::driver::Engine;
use counterfoil_testkit::service::TestService;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

/// Mail software that is away for so many tries, then notes whom it cut off.
#[derive(Default)]
struct MailSoftware {
    away_for: AtomicU32,
    cut: Mutex<Vec<String>>,
}

#[async_trait]
impl MailSystem for MailSoftware {
    async fn cut_off(&self, login: &str) -> Result<(), MailSystemError> {
        let away = |tries: u32| tries.checked_sub(1);
        if self
            .away_for
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, away)
            .is_ok()
        {
            return Err(MailSystemError::Unreachable);
        }
        self.cut.lock().unwrap().push(login.to_owned());
        Ok(())
    }

    async fn filters(&self, _: &str) -> Result<Vec<MailFilter>, MailSystemError> {
        Ok(Vec::new())
    }

    async fn switch_filter_off(&self, _: &str) -> Result<(), MailSystemError> {
        Ok(())
    }
}

async fn behind(engine: Engine, mail: &Arc<MailSoftware>) -> TestService {
    let mail = Arc::clone(mail) as Arc<dyn MailSystem>;
    TestService::on(engine).mail_system(mail).await
}

async fn connections_are_cut_at_once_and_once_more_for_whoever_came_in_meanwhile(engine: Engine) {
    let mail = Arc::new(MailSoftware::default());
    let service = behind(engine, &mail).await;
    let owner = service.enrolled_owner().await;
    let app = &service.app;
    app.freeze(&owner.session, &owner.visit, None)
        .await
        .unwrap();
    assert_eq!(app.do_cut_offs().await.unwrap(), 1);
    assert_eq!(app.do_cut_offs().await.unwrap(), 0);
    service.clock.advance(Span::seconds(4));
    assert_eq!(app.do_cut_offs().await.unwrap(), 0);
    service.clock.advance(Span::seconds(1));
    assert_eq!(app.do_cut_offs().await.unwrap(), 1);
    service.clock.advance(Span::days(1));
    assert_eq!(app.do_cut_offs().await.unwrap(), 0);
    let cut = mail.cut.lock().unwrap().clone();
    assert_eq!(cut, [owner.address.clone(), owner.address]);
}

async fn a_cut_that_fails_is_tried_until_it_is_made(engine: Engine) {
    let mail = Arc::new(MailSoftware::default());
    mail.away_for.store(4, Ordering::SeqCst);
    let service = behind(engine, &mail).await;
    let owner = service.enrolled_owner().await;
    let app = &service.app;
    app.freeze(&owner.session, &owner.visit, None)
        .await
        .unwrap();
    for wait in [0, 1, 2, 4] {
        service.clock.advance(Span::seconds(wait));
        assert_eq!(app.do_cut_offs().await.unwrap(), 0, "{wait}");
    }
    service.clock.advance(Span::seconds(8));
    assert_eq!(app.do_cut_offs().await.unwrap(), 1);
    // It was made long after it was asked for, so whoever was let in before has shown themselves.
    service.clock.advance(Span::days(1));
    assert_eq!(app.do_cut_offs().await.unwrap(), 0);
    assert_eq!(mail.cut.lock().unwrap().as_slice(), [owner.address]);
}

async fn two_workers_make_a_cut_once(engine: Engine) {
    let mail = Arc::new(MailSoftware::default());
    let service = behind(engine, &mail).await;
    let owner = service.enrolled_owner().await;
    let app = &service.app;
    app.freeze(&owner.session, &owner.visit, None)
        .await
        .unwrap();
    let (one, other) = tokio::join!(app.do_cut_offs(), app.do_cut_offs());
    assert_eq!(one.unwrap() + other.unwrap(), 1);
    assert_eq!(mail.cut.lock().unwrap().as_slice(), [owner.address]);
}

on_both_engines!(
    connections_are_cut_at_once_and_once_more_for_whoever_came_in_meanwhile,
    a_cut_that_fails_is_tried_until_it_is_made,
    two_workers_make_a_cut_once,
);
