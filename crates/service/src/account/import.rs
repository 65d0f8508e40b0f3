//! Accounts that come from another system, with their names and passwords. An account is whole or absent; what is there
//! already is never changed, so an import can be run again.

use crate::announce::Happening;
use crate::password::imported::ImportedPassword;
use crate::slow_hash::Secret;
use crate::{App, Fault};
use counterfoil_model::password::normalize_for_verify;
use counterfoil_model::{AccountId, EventKind, LoginName, MailAddress, Timestamp};
use counterfoil_store::repo::import::{ImportedAccount, KeptPassword};
use counterfoil_store::{Error, Tx, repo};
use std::sync::Arc;
use tokio::task::JoinSet;

/// Somebody with a mailbox on the other system.
#[derive(Debug)]
pub struct Newcomer {
    /// The mailbox's address.
    pub address: MailAddress,
    /// What the mail software calls the account. Where that is the address, it is left out.
    pub login: Option<LoginName>,
    /// What the owner is called; may be empty.
    pub name: String,
    /// BCP 47 tag.
    pub language: String,
    /// The password; without one the account waits for an invitation.
    pub password: Option<ImportedPassword>,
}

/// What became of a newcomer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// There is an account now.
    Made(AccountId),
    /// The address had an account; it was left as it is.
    AlreadyThere(AccountId),
    /// The address is what the mail software calls somebody else's account.
    AddressTaken,
    /// The login name is another account's address or login name.
    LoginTaken,
}

/// An account that an import made and that its file no longer names.
#[derive(Clone, Debug)]
pub struct GoneAccount {
    /// The mailbox's address.
    pub address: String,
    /// Whether it is suspended already.
    pub suspended: bool,
}

/// A newcomer with a password as it will be kept.
struct Prepared {
    newcomer: Newcomer,
    id: AccountId,
    password: Option<KeptPassword>,
}

/// Tries when another process enters one of the addresses at the same moment.
const TRIES: u8 = 3;

