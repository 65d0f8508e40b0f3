//! The transport that other crates' tests read mails from.

use crate::sample::{self, LINK, linked};
use counterfoil_lang::Sentences;
use counterfoil_model::EventKind;
use counterfoil_notices::{Transport as _, TransportError, compose};
use counterfoil_testkit::mail_trap::{MailTrap, link_in};

#[tokio::test]
async fn what_was_caught_can_be_read_and_its_link_followed() {
    let sentences = Sentences::load().unwrap();
    let invitation = sample::notice(&sentences, EventKind::AccountInvited, true);
    let invitation = compose(
        &sentences,
        &sample::frame(),
        &invitation,
        &linked(EventKind::AccountInvited),
    )
    .unwrap();
    let trap = MailTrap::new();
    trap.clone().hand_over(&invitation).await.unwrap();
    trap.hand_over(&sample::mail()).await.unwrap();

    assert_eq!(trap.mails().len(), 2);
    let last = trap.last_to("Alice@ELSEWHERE.example").unwrap();
    assert_eq!(last.subject, "A backup code opened your account");
    assert!(trap.last_to("bob@elsewhere.example").is_none());
    let links: Vec<_> = trap.take().iter().map(link_in).collect();
    assert_eq!(links, [Some(LINK.to_owned()), None]);
    assert!(trap.mails().is_empty());
}

#[tokio::test]
async fn it_refuses_when_told_to() {
    let trap = MailTrap::new();
    let busy = TransportError::retry("451");
    trap.answer(Some(busy.clone()));
    assert_eq!(trap.hand_over(&sample::mail()).await, Err(busy));
    trap.answer(None);
    trap.hand_over(&sample::mail()).await.unwrap();
    assert_eq!(trap.mails().len(), 1);
}
