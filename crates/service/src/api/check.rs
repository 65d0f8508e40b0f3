//! The check for an app: a whole code, not spent. A wrong one is a guess, and a right one never resets the count.

use super::Caller;
use super::codes::{CodeRefusal, open_account};
use crate::announce::Happening;
use crate::codes::OldCode;
use crate::guess::Guessed;
use crate::lanes::inside;
use crate::{App, Fault, Visit};
use counterfoil_core::Slot;
use counterfoil_model::{AccountId, EventKind};
use counterfoil_store::{Error, repo};

impl App {
    /// Judges a whole code without spending it; its number if it would be spent.
    ///
    /// # Errors
    /// [`CodeRefusal`].
    pub async fn check_for_app(
        &self,
        caller: &Caller,
        account: AccountId,
        visit: &Visit,
        typed: &str,
        confirmed: bool,
    ) -> Result<Slot, CodeRefusal> {
        let open: Result<_, Error> = self
            .db
            .read("api_check_open", |tx| async move {
                open_account(&tx, caller, account).await
            })
            .await;
        open?.map_err(CodeRefusal::Closed)?;
        let attempt = self.read_for_app(account, visit, typed, confirmed).await?;
        let lane = self.slow_hash.lane(inside(account)).await?;
        let now = self.now();
        let in_force = |sets: &[repo::code_set::CodeSet]| {
            sets.iter().find(|set| set.in_force(now)).map(|set| set.id)
        };
        let judging = self
            .judging(account, visit, attempt.slot(), in_force, now)
            .await?;
        if let Err(wait) = judging.heard {
            return Err(CodeRefusal::Wait(wait.until));
        }
        let set = judging.active(now).ok_or_else(|| judging.closed())?.id;
        let kept = judging.kept.as_ref();
        let good = self.matches(&lane, account, set, kept, &attempt).await?;
        let (spent_at, slot) = (kept.and_then(|kept| kept.spent_at), attempt.slot());
        let judged: Result<_, Error> = self
            .db
            .run("api_check", |tx| async move {
                if !good {
                    let left = self
                        .wrong_guess(&tx, account, visit, Guessed::Code(set), now)
                        .await?;
                    return Ok(Err(CodeRefusal::Wrong(left)));
                }
                let checked = Happening::of(EventKind::CodeChecked)
                    .by(visit)
                    .with("code", slot);
                self.record(&tx, account, &checked, now).await?;
                Ok(Ok(slot))
            })
            .await;
        let slot = judged.map_err(Fault::from)??;
        match spent_at {
            Some(at) => Err(CodeRefusal::Old(OldCode::Used {
                at,
                from: kept
                    .and_then(|kept| kept.spent_from.clone())
                    .unwrap_or_default(),
            })),
            None => Ok(slot),
        }
    }
}
