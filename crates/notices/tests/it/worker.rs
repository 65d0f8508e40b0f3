//! The outbox is emptied: nothing is lost, nothing is sent twice.

use crate::outbox::{Outbox, receipt};
use counterfoil_model::{EnhancedStatus, EventKind, Span};
use counterfoil_notices::{Beat, Mail, Parts, Receipt, Tally, Transport, TransportError, run};
use counterfoil_store::repo::{self, outbox::Notice};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

fn retry() -> Result<Receipt, TransportError> {
    Err(TransportError::retry("451").with_status(Some(EnhancedStatus::later(2, 2))))
}

#[tokio::test]
async fn what_is_due_is_handed_over_once() {
    let outbox = Outbox::new().await;
    outbox
        .queue(&outbox.notice(EventKind::CodeRedeemed, false, 1))
        .await;
    outbox
        .queue(&outbox.notice(EventKind::ChangeScheduled, true, 2))
        .await;
    assert_eq!(
        outbox.deliver().await,
        Tally {
            handed_over: 2,
            ..Tally::default()
        }
    );
    assert_eq!(outbox.deliver().await, Tally::default());
    assert_eq!(outbox.states().await, "handed-over 2");
    let taken = outbox.transport.taken.lock().unwrap();
    assert!(
        taken
            .iter()
            .any(|mail| mail.text.contains(crate::sample::LINK))
    );
}

#[tokio::test]
async fn two_workers_at_once_deliver_once() {
    let outbox = Outbox::new().await;
    for number in 0..20 {
        outbox
            .queue(&outbox.notice(EventKind::CodeRedeemed, false, number))
            .await;
    }
    let (one, two, three) = tokio::join!(outbox.deliver(), outbox.deliver(), outbox.deliver());
    assert_eq!(one.handed_over + two.handed_over + three.handed_over, 20);
    let mut ids: Vec<String> = outbox
        .transport
        .taken
        .lock()
        .unwrap()
        .iter()
        .map(|mail| mail.message_id.clone())
        .collect();
    ids.sort();
    ids.dedup();
    assert_eq!((ids.len(), outbox.tried()), (20, 20));
}

#[tokio::test]
async fn a_busy_server_is_asked_again_on_schedule_and_not_for_ever() {
    let outbox = Outbox::new().await;
    outbox
        .queue(&outbox.notice(EventKind::CodeRedeemed, false, 1))
        .await;
    outbox.answer(retry());
    let pauses = [1, 5, 15, 60, 240, 480, 480, 480, 480, 480, 480, 480, 480];
    for (tried, pause) in (1..).zip(pauses) {
        assert_eq!(
            outbox.deliver().await,
            Tally {
                deferred: 1,
                ..Tally::default()
            },
            "try {tried}"
        );
        outbox.clock.pass(Span::seconds(pause * 60 - 1));
        assert_eq!(
            outbox.deliver().await,
            Tally::default(),
            "too early after try {tried}"
        );
        outbox.clock.pass(Span::seconds(1));
        assert_eq!(outbox.tried(), tried);
    }
    assert_eq!(outbox.states().await, "queued 1");
    assert_eq!(
        outbox.deliver().await,
        Tally {
            bounced: 1,
            ..Tally::default()
        }
    );
    assert_eq!(outbox.states().await, "bounced 1");
}

#[tokio::test]
async fn a_busy_server_that_recovers_gets_the_notice() {
    let outbox = Outbox::new().await;
    outbox
        .queue(&outbox.notice(EventKind::ChangeScheduled, true, 1))
        .await;
    outbox.answer(retry());
    outbox.deliver().await;
    outbox.answer(Ok(receipt()));
    outbox.clock.pass(Span::minutes(1));
    assert_eq!(
        outbox.deliver().await,
        Tally {
            handed_over: 1,
            ..Tally::default()
        }
    );
}

#[tokio::test]
async fn a_refused_notice_is_not_tried_again() {
    let outbox = Outbox::new().await;
    outbox
        .queue(&outbox.notice(EventKind::CodeRedeemed, false, 1))
        .await;
    outbox.answer(Err(TransportError::never("550")));
    assert_eq!(
        outbox.deliver().await,
        Tally {
            failed: 1,
            ..Tally::default()
        }
    );
    outbox.clock.pass(Span::days(1));
    assert_eq!(outbox.deliver().await, Tally::default());
    assert_eq!(
        (outbox.states().await.as_str(), outbox.tried()),
        ("failed 1", 1)
    );
}

#[tokio::test]
async fn what_is_its_link_is_not_sent_after_it() {
    let outbox = Outbox::new().await;
    for (number, kind) in [
        (1, EventKind::AccountInvited),
        (2, EventKind::OutsideAddressAdded),
    ] {
        let mut notice = outbox.notice(kind, true, number);
        notice.expires_at = Some(outbox.clock.now() + Span::hours(24));
        outbox.queue(&notice).await;
    }
    outbox.clock.pass(Span::hours(24));
    assert_eq!(
        outbox.deliver().await,
        Tally {
            expired: 2,
            ..Tally::default()
        }
    );
    assert_eq!(
        (outbox.states().await.as_str(), outbox.tried()),
        ("expired 2", 0)
    );
}

