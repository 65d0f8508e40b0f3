//! Telling owners of the day from which on codes are required.

use crate::announce::Happening;
use crate::{App, Fault};
use counterfoil_model::policy::{ReminderFacts, TOLD_BEFORE, reminder_is_due};
use counterfoil_model::{EventKind, Policy};
use counterfoil_store::Error;
use counterfoil_store::repo::codes_duty::{self, Required};

/// So many owners are told at once.
const CHUNK: i64 = 100;

/// What the policy asks for, if it asks for codes.
pub(crate) fn required(policy: &Policy) -> Option<Required> {
    policy.codes_required_from.map(|from| Required {
        from,
        grace: policy.codes_grace(),
    })
}

impl App {
    /// The job: tells up to a hundred owners without codes of the day from which on they are required; how many it told.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn remind_of_codes(&self) -> Result<usize, Fault> {
        let Some(required) = required(&self.policy().await?) else {
            return Ok(0);
        };
        let now = self.now();
        let due: Result<_, Error> = self
            .db
            .read("codes_duty_to_remind", |tx| async move {
                codes_duty::to_remind(&tx, required, TOLD_BEFORE, CHUNK, now).await
            })
            .await;
        let mut told = 0;
        for owner in &due? {
            let facts = ReminderFacts {
                until: owner.until,
                told: owner.told_at.zip(owner.told_of),
            };
            if !reminder_is_due(&facts, now) {
                continue;
            }
            let done: Result<_, Error> = self
                .db
                .run("codes_duty_told", |tx| async move {
                    // Only one node gets to tell.
                    if !codes_duty::told(&tx, owner, now).await? {
                        return Ok(0);
                    }
                    let happening = Happening::of(EventKind::CodesRequired)
                        .with("until", owner.until.as_micros());
                    self.tell(&tx, owner.account, happening, now).await?;
                    Ok(1)
                })
                .await;
            told += done?;
        }
        Ok(told)
    }
}
