//! Comparing what was typed with the password of an account: the one place that every door goes through.
//!
//! Whoever is told "no" has waited for the same hashes, whether there is such an account or not (A14). While accounts wait
//! whose password came from another system, that is one Argon2id and one hash of that system.

use super::imported::Setting;
use crate::slow_hash::{Lane, Secret};
use crate::{App, Fault};
use counterfoil_model::AccountId;
use counterfoil_model::password::normalize_for_verify;
use counterfoil_store::repo::{self, account::Account, import::KeptPassword};
use counterfoil_store::{Error, Tx};

/// What a comparison gave.
#[must_use]
pub(crate) enum Comparison {
    /// It isn't the password, or there is none.
    Different,
    /// It is the password.
    Same,
    /// It is the password that another system had; from now on it is kept like this, as any other.
    Imported(KeptPassword),
}

impl Comparison {
    pub(crate) const fn is_same(&self) -> bool {
        matches!(self, Self::Same | Self::Imported(_))
    }

    /// Keeps as an ordinary password what came from another system, in the transaction that believes the comparison.
    /// `judged` is the account as it was compared.
    pub(crate) async fn keep(&self, tx: &Tx, judged: &Account) -> Result<(), Error> {
        if let (Self::Imported(anew), Some((wrapped, _))) = (self, &judged.password) {
            // False when somebody signed in at the same time and it is kept already.
            repo::import::hash_anew(tx, judged.id, wrapped, anew).await?;
        }
        Ok(())
    }
}

impl App {
    /// Compares in this lane. `None` stands for an account that nobody can open: it costs as much and is always different.
    pub(crate) async fn compare_password(
        &self,
        lane: &Lane<'_>,
        account: Option<&Account>,
        typed: &str,
    ) -> Result<Comparison, Fault> {
        let known = account.and_then(|account| Some((account, account.password.as_ref()?)));
        let Some((account, (phc, pepper))) = known else {
            let pepper = self.keys.newest_password_pepper()?.1;
            let typed_in_nfc = normalize_for_verify(typed);
            let typed_in_nfc = Secret::Password(typed_in_nfc.as_bytes());
            lane.password_matches(&self.decoy, pepper, AccountId::NOBODY, typed_in_nfc)
                .await?;
            self.pay_for_imported(lane, typed).await?;
            return Ok(Comparison::Different);
        };
        let pepper = self.keys.password_pepper(pepper)?;
        if let Some(setting) = &account.password_setting {
            return self
                .compare_imported(lane, account, setting, phc, pepper, typed)
                .await;
        }
        let typed_in_nfc = normalize_for_verify(typed);
        let password = Secret::Password(typed_in_nfc.as_bytes());
        if lane
            .password_matches(phc, pepper, account.id, password)
            .await?
        {
            return Ok(Comparison::Same);
        }
        self.pay_for_imported(lane, typed).await?;
        Ok(Comparison::Different)
    }

    /// The other system computed with what was typed, so this does too: not with its NFC.
    async fn compare_imported(
        &self,
        lane: &Lane<'_>,
        account: &Account,
        setting: &str,
        phc: &str,
        pepper: &[u8; 32],
        typed: &str,
    ) -> Result<Comparison, Fault> {
        let setting: Setting = setting
            .parse()
            .map_err(|_| Fault::Broken("a password's setting can't be read"))?;
        let typed_in_nfc = normalize_for_verify(typed);
        let hash = lane.imported_hash(&setting, typed).await?;
        let secret = Secret::ImportedHash(hash.as_ref().map_or(&[], |hash| hash.as_slice()));
        let matches = lane
            .password_matches(phc, pepper, account.id, secret)
            .await?;
        if !matches || hash.is_none() || typed_in_nfc.as_bytes().is_empty() {
            self.wrapped_setting().await?;
            return Ok(Comparison::Different);
        }
        let (phc, pepper) = self
            .hash_in_lane(lane, account.id, Secret::Password(typed_in_nfc.as_bytes()))
            .await?;
        Ok(Comparison::Imported(KeptPassword {
            phc,
            pepper,
            setting: None,
            weak: self.is_weak(typed, &account.address, &account.name),
        }))
    }

    /// Whether a password that came along would not be taken today, not even beside a second factor.
    pub(crate) fn is_weak(&self, password: &str, address: &str, name: &str) -> bool {
        self.check_password(password, address, name, true).is_err()
    }

    /// Computes what a password of another system costs, while there are such passwords; so that an answer's time doesn't tell
    /// which accounts have one.
    async fn pay_for_imported(&self, lane: &Lane<'_>, typed: &str) -> Result<(), Fault> {
        if let Some(setting) = self.wrapped_setting().await?
            && let Ok(setting) = setting.parse()
        {
            lane.imported_hash(&setting, typed).await?;
        }
        Ok(())
    }

    async fn wrapped_setting(&self) -> Result<Option<String>, Fault> {
        let waiting: Result<_, Error> = self
            .db
            .read("any_wrapped", |tx| async move {
                repo::import::any_wrapped(&tx).await
            })
            .await;
        Ok(waiting?)
    }
}