#[tokio::test]
async fn a_security_notice_whose_link_has_ended_is_sent_without_it() {
    let outbox = Outbox::new().await;
    let mut notice = outbox.notice(EventKind::ChangeScheduled, true, 1);
    notice.expires_at = Some(outbox.clock.now() + Span::hours(24));
    outbox.queue(&notice).await;
    outbox.clock.pass(Span::hours(24));
    assert_eq!(outbox.deliver().await.handed_over, 1);
    let taken = outbox.transport.taken.lock().unwrap();
    assert!(
        !taken[0].text.contains("/stop-change/"),
        "{}",
        taken[0].text
    );
    assert!(
        taken[0].text.contains("Sign out everywhere"),
        "{}",
        taken[0].text
    );
}

/// Item 3: the mail server is away for three days.
#[tokio::test]
async fn after_three_days_without_a_mail_server_security_notices_arrive_and_links_dont() {
    let outbox = Outbox::new().await;
    let mut invitation = outbox.notice(EventKind::OutsideAddressAdded, true, 1);
    invitation.expires_at = Some(outbox.clock.now() + Span::hours(24));
    outbox.queue(&invitation).await;
    let mut stop = outbox.notice(EventKind::ChangeScheduled, true, 2);
    stop.expires_at = Some(outbox.clock.now() + Span::hours(24));
    outbox.queue(&stop).await;
    outbox
        .queue(&outbox.notice(EventKind::CodeRedeemed, false, 3))
        .await;
    outbox.answer(Err(TransportError::no_answer("connection")));
    for _ in 0..72 * 4 {
        outbox.deliver().await;
        outbox.clock.pass(Span::minutes(15));
    }
    assert_eq!(outbox.states().await, "expired 1, queued 2");
    assert!(outbox.tried() < 45, "{} tries", outbox.tried());
    outbox.answer(Ok(receipt()));
    outbox.clock.pass(Span::hours(8));
    assert_eq!(outbox.deliver().await.handed_over, 2);
    assert_eq!(outbox.states().await, "expired 1, handed-over 2");
    let taken = outbox.transport.taken.lock().unwrap();
    assert!(
        taken
            .iter()
            .all(|mail| !mail.text.contains("/stop-change/"))
    );
}

#[tokio::test]
async fn a_notice_that_cant_be_written_fails_and_holds_nobody_up() {
    let outbox = Outbox::new().await;
    let mut broken = outbox.notice(EventKind::CodeRedeemed, false, 1);
    broken.details = "{}".into();
    outbox.queue(&broken).await;
    outbox
        .queue(&outbox.notice(EventKind::SheetLost, false, 2))
        .await;
    assert_eq!(
        outbox.deliver().await,
        Tally {
            handed_over: 1,
            failed: 1,
            ..Tally::default()
        }
    );
}

#[tokio::test]
async fn a_link_whose_key_is_gone_waits_for_the_key() {
    let mut outbox = Outbox::new().await;
    outbox.links.key_there = false;
    outbox
        .queue(&outbox.notice(EventKind::ChangeScheduled, true, 1))
        .await;
    assert_eq!(
        outbox.deliver().await,
        Tally {
            deferred: 1,
            ..Tally::default()
        }
    );
    assert_eq!(outbox.tried(), 0);
    outbox.links.key_there = true;
    outbox.clock.pass(Span::minutes(1));
    assert_eq!(
        outbox.deliver().await,
        Tally {
            handed_over: 1,
            ..Tally::default()
        }
    );
}

#[tokio::test]
async fn a_notice_of_a_worker_that_died_is_taken_up_when_its_lease_ends() {
    let outbox = Outbox::new().await;
    let notice = outbox.notice(EventKind::CodeRedeemed, false, 1);
    outbox.queue(&notice).await;
    let (account, id, now) = (notice.account, notice.id, outbox.clock.now());
    let claimed = outbox
        .db
        .run("test_claim", |tx| async move {
            repo::outbox::claim(&tx, account, id, Span::minutes(2), now).await
        })
        .await
        .unwrap();
    assert!(claimed.is_some());
    outbox.clock.pass(Span::seconds(119));
    assert_eq!(outbox.deliver().await, Tally::default());
    outbox.clock.pass(Span::seconds(1));
    assert_eq!(
        outbox.deliver().await,
        Tally {
            handed_over: 1,
            ..Tally::default()
        }
    );
}

