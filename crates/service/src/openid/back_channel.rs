//! Apps are told that somebody signed out: by a leased job, until they have heard it.

use crate::App;
use counterfoil_model::Span;
use counterfoil_oidc::LogoutClaims;
use counterfoil_store::repo::logout_call::LogoutCall;
use counterfoil_store::{Error, repo};

/// One try may take so long before another worker takes it up.
const LEASE: Span = Span::seconds(30);
/// So many are done in one go.
const AT_ONCE: i64 = 50;
/// A try that failed is made again after so long, doubling to [`LONGEST_WAIT`].
const FIRST_WAIT: Span = Span::seconds(2);
const LONGEST_WAIT: Span = Span::minutes(10);
/// An app that couldn't be told for so long isn't told any more: its own tokens are dead anyway.
const GIVEN_UP_AFTER: Span = Span::days(1);

impl App {
    /// Makes the calls that are due.
    ///
    /// # Errors
    /// Whatever the database says.
    pub async fn do_logout_calls(&self) -> Result<usize, Error> {
        let now = self.now();
        let due = self
            .db
            .read("logout_call_due", |tx| async move {
                repo::logout_call::due(&tx, AT_ONCE, now).await
            })
            .await;
        let due: Result<_, Error> = due;
        let mut told = 0;
        for (account, grant) in due? {
            let claimed: Result<_, Error> = self
                .db
                .run("logout_call_claim", |tx| async move {
                    let call = repo::logout_call::claim(&tx, account, grant, LEASE, now).await?;
                    let Some(call) = call else { return Ok(None) };
                    let client = self.client_in(&tx, &call.client).await?;
                    Ok(Some((call, client)))
                })
                .await;
            let Some((call, client)) = &claimed? else {
                continue;
            };
            let heard = match client {
                Some(client) => self.call_app(call, client).await,
                // Removed meanwhile: there is nobody to tell.
                None => true,
            };
            let over = heard || self.now() >= call.made_at + GIVEN_UP_AFTER;
            let again_at = self.now() + wait_after(call.attempts);
            let noted: Result<(), Error> = self
                .db
                .run("logout_call_done", |tx| async move {
                    if over {
                        repo::logout_call::done(&tx, call).await
                    } else {
                        repo::logout_call::defer(&tx, call, again_at).await
                    }
                })
                .await;
            noted?;
            told += usize::from(heard);
        }
        Ok(told)
    }

    async fn call_app(&self, call: &LogoutCall, client: &counterfoil_oidc::Client) -> bool {
        let Some(uri) = &client.back_channel_logout_uri else {
            return true;
        };
        let Some(back_channel) = &self.openid.back_channel else {
            return true;
        };
        let claims = LogoutClaims {
            issuer: &self.openid.issuer,
            client_id: &client.id,
            account: call.account,
            grant: call.grant,
        };
        let claims = claims.of_token(self.now());
        let Ok(token) = self
            .signing_keys()
            .sign(client.signing, "logout+jwt", &claims)
        else {
            tracing::error!(client = %client.id, "a logout token could not be signed");
            return false;
        };
        match back_channel.sign_out(uri, &token).await {
            Ok(()) => true,
            Err(error) => {
                tracing::warn!(client = %client.id, attempts = call.attempts, %error, "an app could not be told of a sign-out");
                false
            }
        }
    }
}

fn wait_after(attempts: i64) -> Span {
    let doublings = u32::try_from(attempts - 1).unwrap_or(0).min(12);
    let seconds = (FIRST_WAIT.as_seconds_up() << doublings).min(LONGEST_WAIT.as_seconds_up());
    Span::seconds(i64::try_from(seconds).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_app_is_called_again_after_2_4_8_seconds_and_then_every_ten_minutes() {
        let waits = [1, 2, 3, 9, 10, 1000].map(|n| wait_after(n).as_seconds_up());
        assert_eq!(waits, [2, 4, 8, 512, 600, 600]);
    }
}
