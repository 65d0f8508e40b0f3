//! What an owner sees first: what protects the mailbox, the one next thing, what waits, what happened.

use crate::app_password::ListedAppPassword;
use crate::check_up::Surroundings;
use crate::codes::{CodesStatus, Waiting};
use crate::freeze::Stopped;
use crate::outside_address::ListedAddress;
use crate::passkey::ListedPasskey;
use crate::protection::Protection;
use crate::{App, Attention, Fault, Session};
use counterfoil_model::check_up::CheckUp;
use counterfoil_model::standing::{Facts, Standing};
use counterfoil_model::{AccountId, AddressChange, Timestamp, ToRenew};
use counterfoil_store::repo::event::Event;
use counterfoil_store::{Error, repo};

/// Everything the home page says.
#[derive(Clone, Debug)]
pub struct Home {
    /// The owner's name.
    pub name: String,
    /// The mailbox's address.
    pub address: String,
    /// BCP 47 tag.
    pub language: String,
    /// Whether this is an operator.
    pub operator: bool,
    /// What protects the mailbox, and the one next thing.
    pub standing: Standing,
    /// What rests on a key that may have been stolen.
    pub to_renew: ToRenew,
    /// Where the codes stand.
    pub codes: CodesStatus,
    /// Since when an authenticator app works, if one does.
    pub totp_since: Option<Timestamp>,
    /// The passkeys.
    pub passkeys: Vec<ListedPasskey>,
    /// Whether an authenticator app was disabled by too many wrong numbers.
    pub totp_disabled: bool,
    /// What a freeze left shut.
    pub stopped: Stopped,
    /// Changes that wait.
    pub waiting: Vec<Waiting>,
    /// The outside addresses.
    pub outside: Vec<ListedAddress>,
    /// App passwords that work.
    pub app_passwords: usize,
    /// When the password was set.
    pub password_set_at: Option<Timestamp>,
    /// Whether it is still the one that came from another system.
    pub password_imported: bool,
}

/// What is known of an account, and what follows from it.
pub(crate) struct Known {
    pub(crate) protection: Protection,
    pub(crate) codes: CodesStatus,
    waiting: Vec<Waiting>,
    pub(crate) outside: Vec<ListedAddress>,
    pub(crate) facts: Facts,
    standing: Standing,
    to_renew: ToRenew,
}

/// One event as the owner reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedEvent {
    /// What happened: the end of the Fluent id `event-…`.
    pub kind: String,
    /// When.
    pub at: Timestamp,
    /// The sentence's arguments.
    pub details: Vec<(String, String)>,
    /// From which address; empty where there was none.
    pub from: String,
    /// By which device; empty where there was none.
    pub device: String,
}

impl From<Event> for FeedEvent {
    fn from(event: Event) -> Self {
        Self {
            kind: event.kind,
            at: event.at,
            details: details(&event.details),
            from: event.network,
            device: event.device,
        }
    }
}

impl Home {
    fn of(known: Known, app_passwords: &[ListedAppPassword], now: Timestamp) -> Self {
        let Known {
            protection,
            codes,
            waiting,
            outside,
            standing,
            to_renew,
            facts: _,
        } = known;
        let totp = protection.totp(now);
        Self {
            standing,
            to_renew,
            codes,
            totp_since: totp.and_then(|totp| totp.effective_at),
            passkeys: protection.listed_passkeys(now),
            totp_disabled: protection
                .totps
                .last()
                .is_some_and(|totp| totp.state == "disabled"),
            stopped: protection.stopped(now),
            waiting,
            outside,
            app_passwords: app_passwords.iter().filter(|own| !own.expired).count(),
            operator: protection.account.role == "operator",
            password_set_at: protection.account.password_set_at,
            password_imported: protection.account.imported_at.is_some()
                && protection.account.password_set_at.is_none(),
            name: protection.account.name,
            address: protection.account.address,
            language: protection.account.language,
        }
    }
}

impl App {
    /// Everything the home page says. `notices_to_folder` is told by whoever runs the transport.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn home(&self, session: &Session, notices_to_folder: bool) -> Result<Home, Fault> {
        let known = self.known(session.account, notices_to_folder).await?;
        let app_passwords = self.app_passwords(session.account).await?;
        Ok(Home::of(known, &app_passwords, self.now()))
    }

    /// The same with the check-up, of which home says how far it is.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn home_and_check_up(
        &self,
        session: &Session,
        attention: &Attention,
        around: Surroundings,
    ) -> Result<(Home, CheckUp), Fault> {
        let known = self
            .known(session.account, around.notices_to_folder)
            .await?;
        let app_passwords = self.app_passwords(session.account).await?;
        let check_up = self
            .check_up_of(&known, &app_passwords, attention, around)
            .await?;
        Ok((Home::of(known, &app_passwords, self.now()), check_up))
    }

    /// How an account stands, whoever asks.
    pub(crate) async fn standing(
        &self,
        account: AccountId,
        notices_to_folder: bool,
    ) -> Result<Standing, Fault> {
        Ok(self.known(account, notices_to_folder).await?.standing)
    }

    pub(crate) async fn known(
        &self,
        account: AccountId,
        notices_to_folder: bool,
    ) -> Result<Known, Fault> {
        let now = self.now();
        let protection = self.protection(account).await?;
        let codes = self.codes_status(account).await?;
        let waiting = self.waiting_changes(account).await?;
        let outside = self.outside_addresses(account).await?;
        let to_renew = self.to_renew(account).await?;
        let password_doubted = self.password_doubted(account).await?;
        let stopped = protection.stopped(now);
        let facts = Facts {
            password_set: protection.account.password.is_some(),
            password_weak: protection.account.password_weak,
            password_doubted,
            to_renew,
            second_step: protection.has_strong(now),
            calendar: self.calendar(account).await?,
            outside_verified: outside.iter().filter(|address| address.counts()).count(),
            outside_unreached: outside
                .iter()
                .filter(|address| address.counts() && address.unreached.is_some())
                .count(),
            outside_coming: outside.iter().filter(|address| address.is_coming()).count(),
            replacement_owed: codes.replacement_owed,
            notices_to_folder,
            // Addresses wait for a week, and whoever asked for them knows: they stand on the page, not before everything.
            pending_changes: waiting
                .iter()
                .filter(|change| AddressChange::parse(&change.kind).is_none())
                .count(),
            codes_disabled: codes.disabled,
            set_to_prove: codes.shown_sheet.is_some(),
            phone_suspended: stopped.phone,
            codes_suspended: stopped.codes,
        };
        Ok(Known {
            standing: Standing::of(&facts, now),
            facts,
            protection,
            codes,
            waiting,
            outside,
            to_renew,
        })
    }

    /// The newest events of an account, newest first, at most 100.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn recent_events(&self, account: AccountId) -> Result<Vec<FeedEvent>, Fault> {
        let newest: Result<_, Error> = self
            .db
            .read("recent_events", |tx| async move {
                repo::event::newest(&tx, account, 100).await
            })
            .await;
        Ok(newest?.into_iter().map(FeedEvent::from).collect())
    }
}

fn details(json: &str) -> Vec<(String, String)> {
    let object: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(json).unwrap_or_default();
    object
        .into_iter()
        .map(|(name, value)| (name, value.as_str().map(str::to_owned).unwrap_or_default()))
        .collect()
}
