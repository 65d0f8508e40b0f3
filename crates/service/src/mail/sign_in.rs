//! A mail program signs in: with an app password, or with the main password while the account has nothing else.
//!
//! Once a second factor is on, the main password is never evaluated here. Whatever is wrong, the answer is the same, and where
//! it takes a slow hash, it takes one whether there is such an account or not (A14).

use super::access::{Access, Credential, Refusal};
use crate::sign_in::throttle::{Door, Tries};
use crate::{App, Counted, Fault};
use counterfoil_model::sign_in_throttle::{Lane, SignInThrottle};
use counterfoil_model::turns::Rank;
use counterfoil_model::{AppPassword, MailProtocol, Network, Scopes, Timestamp};
use counterfoil_store::repo::{self, account::Account};
use counterfoil_store::{Error, Tx};
use std::fmt;
use std::net::{IpAddr, Ipv4Addr};

/// What a mail program sent.
#[derive(Clone, Copy)]
pub struct MailAttempt<'a> {
    /// The user name.
    pub login: &'a str,
    /// The password.
    pub password: &'a str,
    /// The mail software's service: `imap`, `smtp`. One that is none of [`MailProtocol`] is refused.
    pub service: &'a str,
    /// Where the program is, if the mail software said so.
    pub remote: Option<IpAddr>,
}

impl fmt::Debug for MailAttempt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "MailAttempt({}, …)", self.service)
    }
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MailAnswer {
    /// In.
    Admitted {
        /// What the mail software calls the account, in lower case.
        login: String,
    },
    /// Not in, whatever was wrong.
    Refused,
}

/// The account behind a login and how its throttle stands.
struct Standing {
    account: Option<Account>,
    throttle: SignInThrottle,
}

impl App {
    /// Judges a login and a password.
    ///
    /// # Errors
    /// [`Fault`]: the answer must then be that it can't be said now, never that it is wrong or right.
    pub async fn mail_password(&self, attempt: &MailAttempt<'_>) -> Result<MailAnswer, Fault> {
        match self.mail_app_password(attempt).await? {
            Some(answer) => Ok(answer),
            None => self.mail_main_password(attempt).await,
        }
    }

    /// Judges an app password, or gives `None` for what isn't a right one: [`mail_main_password`](Self::mail_main_password) must
    /// then be asked. It costs one keyed hash and one read, and nothing is written on the way, so a caller who goes away in the
    /// middle leaves nothing half done: its use is noted later.
    ///
    /// # Errors
    /// As [`mail_password`](Self::mail_password).
    pub async fn mail_app_password(
        &self,
        attempt: &MailAttempt<'_>,
    ) -> Result<Option<MailAnswer>, Fault> {
        let Some(protocol) = MailProtocol::of_service(attempt.service) else {
            return Ok(Some(MailAnswer::Refused));
        };
        let Some(typed) = AppPassword::read(attempt.password) else {
            return Ok(None);
        };
        let login = counterfoil_model::login::key_of_typed(attempt.login);
        let remote = remote_of(attempt);
        let found = self
            .by_app_password(&login, &typed, protocol, remote)
            .await?;
        Ok(found.map(|(login, access)| {
            self.mail_recorder.note(access);
            self.meter.count(Counted::MailSignIn("admitted"));
            MailAnswer::Admitted { login }
        }))
    }

    /// Judges what is no right app password: the main password, while the account has nothing else, or the work of it.
    ///
    /// # Errors
    /// As [`mail_password`](Self::mail_password).
    pub async fn mail_main_password(&self, attempt: &MailAttempt<'_>) -> Result<MailAnswer, Fault> {
        let Some(protocol) = MailProtocol::of_service(attempt.service) else {
            return Ok(MailAnswer::Refused);
        };
        let main = Attempt {
            login: &counterfoil_model::login::key_of_typed(attempt.login),
            password: attempt.password,
            protocol,
            remote: remote_of(attempt),
            is_app_password: AppPassword::read(attempt.password).is_some(),
        };
        let judged = self.by_main_password(&main).await;
        self.meter.count(Counted::MailSignIn(match &judged {
            Ok(MailAnswer::Admitted { .. }) => "admitted",
            Ok(MailAnswer::Refused) => "refused",
            Err(_) => "failed",
        }));
        judged
    }

