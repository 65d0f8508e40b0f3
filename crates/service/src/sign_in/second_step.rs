//! What the second step's page says, once the password was right.

use crate::{App, Fault, Session};
use zeroize::Zeroizing;

/// What an owner who knows the password may use now.
#[derive(Clone, Debug, Default)]
pub struct SecondStep {
    /// An authenticator app is bound and works.
    pub totp: bool,
    /// A passkey works.
    pub passkey: bool,
    /// How many codes are left on the sheet in force; `None` without one.
    pub codes_left: Option<usize>,
    /// The sheet's two words, so that a copied page is noticed; `None` without a sheet.
    pub page_words: Option<[Zeroizing<String>; 2]>,
    /// The sheet's number.
    pub sheet: Option<i64>,
    /// A freeze shut the sheet, because it was taken.
    pub codes_suspended: bool,
}

impl SecondStep {
    /// Whether something better than a code works: the authenticator app or a passkey.
    #[must_use]
    pub const fn is_strong(&self) -> bool {
        self.totp || self.passkey
    }
}

impl App {
    /// What the second step of this half-session offers.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn second_step(&self, half: &Session) -> Result<SecondStep, Fault> {
        let now = self.now();
        let protection = self.protection(half.account).await?;
        let mut step = SecondStep {
            totp: protection.totp(now).is_some(),
            passkey: self.has_passkeys() && protection.passkeys(now).next().is_some(),
            codes_suspended: protection.stopped(now).codes,
            ..SecondStep::default()
        };
        if let Some(set) = protection.set(now) {
            let codes = self.codes_of(half.account, set.id).await?;
            step.codes_left = Some(codes.iter().filter(|code| code.usable(now)).count());
            step.page_words = Some(self.page_words(half.account, set)?);
            step.sheet = Some(set.sheet);
        }
        Ok(step)
    }
}
