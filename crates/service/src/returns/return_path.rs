//! Return paths: each notice has its own (VERP), so that what comes back says by its address alone what it is about.
//!
//! `counterfoil+TOKEN@example.org`, where TOKEN is base32 of notice id ‖ MAC. The MAC is the first ten bytes of
//! HMAC-SHA-256(K, notice id), and K is HMAC-SHA-256(sealing key, "counterfoil/return-path/v1"): nobody can say of another's
//! address that mail doesn't reach it. What comes back may be days old, so older sealing keys count as well.

use crate::link::BASE32;
use crate::{App, Fault};
use counterfoil_model::NoticeId;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

const PURPOSE: &[u8] = b"counterfoil/return-path/v1";
const MAC: usize = 10;

impl App {
    /// What stands behind the `+` of a notice's return path: 42 characters that survive any change of case.
    ///
    /// # Errors
    /// [`Fault`] when there is no sealing key.
    pub fn return_token(&self, notice: NoticeId) -> Result<String, Fault> {
        let (_, key) = self.keys.newest_sealing_key()?;
        let mac = mac(&key, notice)?.finalize().into_bytes();
        let mut token = notice.as_bytes().to_vec();
        token.extend(mac.iter().take(MAC));
        Ok(BASE32.encode(&token))
    }

    /// The notice that a token was made for; `None` for any that we didn't make. Never panics.
    #[must_use]
    pub fn notice_of_return_token(&self, token: &str) -> Option<NoticeId> {
        let bytes = BASE32.decode(token.as_bytes()).ok()?;
        let (id, shown) = bytes.split_first_chunk::<16>()?;
        let notice = NoticeId::from_bytes(*id);
        let ours = |key: &[u8; 32]| {
            mac(key, notice).is_ok_and(|mac| mac.verify_truncated_left(shown).is_ok())
        };
        let known = shown.len() == MAC && self.keys.sealing_keys().iter().any(|key| ours(key));
        known.then_some(notice)
    }
}

fn mac(sealing_key: &[u8; 32], notice: NoticeId) -> Result<Hmac<Sha256>, Fault> {
    let broken = |_| Fault::Broken("a return path has no key");
    let own = Hmac::<Sha256>::new_from_slice(sealing_key)
        .map_err(broken)?
        .chain_update(PURPOSE)
        .finalize()
        .into_bytes();
    Ok(Hmac::<Sha256>::new_from_slice(&own)
        .map_err(broken)?
        .chain_update(notice.as_bytes()))
}
