//! Codes that can be read and carry a tag that isn't ours: somebody else's, or made up.

use super::RedeemRefusal;
use crate::{App, Fault, Session, Visit};
use counterfoil_core::Refusal;
use counterfoil_model::{AccountId, Span, Timestamp};
use counterfoil_store::{Error, Tx, repo};
use data_encoding::HEXLOWER;
use std::time::Duration;

/// So many codes with a foreign tag are read within an hour, per half-session and network (rules.md, Redeeming).
const FOREIGN_PER_HOUR: u32 = 20;
/// How long everybody beyond that waits for the answer: whoever floods would be turned away as often as they can ask, and take the
/// processors from people who sign in.
const TURNED_AWAY: Duration = Duration::from_millis(250);

impl App {
    /// A readable code with a foreign tag: the words of one that can't be read, no guess, but only so many an hour.
    pub(super) async fn foreign_code(
        &self,
        half: &Session,
        visit: &Visit,
    ) -> Result<RedeemRefusal, Fault> {
        let (account, now) = (half.account, self.now());
        let scopes = &[
            format!("codes:{}", visit.network()),
            format!("codes:{}", HEXLOWER.encode(&half.hash)),
        ];
        // A flood of them is turned away by reading alone.
        let full: Result<_, Error> = self
            .db
            .read("foreign_codes", |tx| async move {
                foreign_wait(&tx, account, scopes, now).await
            })
            .await;
        if let Some(until) = full? {
            tokio::time::sleep(TURNED_AWAY).await;
            return Ok(RedeemRefusal::Wait(until));
        }
        let full: Result<_, Error> = self
            .db
            .run("foreign_code", |tx| async move {
                if let Some(until) = foreign_wait(&tx, account, scopes, now).await? {
                    return Ok(Some(until));
                }
                for scope in scopes {
                    repo::clock::hour_failed(&tx, account, scope, now).await?;
                }
                Ok(None)
            })
            .await;
        Ok(full?.map_or(
            RedeemRefusal::Unreadable(Refusal::TooDamaged),
            RedeemRefusal::Wait,
        ))
    }
}

/// Until when no more codes with a foreign tag are read.
async fn foreign_wait(
    tx: &Tx,
    account: AccountId,
    scopes: &[String],
    now: Timestamp,
) -> Result<Option<Timestamp>, Error> {
    for scope in scopes {
        let hour = repo::clock::hour(tx, account, scope).await?;
        if hour.recent(now) >= FOREIGN_PER_HOUR {
            return Ok(hour.since.map(|since| since + Span::hours(1)));
        }
    }
    Ok(None)
}
