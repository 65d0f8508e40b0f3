//! An advisory's mail has its text, both ways, as it is when the mail is written.

use crate::outbox::Known;
use crate::sample;
use counterfoil_lang::Sentences;
use counterfoil_model::advisory::{Audience, Severity};
use counterfoil_model::{Enclosed, Span};
use counterfoil_notices::{Mail, OpenLink, Parts, deliver_due};
use counterfoil_service::advisory::Draft;
use counterfoil_store::driver::Engine;
use counterfoil_store::repo::outbox::Notice;
use counterfoil_testkit::mail_trap::MailTrap;
use counterfoil_testkit::service::TestService;

/// Advisories have none.
struct NoLinks;

impl OpenLink for NoLinks {
    fn open(&self, _: &Notice) -> Option<Enclosed> {
        None
    }
}

async fn mailed(service: &TestService) -> Vec<Mail> {
    while service.app.mail_advisories().await.unwrap().is_some() {}
    let (trap, sentences, frame) = (MailTrap::new(), Sentences::load().unwrap(), sample::frame());
    let returns = Known::of(&service.db);
    let parts = Parts {
        db: &service.db,
        transport: &trap,
        sentences: &sentences,
        frame: &frame,
        links: &NoLinks,
        returns: &returns,
    };
    deliver_due(parts, || service.now(), 100).await.unwrap();
    trap.mails()
}

fn draft() -> Draft {
    Draft {
        title: "Mails that look like ours".to_owned(),
        body: "Somebody asks for a **code**. See [our page](https://help.example.org/?a=1&b=2).\n\n- We never ask.\n- <https://help.example.org/>".to_owned(),
        severity: Severity::Critical,
        audience: Audience::Everybody,
        public: false,
        from: None,
        until: None,
    }
}

#[tokio::test]
async fn text_and_page_say_the_same() {
    let service = TestService::on(Engine::Sqlite).await;
    service.owner().await;
    mailed(&service).await;
    service.app.write_advisory(draft()).await.unwrap();
    let mails = mailed(&service).await;
    let [mail] = mails.as_slice() else {
        panic!("{mails:?}")
    };
    assert_eq!(mail.subject, "Mails that look like ours");
    insta::assert_snapshot!("advisory_text", mail.text);
    insta::assert_snapshot!("advisory_page", mail.html.as_deref().unwrap());
}

#[tokio::test]
async fn what_was_withdrawn_before_its_mail_was_written_is_not_mailed() {
    let service = TestService::on(Engine::Sqlite).await;
    service.owner().await;
    mailed(&service).await;
    let id = service.app.write_advisory(draft()).await.unwrap();
    while service.app.mail_advisories().await.unwrap().is_some() {}
    service.clock.advance(Span::seconds(1));
    let why = "It was a drill of ours.";
    service.app.withdraw_advisory(id, why).await.unwrap();
    let mails = mailed(&service).await;
    assert_eq!(mails.len(), 2);
    for mail in mails {
        assert_eq!(mail.subject, "Withdrawn: Mails that look like ours");
        assert!(mail.text.contains(why), "{}", mail.text);
        assert!(!mail.text.contains("We never ask"), "{}", mail.text);
    }
}