impl App {
    /// What would become of newcomers, in their order: `None` for those who would get an account.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn newcomers_known(
        &self,
        newcomers: &[Newcomer],
    ) -> Result<Vec<Option<Arrival>>, Fault> {
        let known: Result<_, Error> = self
            .db
            .read("newcomers_known", |tx| async move {
                let mut known = Vec::with_capacity(newcomers.len());
                for newcomer in newcomers {
                    known.push(arrived(&tx, newcomer).await?);
                }
                Ok(known)
            })
            .await;
        Ok(known?)
    }

    /// Makes accounts of newcomers, all in one transaction: a few hundred are a good number. Gives what became of each, in their
    /// order. Runs one slow hash for each that is new, on all lanes.
    ///
    /// # Errors
    /// [`Fault`]; then none of them was made.
    pub async fn import_accounts(
        self: &Arc<Self>,
        newcomers: Vec<Newcomer>,
    ) -> Result<Vec<Arrival>, Fault> {
        let known = self.newcomers_known(&newcomers).await?;
        let mut arrivals = known.clone();
        let prepared = &self.prepare(newcomers, &known).await?;
        let mut tries = 0;
        let made = loop {
            let now = self.now();
            let made: Result<Vec<Arrival>, Error> = self
                .db
                .run("import_accounts", |tx| async move {
                    let mut made = Vec::with_capacity(prepared.len());
                    for new in prepared {
                        made.push(self.enter_imported(&tx, new, now).await?);
                    }
                    Ok(made)
                })
                .await;
            tries += 1;
            match made {
                Err(error) if error.is_unique_violation() && tries < TRIES => {}
                made => break made?,
            }
        };
        let mut made = made.into_iter();
        for arrival in &mut arrivals {
            *arrival = arrival.or_else(|| made.next());
        }
        arrivals
            .into_iter()
            .collect::<Option<_>>()
            .ok_or(Fault::Broken("a newcomer was lost"))
    }

    /// Hashes the passwords of those who are new.
    async fn prepare(
        self: &Arc<Self>,
        newcomers: Vec<Newcomer>,
        known: &[Option<Arrival>],
    ) -> Result<Vec<Prepared>, Fault> {
        let mut hashing = JoinSet::new();
        let new = newcomers.into_iter().zip(known);
        let new = new.filter_map(|(newcomer, known)| known.is_none().then_some(newcomer));
        for (place, mut newcomer) in new.enumerate() {
            let app = Arc::clone(self);
            let id = AccountId::draw(&mut self.chance());
            hashing.spawn(async move {
                let password = match newcomer.password.take() {
                    Some(password) => Some(app.kept(id, &newcomer, password).await?),
                    None => None,
                };
                let prepared = Prepared {
                    newcomer,
                    id,
                    password,
                };
                Ok::<_, Fault>((place, prepared))
            });
        }
        let mut prepared = Vec::with_capacity(hashing.len());
        while let Some(done) = hashing.join_next().await {
            prepared.push(done.map_err(|_| Fault::Broken("a hash was interrupted"))??);
        }
        prepared.sort_unstable_by_key(|(place, _)| *place);
        Ok(prepared.into_iter().map(|(_, prepared)| prepared).collect())
    }

    async fn kept(
        &self,
        id: AccountId,
        newcomer: &Newcomer,
        password: ImportedPassword,
    ) -> Result<KeptPassword, Fault> {
        let ((phc, pepper), setting, weak) = match password {
            ImportedPassword::Hashed { setting, hash } => {
                let wrapped = self.hash_secret(id, Secret::ImportedHash(&hash)).await?;
                (wrapped, Some(setting.to_string()), false)
            }
            ImportedPassword::Plain(text) => {
                let password = normalize_for_verify(&text);
                let hashed = self.hash_password(id, password.as_bytes()).await?;
                let weak = self.is_weak(&text, newcomer.address.key(), &newcomer.name);
                (hashed, None, weak)
            }
        };
        Ok(KeptPassword {
            phc,
            pepper,
            setting,
            weak,
        })
    }

    async fn enter_imported(
        &self,
        tx: &Tx,
        new: &Prepared,
        now: Timestamp,
    ) -> Result<Arrival, Error> {
        let newcomer = &new.newcomer;
        if let Some(arrival) = arrived(tx, newcomer).await? {
            return Ok(arrival);
        }
        let account = ImportedAccount {
            id: new.id,
            address: &newcomer.address.to_string(),
            address_key: newcomer.address.key(),
            login: login_beside(newcomer),
            name: &newcomer.name,
            language: &newcomer.language,
            password: new.password.as_ref(),
        };
        repo::import::enter(tx, &account, now).await?;
        self.tell(tx, new.id, Happening::of(EventKind::AccountImported), now)
            .await?;
        Ok(Arrival::Made(new.id))
    }

    /// The accounts that an import made and that `are_missed`.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn imported_but(
        &self,
        are_missed: impl Fn(&MailAddress) -> bool,
    ) -> Result<Vec<GoneAccount>, Fault> {
        let mut gone = Vec::new();
        let mut after = AccountId::NOBODY;
        loop {
            let page: Result<_, Error> = self
                .db
                .read("imported", |tx| async move {
                    repo::import::page(&tx, after).await
                })
                .await;
            let page = page?;
            let Some(last) = page.last() else {
                return Ok(gone);
            };
            after = last.id;
            gone.extend(page.into_iter().filter_map(|imported| {
                let address = MailAddress::parse(&imported.address).ok()?;
                are_missed(&address).then_some(GoneAccount {
                    address: imported.address,
                    suspended: imported.state == "suspended",
                })
            }));
        }
    }
}

/// The login name where it is another key than the address.
fn login_beside(newcomer: &Newcomer) -> Option<&str> {
    let login = newcomer.login.as_ref().map(LoginName::key);
    login.filter(|login| *login != newcomer.address.key())
}

/// What is known of a newcomer already.
async fn arrived(tx: &Tx, newcomer: &Newcomer) -> Result<Option<Arrival>, Error> {
    let key = newcomer.address.key();
    let by_address = repo::account::find(tx, key).await?;
    let by_login = match login_beside(newcomer) {
        Some(login) => repo::account::find(tx, login).await?,
        None => None,
    };
    let Some(id) = by_address else {
        return Ok(by_login.map(|_| Arrival::LoginTaken));
    };
    let account = repo::account::load(tx, id).await?;
    let is_address = account
        .and_then(|account| MailAddress::parse(&account.address).ok())
        .is_some_and(|address| address.key() == key);
    Ok(Some(if !is_address {
        Arrival::AddressTaken
    } else if by_login.is_some_and(|other| other != id) {
        Arrival::LoginTaken
    } else {
        Arrival::AlreadyThere(id)
    }))
}
