//! What is kept of a code that was mailed: a keyed hash. Without the pepper, which is in no database, it tells nothing of eight
//! digits; with it, it is good for one address of one account for a day, in a session of that account.

use crate::{App, Fault};
use counterfoil_model::{AccountId, IssuedCode, OutsideAddressId};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

const DOMAIN: &[u8] = b"counterfoil/address-code/v1\0";

impl App {
    /// What to keep of a code that is about to be mailed.
    pub(super) fn address_code_hash(
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
