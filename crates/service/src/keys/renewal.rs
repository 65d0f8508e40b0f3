//! Owners are told what to renew after a key may have been stolen, a page of accounts in a transaction, each page by one node.
//!
//! Nobody is shut out. A code is 65 random bits behind a slow hash: with pepper and database in hand nobody finds one, so sheets open
//! the door until they are renewed, because they are there for the worst day. App passwords and API keys are random too, and end by
//! a date so that the key can go. A password can be guessed at, and changing it needs its owner; where a second factor is on it opens
//! nothing alone.

use super::AT_ONCE;
use super::stolen::to_renew;
use crate::App;
use crate::announce::Happening;
use counterfoil_model::{AccountId, EventKind, KeyKind, Timestamp};
use counterfoil_store::repo::key_walk::Visited;
use counterfoil_store::repo::stolen_key::StolenKey;
use counterfoil_store::{Error, Tx, repo};

/// The purpose of the walk; its subject is when the theft was said.
pub(super) const WALK: &str = "renewal";

/// Keys that were said to be stolen at the same time.
struct Said {
    keys: Vec<StolenKey>,
    renew_by: Timestamp,
}

impl App {
    /// Tells the next owners who have something to renew. Answers how many accounts were looked at: none when all were.
    ///
    /// # Errors
    /// Whatever the database says.
    pub async fn tell_of_stolen_keys(&self) -> Result<usize, Error> {
        let now = self.now();
        self.db
            .run("renewal_walk", |tx| async move {
                let Some(walk) = repo::key_walk::next(&tx, WALK, now).await? else {
                    return Ok(0);
                };
                let accounts = repo::key_walk::accounts(&tx, &walk, AT_ONCE).await?;
                let Some(last) = accounts.last() else {
                    repo::key_walk::end(&tx, &walk, now).await?;
                    return Ok(0);
                };
                if !repo::key_walk::advance(&tx, &walk, last.account).await? {
                    return Ok(0);
                }
                let said = said(&tx, &walk.subject, now).await?;
                for visited in &accounts {
                    self.tell_to_renew(&tx, *visited, &said, now).await?;
                }
                Ok(accounts.len())
            })
            .await
    }

    async fn tell_to_renew(
        &self,
        tx: &Tx,
        visited: Visited,
        said: &Said,
        now: Timestamp,
    ) -> Result<(), Error> {
        let account = visited.account;
        // What the keys of this theft ask for, and no other.
        let keys = said.keys.iter();
        let keys = keys.filter_map(|key| Some((KeyKind::parse(&key.kind)?, key.id.clone())));
        let to_renew = to_renew(tx, account, &keys.collect(), now).await?;
        let app_passwords = end_app_passwords(tx, account, said).await?;
        if to_renew.is_nothing() && app_passwords == 0 {
            return Ok(());
        }
        let asked = Happening::of(EventKind::RenewalForced)
            .with("what", to_renew.what())
            .with("apps", app_passwords)
            .with("until", said.renew_by.as_micros());
        if visited.of_app {
            self.record(tx, account, &asked, now).await?;
            return Ok(());
        }
        self.tell(tx, account, asked, now).await
    }
}

/// The keys of a walk's theft.
async fn said(tx: &Tx, subject: &str, now: Timestamp) -> Result<Said, Error> {
    let all = repo::stolen_key::list(tx).await?.into_iter();
    let of_this = |key: &StolenKey| key.said_at.as_micros().to_string() == subject;
    let keys: Vec<_> = all.filter(of_this).collect();
    Ok(Said {
        renew_by: keys.first().map_or(now, |key| key.renew_by),
        keys,
    })
}

async fn end_app_passwords(tx: &Tx, account: AccountId, said: &Said) -> Result<u64, Error> {
    let mut ending = 0;
    let peppers = said.keys.iter();
    for key in peppers.filter(|key| key.kind == KeyKind::PasswordPepper.name()) {
        ending += repo::app_password::end_by(tx, account, &key.id, said.renew_by).await?;
    }
    Ok(ending)
}
