//! Comparing what was typed with the password of an account: the one place that every door goes through.
//!
//! Whoever is told "no" has waited for the same hashes, whether there is such an account or not (A14). While accounts wait
//! whose password came from another system, that is one Argon2id and one hash of that system.

use super::imported::Setting;
use crate::slow_hash::{Lane, Secret};
use crate::{App, Fault};
use counterfoil_model::password::{LENGTH_BESIDE_SECOND_FACTOR, normalize_for_verify};
use counterfoil_model::{AccountId, KeyKind};
use counterfoil_store::repo::{self, account::Account, import::KeptPassword};
use counterfoil_store::{Error, Tx};

impl App {
    /// The account, if this is its password; `None` stands for an account that nobody can open, which costs as much.
    ///
    /// What is returned has the password by which it was judged: whoever opens something compares it in the transaction with
    /// what is kept by then. A password of another system was hashed anew before that.
    pub(crate) async fn judge_password(
        &self,
        lane: &Lane<'_>,
        account: Option<Account>,
        typed: &str,
    ) -> Result<Option<Account>, Fault> {
        let account = account.filter(|account| account.password.is_some());
        if let Some(account) = account.as_ref()
            && let Some(setting) = &account.password_setting
        {
            return self.judge_imported(lane, account, setting, typed).await;
        }
        if self.is_password(lane, account.as_ref(), typed).await? {
            return match account {
                Some(account) => self.under_pepper_in_use(lane, account, typed).await,
                None => Ok(None),
            };
        }
        if let Some(setting) = self.wrapped_setting().await?
            && let Ok(setting) = setting.parse()
        {
            // So that an answer's time doesn't tell which accounts have a password of another system.
            lane.imported_hash(&setting, typed).await?;
        }
        Ok(None)
    }

    /// One slow hash, with the decoy where there is no password.
    async fn is_password(
        &self,
        lane: &Lane<'_>,
        account: Option<&Account>,
        typed: &str,
    ) -> Result<bool, Fault> {
        let known = account.and_then(|account| Some((account.id, account.password.as_ref()?)));
        let (phc, pepper, id) = match known {
            Some((id, (phc, pepper))) => (phc.as_str(), &self.keys.password_pepper(pepper)?, id),
            None => (
                self.decoy.as_str(),
                &self.keys.newest_password_pepper()?.1,
                AccountId::NOBODY,
            ),
        };
        let typed = normalize_for_verify(typed);
        let password = Secret::Password(typed.as_bytes());
        Ok(lane.password_matches(phc, pepper, id, password).await? && id != AccountId::NOBODY)
    }

    /// The other system computed with what was typed, so this does too: not with its NFC.
    async fn judge_imported(
        &self,
        lane: &Lane<'_>,
        account: &Account,
        setting: &str,
        typed: &str,
    ) -> Result<Option<Account>, Fault> {
        let Some((wrapped, pepper)) = &account.password else {
            return Ok(None);
        };
        let setting: Setting = setting
            .parse()
            .map_err(|_| Fault::Broken("a password's setting can't be read"))?;
        let hash = lane.imported_hash(&setting, typed).await?;
        let secret = Secret::ImportedHash(hash.as_ref().map_or(&[], |hash| hash.as_slice()));
        let pepper = self.keys.password_pepper(pepper)?;
        let matches = lane
            .password_matches(wrapped, &pepper, account.id, secret)
            .await?;
        let in_nfc = normalize_for_verify(typed);
        if !matches || hash.is_none() || in_nfc.as_bytes().is_empty() {
            // As on the other way to "no".
            self.wrapped_setting().await?;
            return Ok(None);
        }
        let weak = self.is_weak(typed, &account.address, &account.name);
        self.keep_anew(lane, account, wrapped, typed, weak).await
    }

    /// A password that was right is hashed under the pepper in use, so that an old pepper can go. Not one whose pepper may have been
    /// stolen: somebody may know it, and nothing but another password helps.
    async fn under_pepper_in_use(
        &self,
        lane: &Lane<'_>,
        account: Account,
        typed: &str,
    ) -> Result<Option<Account>, Fault> {
        let in_use = self.keys.newest_password_pepper()?.0;
        let stolen = self.known_stolen();
        let old = account.password.as_ref().filter(|(_, pepper)| {
            *pepper != in_use && !stolen.has(KeyKind::PasswordPepper, pepper)
        });
        let Some((phc, _)) = old else {
            return Ok(Some(account));
        };
        self.keep_anew(lane, &account, phc, typed, account.password_weak)
            .await
    }

    /// Hashes a password that was right anew and keeps that in place of what was there; the account as it is then.
    async fn keep_anew(
        &self,
        lane: &Lane<'_>,
        account: &Account,
        old: &str,
        typed: &str,
        weak: bool,
    ) -> Result<Option<Account>, Fault> {
        let in_nfc = normalize_for_verify(typed);
        let password = Secret::Password(in_nfc.as_bytes());
        let (phc, pepper) = self.hash_in_lane(lane, account.id, password).await?;
        let anew = &KeptPassword {
            phc,
            pepper,
            setting: None,
            weak,
        };
        let kept: Result<_, Error> = self
            .db
            .run("hash_anew", |tx| async move {
                hash_anew(&tx, account.id, old, anew).await
            })
            .await;
        match kept? {
            Kept::Anew(account) => Ok(Some(account)),
            // Several programs of one owner come at once: another of them got there first.
            Kept::Otherwise(Some(account)) if account.password_setting.is_none() => {
                let is_password = self.is_password(lane, Some(&account), typed).await?;
                Ok(is_password.then_some(account))
            }
            Kept::Otherwise(_) => Ok(None),
        }
    }

    /// Whether a password that came along would not be taken today, not even beside a second factor.
    pub(crate) fn is_weak(&self, password: &str, address: &str, name: &str) -> bool {
        self.check_password(password, address, name, LENGTH_BESIDE_SECOND_FACTOR)
            .is_err()
    }

    /// How one of the passwords of another system is computed, while there are any.
    async fn wrapped_setting(&self) -> Result<Option<String>, Fault> {
        let wrapped: Result<_, Error> = self
            .db
            .read("any_wrapped", |tx| async move {
                repo::import::any_wrapped(&tx).await
            })
            .await;
        Ok(wrapped?)
    }
}

/// How the account stands after a try to keep its password as an ordinary one.
enum Kept {
    Anew(Account),
    /// Not by this try; `None` when it is gone.
    Otherwise(Option<Account>),
}

async fn hash_anew(
    tx: &Tx,
    id: AccountId,
    wrapped: &str,
    anew: &KeptPassword,
) -> Result<Kept, Error> {
    let kept = repo::import::hash_anew(tx, id, wrapped, anew).await?;
    Ok(match repo::account::load(tx, id).await? {
        Some(account) if kept => Kept::Anew(account),
        other => Kept::Otherwise(other),
    })
}
