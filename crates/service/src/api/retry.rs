//! `Idempotency-Key`: a request that is sent again comes to what it came to, for a day.
//!
//! What is kept is found and compared by HMACs under a pepper *and* the app's own key, so that neither the database nor the
//! pepper alone helps anybody to try codes on it.

use super::Caller;
use crate::{App, Fault};
use counterfoil_model::{AccountId, Span, Timestamp};
use counterfoil_store::repo::api_retry::Retry;
use counterfoil_store::{Error, Tx, repo};
use hmac::{Hmac, KeyInit, Mac};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::Sha256;

/// How long a request is remembered.
pub(crate) const REMEMBERED: Span = Span::hours(24);

/// The key of a request that may be sent again, and its body.
#[derive(Clone, Copy)]
pub struct RetryOf<'a> {
    /// What the app wrote as `Idempotency-Key`.
    pub key: &'a str,
    /// The body, byte by byte.
    pub body: &'a [u8],
}

impl std::fmt::Debug for RetryOf<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RetryOf(…)")
    }
}

/// By what a request is found again: under each pepper, the newest first. Empty for one that can't be sent again.
pub(super) struct Known {
    account: AccountId,
    hashes: Vec<Hashes>,
}

struct Hashes {
    request: [u8; 32],
    body: [u8; 32],
}

/// What an earlier request with the same key came to.
pub(super) enum Earlier<T> {
    /// There was none.
    None,
    /// It came to this.
    Same(T),
    /// It was another request.
    OtherBody,
}

/// What undoes a transaction.
pub(super) enum Undone {
    /// The same request was quicker: what it came to is kept by now.
    Raced,
    Store(Error),
}

impl From<Error> for Undone {
    fn from(error: Error) -> Self {
        Self::Store(error)
    }
}

impl Known {
    /// Whether it can't have been sent before.
    pub(super) const fn is_new(&self) -> bool {
        self.hashes.is_empty()
    }

    /// What an earlier request came to.
    pub(super) async fn earlier<T: DeserializeOwned>(
        &self,
        tx: &Tx,
        now: Timestamp,
    ) -> Result<Earlier<T>, Error> {
        for hashes in &self.hashes {
            let Some(kept) =
                repo::api_retry::load(tx, self.account, &hashes.request, now - REMEMBERED).await?
            else {
                continue;
            };
            if kept.body_hash != hashes.body {
                return Ok(Earlier::OtherBody);
            }
            return serde_json::from_str(&kept.outcome)
                .map(Earlier::Same)
                .map_err(|_| Error::inconsistent("api_retry.outcome"));
        }
        Ok(Earlier::None)
    }

    /// Keeps what this one comes to, in the transaction in which it does.
    pub(super) async fn keep<T: Serialize>(
        &self,
        tx: &Tx,
        outcome: &T,
        now: Timestamp,
    ) -> Result<(), Undone> {
        let Some(newest) = self.hashes.first() else {
            return Ok(());
        };
        let retry = Retry {
            body_hash: newest.body,
            outcome: serde_json::to_string(outcome).map_err(Error::internal)?,
        };
        let oldest = now - REMEMBERED;
        if repo::api_retry::keep(tx, self.account, &newest.request, &retry, oldest, now).await? {
            Ok(())
        } else {
            Err(Undone::Raced)
        }
    }
}

impl App {
    /// By what this request is found again.
    pub(super) fn known_request(
        &self,
        caller: &Caller,
        account: AccountId,
        operation: &str,
        retry: Option<RetryOf<'_>>,
    ) -> Result<Known, Fault> {
        let mut hashes = Vec::new();
        if let Some(retry) = retry {
            for pepper in self.keys.password_peppers() {
                let request = || {
                    keyed(
                        &pepper,
                        &[
                            caller.app.as_bytes(),
                            account.as_bytes(),
                            retry.key.as_bytes(),
                        ],
                    )
                };
                hashes.push(Hashes {
                    request: request()?.chain_update([0]).finalize().into_bytes().into(),
                    body: request()?
                        .chain_update([1])
                        .chain_update(operation)
                        .chain_update([0])
                        .chain_update(retry.body)
                        .finalize()
                        .into_bytes()
                        .into(),
                });
            }
        }
        Ok(Known { account, hashes })
    }
}

fn keyed(pepper: &[u8; 32], parts: &[&[u8]]) -> Result<Hmac<Sha256>, Fault> {
    let mac =
        Hmac::<Sha256>::new_from_slice(pepper).map_err(|_| Fault::Broken("a pepper has no key"))?;
    let mac = mac.chain_update(b"counterfoil/api-retry/v1\0");
    Ok(parts.iter().fold(mac, |mac, part| {
        let length = u32::try_from(part.len()).unwrap_or(u32::MAX);
        mac.chain_update(length.to_be_bytes()).chain_update(part)
    }))
}
