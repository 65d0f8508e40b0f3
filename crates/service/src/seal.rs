//! Sealing: XChaCha20-Poly1305, bound to what the sealed value belongs to, so that it can't be moved elsewhere.
//!
//! Layout: one byte length of the key id ‖ key id ‖ 24 bytes nonce ‖ ciphertext and tag. Associated data: the purpose ‖
//! 0x00 ‖ each bound part with its length as four bytes before it.

use crate::{App, Fault};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use counterfoil_model::{AccountId, Span, Timestamp};
use data_encoding::BASE64URL_NOPAD;
use zeroize::Zeroizing;

const NONCE: usize = 24;

fn associated(purpose: &str, bound: &[&[u8]]) -> Vec<u8> {
    let mut data = purpose.as_bytes().to_vec();
    data.push(0);
    for part in bound {
        data.extend(u32::try_from(part.len()).unwrap_or(u32::MAX).to_be_bytes());
        data.extend_from_slice(part);
    }
    data
}

/// The id of the key that a value is sealed under, and what comes behind it.
fn split_key(sealed: &[u8]) -> Option<(&str, &[u8])> {
    let (length, rest) = sealed.split_first()?;
    let (id, rest) = rest.split_at_checked(usize::from(*length))?;
    Some((std::str::from_utf8(id).ok()?, rest))
}

/// The id of the key that a value is sealed under.
pub(crate) fn key_of(sealed: &[u8]) -> Option<&str> {
    split_key(sealed).map(|(id, _)| id)
}

impl App {
    /// Seals `plain` for a purpose, bound to what it belongs to.
    pub(crate) fn seal(
        &self,
        purpose: &str,
        bound: &[&[u8]],
        plain: &[u8],
    ) -> Result<Vec<u8>, Fault> {
        let (id, key) = &self.keys.newest_sealing_key()?;
        let mut nonce = [0; NONCE];
        self.entropy.fill(&mut nonce);
        let aad = associated(purpose, bound);
        let sealed = XChaCha20Poly1305::new((&***key).into())
            .encrypt(
                &XNonce::from(nonce),
                Payload {
                    msg: plain,
                    aad: &aad,
                },
            )
            .map_err(|_| Fault::Broken("sealing failed"))?;
        let mut out =
            vec![u8::try_from(id.len()).map_err(|_| Fault::Broken("a key id is too long"))?];
        out.extend_from_slice(id.as_bytes());
        out.extend_from_slice(&nonce);
        out.extend(sealed);
        Ok(out)
    }

    /// Opens what [`seal`](Self::seal) made for the same purpose and the same owner.
    pub(crate) fn unseal(
        &self,
        purpose: &str,
        bound: &[&[u8]],
        sealed: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, Fault> {
        let broken = || Fault::Broken("a sealed value is damaged");
        let (id, rest) = split_key(sealed).ok_or_else(broken)?;
        let (nonce, text) = rest.split_at_checked(NONCE).ok_or_else(broken)?;
        let nonce: [u8; NONCE] = nonce.try_into().map_err(|_| broken())?;
        let key = self.keys.sealing_key(id)?;
        let aad = associated(purpose, bound);
        XChaCha20Poly1305::new((&**key).into())
            .decrypt(
                &XNonce::from(nonce),
                Payload {
                    msg: text,
                    aad: &aad,
                },
            )
            .map(Zeroizing::new)
            .map_err(|_| Fault::Broken("a sealed value was not sealed for this"))
    }

    /// Seals what [`seal`](Self::seal) made once more, under the key in use.
    pub(crate) fn seal_again(
        &self,
        purpose: &str,
        bound: &[&[u8]],
        sealed: &[u8],
    ) -> Result<Vec<u8>, Fault> {
        self.seal(purpose, bound, &self.unseal(purpose, bound, sealed)?)
    }

    /// As [`unseal`](Self::unseal), for text.
    pub(crate) fn unseal_text(
        &self,
        purpose: &str,
        bound: &[&[u8]],
        sealed: &[u8],
    ) -> Result<Zeroizing<String>, Fault> {
        let bytes = self.unseal(purpose, bound, sealed)?;
        std::str::from_utf8(&bytes)
            .map(|text| Zeroizing::new(text.to_owned()))
            .map_err(|_| Fault::Broken("a sealed text is damaged"))
    }

    /// Seals a value into a form field that only this session's next request can open, for ten minutes.
    ///
    /// # Errors
    /// [`Fault`] when no key seals.
    pub fn seal_field(&self, field: &FormField<'_>, value: &str) -> Result<String, Fault> {
        let mut plain = Zeroizing::new(
            (self.clock.now() + FIELD_LASTS)
                .as_micros()
                .to_be_bytes()
                .to_vec(),
        );
        plain.extend_from_slice(value.as_bytes());
        let sealed = self.seal(
            field.purpose,
            &[field.account.as_bytes(), field.bound_to],
            &plain,
        )?;
        Ok(BASE64URL_NOPAD.encode(&sealed))
    }

    /// Opens a form field; `None` when it was sealed for another session, account or purpose, or too long ago.
    #[must_use]
    pub fn open_field(&self, field: &FormField<'_>, sealed: &str) -> Option<Zeroizing<String>> {
        let sealed = BASE64URL_NOPAD.decode(sealed.as_bytes()).ok()?;
        let plain = self
            .unseal(
                field.purpose,
                &[field.account.as_bytes(), field.bound_to],
                &sealed,
            )
            .ok()?;
        let (until, value) = plain.split_first_chunk::<8>()?;
        let until = Timestamp::from_micros(i64::from_be_bytes(*until));
        let value = std::str::from_utf8(value).ok()?;
        (self.clock.now() < until).then(|| Zeroizing::new(value.to_owned()))
    }
}

/// How long a sealed form field can be opened.
const FIELD_LASTS: Span = Span::minutes(10);

/// Whose sealed form field it is, and what for.
#[derive(Clone, Copy, Debug)]
pub struct FormField<'a> {
    /// What the value is for.
    pub purpose: &'static str,
    /// The account, or [`AccountId::NOBODY`] before sign-in.
    pub account: AccountId,
    /// The hash of the session, or of the browser before sign-in.
    pub bound_to: &'a [u8; 32],
}
