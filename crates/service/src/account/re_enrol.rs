//! Re-enrolment, when everything is lost: the operator makes a link, the owner binds a new password and a new
//! authenticator app by it, every channel is told, and nothing opens for a day. An operator never picks a password (A13).

use crate::announce::Happening;
use crate::{App, Fault, FormField, LinkKind, LinkToken, Visit};
use counterfoil_model::password::PasswordRefusal;
use counterfoil_model::totp::{self, TotpSecret, TypedDigits};
use counterfoil_model::{
    AccountId, AddressError, ChangeId, EventKind, MailAddress, Timestamp, TotpId,
};
use counterfoil_store::repo::{self, change::Change};
use counterfoil_store::{Error, Tx};
use data_encoding::BASE64;

/// What came of a re-enrolment.
#[derive(Clone, Copy, Debug)]
pub struct ReEnrolled {
    /// From when on the new password and app open the account.
    pub opens_at: Timestamp,
}

/// Why nobody is enrolled again.
#[derive(Debug, thiserror::Error)]
pub enum ReEnrolRefusal {
    /// The address can't be one.
    #[error("address: {0}")]
    Address(#[from] AddressError),
    /// No active or suspended account has this address.
    #[error("address: no enrolled account has this address")]
    Unknown,
    /// The link was used, has ended, or never was one.
    #[error("this link doesn't work any more")]
    LinkOver,
    /// The password is too short, too long or too common.
    #[error(transparent)]
    Password(#[from] PasswordRefusal),
    /// The number isn't the new app's, or the form is too old.
    #[error("that is not the number of the new authenticator app")]
    WrongNumber,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for ReEnrolRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

impl App {
    /// Makes the link of a re-enrolment; those made before are void. Sessions end now.
    ///
    /// # Errors
    /// [`ReEnrolRefusal`].
    pub async fn make_re_enrol_link(&self, address: &str) -> Result<LinkToken, ReEnrolRefusal> {
        let address = &MailAddress::parse(address)?;
        let now = self.now();
        let made: Result<_, Error> = self
            .db
            .run("make_re_enrol_link", |tx| async move {
                let Some(account) = self.enrolled_at(&tx, address).await? else {
                    return Ok(None);
                };
                self.open_re_enrolment(&tx, account, now).await.map(Some)
            })
            .await;
        made?.ok_or(ReEnrolRefusal::Unknown)
    }

    /// Makes the link in this transaction: earlier ones are void, what is open ends, and everyone is told.
    pub(super) async fn open_re_enrolment(
        &self,
        tx: &Tx,
        account: AccountId,
        now: Timestamp,
    ) -> Result<LinkToken, Error> {
        repo::link::void(tx, account, LinkKind::ReEnrol.as_str(), now).await?;
        self.end_access(tx, account, now).await?;
        let opened = Happening::of(EventKind::ReenrolmentOpened);
        self.tell(tx, account, opened, now).await?;
        let until = now + LinkKind::ReEnrol.lasts();
        self.make_link(tx, account, LinkKind::ReEnrol, None, until, now)
            .await
    }

    /// Draws the new authenticator app's secret for the link's page: shown there, and sealed into its form.
    ///
    /// # Errors
    /// [`ReEnrolRefusal`].
    pub async fn begin_re_enrol(
        &self,
        token: &LinkToken,
    ) -> Result<(TotpSecret, String), ReEnrolRefusal> {
        self.look_at_link(token, LinkKind::ReEnrol)
            .await
            .map_err(|_| ReEnrolRefusal::LinkOver)?;
        let secret = TotpSecret::draw(&mut self.chance());
        let sealed = self.seal_field(
            &secret_field(token, &token.hash()),
            &BASE64.encode(secret.as_bytes()),
        )?;
        Ok((secret, sealed))
    }

    /// Opens the secret that [`begin_re_enrol`](Self::begin_re_enrol) sealed, to show the same page again.
    #[must_use]
    pub fn re_enrol_secret(&self, token: &LinkToken, sealed: &str) -> Option<TotpSecret> {
        let text = self.open_field(&secret_field(token, &token.hash()), sealed)?;
        let bytes = zeroize::Zeroizing::new(BASE64.decode(text.as_bytes()).ok()?);
        Some(TotpSecret::from_bytes(bytes.as_slice().try_into().ok()?))
    }

    /// Binds the new password and app. Codes, apps, passkeys, app passwords and known devices from before are gone, and a freeze with
    /// all that it shut; nothing opens until the hold is over.
    ///
    /// # Errors
    /// [`ReEnrolRefusal`].
    pub async fn re_enrol(
        &self,
        token: &LinkToken,
        visit: &Visit,
        sealed: &str,
        password: &str,
        number: &str,
    ) -> Result<ReEnrolled, ReEnrolRefusal> {
        let view = self
            .look_at_link(token, LinkKind::ReEnrol)
            .await
            .map_err(|_| ReEnrolRefusal::LinkOver)?;
        let secret = self
            .re_enrol_secret(token, sealed)
            .ok_or(ReEnrolRefusal::WrongNumber)?;
        let now = self.now();
        let typed = TypedDigits::read(number).ok_or(ReEnrolRefusal::WrongNumber)?;
        let step = totp::check(&secret, &typed, now, None).ok_or(ReEnrolRefusal::WrongNumber)?;
        let policy = self.policy().await?;
        let least = policy.password_least(true);
        let password = self.check_password(password, &view.address, &view.name, least)?;
        let account = token.account();
        let (phc, pepper) = &self.hash_password(account, password.as_bytes()).await?;
        let totp = TotpId::draw(&mut self.chance());
        let sealed_secret = &self.seal_totp_secret(account, totp, &secret)?;
        let (hash, opens_at) = (token.hash(), now + policy.hold());
        let done: Result<_, Error> = self
            .db
            .run("re_enrol", |tx| async move {
                if repo::link::consume(&tx, account, &hash, LinkKind::ReEnrol.as_str(), now)
                    .await?
                    .is_none()
                {
                    return Ok(false);
                }
                repo::account::set_state(&tx, account, "suspended", "active").await?;
                repo::freeze::forget_freeze(&tx, account).await?;
                repo::link::void(&tx, account, LinkKind::Freeze.as_str(), now).await?;
                repo::account::hold(&tx, account, opens_at).await?;
                repo::account::set_password(&tx, account, phc, pepper, now).await?;
                repo::account::set_second_factor(&tx, account, Some(now)).await?;
                repo::totp::remove_all(&tx, account, now).await?;
                repo::passkey::remove_all(&tx, account, now).await?;
                repo::totp::begin(&tx, account, totp, sealed_secret, now).await?;
                repo::totp::activate(&tx, account, totp, step, now, now).await?;
                repo::code_set::lose(&tx, account, now).await?;
                repo::paper_place::forget_all(&tx, account).await?;
                repo::app_password::end_all(&tx, account, "re-enrolled", now).await?;
                repo::device::forget_all(&tx, account).await?;
                self.end_access(&tx, account, now).await?;
                for kind in ["totp", "passkey", "sheet", "replacement", "re-enrolment"] {
                    repo::change::stop_kind(&tx, account, kind, now).await?;
                }
                let change = Change {
                    account,
                    id: ChangeId::draw(&mut self.chance()),
                    kind: "re-enrolment".to_owned(),
                    subject: *account.as_bytes(),
                    slot: None,
                    state: "waiting".to_owned(),
                    asked_at: now,
                    effective_at: opens_at,
                };
                repo::change::ask(&tx, &change).await?;
                let told = Happening::of(EventKind::AccountReenrolled)
                    .by(visit)
                    .with("until", opens_at.as_micros());
                self.tell(
                    &tx,
                    account,
                    told.link(LinkKind::StopChange, *change.id.as_bytes(), opens_at),
                    now,
                )
                .await?;
                Ok(true)
            })
            .await;
        if done? {
            Ok(ReEnrolled { opens_at })
        } else {
            Err(ReEnrolRefusal::LinkOver)
        }
    }
}

const fn secret_field<'a>(token: &LinkToken, hash: &'a [u8; 32]) -> FormField<'a> {
    let account: AccountId = token.account();
    FormField {
        purpose: "re-enrol",
        account,
        bound_to: hash,
    }
}
