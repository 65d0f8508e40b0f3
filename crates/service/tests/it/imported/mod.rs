//! Accounts of another system: their passwords work as they did, once, and are then kept as any other.

mod arrival;
mod reading;
mod sign_in;
mod vectors;

use counterfoil_model::{LoginName, MailAddress};
use counterfoil_service::account::Newcomer;
use counterfoil_service::password::imported::{DEFAULT_SCHEME, ImportedPassword};

/// Somebody whose password field reads like this; nobody without one has a password.
pub(crate) fn newcomer(address: &str, field: Option<&str>) -> Newcomer {
    Newcomer {
        address: MailAddress::parse(address).unwrap(),
        login: None,
        name: String::new(),
        language: "en".to_owned(),
        password: field
            .map(|field| ImportedPassword::read(field.as_bytes(), DEFAULT_SCHEME).unwrap()),
    }
}

/// The same with a login name.
pub(crate) fn called(login: &str, newcomer: Newcomer) -> Newcomer {
    Newcomer {
        login: Some(LoginName::parse(login).unwrap()),
        ..newcomer
    }
}

/// "Blumentopf 3" in SHA-512-crypt with 1,000 rounds, by `doveadm pw`.
pub(crate) const FIELD: &str = "{SHA512-CRYPT}$6$rounds=1000$0vo7Hf2FW1brm6gW$3U/39PcR4w1gAsScdTWZenpQUU3r5bLz671WTcmrILbecGcjnnFcc4iO3QKi3hN.afJGDX9eFJs5RwosTHmwn1";
/// What is behind [`FIELD`].
pub(crate) const PASSWORD: &str = "Blumentopf 3";