    async fn by_app_password(
        &self,
        login: &str,
        typed: &AppPassword,
        protocol: MailProtocol,
        remote: IpAddr,
    ) -> Result<Option<(String, Access)>, Fault> {
        let now = self.now();
        let found: Result<_, Error> = self
            .db
            .glance("mail_app_password", |tx| async move {
                let account = find(&tx, login).await?;
                let Some(account) = account.filter(|account| account.admits(now)) else {
                    return Ok(None);
                };
                let hashes = self
                    .app_password_candidates(account.id, typed)
                    .map_err(Error::internal)?;
                for hash in &hashes {
                    if let Some(kept) = repo::app_password::find(&tx, account.id, hash).await? {
                        return Ok(Some((account, kept)));
                    }
                }
                Ok(None)
            })
            .await;
        let Some((account, kept)) = found? else {
            return Ok(None);
        };
        let in_scope = Scopes::parse(&kept.scopes).is_some_and(|scopes| scopes.contains(protocol));
        if !in_scope || !kept.is_live(now) {
            return Ok(None);
        }
        let access = Access {
            account: account.id,
            credential: Credential::AppPassword(kept.id),
            label: kept.label,
            protocol,
            remote,
            at: now,
            is_news: true,
        };
        Ok(Some((account.mail_login(), access)))
    }

    /// The main password, or the work of it.
    async fn by_main_password(&self, attempt: &Attempt<'_>) -> Result<MailAnswer, Fault> {
        let tries = &self.tries(attempt.login, Door::Mail, Network::of(attempt.remote))?;
        // A program that retries every minute must not take a lane from people: who has to wait is refused before it.
        let standing = self.mail_standing(tries, attempt.login).await?;
        if standing
            .throttle
            .allowed(Lane::Network, self.now())
            .is_err()
        {
            self.meter.count(Counted::ThrottleRefusal("mail-password"));
            return Ok(MailAnswer::Refused);
        }
        let lane = self.slow_hash.lane(tries.asker(Rank::Mail)).await?;
        let now = self.now();
        // Judged again: while this one waited for the lane, others may have failed in it.
        let standing = self.mail_standing(tries, attempt.login).await?;
        if standing.throttle.allowed(Lane::Network, now).is_err() {
            return Ok(MailAnswer::Refused);
        }
        let candidate = standing
            .account
            .clone()
            .filter(|account| is_password_enough(account, now));
        let judged = self
            .judge_password(&lane, candidate, attempt.password)
            .await?;
        let Some(judged) = &judged else {
            let counted: Result<(), Error> = self
                .db
                .run("mail_password_failed", |tx| async move {
                    // What is refused there is told by the recorder.
                    tries.failed(&tx, None, true, None, now).await
                })
                .await;
            counted?;
            if let Some(account) = &standing.account {
                self.mail_recorder.note_refusal(Refusal {
                    account: account.id,
                    protocol: attempt.protocol,
                    remote: attempt.remote,
                    at: now,
                    main_password: !attempt.is_app_password
                        && account.second_factor_since.is_some()
                        && account.admits(now),
                });
            }
            return Ok(MailAnswer::Refused);
        };
        drop(lane);
        let failed_before =
            standing.throttle.here.failures + standing.throttle.everywhere.failures > 0;
        let admitted: Result<_, Error> = self
            .db
            .run("mail_password", |tx| async move {
                // What was judged may have been frozen, or have got another password or a factor, while the hash ran.
                let kept = repo::account::load(&tx, judged.id).await?;
                let Some(kept) = kept.filter(|kept| {
                    is_password_enough(kept, now) && kept.password == judged.password
                }) else {
                    return Ok(None);
                };
                if failed_before {
                    tries.succeeded(&tx, None).await?;
                }
                Ok(Some(kept.mail_login()))
            })
            .await;
        let Some(login) = admitted? else {
            return Ok(MailAnswer::Refused);
        };
        self.mail_recorder.note(Access {
            account: judged.id,
            credential: Credential::MainPassword,
            label: String::new(),
            protocol: attempt.protocol,
            remote: attempt.remote,
            at: now,
            is_news: true,
        });
        Ok(MailAnswer::Admitted { login })
    }

    async fn mail_standing(&self, tries: &Tries, login: &str) -> Result<Standing, Fault> {
        let standing: Result<_, Error> = self
            .db
            .read("mail_standing", |tx| async move {
                Ok(Standing {
                    throttle: tries.throttle(&tx).await?,
                    account: find(&tx, login).await?,
                })
            })
            .await;
        Ok(standing?)
    }
}

fn remote_of(attempt: &MailAttempt<'_>) -> IpAddr {
    attempt.remote.unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED))
}

/// An attempt at the main password.
struct Attempt<'a> {
    login: &'a str,
    password: &'a str,
    protocol: MailProtocol,
    remote: IpAddr,
    /// It reads as an app password, so its failing says nothing about the main password.
    is_app_password: bool,
}

/// Whether the main password opens this account to mail programs: it has no second factor, and neither freeze nor hold.
fn is_password_enough(account: &Account, now: Timestamp) -> bool {
    account.admits(now) && account.second_factor_since.is_none()
}

pub(super) async fn find(tx: &Tx, login: &str) -> Result<Option<Account>, Error> {
    repo::account::by_key(tx, login).await
}
