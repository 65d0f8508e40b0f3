//! No silent event: every event is recorded in its transaction, and whoever must hear of it has a notice queued there.

use crate::app_events::OPERATOR;
use crate::{App, Fault, LinkKind, Visit};
use counterfoil_model::reminders::{soon, touches};
use counterfoil_model::{AccountId, Announcement, EventId, EventKind, NoticeId, Timestamp};
use counterfoil_store::repo::{self, event::Event, outbox::Notice};
use counterfoil_store::{Error, Tx};
use zeroize::Zeroizing;

/// An event about to be told.
pub(crate) struct Happening<'a> {
    kind: EventKind,
    details: Vec<(&'static str, String)>,
    visit: Option<&'a Visit>,
    link: Option<(LinkKind, [u8; 16], Timestamp)>,
    only_to: Option<&'a str>,
}

impl<'a> Happening<'a> {
    pub(crate) const fn of(kind: EventKind) -> Self {
        Self {
            kind,
            details: Vec::new(),
            visit: None,
            link: None,
            only_to: None,
        }
    }

    /// Where the request came from.
    pub(crate) const fn by(mut self, visit: &'a Visit) -> Self {
        self.visit = Some(visit);
        self
    }

    /// An argument of the event's sentence. Never a secret.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "callers have numbers and slots, not references to them"
    )]
    pub(crate) fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.details.push((name, value.to_string()));
        self
    }

    /// Every recipient gets a link of their own, and the notice isn't sent once it has ended.
    pub(crate) const fn link(
        mut self,
        kind: LinkKind,
        subject: [u8; 16],
        expires_at: Timestamp,
    ) -> Self {
        self.link = Some((kind, subject, expires_at));
        self
    }

    /// Only one address gets the link; everybody else hears of the event without it.
    pub(crate) const fn link_only_to(mut self, recipient: &'a str) -> Self {
        self.only_to = Some(recipient);
        self
    }

    /// One address is written to, though the kind announces nothing.
    pub(crate) const fn mailed_to(self, recipient: &'a str) -> Self {
        self.link_only_to(recipient)
    }
}

impl App {
    /// Records the event in the transaction that made it happen, and tells nobody.
    pub(crate) async fn record(
        &self,
        tx: &Tx,
        account: AccountId,
        happening: &Happening<'_>,
        now: Timestamp,
    ) -> Result<Event, Error> {
        let event = Event {
            id: EventId::draw(&mut self.chance()),
            kind: happening.kind.as_str().to_owned(),
            at: now,
            details: details(&happening.details),
            network: happening
                .visit
                .map(|visit| visit.address.to_canonical().to_string())
                .unwrap_or_default(),
            device: happening
                .visit
                .map(|visit| visit.device.clone())
                .unwrap_or_default(),
        };
        let browser = happening.visit.map(|visit| &visit.browser);
        let feed = (self.tells_operator && happening.kind.is_told_change()).then_some(OPERATOR);
        repo::event::record(tx, account, &event, &self.draw_bytes(), browser, feed).await?;
        if touches(happening.kind) {
            repo::reminder::soon(tx, account, soon(account, now), now).await?;
        }
        Ok(event)
    }

    /// Records the event and queues its notices, in the transaction that made it happen.
    pub(crate) async fn tell(
        &self,
        tx: &Tx,
        account: AccountId,
        happening: Happening<'_>,
        now: Timestamp,
    ) -> Result<(), Error> {
        let event = self.record(tx, account, &happening, now).await?;
        let mut recipients = match happening.kind.announce() {
            Announcement::Everyone => self.recipients(tx, account, now).await?,
            Announcement::FeedOnly => Vec::new(),
        };
        if let Some(only) = happening
            .only_to
            .filter(|only| !recipients.iter().any(|recipient| recipient == only))
        {
            recipients.push(only.to_owned());
        }
        if recipients.is_empty() {
            return Ok(());
        }
        let language = repo::account::load(tx, account)
            .await?
            .map_or_else(|| "en".to_owned(), |account| account.language);
        for recipient in recipients {
            let wanted = happening
                .link
                .filter(|_| happening.only_to.is_none_or(|only| only == recipient));
            let purpose = wanted.map_or(TELL, |(kind, ..)| kind.as_str());
            let id = repo::outbox::key(event.id, &recipient, purpose);
            let (link, expires_at) = match wanted {
                Some((kind, subject, expires_at)) => {
                    let token = self
                        .make_link(tx, account, kind, Some(subject), expires_at, now)
                        .await?;
                    let sealed = self
                        .seal(NOTICE_LINK, &[id.as_bytes()], kind.path(&token).as_bytes())
                        .map_err(Error::internal)?;
                    (Some(sealed), Some(expires_at))
                }
                None => (None, None),
            };
            let notice = Notice {
                account,
                id,
                event: event.id,
                recipient,
                language: language.clone(),
                kind: event.kind.clone(),
                at: now,
                details: event.details.clone(),
                network: event.network.clone(),
                device: event.device.clone(),
                link,
                attempts: 0,
                expires_at,
            };
            repo::outbox::queue(tx, &notice, now).await?;
        }
        Ok(())
    }

    /// Tells every operator what happened to the service itself.
    pub(crate) async fn tell_each_operator<'a>(
        &self,
        tx: &Tx,
        happening: impl Fn() -> Happening<'a>,
        now: Timestamp,
    ) -> Result<(), Error> {
        for operator in repo::account::operators(tx).await? {
            self.tell(tx, operator, happening(), now).await?;
        }
        Ok(())
    }

    /// The mailbox and every outside address that hears of events now.
    async fn recipients(
        &self,
        tx: &Tx,
        account: AccountId,
        now: Timestamp,
    ) -> Result<Vec<String>, Error> {
        let mut recipients = Vec::new();
        if let Some(account) = repo::account::load(tx, account).await? {
            recipients.push(account.address);
        }
        let outside = repo::outside_address::list(tx, account).await?;
        for address in outside.into_iter().filter(|address| address.hears(now)) {
            if !recipients.contains(&address.address) {
                recipients.push(address.address);
            }
        }
        Ok(recipients)
    }

    /// Seals the link of a notice that waits once more, under the key in use.
    pub(crate) fn reseal_notice_link(&self, id: NoticeId, sealed: &[u8]) -> Result<Vec<u8>, Fault> {
        self.seal_again(NOTICE_LINK, &[id.as_bytes()], sealed)
    }

    /// The path of a notice's one-time link, opened for the moment it is handed over.
    ///
    /// # Errors
    /// [`Fault`] when the key that sealed it is gone.
    pub fn notice_link(&self, notice: &Notice) -> Result<Option<Zeroizing<String>>, Fault> {
        notice
            .link
            .as_deref()
            .map(|sealed| self.unseal_text(NOTICE_LINK, &[notice.id.as_bytes()], sealed))
            .transpose()
    }
}

/// What a notice is for that only tells; any other is for its link.
const TELL: &str = "tell";
const NOTICE_LINK: &str = "notice-link";

/// The sentence's arguments as a JSON object of strings.
fn details(arguments: &[(&'static str, String)]) -> String {
    let object: serde_json::Map<String, serde_json::Value> = arguments
        .iter()
        .map(|(name, value)| ((*name).to_owned(), value.clone().into()))
        .collect();
    serde_json::Value::Object(object).to_string()
}
