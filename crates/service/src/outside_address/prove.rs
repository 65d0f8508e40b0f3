//! Proving an outside address: the code that was mailed there, typed where its owner is signed in (N19).

use super::change::NotNow;
use super::replace::{Replacing, replaced};
use crate::announce::Happening;
use crate::session::must_go_on;
use crate::{App, Fault, LinkKind, Session, Visit};
use counterfoil_model::address_change::Effect;
use counterfoil_model::issued_code::{TRIES, works};
use counterfoil_model::{
    AccountId, AddressChange, EventKind, IssuedCode, OutsideAddressId, Timestamp,
};
use counterfoil_store::{Error, Tx, repo};

/// An address whose code was right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProvedAddress {
    /// The address.
    pub address: String,
    /// From when on it counts, if it has to wait.
    pub waits_until: Option<Timestamp>,
    /// Whether it counted before, and notices had come back from it.
    pub reached_again: bool,
    /// Whether it takes the place of another then.
    pub replaces: bool,
}

/// Why an address isn't proved.
#[derive(Debug, thiserror::Error)]
pub enum ProveAddressRefusal {
    /// Not eight digits. No try.
    #[error("that is not a code of eight digits")]
    NotEightDigits,
    /// Wrong; so many more are heard.
    #[error("that is not the code that was mailed")]
    Wrong(u32),
    /// No code works there: it is too old, was guessed at too often, or the address is proved, well or gone.
    #[error("no code works there")]
    Over,
    /// Not in this session.
    #[error(transparent)]
    NotNow(#[from] NotNow),
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for ProveAddressRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

impl App {
    /// Spends the code that was mailed to an address. It counts at once, or after the delay that those before it can stop.
    /// The step-up was asked for when the address was added, so mail may take its time. One that counted before, and that
    /// notices came back from, is well again.
    ///
    /// # Errors
    /// [`ProveAddressRefusal`].
    pub async fn prove_outside_address(
        &self,
        session: &Session,
        visit: &Visit,
        id: OutsideAddressId,
        typed: &str,
    ) -> Result<ProvedAddress, ProveAddressRefusal> {
        let (account, now) = (session.account, self.now());
        let code = IssuedCode::read(typed).ok_or(ProveAddressRefusal::NotEightDigits)?;
        self.session_may_change_addresses(session)?;
        let hashes = &self.address_code_candidates(account, id, &code)?;
        let proved: Result<_, Error> = self
            .db
            .run("prove_outside_address", |tx| async move {
                must_go_on(&tx, session).await?;
                let old = replaced(&tx, account, id, now).await?;
                let change = match old {
                    Some(_) => AddressChange::Replace,
                    None => AddressChange::Add,
                };
                let effect = self.address_effect(&tx, session, change, now).await?;
                let counts_at = match effect {
                    Effect::AtOnce => now,
                    Effect::At { at, .. } => at,
                };
                for hash in hashes {
                    let reached = repo::outside_address::reached(&tx, account, id, hash, now);
                    if let Some(address) = reached.await? {
                        let again = Happening::of(EventKind::OutsideAddressReached)
                            .by(visit)
                            .with("address", &address)
                            .with("how", "code");
                        self.tell(&tx, account, again, now).await?;
                        return Ok(Ok(ProvedAddress {
                            address,
                            waits_until: None,
                            reached_again: true,
                            replaces: false,
                        }));
                    }
                    let spent =
                        repo::outside_address::prove(&tx, account, id, hash, counts_at, now)
                            .await?;
                    if let Some(address) = spent {
                        if let Some(old) = old {
                            let replacing = Replacing {
                                old,
                                id,
                                address: &address,
                                effect,
                            };
                            self.replace_counting(&tx, account, visit, replacing, now)
                                .await?;
                        } else {
                            self.tell_proved(&tx, account, visit, (id, &address), effect, now)
                                .await?;
                        }
                        let waits_until = (counts_at > now).then_some(counts_at);
                        return Ok(Ok(ProvedAddress {
                            address,
                            waits_until,
                            reached_again: false,
                            replaces: old.is_some(),
                        }));
                    }
                }
                self.wrong_address_code(&tx, account, visit, id, now)
                    .await
                    .map(Err)
            })
            .await;
        proved?
    }

    async fn tell_proved(
        &self,
        tx: &Tx,
        account: AccountId,
        visit: &Visit,
        (id, address): (OutsideAddressId, &str),
        effect: Effect,
        now: Timestamp,
    ) -> Result<(), Error> {
        let Effect::At { at, can_be_stopped } = effect else {
            let verified = Happening::of(EventKind::OutsideAddressVerified)
                .by(visit)
                .with("address", address);
            return self.tell(tx, account, verified, now).await;
        };
        let change = self
            .ask_address_change(tx, account, AddressChange::Add, id, at, now)
            .await?;
        let mut staged = Happening::of(EventKind::OutsideAddressStaged)
            .by(visit)
            .with("address", address)
            .with("until", at.as_micros());
        if can_be_stopped {
            staged = staged.link(LinkKind::StopChange, *change.as_bytes(), at);
        }
        self.tell(tx, account, staged, now).await
    }

    /// Counts a wrong code. Whoever used up the last try has it recorded: the address has to ask for another code.
    async fn wrong_address_code(
        &self,
        tx: &Tx,
        account: AccountId,
        visit: &Visit,
        id: OutsideAddressId,
        now: Timestamp,
    ) -> Result<ProveAddressRefusal, Error> {
        let Some(failures) = repo::outside_address::fail(tx, account, id, now).await? else {
            return Ok(ProveAddressRefusal::Over);
        };
        if failures >= TRIES {
            let address = repo::outside_address::list(tx, account).await?;
            let address = address.into_iter().find(|address| address.id == id);
            let used_up = Happening::of(EventKind::AddressCodeUsedUp).by(visit).with(
                "address",
                address.map(|own| own.address).unwrap_or_default(),
            );
            self.record(tx, account, &used_up, now).await?;
        }
        Ok(ProveAddressRefusal::Wrong(TRIES.saturating_sub(failures)))
    }

    /// Whether a code works at this address of the account: what its page says before one is typed.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn address_code_works(
        &self,
        account: AccountId,
        id: OutsideAddressId,
    ) -> Result<bool, Fault> {
        let now = self.now();
        let listed: Result<_, Error> = self
            .db
            .read("address_code_works", |tx| async move {
                repo::outside_address::list(&tx, account).await
            })
            .await;
        let address = listed?.into_iter().find(|address| address.id == id);
        Ok(address
            .filter(|address| address.removed_at.is_none())
            .and_then(|address| Some((address.code_expires_at?, address.code_failures)))
            .is_some_and(|(expires_at, failures)| works(expires_at, failures, now)))
    }
}
