//! What is kept of an app password: keyed hashes, nothing that a copy of the database could be asked for.
//!
//! 140 random bits need no slow hash (N6, A2): HMAC-SHA-256 under a password pepper, over a domain, the account and the secret.

use crate::{App, Fault};
use counterfoil_model::{AccountId, AppPassword};
use counterfoil_store::repo::app_password::Hashes;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

const SECRET: &[u8] = b"counterfoil/app-password/v1\0";
const POLICY: &[u8] = b"counterfoil/policy-hash/v1\0";

/// Dovecot's full policy hash: SHA-256(nonce ‖ login ‖ 0x00 ‖ password). Whoever has it and the nonce can try passwords on it,
/// so it is a secret: no `Debug`, wiped on drop, never kept.
pub struct PolicyHash(Zeroizing<[u8; 32]>);

impl PolicyHash {
    /// Reads what Dovecot sent as `pwhash`. `None` unless it is whole, 64 hexadecimal digits: by Dovecot's default only the
    /// first twelve bits come.
    #[must_use]
    pub fn parse(pwhash: &str) -> Option<Self> {
        let mut bytes = Zeroizing::new([0; 32]);
        if pwhash.len() != 64 {
            return None;
        }
        data_encoding::HEXLOWER_PERMISSIVE
            .decode_mut(pwhash.as_bytes(), &mut *bytes)
            .ok()?;
        Some(Self(bytes))
    }

    fn compute(nonce: &str, login: &str, password: &str) -> Self {
        let mut hash = Sha256::new();
        hash.update(nonce);
        hash.update(login);
        hash.update([0]);
        hash.update(password);
        Self(Zeroizing::new(hash.finalize().into()))
    }
}

impl App {
    /// What to keep of an app password that was just drawn. The policy hash is that of the form that is shown: whoever types
    /// it otherwise gets in all the same, only the report of it names no app password.
    pub(crate) fn app_password_hashes(
        &self,
        account: AccountId,
        login: &str,
        password: &AppPassword,
    ) -> Result<Hashes, Fault> {
        let (pepper, key) = self.keys.newest_password_pepper()?;
        let policy_hash = self
            .policy_nonce
            .as_ref()
            .map(|nonce| PolicyHash::compute(nonce, login, &password.text()))
            .map(|hash| keyed(&key, POLICY, account, &*hash.0))
            .transpose()?;
        Ok(Hashes {
            hash: keyed(&key, SECRET, account, password.as_bytes())?,
            policy_hash,
            pepper,
        })
    }

    /// The hashes under which a typed app password may be kept: one for each pepper, the newest first.
    pub(crate) fn app_password_candidates(
        &self,
        account: AccountId,
        password: &AppPassword,
    ) -> Result<Vec<[u8; 32]>, Fault> {
        self.keys
            .password_peppers()
            .iter()
            .map(|key| keyed(key, SECRET, account, password.as_bytes()))
            .collect()
    }

    /// The same for a reported policy hash.
    pub(crate) fn policy_hash_candidates(
        &self,
        account: AccountId,
        hash: &PolicyHash,
    ) -> Result<Vec<[u8; 32]>, Fault> {
        self.keys
            .password_peppers()
            .iter()
            .map(|key| keyed(key, POLICY, account, &*hash.0))
            .collect()
    }
}

fn keyed(
    key: &[u8; 32],
    domain: &[u8],
    account: AccountId,
    secret: &[u8],
) -> Result<[u8; 32], Fault> {
    let mut mac =
        Hmac::<Sha256>::new_from_slice(key).map_err(|_| Fault::Broken("a pepper has no key"))?;
    mac.update(domain);
    mac.update(account.as_bytes());
    mac.update(secret);
    Ok(mac.finalize().into_bytes().into())
}

#[cfg(test)]
mod tests {
    use super::PolicyHash;

    #[test]
    fn the_policy_hash_is_what_dovecot_computes() {
        // printf 'nonce-1alice@example.org\0app-pw-1' | sha256sum
        let computed = PolicyHash::compute("nonce-1", "alice@example.org", "app-pw-1");
        let sent =
            PolicyHash::parse("a64a2311c667b9d787fca808ec08a23293ac070a7f2ef69f971128fff0dc0ce2");
        assert_eq!(sent.map(|sent| *sent.0), Some(*computed.0));
    }

    #[test]
    fn only_a_whole_hash_is_read() {
        let whole = "a".repeat(64);
        assert!(PolicyHash::parse(&whole).is_some());
        assert!(PolicyHash::parse(&whole.to_uppercase()).is_some());
        for pwhash in ["", "0fd5", &whole[1..], &"g".repeat(64), &"a".repeat(66)] {
            assert!(PolicyHash::parse(pwhash).is_none(), "{pwhash}");
        }
    }
}
