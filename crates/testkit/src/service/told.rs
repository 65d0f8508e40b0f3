//! What owners were told: their events, their notices, and what those enclose.

#![expect(
    clippy::panic,
    reason = "a test without its service must stop and say why, never pass"
)]

use super::TestService;
use counterfoil_model::{AccountId, Enclosed, Timestamp};
use counterfoil_service::{LinkKind, LinkToken};
use counterfoil_store::repo::outbox::Notice;
use counterfoil_store::{Error, Row, Statement};

const EVENTS: Statement = Statement::new(
    "test_events",
    "SELECT kind FROM security_event WHERE account_id = $1 ORDER BY at, ordinal, event_id",
);
const NOTICES: Statement = Statement::new(
    "test_notices",
    "SELECT account_id, notice_id, event_id, recipient, language, kind, at, details, network, device, link, attempts, \
     expires_at FROM outbox WHERE account_id = $1 ORDER BY at, notice_id",
);

impl TestService {
    /// The kinds of an account's events, oldest first.
    ///
    /// # Panics
    /// When the database fails.
    pub async fn events(&self, account: AccountId) -> Vec<String> {
        let rows = self.rows(&EVENTS, &[account.into()]).await;
        let kinds = rows.iter().map(|row| row.get("kind"));
        kinds
            .collect::<Result<_, _>>()
            .unwrap_or_else(|error: Error| panic!("{error}"))
    }

    /// How many events of a kind an account has.
    ///
    /// # Panics
    /// When the database fails.
    pub async fn events_of(&self, account: AccountId, kind: &str) -> usize {
        let events = self.events(account).await;
        events.iter().filter(|own| *own == kind).count()
    }

    /// Every notice an account has queued, oldest first; nothing is claimed.
    ///
    /// # Panics
    /// When the database fails.
    pub async fn notices(&self, account: AccountId) -> Vec<Notice> {
        let rows = self.rows(&NOTICES, &[account.into()]).await;
        rows.iter()
            .map(|row| notice(row).unwrap_or_else(|error| panic!("{error}")))
            .collect()
    }

    /// Who was written to about the events of a kind, in order.
    ///
    /// # Panics
    /// When the database fails.
    pub async fn told(&self, account: AccountId, kind: &str) -> Vec<String> {
        let notices = self.notices(account).await;
        let of_kind = notices.into_iter().filter(|notice| notice.kind == kind);
        let mut told: Vec<String> = of_kind.map(|notice| notice.recipient).collect();
        told.sort();
        told
    }

    /// The links of a kind that were mailed to an address, oldest first, as its reader would open them.
    ///
    /// # Panics
    /// When one can't be opened.
    pub async fn links_to(
        &self,
        account: AccountId,
        address: &str,
        kind: LinkKind,
    ) -> Vec<LinkToken> {
        let prefix = format!("/link/{}/", kind.as_str());
        let notices = self.notices(account).await;
        let to_address = notices.iter().filter(|notice| notice.recipient == address);
        to_address
            .filter_map(|notice| {
                let enclosed = self.enclosed(notice);
                let paths = [enclosed.link, enclosed.freeze];
                paths
                    .into_iter()
                    .flatten()
                    .find_map(|path| LinkToken::parse(path.expose().strip_prefix(prefix.as_str())?))
            })
            .collect()
    }

    /// The newest code that was mailed to an address, as its reader would type it.
    ///
    /// # Panics
    /// When there is none.
    pub async fn code_to(&self, account: AccountId, address: &str) -> String {
        let notices = self.notices(account).await;
        let mut codes: Vec<(Timestamp, String)> = notices
            .iter()
            .filter(|notice| notice.recipient == address)
            .filter_map(|notice| Some((notice.at, self.enclosed(notice).code?)))
            .map(|(at, code)| (at, code.expose().to_owned()))
            .collect();
        codes.sort();
        let newest = codes.pop();
        newest
            .unwrap_or_else(|| panic!("no code was mailed to {address}"))
            .1
    }

    fn enclosed(&self, notice: &Notice) -> Enclosed {
        let opened = self.app.enclosed(notice);
        opened.unwrap_or_else(|error| panic!("what a notice carries can't be opened: {error}"))
    }

    /// The newest link of a kind that was mailed to an address.
    ///
    /// # Panics
    /// When there is none.
    pub async fn link_to(&self, account: AccountId, address: &str, kind: LinkKind) -> LinkToken {
        let mut links = self.links_to(account, address, kind).await;
        links
            .pop()
            .unwrap_or_else(|| panic!("no link {} was mailed to {address}", kind.as_str()))
    }
}

fn notice(row: &Row) -> Result<Notice, Error> {
    Ok(Notice {
        account: row.get("account_id")?,
        id: row.get("notice_id")?,
        event: row.get("event_id")?,
        recipient: row.get("recipient")?,
        language: row.get("language")?,
        kind: row.get("kind")?,
        at: row.get("at")?,
        details: row.get("details")?,
        network: row.get("network")?,
        device: row.get("device")?,
        link: row.get("link")?,
        attempts: row.get("attempts")?,
        expires_at: row.get("expires_at")?,
    })
}
