//! Showing a new authenticator app its key: kept sealed, and binding nothing before it is proved.

use crate::session::must_go_on;
use crate::{App, Fault, Session};
use counterfoil_model::totp::TotpSecret;
use counterfoil_model::{AccountId, Span, Timestamp, TotpId};
use counterfoil_store::Error;
use counterfoil_store::repo::{self, totp::Totp};
use zeroize::Zeroizing;

/// A key to be scanned or typed into an app.
pub struct BegunTotp {
    /// In groups of four, for typing.
    pub key_text: Zeroizing<String>,
    /// For the QR code.
    pub uri: Zeroizing<String>,
}

/// Why no key is shown.
#[derive(Debug, thiserror::Error)]
pub enum BeginTotpRefusal {
    /// A factor must be proved again.
    #[error("a step-up is needed")]
    StepUpWanted,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for BeginTotpRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

/// How long a key that was shown can be proved.
const UNPROVED_LASTS: Span = Span::minutes(30);

/// Whether a key was shown lately and waits to be proved.
pub(crate) fn waits_for_proof(totp: &Totp, now: Timestamp) -> bool {
    totp.state == "pending" && now < totp.begun_at + UNPROVED_LASTS
}

const SECRET: &str = "totp-secret";

impl App {
    /// Draws a key and keeps it until it is proved; an earlier one that wasn't is forgotten.
    ///
    /// # Errors
    /// [`BeginTotpRefusal`].
    pub async fn begin_totp(&self, session: &Session) -> Result<(), BeginTotpRefusal> {
        let now = self.now();
        if !session.is_fresh(now) {
            return Err(BeginTotpRefusal::StepUpWanted);
        }
        let (account, id, secret) = (
            session.account,
            TotpId::draw(&mut self.chance()),
            TotpSecret::draw(&mut self.chance()),
        );
        let sealed = &self.seal_totp_secret(account, id, &secret)?;
        let begun: Result<(), Error> = self
            .db
            .run("begin_totp", |tx| async move {
                must_go_on(&tx, session).await?;
                repo::totp::begin(&tx, account, id, sealed, now).await
            })
            .await;
        Ok(begun?)
    }

    /// The key that waits to be proved, if there is one and a factor was proved lately: so that a page can be loaded again.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn begun_totp(&self, session: &Session) -> Result<Option<BegunTotp>, Fault> {
        let now = self.now();
        let protection = self.protection(session.account).await?;
        let pending = protection
            .totps
            .iter()
            .find(|totp| waits_for_proof(totp, now));
        // Not to a session that lies around: whoever reads the key of an app that is proved later has the app.
        let Some(pending) = pending.filter(|_| session.is_fresh(now)) else {
            return Ok(None);
        };
        let secret = self.totp_secret(session.account, pending)?;
        let uri = secret.otpauth_uri(&self.service_name, &protection.account.address);
        Ok(Some(BegunTotp {
            key_text: secret.key_text(),
            uri,
        }))
    }

    pub(crate) fn seal_totp_secret(
        &self,
        account: AccountId,
        id: TotpId,
        secret: &TotpSecret,
    ) -> Result<Vec<u8>, Fault> {
        self.seal(
            SECRET,
            &[account.as_bytes(), id.as_bytes()],
            secret.as_bytes(),
        )
    }

    /// Seals a secret once more, under the key in use.
    pub(crate) fn reseal_totp_secret(
        &self,
        account: AccountId,
        id: TotpId,
        sealed: &[u8],
    ) -> Result<Vec<u8>, Fault> {
        self.seal_again(SECRET, &[account.as_bytes(), id.as_bytes()], sealed)
    }

    pub(crate) fn totp_secret(&self, account: AccountId, totp: &Totp) -> Result<TotpSecret, Fault> {
        let bytes = self.unseal(
            SECRET,
            &[account.as_bytes(), totp.id.as_bytes()],
            &totp.secret,
        )?;
        let bytes = bytes
            .as_slice()
            .try_into()
            .map_err(|_| Fault::Broken("a TOTP secret has another length"))?;
        Ok(TotpSecret::from_bytes(bytes))
    }
}
