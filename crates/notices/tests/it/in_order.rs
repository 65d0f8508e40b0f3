//! Several ways out, one after the other.

use crate::outbox::Answering;
use crate::sample;
use counterfoil_model::EnhancedStatus;
use counterfoil_notices::transport::InOrder;
use counterfoil_notices::{Receipt, Transport, TransportError};
use std::sync::Arc;
use std::sync::atomic::Ordering;

fn answering(answer: Result<&str, TransportError>) -> Arc<Answering> {
    let taken = |name: &str| Receipt {
        transport: name.to_owned(),
        reference: None,
    };
    Arc::new(Answering::new(answer.map(taken)))
}

/// Who took the mail, or why nobody did, and how often each was asked.
async fn asked(transports: [Arc<Answering>; 2]) -> (Result<String, TransportError>, [i64; 2]) {
    let in_order = InOrder::new(
        transports
            .iter()
            .map(|transport| Arc::clone(transport) as Arc<dyn Transport>)
            .collect(),
    );
    let answer = in_order.hand_over(&sample::mail()).await;
    let tried = transports.map(|transport| transport.tried.load(Ordering::SeqCst));
    (answer.map(|receipt| receipt.transport), tried)
}

fn refused(subject: u16, detail: u16) -> TransportError {
    TransportError::never("550").with_status(Some(EnhancedStatus::never(subject, detail)))
}

#[tokio::test]
async fn the_first_that_takes_it_has_it() {
    let (answer, tried) = asked([answering(Ok("first")), answering(Ok("second"))]).await;
    assert_eq!((answer.unwrap().as_str(), tried), ("first", [1, 0]));
}

#[tokio::test]
async fn a_way_that_is_shut_leads_to_the_next() {
    for shut in [
        TransportError::no_answer("connection"),
        // A sender that is refused, and an answer of which nobody knows what it is about.
        refused(7, 1),
        TransportError::never("40001"),
    ] {
        let (answer, tried) = asked([answering(Err(shut)), answering(Ok("second"))]).await;
        assert_eq!((answer.unwrap().as_str(), tried), ("second", [1, 1]));
    }
}

#[tokio::test]
async fn what_is_about_the_recipient_is_the_answer() {
    let busy = TransportError::retry("451").with_status(Some(EnhancedStatus::later(7, 1)));
    for about_the_recipient in [refused(1, 1), busy] {
        let (answer, tried) = asked([
            answering(Err(about_the_recipient.clone())),
            answering(Ok("second")),
        ])
        .await;
        assert_eq!((answer, tried), (Err(about_the_recipient), [1, 0]));
    }
}

#[tokio::test]
async fn a_mail_that_may_have_been_taken_goes_no_other_way() {
    let uncertain = TransportError::uncertain("timeout");
    let (answer, tried) = asked([answering(Err(uncertain.clone())), answering(Ok("second"))]).await;
    assert_eq!((answer, tried), (Err(uncertain), [1, 0]));
}

#[tokio::test]
async fn one_that_may_work_later_is_worth_waiting_for() {
    let away = TransportError::no_answer("connection");
    for (first, second) in [(away.clone(), refused(7, 1)), (refused(7, 1), away.clone())] {
        let (answer, tried) = asked([answering(Err(first)), answering(Err(second))]).await;
        assert_eq!((answer, tried), (Err(away.clone()), [1, 1]));
    }
}
