//! No silent event: every event is recorded in its transaction, and whoever must hear of it has a notice queued there.

use crate::app_events::OPERATOR;
use crate::{App, Fault, LinkKind, Visit};
use counterfoil_model::reminders::{soon, touches};
use counterfoil_model::{
    AccountId, Announcement, Enclosed, EventId, EventKind, FreezeOffer, IssuedCode, NoticeId,
    Timestamp,
};
use counterfoil_store::repo::{self, account::Account, event::Event, outbox::Notice};
use counterfoil_store::{Error, Tx};
use zeroize::Zeroizing;

/// An event about to be told.
pub(crate) struct Happening<'a> {
    kind: EventKind,
    details: Vec<(&'static str, String)>,
    visit: Option<&'a Visit>,
    link: Option<(LinkKind, [u8; 16], Timestamp)>,
    code: Option<(Zeroizing<String>, Timestamp)>,
    only_to: Option<&'a str>,
}

impl<'a> Happening<'a> {
    pub(crate) const fn of(kind: EventKind) -> Self {
        Self {
            kind,
            details: Vec::new(),
            visit: None,
            link: None,
            code: None,
            only_to: None,
        }
    }

    /// Where the request came from.
    pub(crate) fn by(mut self, visit: &'a Visit) -> Self {
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
    pub(crate) fn link(mut self, kind: LinkKind, subject: [u8; 16], expires_at: Timestamp) -> Self {
        self.link = Some((kind, subject, expires_at));
        self
    }

    /// A code of the issued kind, which goes to one address only and isn't sent once it has ended.
    pub(crate) fn code(mut self, code: &IssuedCode, expires_at: Timestamp) -> Self {
        self.code = Some((code.text(), expires_at));
        self
    }

    /// What the notice to this recipient is for.
    fn purpose(&self, recipient: &str) -> &'static str {
        if self.only_to.is_some_and(|only| only != recipient) {
            return TELL;
        }
        match (self.link, &self.code) {
            (Some((kind, ..)), _) => kind.as_str(),
            (None, Some(_)) => CODE,
            (None, None) => TELL,
        }
    }

    /// Only one address gets the link or the code; everybody else hears of the event without it.
    pub(crate) fn only_to(mut self, recipient: &'a str) -> Self {
        self.only_to = Some(recipient);
        self
    }

    /// One address is written to, though the kind announces nothing.
    pub(crate) fn mailed_to(self, recipient: &'a str) -> Self {
        self.only_to(recipient)
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
        let owner = repo::account::load(tx, account).await?;
        let language = owner
            .as_ref()
            .map_or_else(|| "en".to_owned(), |account| account.language.clone());
        for recipient in recipients {
            let id = repo::outbox::key(event.id, &recipient, happening.purpose(&recipient));
            let (enclosed, expires_at) = self
                .enclose(tx, account, owner.as_ref(), &happening, &recipient, now)
                .await?;
            let link = if enclosed.is_empty() {
                None
            } else {
                let sealed = self.seal(ENCLOSED, &[id.as_bytes()], enclosed.to_text().as_bytes());
                Some(sealed.map_err(Error::internal)?)
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

    /// What goes with the notice to one recipient, and until when it is worth sending.
    async fn enclose(
        &self,
        tx: &Tx,
        account: AccountId,
        owner: Option<&Account>,
        happening: &Happening<'_>,
        recipient: &str,
        now: Timestamp,
    ) -> Result<(Enclosed, Option<Timestamp>), Error> {
        let mut enclosed = Enclosed::default();
        let mut expires_at = None;
        if happening.only_to.is_none_or(|only| only == recipient) {
            if let Some((kind, subject, end)) = happening.link {
                let token = self
                    .make_link(tx, account, kind, Some(subject), end, now)
                    .await?;
                enclosed.link = Some(kind.path(&token).as_str().into());
                expires_at = Some(end);
            }
            if let Some((code, end)) = &happening.code {
                enclosed.code = Some(code.as_str().into());
                expires_at = Some(*end);
            }
        }
        // Who gets a link or a code that nobody else gets may have nothing to do with the account.
        let alone = happening.only_to == Some(recipient) && expires_at.is_some();
        let Some(owner) = owner.filter(|_| !alone) else {
            return Ok((enclosed, expires_at));
        };
        if FreezeOffer::of(happening.kind) != FreezeOffer::None && !owner.is_frozen() {
            let (kind, end) = (LinkKind::Freeze, now + LinkKind::Freeze.lasts());
            let token = self.make_link(tx, account, kind, None, end, now).await?;
            enclosed.freeze = Some(kind.path(&token).as_str().into());
        }
        enclosed.phrase = self
            .phrase_of(owner)
            .map_err(Error::internal)?
            .map(|phrase| phrase.as_str().into());
        Ok((enclosed, expires_at))
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

    /// Seals what a notice that waits encloses once more, under the key in use.
    pub(crate) fn reseal_notice_link(&self, id: NoticeId, sealed: &[u8]) -> Result<Vec<u8>, Fault> {
        self.seal_again(ENCLOSED, &[id.as_bytes()], sealed)
    }

    /// The links of a notice as paths, its code and its phrase, opened for the moment it is handed over.
    ///
    /// # Errors
    /// [`Fault`] when the key that sealed them is gone.
    pub fn enclosed(&self, notice: &Notice) -> Result<Enclosed, Fault> {
        let Some(sealed) = notice.link.as_deref() else {
            return Ok(Enclosed::default());
        };
        let text = self.unseal_text(ENCLOSED, &[notice.id.as_bytes()], sealed)?;
        Ok(Enclosed::parse(&text))
    }
}

/// What a notice is for that only tells; any other is for its link or its code.
const TELL: &str = "tell";
const CODE: &str = "code";

/// Named after what was all of it once.
const ENCLOSED: &str = "notice-link";

/// The sentence's arguments as a JSON object of strings.
fn details(arguments: &[(&'static str, String)]) -> String {
    let object: serde_json::Map<String, serde_json::Value> = arguments
        .iter()
        .map(|(name, value)| ((*name).to_owned(), value.clone().into()))
        .collect();
    serde_json::Value::Object(object).to_string()
}
