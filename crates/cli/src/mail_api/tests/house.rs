//! A house with notices to send.

use crate::assembly::Links;
use crate::returning::Returning;
use counterfoil_lang::TimeZone;
use counterfoil_model::{AccountId, EventKind, NoticeId};
use counterfoil_notices::transport::Folder;
use counterfoil_notices::{Frame, Parts, Templates, Transport, deliver_due, sample};
use counterfoil_service::desk::DeliveryState;
use counterfoil_store::driver::Engine;
use counterfoil_store::{Error, repo};
use counterfoil_testkit::service::TestService;
use std::sync::Arc;

pub(super) struct House {
    service: TestService,
    templates: Templates,
    frame: Frame,
    owner: AccountId,
    told: u8,
}

impl House {
    /// With one account, whose invitation was sent.
    pub(super) async fn new() -> Self {
        let service = TestService::on(Engine::Sqlite).await;
        let templates = Templates::bundled().unwrap();
        let frame = Frame {
            service_name: "Example & \"Sons\"".into(),
            help_line: Some("Ring 555 0100".into()),
            time_zone: TimeZone::UTC,
            ..sample::frame(&templates).unwrap()
        };
        let invited = service.app.invite("ann@mail.example", "Ann", "en", None);
        invited.await.unwrap();
        let accounts: Result<Vec<_>, Error> = service
            .db
            .read(
                "accounts",
                |tx| async move { repo::account::list(&tx).await },
            )
            .await;
        let house = Self {
            owner: accounts.unwrap()[0].id,
            service,
            templates,
            frame,
            told: 0,
        };
        let place = tempfile::tempdir().unwrap();
        house.deliver(&Folder::open(place.path()).unwrap()).await;
        house
    }

    /// Hands over what is due.
    async fn deliver(&self, transport: &dyn Transport) {
        let links = Links {
            app: Arc::clone(&self.service.app),
            public_url: self.frame.public_url.clone(),
        };
        let parts = Parts {
            db: &self.service.db,
            transport,
            sentences: &self.templates.sentences,
            frame: &self.frame,
            links: &links,
            returns: &Returning::new(Arc::clone(&self.service.app), None),
        };
        deliver_due(parts, || self.service.now(), 10).await.unwrap();
    }

    /// Tells the owner that a code was used; the notice's state, why, and what it is called at the provider.
    pub(super) async fn tells(
        &mut self,
        transport: &dyn Transport,
    ) -> (&'static str, String, Option<String>) {
        self.told += 1;
        let recipient = format!("ann{}@elsewhere.example", self.told);
        let kind = EventKind::CodeRedeemed;
        let mut notice = sample::notice(&self.templates.sentences, kind, false).unwrap();
        notice.account = self.owner;
        notice.id = NoticeId::from_bytes([self.told; 16]);
        notice.recipient.clone_from(&recipient);
        let (notice, now) = (&notice, self.service.now());
        let queued: Result<(), Error> = self
            .service
            .db
            .run("queue", |tx| async move {
                repo::outbox::queue(&tx, notice, now).await
            })
            .await;
        queued.unwrap();
        self.deliver(transport).await;
        for (state, name) in [
            (DeliveryState::Sent, "handed over"),
            (DeliveryState::Deferred, "deferred"),
            (DeliveryState::Bounced, "bounced"),
            (DeliveryState::Failed, "failed"),
        ] {
            let deliveries = self.service.app.deliveries(state).await.unwrap();
            let found = deliveries
                .into_iter()
                .find(|one| one.recipient == recipient);
            if let Some(delivery) = found {
                let why = delivery.last_error.unwrap_or_default();
                return (name, why, delivery.reference);
            }
        }
        panic!("{recipient} was lost")
    }

    /// Invites somebody with a name that looks like part of a document.
    pub(super) async fn invites(&self, transport: &dyn Transport) {
        let (mailbox, to) = ("guest@mail.example", "guest@elsewhere.example");
        let name = "Ann \"\\ {{to}}";
        let invited = self.service.app.invite(mailbox, name, "en", Some(to));
        invited.await.unwrap();
        self.deliver(transport).await;
    }
}
