//! Setting up the phone: a picture to scan, a key to type, six digits to prove it.

use crate::portal::{Frame, qr};
use crate::routes::Route;
use askama::Template;
use std::fmt;
use zeroize::Zeroize;

/// The page, in answer to the request that drew the secret.
#[derive(Debug, Template)]
#[template(path = "page/two_step_set_up.html")]
pub struct TwoStepSetUp {
    /// The frame.
    pub frame: Frame,
    /// The secret, as a phone takes it.
    pub secret: PhoneSecret,
}

/// A TOTP secret on its way to a phone. Shown once; the sealed copy comes back with the proof.
pub struct PhoneSecret {
    /// The `otpauth://` address as an SVG element ([`crate::portal::qr`]).
    pub qr: String,
    /// The key in base32, in groups of four.
    pub key: Vec<String>,
    /// The secret, sealed for this session and purpose.
    pub sealed: String,
}

impl fmt::Debug for PhoneSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PhoneSecret(…)")
    }
}

impl Drop for PhoneSecret {
    fn drop(&mut self) {
        self.qr.zeroize();
        self.key.zeroize();
    }
}

impl PhoneSecret {
    /// From an `otpauth://` address, the key in base32 and the sealed secret.
    #[must_use]
    pub fn new(address: &str, base32: &str, sealed: String) -> Self {
        let key = base32
            .as_bytes()
            .chunks(4)
            .map(|group| String::from_utf8_lossy(group).into_owned())
            .collect();
        Self {
            qr: qr::svg(address),
            key,
            sealed,
        }
    }
}

#[cfg(test)]
impl super::samples::Sample for TwoStepSetUp {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let secret = || {
            PhoneSecret::new(
                "otpauth://totp/example.org%20mail:alice%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=example.org%20mail",
                "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
                "c2VhbGVk".into(),
            )
        };
        let wrong = frame.clone().wrong("digits", frame.text("two-step-wrong"));
        vec![
            (
                "empty",
                Self {
                    frame: frame.clone(),
                    secret: secret(),
                },
            ),
            (
                "wrong",
                Self {
                    frame: wrong,
                    secret: secret(),
                },
            ),
        ]
    }
}
