//! What the frozen page says to whoever typed the right password, and what the page after the thaw lists.

use crate::{App, Fault, Session};
use counterfoil_model::freeze::{Left, Taken};
use counterfoil_model::{AccountId, Timestamp};
use zeroize::Zeroizing;

/// A frozen account, as its owner reads about it after the right password.
#[derive(Clone, Debug)]
pub struct FrozenAccount {
    /// Since when.
    pub since: Timestamp,
    /// What was said to be taken, where that binds: then nothing else is asked.
    pub said: Option<Taken>,
    /// What worked when it was frozen.
    pub left: Left,
    /// An authenticator app worked.
    pub totp: bool,
    /// A passkey worked.
    pub passkey: bool,
    /// How many codes are left on the sheet; `None` without one.
    pub codes_left: Option<usize>,
    /// The sheet's two words, so that a copied page is noticed; `None` without a sheet.
    pub page_words: Option<[Zeroizing<String>; 2]>,
}

/// What a freeze left shut when it ended, until something takes its place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stopped {
    /// The authenticator app is suspended.
    pub phone: bool,
    /// The sheet is suspended.
    pub codes: bool,
    /// Passkeys are suspended.
    pub passkeys: bool,
}

impl App {
    /// What a half-session reads of a freeze; `None` when the account isn't frozen.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn frozen(&self, half: &Session) -> Result<Option<FrozenAccount>, Fault> {
        let now = self.now();
        let protection = self.protection(half.account).await?;
        let Some(since) = protection.account.frozen_at else {
            return Ok(None);
        };
        let mut frozen = FrozenAccount {
            since,
            said: protection.said(),
            left: protection.left(now),
            totp: protection.kept_totp(now).is_some(),
            passkey: protection.kept_passkeys(now).next().is_some(),
            codes_left: None,
            page_words: None,
        };
        if let Some(set) = protection.kept_set(now) {
            let codes = self.codes_of(half.account, set.id).await?;
            frozen.codes_left = Some(codes.iter().filter(|code| code.usable(now)).count());
            frozen.page_words = Some(self.page_words(half.account, set)?);
        }
        Ok(Some(frozen))
    }

    /// What would open the account of this session again, if it were frozen now and nothing were taken.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn left_after_a_freeze(&self, session: &Session) -> Result<Left, Fault> {
        let now = self.now();
        Ok(self.protection(session.account).await?.left(now))
    }

    /// What an earlier freeze left shut.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn stopped_by_a_freeze(&self, account: AccountId) -> Result<Stopped, Fault> {
        let now = self.now();
        Ok(self.protection(account).await?.stopped(now))
    }
}
