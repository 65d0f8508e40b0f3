//! Sealing anew: what is sealed under an old key is opened and sealed under the one in use, so that the old one can go.
//!
//! It is a walk through all accounts, a page in a transaction, each page by one node. A value that changed meanwhile is left: whoever
//! wrote it sealed it anew. The secret of an authenticator app that comes from a key that may have been stolen stays marked as exposed.

use super::AT_ONCE;
use crate::App;
use crate::seal::key_of;
use counterfoil_model::{AccountId, KeyKind, KeySet, Timestamp};
use counterfoil_store::repo::sealed::Sealed;
use counterfoil_store::{Error, Tx, repo};

/// The purpose of the walk; its subject is the id of the key that is sealed under.
pub(super) const WALK: &str = "sealing";

impl App {
    /// Seals the next accounts' values anew. Answers how many accounts were looked at: none when all were.
    ///
    /// # Errors
    /// Whatever the database says.
    pub async fn seal_anew(&self) -> Result<usize, Error> {
        let now = self.now();
        let (in_use, _) = self.keys.newest_sealing_key().map_err(Error::internal)?;
        let in_use = in_use.as_str();
        let stolen = self.known_stolen();
        let stolen = &*stolen;
        self.db
            .run("sealing_walk", |tx| async move {
                let Some(walk) = repo::key_walk::next(&tx, WALK, now).await? else {
                    return Ok(0);
                };
                let held = self.keys.ids(KeyKind::Sealing);
                let place = |id: &str| held.iter().position(|own| own == id);
                if place(&walk.subject).is_none_or(|wanted| place(in_use) < Some(wanted)) {
                    // It isn't in use yet: a node doesn't have it.
                    return Ok(0);
                }
                let accounts = repo::key_walk::accounts(&tx, &walk, AT_ONCE).await?;
                let Some(last) = accounts.last() else {
                    if repo::key_walk::end(&tx, &walk, now).await? {
                        self.seal_webhooks_anew(&tx, in_use).await?;
                    }
                    return Ok(0);
                };
                if !repo::key_walk::advance(&tx, &walk, last.account).await? {
                    return Ok(0);
                }
                for visited in &accounts {
                    self.seal_account_anew(&tx, visited.account, in_use, stolen, now)
                        .await?;
                }
                Ok(accounts.len())
            })
            .await
    }

    async fn seal_account_anew(
        &self,
        tx: &Tx,
        account: AccountId,
        in_use: &str,
        stolen: &KeySet,
        now: Timestamp,
    ) -> Result<(), Error> {
        for (which, old) in repo::sealed::of_account(tx, account).await? {
            let Some(key) = key_of(&old).filter(|key| *key != in_use) else {
                continue;
            };
            let exposed = stolen.has(KeyKind::Sealing, key).then_some(now);
            let sealed = match which {
                Sealed::Totp(id) => self.reseal_totp_secret(account, id, &old),
                Sealed::Passkey(id) => self.reseal_passkey(account, id, &old),
                Sealed::PageWords(set) => self.reseal_page_words(account, set, &old),
                Sealed::DrillWord(set, slot) => self.reseal_drill_word(account, set, slot, &old),
                Sealed::NoticeLink(id) => self.reseal_notice_link(id, &old),
                Sealed::Phrase => self.reseal_phrase(account, &old),
                Sealed::PaperPlace(id) => self.reseal_paper_place(account, id, &old),
            };
            match sealed {
                Ok(anew) => {
                    repo::sealed::exchange(tx, account, &which, (&old, &anew), exposed).await?;
                }
                // Its key is gone already: nobody can read it, and others shouldn't wait for it.
                Err(error) => {
                    tracing::warn!(%account, %error, "a sealed value can't be sealed anew");
                }
            }
        }
        Ok(())
    }

    /// The secrets of webhooks belong to no account.
    async fn seal_webhooks_anew(&self, tx: &Tx, in_use: &str) -> Result<(), Error> {
        for kept in repo::sealed::webhooks(tx).await? {
            let secrets = [(false, Some(kept.secret)), (true, kept.former)];
            for (former, old) in secrets {
                let Some(old) = old.filter(|old| key_of(old).is_some_and(|key| key != in_use))
                else {
                    continue;
                };
                match self.reseal_webhook_secret(&kept.app, &old) {
                    Ok(anew) => {
                        let exchanged = (old.as_slice(), anew.as_slice());
                        repo::sealed::exchange_webhook(tx, &kept.app, former, exchanged).await?;
                    }
                    Err(error) => {
                        tracing::warn!(app = %kept.app, %error, "a webhook's secret can't be sealed anew");
                    }
                }
            }
        }
        Ok(())
    }
}
