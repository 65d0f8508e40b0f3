//! Writing down what mail programs did: when, from where, by what; one event for each new network, and for the refusals of an
//! hour.

use super::recorder::{EVERY, Key, Uses, Waiting};
use crate::announce::Happening;
use crate::{App, Fault, Visit};
use counterfoil_model::{
    AccountId, AppPasswordId, EventKind, GrantId, MailProtocol, Network, Span, Timestamp,
};
use counterfoil_store::repo::{self, mail_access::MailAccess};
use counterfoil_store::{Error, Tx};
use std::net::IpAddr;
use std::time::Duration;

/// What a mail program signed in with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Credential {
    /// An app password.
    AppPassword(AppPasswordId),
    /// The main password of an account without a second factor.
    MainPassword,
    /// A token of an app that signs in here.
    Grant(GrantId),
}

impl Credential {
    /// How its kind is stored, and chosen by in sentences.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::AppPassword(_) => "app-password",
            Self::MainPassword => "main-password",
            Self::Grant(_) => "app",
        }
    }

    const fn id(&self) -> [u8; 16] {
        match self {
            Self::AppPassword(id) => *id.as_bytes(),
            Self::MainPassword => [0; 16],
            Self::Grant(id) => *id.as_bytes(),
        }
    }
}

/// A sign-in of a mail program that went well.
#[derive(Clone, Debug)]
pub struct Access {
    /// The account.
    pub account: AccountId,
    /// By what.
    pub credential: Credential,
    /// The app password's label, or the app's name; empty for the main password.
    pub label: String,
    /// To do what.
    pub protocol: MailProtocol,
    /// From where.
    pub remote: IpAddr,
    /// When.
    pub at: Timestamp,
    /// Its first use from a network is an event of its own.
    pub is_news: bool,
}

impl Access {
    pub(super) fn key(&self) -> Key {
        Key {
            account: self.account,
            credential: self.credential,
            network: Network::of(self.remote),
            protocol: self.protocol,
        }
    }
}

/// A sign-in of a mail program that was refused.
#[derive(Clone, Debug)]
pub(crate) struct Refusal {
    pub(crate) account: AccountId,
    pub(crate) protocol: MailProtocol,
    pub(crate) remote: IpAddr,
    pub(crate) at: Timestamp,
    /// It was no app password, and the account asks for one.
    pub(crate) main_password: bool,
}

/// So many rows are written in one transaction.
const AT_ONCE: usize = 200;
/// A first use waits this long for the mail software's report, which knows the program's name.
const SETTLES: Duration = Duration::from_millis(50);
/// A notice of a tried main password is written once in so long.
const TOLD_EVERY: Span = Span::days(1);

impl App {
    /// Writes down what mail programs did since the last time; how many rows and refusals that were.
    ///
    /// # Errors
    /// [`Fault`]: what could not be written is kept for the next time.
    pub async fn record_mail_access(&self) -> Result<usize, Fault> {
        let waiting = self.mail_recorder.take();
        let count = waiting.uses.len() + waiting.refusals.len();
        let uses: Vec<(Key, Uses)> = waiting.uses.into_iter().collect();
        let mut left = uses.as_slice();
        let mut refusals = waiting.refusals.as_slice();
        let outcome = loop {
            if left.is_empty() && refusals.is_empty() {
                return Ok(count);
            }
            let (batch, later) = left.split_at(left.len().min(AT_ONCE));
            let (refused, refused_later) = refusals.split_at(refusals.len().min(AT_ONCE));
            let written: Result<(), Error> = self
                .db
                .run("mail_access", |tx| async move {
                    for (key, uses) in batch {
                        self.write_uses(&tx, key, uses).await?;
                    }
                    for refusal in refused {
                        self.write_refusal(&tx, refusal).await?;
                    }
                    Ok(())
                })
                .await;
            if let Err(error) = written {
                break error;
            }
            self.mail_recorder
                .written(batch.iter().map(|(key, _)| *key));
            (left, refusals) = (later, refused_later);
        };
        self.mail_recorder.put_back(Waiting {
            uses: left.iter().cloned().collect(),
            refusals: refusals.to_vec(),
        });
        Err(outcome.into())
    }

    /// Writes down what mail programs do until told to stop: first uses and refusals at once, the rest every five seconds, and
    /// what is left at the end.
    pub async fn keep_mail_access(&self, stopped: impl Future<Output = ()>) {
        tokio::pin!(stopped);
        let mut ends = false;
        while !ends {
            tokio::select! {
                () = &mut stopped => ends = true,
                () = self.mail_recorder.urgent() => tokio::time::sleep(SETTLES).await,
                () = tokio::time::sleep(EVERY) => {}
            }
            if let Err(error) = self.record_mail_access().await {
                tracing::error!(%error, "what mail programs did could not be written down yet");
                // Not at once again: the database is away.
                if !ends {
                    tokio::time::sleep(EVERY).await;
                }
            }
        }
    }

    async fn write_uses(&self, tx: &Tx, key: &Key, uses: &Uses) -> Result<(), Error> {
        let address = uses.address.to_canonical().to_string();
        let program = uses.program.as_deref();
        let row = MailAccess {
            kind: key.credential.kind(),
            credential: key.credential.id(),
            network: key.network.to_string(),
            protocol: key.protocol.as_str(),
            first_seen: uses.first_at,
            last_seen: uses.last_at,
            address: &address,
            program,
            uses: uses.count,
        };
        let all = repo::mail_access::note(tx, key.account, &row).await?;
        if let Credential::AppPassword(id) = key.credential {
            repo::app_password::used(tx, key.account, id, uses.last_at, &address, program).await?;
        }
        // As many as were just noted: these were the first.
        if uses.is_news && uses.count > 0 && all == uses.count {
            let visit = &from(uses.address, program.unwrap_or_default());
            let signed_in = Happening::of(EventKind::MailSignedIn)
                .by(visit)
                .with("by", key.credential.kind())
                .with("label", &uses.label)
                .with("protocol", key.protocol.name());
            self.tell(tx, key.account, signed_in, uses.first_at).await?;
        }
        Ok(())
    }

    async fn write_refusal(&self, tx: &Tx, refusal: &Refusal) -> Result<(), Error> {
        let (account, at) = (refusal.account, refusal.at);
        let visit = &from(refusal.remote, "");
        let scope = format!(
            "mail-refused:{}:{}",
            refusal.protocol.as_str(),
            visit.network()
        );
        let before = repo::clock::hour(tx, account, &scope).await?;
        repo::clock::hour_failed(tx, account, &scope, at).await?;
        if before.recent(at) == 0 {
            let refused = Happening::of(EventKind::MailRefused)
                .by(visit)
                .with("protocol", refusal.protocol.name());
            self.tell(tx, account, refused, at).await?;
        }
        if refusal.main_password
            && repo::mail_access::is_to_be_told(
                tx,
                account,
                "main-password-tried",
                at,
                at - TOLD_EVERY,
            )
            .await?
        {
            let tried = Happening::of(EventKind::MainPasswordTried)
                .by(visit)
                .with("protocol", refusal.protocol.name());
            self.tell(tx, account, tried, at).await?;
        }
        Ok(())
    }
}

/// A visit by a mail program: it has an address, and no browser.
pub(super) fn from(address: IpAddr, program: &str) -> Visit {
    Visit {
        browser: [0; 32],
        address,
        device: program.to_owned(),
    }
}
