//! Taking a right away ends what was opened by it: open connections of mail programs are cut.

use crate::App;
use counterfoil_model::{AccountId, Span, Timestamp};
use counterfoil_store::{Error, Tx, repo};

/// How long one try may take before another worker takes it up.
const LEASE: Span = Span::seconds(20);
/// How many are done in one go.
const AT_ONCE: i64 = 50;
/// A try that failed is made again after so long, doubling to [`LONGEST_WAIT`].
const FIRST_WAIT: Span = Span::seconds(1);
const LONGEST_WAIT: Span = Span::minutes(1);
/// A connection that was let in just before the right was taken away may show itself only just after the cut: so long
/// afterwards everything is cut once more.
const SETTLED: Span = Span::seconds(5);

impl App {
    /// Asks, in the transaction that takes a right away, that the account's mail connections end. Without mail software in
    /// the configuration there are none.
    pub(crate) async fn cut_off(
        &self,
        tx: &Tx,
        account: AccountId,
        now: Timestamp,
    ) -> Result<(), Error> {
        if self.mail_system.is_none() {
            return Ok(());
        }
        if let Some(kept) = repo::account::load(tx, account).await? {
            repo::cut_off::ask(tx, account, &kept.mail_login(), now).await?;
        }
        Ok(())
    }

    /// Does the cut-offs that are due, each at once and once more when it has [`SETTLED`]. What fails is tried again until it
    /// is done: a freeze that leaves a reader connected is none. Answers how many times connections were cut.
    ///
    /// # Errors
    /// Whatever the database says.
    pub async fn do_cut_offs(&self) -> Result<usize, Error> {
        let Some(mail_system) = &self.mail_system else {
            return Ok(0);
        };
        let now = self.now();
        let due = self
            .db
            .read("cut_off_due", |tx| async move {
                repo::cut_off::due(&tx, AT_ONCE, now).await
            })
            .await?;
        let mut done = 0;
        for account in due {
            let claimed: Result<_, Error> = self
                .db
                .run("cut_off_claim", |tx| async move {
                    repo::cut_off::claim(&tx, account, LEASE, now).await
                })
                .await;
            let Some(cut_off) = &claimed? else { continue };
            let outcome = mail_system.cut_off(&cut_off.login).await;
            if let Err(error) = &outcome {
                tracing::warn!(account = %cut_off.account, attempts = cut_off.attempts, %error, "mail connections could not be cut off yet");
            }
            let settled_at = cut_off.asked_at + SETTLED;
            let again_at = match outcome {
                Err(_) => Some(self.now() + wait_after(cut_off.attempts)),
                Ok(()) => Some(settled_at).filter(|at| now < *at),
            };
            let noted: Result<(), Error> = self
                .db
                .run("cut_off_done", |tx| async move {
                    match again_at {
                        Some(at) => repo::cut_off::defer(&tx, cut_off, at).await,
                        None => repo::cut_off::done(&tx, cut_off).await,
                    }
                })
                .await;
            noted?;
            done += usize::from(outcome.is_ok());
        }
        Ok(done)
    }
}

fn wait_after(attempts: i64) -> Span {
    let doublings = u32::try_from(attempts - 1).unwrap_or(0).min(6);
    let seconds = (FIRST_WAIT.as_seconds_up() << doublings).min(LONGEST_WAIT.as_seconds_up());
    Span::seconds(i64::try_from(seconds).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_off_is_tried_again_after_1_2_4_seconds_and_then_every_minute() {
        let waits = [1, 2, 3, 6, 7, 8, 1000].map(|n| wait_after(n).as_seconds_up());
        assert_eq!(waits, [1, 2, 4, 32, 60, 60, 60]);
    }
}
