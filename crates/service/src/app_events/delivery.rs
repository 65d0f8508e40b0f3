//! Apps are told of their events: by a leased job on any node, until they have heard each, or for three days.

use super::{OPERATOR, OwnEvent, message};
use crate::{App, WebhookError, WebhookMessage};
use counterfoil_model::Span;
use counterfoil_store::repo::app_webhook::AppWebhook;
use counterfoil_store::{Error, repo};
use std::sync::Arc;
use tokio::task::JoinSet;

/// One try may take so long before another worker takes it up.
const LEASE: Span = Span::seconds(60);
/// So many are sent at the same time.
const AT_ONCE: i64 = 20;
/// After a try that failed the whole webhook is left alone for so long, doubling to [`LONGEST_PAUSE`], so that one that is gone
/// doesn't keep others waiting.
const FIRST_PAUSE: Span = Span::seconds(2);
const LONGEST_PAUSE: Span = Span::minutes(1);
/// The waits between the tries of one message, as Standard Webhooks advises: three days in all.
const WAITS: [Span; 9] = [
    Span::seconds(5),
    Span::minutes(5),
    Span::minutes(30),
    Span::hours(2),
    Span::hours(5),
    Span::hours(10),
    Span::hours(14),
    Span::hours(20),
    Span::hours(24),
];

/// One message on its way.
struct Sending {
    app: String,
    position: i64,
    attempts: i64,
    failures: i64,
    url: String,
    message: WebhookMessage,
}

impl App {
    /// Sends what apps should hear now, each message by one node. Answers how many were heard.
    ///
    /// # Errors
    /// Whatever the database says.
    pub async fn do_webhooks(&self) -> Result<usize, Error> {
        let Some(webhooks) = &self.webhooks else {
            return Ok(0);
        };
        let now = self.now();
        let due: Result<Vec<(String, i64)>, Error> = self
            .db
            .read("webhooks_due", |tx| async move {
                repo::app_event::due(&tx, AT_ONCE, now).await
            })
            .await;
        let mut calls = JoinSet::new();
        for (app, position) in due? {
            let Some(sending) = self.claim_webhook(&app, position).await? else {
                continue;
            };
            let webhooks = Arc::clone(webhooks);
            calls.spawn(async move {
                let outcome = webhooks.deliver(&sending.url, &sending.message).await;
                (sending, outcome)
            });
        }
        let mut heard = 0;
        while let Some(done) = calls.join_next().await {
            // One that panicked is tried again when its lease is over.
            let Ok((sending, outcome)) = done else {
                continue;
            };
            heard += usize::from(outcome.is_ok());
            self.note_webhook(&sending, outcome).await?;
        }
        Ok(heard)
    }

    async fn claim_webhook(&self, app: &str, position: i64) -> Result<Option<Sending>, Error> {
        let now = self.now();
        let claimed: Result<Option<(_, _, AppWebhook)>, Error> = self
            .db
            .run("webhook_claim", |tx| async move {
                let Some(webhook) = repo::app_webhook::load(&tx, app).await? else {
                    return Ok(None);
                };
                let claimed = repo::app_event::claim(&tx, app, position, LEASE, now).await?;
                Ok(claimed.map(|(event, attempts)| (event, attempts, webhook)))
            })
            .await;
        let Some((event, attempts, kept)) = claimed? else {
            return Ok(None);
        };
        let event = OwnEvent::from(event);
        let signed = self
            .webhook_secrets(&kept, now)
            .and_then(|secrets| message::signed(event.id, now, body_for(app, &event), &secrets));
        let message = match signed {
            Ok(message) => message,
            Err(error) => {
                // Its key is gone. The others are told; this one is tried again when the lease is over.
                tracing::error!(app, %error, "an app's event can't be signed");
                return Ok(None);
            }
        };
        Ok(Some(Sending {
            app: app.to_owned(),
            position,
            attempts,
            failures: kept.failures,
            url: kept.url,
            message,
        }))
    }

    async fn note_webhook(
        &self,
        sending: &Sending,
        outcome: Result<(), WebhookError>,
    ) -> Result<(), Error> {
        let (app, position, now) = (sending.app.as_str(), sending.position, self.now());
        let problem = match outcome {
            Ok(()) => None,
            Err(error) => {
                tracing::warn!(app, attempts = sending.attempts, %error, "an app could not be told of an event");
                Some(error.to_string())
            }
        };
        let problem = problem.as_deref();
        let again_at = wait_after(sending.attempts).map(|wait| now + wait);
        let paused_until = now + pause_after(sending.failures);
        self.db
            .run("webhook_noted", |tx| async move {
                match problem {
                    None => {
                        repo::app_event::heard(&tx, app, position, now).await?;
                        repo::app_webhook::heard(&tx, app, now).await
                    }
                    Some(problem) => {
                        repo::app_event::not_heard(&tx, app, position, problem, again_at).await?;
                        repo::app_webhook::not_heard(&tx, app, problem, paused_until).await
                    }
                }
            })
            .await
    }
}

fn body_for(app: &str, event: &OwnEvent) -> String {
    if app == OPERATOR {
        message::operators_body(event)
    } else {
        message::body(event)
    }
}

/// How long after its `attempts`th try a message is tried again; `None` when it has been tried often enough.
fn wait_after(attempts: i64) -> Option<Span> {
    let tried = usize::try_from(attempts).ok()?.checked_sub(1)?;
    WAITS.get(tried).copied()
}

fn pause_after(failures: i64) -> Span {
    let doublings = u32::try_from(failures).unwrap_or(0).min(8);
    let seconds = (FIRST_PAUSE.as_seconds_up() << doublings).min(LONGEST_PAUSE.as_seconds_up());
    Span::seconds(i64::try_from(seconds).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_tried_ten_times_in_three_days() {
        let waits: Vec<_> = (1..).map_while(wait_after).collect();
        assert_eq!(waits.len(), 9);
        let hours: u64 = waits.iter().map(|wait| wait.as_seconds_up()).sum::<u64>() / 3600;
        assert_eq!(hours, 75);
        let pauses = [0, 1, 2, 5, 1000].map(|n| pause_after(n).as_seconds_up());
        assert_eq!(pauses, [2, 4, 8, 60, 60]);
    }
}