#[tokio::test]
async fn the_notice_says_whose_account_it_is_about() {
    let outbox = Outbox::new().await;
    outbox.enter_account("alice@example.org", "Alice").await;
    let mut notice = outbox.notice(EventKind::SheetLost, false, 1);
    notice.details = r#"{"sheet":"3"}"#.into();
    outbox.queue(&notice).await;
    outbox.deliver().await;
    let taken = outbox.transport.taken.lock().unwrap();
    assert!(
        taken[0].text.starts_with("Hello Alice,\n"),
        "{}",
        taken[0].text
    );
    assert!(
        taken[0].text.contains("the account alice@example.org."),
        "{}",
        taken[0].text
    );
}

#[tokio::test]
async fn no_more_than_the_limit_at_once() {
    let outbox = Outbox::new().await;
    for number in 0..5 {
        outbox
            .queue(&outbox.notice(EventKind::SheetLost, false, number))
            .await;
    }
    assert_eq!(outbox.try_deliver(3).await.unwrap().total(), 3);
    assert_eq!(outbox.try_deliver(3).await.unwrap().total(), 2);
}

#[tokio::test]
async fn the_loop_delivers_and_stops_when_told() {
    let outbox = Outbox::new().await;
    outbox
        .queue(&outbox.notice(EventKind::CodeRedeemed, false, 1))
        .await;
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let shutdown = async move {
        let _ = stopped.await;
    };
    let now = || outbox.clock.now();
    let beats = AtomicU32::new(0);
    let beat = |beat| {
        assert_eq!(beat, Beat::Well);
        beats.fetch_add(1, Ordering::SeqCst);
    };
    let running = run(outbox.parts(), now, beat, shutdown);
    let stopping = async {
        while outbox.tried() == 0 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        stop.send(()).unwrap();
    };
    tokio::time::timeout(Duration::from_secs(20), async {
        tokio::join!(running, stopping)
    })
    .await
    .unwrap();
    assert_eq!(outbox.states().await, "handed-over 1");
    assert!(beats.load(Ordering::SeqCst) >= 1, "a look at the outbox");
}

/// A mail server that never answers.
struct Silent(AtomicU32);

#[async_trait::async_trait]
impl Transport for Silent {
    async fn hand_over(&self, _mail: &Mail) -> Result<Receipt, TransportError> {
        self.0.fetch_add(1, Ordering::SeqCst);
        std::future::pending().await
    }

    fn reaches_people(&self) -> bool {
        true
    }
}

#[tokio::test]
async fn a_loop_that_stops_hands_its_lease_back() {
    let outbox = Outbox::new().await;
    outbox
        .queue(&outbox.notice(EventKind::CodeRedeemed, false, 1))
        .await;
    let silent = Silent(AtomicU32::new(0));
    let parts = Parts {
        transport: &silent,
        ..outbox.parts()
    };
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let shutdown = async move {
        let _ = stopped.await;
    };
    let running = run(parts, || outbox.clock.now(), |_| {}, shutdown);
    let stopping = async {
        while silent.0.load(Ordering::SeqCst) == 0 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        assert_eq!(outbox.deliver().await.total(), 0, "it is leased");
        stop.send(()).unwrap();
    };
    tokio::time::timeout(Duration::from_secs(40), async {
        tokio::join!(running, stopping)
    })
    .await
    .unwrap();
    // The clock hasn't moved, so the lease didn't end by itself.
    assert_eq!(outbox.deliver().await.handed_over, 1);
}

#[tokio::test]
async fn a_notice_that_comes_back_is_told_from_one_that_is_our_fault() {
    let outbox = Outbox::new().await;
    let refused = |subject, detail| {
        let status = Some(EnhancedStatus::never(subject, detail));
        Err(TransportError::never("550").with_status(status))
    };
    outbox
        .queue(&outbox.notice(EventKind::CodeRedeemed, false, 1))
        .await;
    outbox.answer(refused(1, 1));
    assert_eq!(outbox.deliver().await.bounced, 1);
    outbox
        .queue(&outbox.notice(EventKind::CodeRedeemed, false, 2))
        .await;
    outbox.answer(refused(7, 1));
    assert_eq!(outbox.deliver().await.failed, 1);
    assert_eq!(outbox.states().await, "bounced 1, failed 1");
}

#[tokio::test]
async fn one_event_one_recipient_and_one_purpose_are_one_row() {
    let outbox = Outbox::new().await;
    let sample = outbox.notice(EventKind::CodeRedeemed, false, 1);
    let key = |recipient: &str, purpose: &str| Notice {
        id: repo::outbox::key(sample.event, recipient, purpose),
        recipient: recipient.into(),
        ..sample.clone()
    };
    for _ in 0..2 {
        outbox.queue(&key("alice@example.org", "tell")).await;
        outbox.queue(&key("alice@elsewhere.example", "tell")).await;
        outbox
            .queue(&key("alice@elsewhere.example", "stop-change"))
            .await;
    }
    assert_eq!(outbox.deliver().await.handed_over, 3);
    outbox.queue(&key("alice@example.org", "tell")).await;
    assert_eq!(outbox.deliver().await, Tally::default(), "it was sent");
}
