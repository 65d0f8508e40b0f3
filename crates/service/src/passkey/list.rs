//! The passkeys of an account, as their owner reads them.

use crate::{App, Fault};
use counterfoil_model::{AccountId, PasskeyId, Timestamp, passkey};
use counterfoil_store::repo::passkey::Passkey as Kept;

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedPasskey {
    /// Its id.
    pub id: PasskeyId,
    /// The owner's own name for it.
    pub name: String,
    /// Who keeps it, where that is known.
    pub keeper: Option<&'static str>,
    /// When it was made.
    pub made_at: Timestamp,
    /// When it was last used.
    pub last_used_at: Option<Timestamp>,
    /// From when on it works, where it waits.
    pub works_from: Option<Timestamp>,
    /// A freeze shut it.
    pub suspended: bool,
}

impl ListedPasskey {
    fn of(kept: &Kept, now: Timestamp) -> Self {
        Self {
            id: kept.id,
            name: kept.name.clone(),
            keeper: passkey::keeper(&kept.aaguid),
            made_at: kept.made_at,
            last_used_at: kept.last_used_at,
            works_from: Some(kept.effective_at).filter(|at| *at > now),
            suspended: kept.is_suspended(now),
        }
    }

    /// Whether it opens the account now.
    #[must_use]
    pub const fn works(&self) -> bool {
        self.works_from.is_none() && !self.suspended
    }
}

impl App {
    /// The passkeys of an account, oldest first: those that work, wait, or were shut by a freeze.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn passkeys(&self, account: AccountId) -> Result<Vec<ListedPasskey>, Fault> {
        let now = self.now();
        let protection = self.protection(account).await?;
        Ok(protection.listed_passkeys(now))
    }
}

impl crate::protection::Protection {
    pub(crate) fn listed_passkeys(&self, now: Timestamp) -> Vec<ListedPasskey> {
        let there = self.passkeys.iter().filter(|kept| kept.is_there(now));
        there.map(|kept| ListedPasskey::of(kept, now)).collect()
    }
}
