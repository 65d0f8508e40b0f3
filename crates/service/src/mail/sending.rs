//! What the mail software asks before it takes a message from an account: may it go out, and isn't it far more than usual?

use super::from;
use super::sign_in::find;
use crate::announce::Happening;
use crate::{App, Fault};
use counterfoil_model::sending::{REMEMBERED, allowance, hour_of};
use counterfoil_model::{EventKind, Span};
use counterfoil_store::repo::{self, sent_hour::SentHour};
use counterfoil_store::{Error, Tx};
use std::net::IpAddr;

/// A message that an account wants to send.
#[derive(Clone, Copy, Debug)]
pub struct Sending<'a> {
    /// As whom the program signed in.
    pub login: &'a str,
    /// To how many.
    pub recipients: u32,
    /// From where, if the mail software said so.
    pub remote: Option<IpAddr>,
}

/// What becomes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SendingAnswer {
    /// Nothing stands against it here.
    Go,
    /// It is kept until an operator let it go.
    Hold {
        /// The owner's language, a BCP 47 tag.
        language: String,
    },
    /// The account is frozen, suspended or not yet open: nothing leaves it.
    Closed {
        /// The owner's language, a BCP 47 tag.
        language: String,
    },
}

/// That mail is held is told once in so long.
const TOLD_EVERY: Span = Span::days(1);

impl App {
    /// Judges a message and counts its recipients. What is held doesn't count towards what the account usually sends, or a burst
    /// would excuse the next one.
    ///
    /// # Errors
    /// [`Fault`]: the mail software must then be told to try again.
    pub async fn judge_sending(&self, sending: &Sending<'_>) -> Result<SendingAnswer, Fault> {
        let login = &counterfoil_model::login::key_of_typed(sending.login);
        let judged: Result<_, Error> = self
            .db
            .run("sending", |tx| async move {
                self.judge_in(&tx, login, sending).await
            })
            .await;
        Ok(judged?)
    }

    async fn judge_in(
        &self,
        tx: &Tx,
        login: &str,
        sending: &Sending<'_>,
    ) -> Result<SendingAnswer, Error> {
        let now = self.now();
        let Some(account) = find(tx, login).await? else {
            // Not one of ours: another rule of the mail software let it sign in.
            return Ok(SendingAnswer::Go);
        };
        let language = account.language.clone();
        if !account.admits(now) {
            return Ok(SendingAnswer::Closed { language });
        }
        let (account, hour) = (account.id, hour_of(now));
        let busiest =
            repo::sent_hour::busiest(tx, account, hour_of(now - REMEMBERED), hour).await?;
        let so_far = repo::sent_hour::load(tx, account, hour).await?;
        let more = i64::from(sending.recipients.max(1));
        let policy = self.policy_in(tx).await?;
        let allowed = allowance(&policy, u32::try_from(busiest).unwrap_or(u32::MAX));
        if so_far.recipients + more <= i64::from(allowed) {
            let sent = SentHour {
                recipients: more,
                held: 0,
            };
            repo::sent_hour::add(tx, account, hour, sent).await?;
            return Ok(SendingAnswer::Go);
        }
        let held = SentHour {
            recipients: 0,
            held: more,
        };
        let all = repo::sent_hour::add(tx, account, hour, held).await?;
        if repo::mail_access::is_to_be_told(tx, account, "sending-held", now, now - TOLD_EVERY)
            .await?
        {
            let visit = sending.remote.map(|remote| from(remote, ""));
            let mut told =
                Happening::of(EventKind::SendingHeld).with("count", all.recipients + all.held);
            if let Some(visit) = &visit {
                told = told.by(visit);
            }
            self.tell(tx, account, told, now).await?;
        }
        Ok(SendingAnswer::Hold { language })
    }
}
