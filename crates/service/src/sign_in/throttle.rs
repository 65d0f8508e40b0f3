//! Wrong passwords, counted by what was typed and where, whether there is such an account or not.

use crate::lanes::outside;
use crate::{App, BrowserHash, Fault};
use counterfoil_model::guesses::GuessClock;
use counterfoil_model::sign_in_throttle::SignInThrottle;
use counterfoil_model::turns::{Asker, Rank};
use counterfoil_model::{AccountId, Network, Timestamp};
use counterfoil_store::repo::clock::Failures;
use counterfoil_store::{Error, Tx, repo};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// At which door a password was typed. Each counts for itself: a forgotten phone that tries an old password every minute must
/// not keep its owner from signing in in a browser.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Door {
    /// The sign-in page.
    Portal,
    /// A mail program.
    Mail,
    /// The page for a forgotten password, where a code is typed in its place.
    Forgotten,
    /// A passkey alone. What is typed is the account that it names.
    Passkey,
}

impl Door {
    /// What stands before a network in the names of this door's clocks.
    const fn prefix(self) -> &'static str {
        match self {
            Self::Portal => "",
            Self::Mail => "mail:",
            Self::Forgotten => "reset:",
            Self::Passkey => "passkey:",
        }
    }
}

/// The tries of what was typed, from a network, at a door.
pub(crate) struct Tries {
    typed: [u8; 32],
    door: Door,
    network: Network,
}

impl App {
    /// The tries of an address as it is compared. The table of clocks doesn't list the addresses people mistype: it holds their
    /// HMAC-SHA-256.
    pub(crate) fn tries(&self, typed: &str, door: Door, network: Network) -> Result<Tries, Fault> {
        let mut mac = Hmac::<Sha256>::new_from_slice(&**self.keys.cookie_key()?)
            .map_err(|_| Fault::Broken("a key has no bytes"))?;
        mac.update(b"counterfoil/sign-in/v1\0");
        mac.update(typed.as_bytes());
        Ok(Tries {
            typed: mac.finalize().into_bytes().into(),
            door,
            network,
        })
    }
}

impl Tries {
    /// Who waits for a turn with these.
    pub(crate) fn asker(&self, rank: Rank) -> Asker {
        outside(rank, &self.typed, self.network)
    }

    /// What is known about wrong passwords here.
    pub(crate) async fn throttle(&self, tx: &Tx) -> Result<SignInThrottle, Error> {
        let (here, everywhere) = (self.here(), self.everywhere());
        Ok(SignInThrottle {
            here: clock(repo::clock::sign_in(tx, &self.typed, &here).await?),
            everywhere: clock(repo::clock::sign_in(tx, &self.typed, &everywhere).await?),
            network: repo::clock::hour(tx, AccountId::NOBODY, &self.hour()).await?,
        })
    }

    /// The clock of a known device.
    pub(crate) async fn device(&self, tx: &Tx, device: &BrowserHash) -> Result<GuessClock, Error> {
        let scope = of_device(device);
        Ok(clock(repo::clock::sign_in(tx, &self.typed, &scope).await?))
    }

    /// Counts a wrong password. A known device is counted on its own clock only; anybody else on the network's, on all
    /// networks' and in the network's hour. One that wasn't `heard` counts in that hour alone. What is counted for all networks
    /// is told to the owner of `tells`: the same write, whether there is one or not.
    pub(crate) async fn failed(
        &self,
        tx: &Tx,
        device: Option<&BrowserHash>,
        heard: bool,
        tells: Option<AccountId>,
        now: Timestamp,
    ) -> Result<(), Error> {
        if heard {
            let scope = self.scope(device);
            repo::clock::sign_in_failed(tx, &self.typed, &scope, None, now).await?;
        }
        if device.is_some() {
            return Ok(());
        }
        if heard {
            repo::clock::sign_in_failed(tx, &self.typed, &self.everywhere(), tells, now).await?;
        }
        repo::clock::hour_failed(tx, AccountId::NOBODY, &self.hour(), now).await
    }

    /// Forgets the wrong passwords after the right one, here and everywhere.
    pub(crate) async fn succeeded(
        &self,
        tx: &Tx,
        device: Option<&BrowserHash>,
    ) -> Result<(), Error> {
        let (scope, everywhere) = (self.scope(device), self.everywhere());
        repo::clock::sign_in_cleared(tx, &self.typed, [&scope, &everywhere]).await
    }

    fn scope(&self, device: Option<&BrowserHash>) -> String {
        device.map_or_else(|| self.here(), of_device)
    }

    fn here(&self) -> String {
        format!("{}{}", self.door.prefix(), self.network)
    }

    fn everywhere(&self) -> String {
        format!("{}*", self.door.prefix())
    }

    fn hour(&self) -> String {
        format!("{}sign-in:{}", self.door.prefix(), self.network)
    }
}

fn of_device(device: &BrowserHash) -> String {
    format!("device:{}", data_encoding::HEXLOWER.encode(device))
}

fn clock(failures: Option<Failures>) -> GuessClock {
    failures.map_or(GuessClock::FRESH, |failures| GuessClock {
        failures: failures.count,
        last_failed_at: Some(failures.last_at),
    })
}
