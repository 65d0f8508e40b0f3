//! What is kept of a code that was mailed: a keyed hash. Without the pepper, which is in no database, it tells nothing of eight
//! digits; with it, it is good for one address of one account for a day, in a session of that account.

use crate::{App, Fault};
use counterfoil_model::issued_code::{LASTS, MAILED_AN_HOUR};
use counterfoil_model::{AccountId, IssuedCode, OutsideAddressId, Span, Timestamp};
use counterfoil_store::{Error, Tx, repo};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

const DOMAIN: &[u8] = b"counterfoil/address-code/v1\0";

/// Which hour count limits the codes that are mailed.
const CODES_MAILED: &str = "address-code";

/// Counts a code that is about to be mailed. Where there were too many within the hour it isn't, until the moment of the error.
pub(super) async fn count_mailed_code(
    tx: &Tx,
    account: AccountId,
    now: Timestamp,
) -> Result<Result<(), Timestamp>, Error> {
    let mailed = repo::clock::hour(tx, account, CODES_MAILED).await?;
    if mailed.recent(now) >= MAILED_AN_HOUR {
        let until = mailed.since.map_or(now, |since| since + Span::hours(1));
        return Ok(Err(until));
    }
    repo::clock::hour_failed(tx, account, CODES_MAILED, now).await?;
    Ok(Ok(()))
}

impl App {
    /// Keeps a code that is mailed to an address in this transaction; gives until when it works.
    pub(super) async fn keep_address_code(
        &self,
        tx: &Tx,
        account: AccountId,
        id: OutsideAddressId,
        code: &IssuedCode,
        now: Timestamp,
    ) -> Result<Timestamp, Error> {
        let until = now + LASTS;
        let hash = self
            .address_code_hash(account, id, code)
            .map_err(Error::internal)?;
        repo::outside_address::mail_code(tx, account, id, &hash, until).await?;
        Ok(until)
    }

    /// What to keep of a code that is about to be mailed.
    fn address_code_hash(
        &self,
        account: AccountId,
        id: OutsideAddressId,
        code: &IssuedCode,
    ) -> Result<[u8; 32], Fault> {
        let (_, key) = self.keys.newest_password_pepper()?;
        keyed(&key, account, id, code)
    }

    /// The hashes under which a typed code may be kept: one for each pepper.
    pub(super) fn address_code_candidates(
        &self,
        account: AccountId,
        id: OutsideAddressId,
        code: &IssuedCode,
    ) -> Result<Vec<[u8; 32]>, Fault> {
        self.keys
            .password_peppers()
            .iter()
            .map(|key| keyed(key, account, id, code))
            .collect()
    }
}

fn keyed(
    key: &[u8; 32],
    account: AccountId,
    id: OutsideAddressId,
    code: &IssuedCode,
) -> Result<[u8; 32], Fault> {
    let mut mac =
        Hmac::<Sha256>::new_from_slice(key).map_err(|_| Fault::Broken("a pepper has no key"))?;
    mac.update(DOMAIN);
    mac.update(account.as_bytes());
    mac.update(id.as_bytes());
    mac.update(code.as_bytes());
    Ok(mac.finalize().into_bytes().into())
}
