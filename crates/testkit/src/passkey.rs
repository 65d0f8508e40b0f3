//! A device that keeps a passkey, and the browser it is on. Both by a library, not by the code under test.

#![expect(
    clippy::panic,
    reason = "a test whose device doesn't work must stop and say why"
)]

use crate::service::{ISSUER, TestService};
use crate::story::TestOwner;
use counterfoil_model::PasskeyId;
use counterfoil_model::passkey::Purpose;
use counterfoil_service::passkey::{Asked, PasskeyAnswer};
use counterfoil_service::{Session, Visit};
use passkey::authenticator::{Authenticator, UiHint, UserCheck, UserValidationMethod};
use passkey::client::{Client, DefaultClientData};
use passkey::crypto::rust_crypto::RustCryptoBackend;
use passkey::types::Passkey;
use passkey::types::ctap2::{Aaguid, Ctap2Error};
use serde_json::Value;
use std::fmt;
use url::Url;

/// A device with room for one passkey, whose owner unlocks it whenever it asks. A clone of it is a copy of the passkey.
#[derive(Clone)]
pub struct Device {
    kept: Option<Passkey>,
    counts: bool,
}

impl Device {
    /// One that says 0 whenever it is asked how often it was used, as those do that keep copies elsewhere.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            kept: None,
            counts: false,
        }
    }

    /// One that counts.
    #[must_use]
    pub const fn counting() -> Self {
        Self {
            kept: None,
            counts: true,
        }
    }

    /// Makes a passkey on a page of this origin: the question's options in, the answer out, both as JSON.
    ///
    /// # Errors
    /// What the browser says when it makes none.
    ///
    /// # Panics
    /// When the options are none.
    pub async fn make(&mut self, origin: &str, options: &Value) -> Result<String, String> {
        let mut client = Client::new(self.authenticator()).allows_insecure_localhost(true);
        let request = serde_json::from_value(options.clone())
            .unwrap_or_else(|error| panic!("no browser reads {options}: {error}"));
        let made = client
            .register(&url(origin), request, DefaultClientData)
            .await
            .map_err(|error| format!("{error:?}"))?;
        self.kept.clone_from(client.authenticator().store());
        Ok(text(&made))
    }

    /// Answers with the passkey on a page of this origin.
    ///
    /// # Errors
    /// What the browser says when it has no answer.
    ///
    /// # Panics
    /// When the options are none.
    pub async fn answer(&mut self, origin: &str, options: &Value) -> Result<String, String> {
        let mut options = options.clone();
        if let Some(asked) = options.get_mut("publicKey").and_then(Value::as_object_mut)
            && asked
                .get("allowCredentials")
                .and_then(Value::as_array)
                .is_some_and(Vec::is_empty)
        {
            // To a browser an empty list is no list.
            asked.remove("allowCredentials");
        }
        let mut client = Client::new(self.authenticator()).allows_insecure_localhost(true);
        let request = serde_json::from_value(options.clone())
            .unwrap_or_else(|error| panic!("no browser reads {options}: {error}"));
        let answered = client
            .authenticate(&url(origin), request, DefaultClientData)
            .await
            .map_err(|error| format!("{error:?}"))?;
        self.kept.clone_from(client.authenticator().store());
        Ok(text(&answered))
    }

    fn authenticator(&self) -> Authenticator<Option<Passkey>, Unlocked, RustCryptoBackend> {
        let (aaguid, kept) = (Aaguid::new_empty(), self.kept.clone());
        let mut authenticator = Authenticator::new(aaguid, kept, Unlocked, RustCryptoBackend);
        authenticator.set_make_credentials_with_signature_counter(self.counts);
        authenticator
    }
}

impl Default for Device {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Device {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Device(has one: {})", self.kept.is_some())
    }
}

fn url(origin: &str) -> Url {
    Url::parse(origin).unwrap_or_else(|error| panic!("{origin}: {error}"))
}

fn text(answer: &impl serde::Serialize) -> String {
    serde_json::to_string(answer).unwrap_or_else(|error| panic!("an answer is no JSON: {error}"))
}

/// Somebody is there, and unlocks it.
struct Unlocked;

#[async_trait::async_trait]
impl UserValidationMethod for Unlocked {
    type PasskeyItem = Passkey;

    async fn check_user<'a>(
        &self,
        _: UiHint<'a, Passkey>,
        _: bool,
        _: bool,
    ) -> Result<UserCheck, Ctap2Error> {
        Ok(UserCheck {
            presence: true,
            verification: true,
        })
    }

    fn is_presence_enabled(&self) -> bool {
        true
    }

    fn is_verification_enabled(&self) -> Option<bool> {
        Some(true)
    }
}

/// An answer on its way back, with the question's id.
#[derive(Clone, Debug)]
pub struct Answered {
    /// The question's id.
    pub ceremony: String,
    /// The answer, as JSON.
    pub credential: String,
}

impl Answered {
    /// As the use cases take it.
    #[must_use]
    pub fn answer(&self) -> PasskeyAnswer<'_> {
        PasskeyAnswer {
            ceremony: &self.ceremony,
            credential: &self.credential,
        }
    }
}

impl TestService {
    /// What the device answers to a question put in this session or half-session.
    ///
    /// # Panics
    /// When nothing is asked or the device has no answer.
    pub async fn passkey_answer(
        &self,
        session: &Session,
        purpose: Purpose,
        device: &mut Device,
    ) -> Answered {
        let asked = self.app.ask_passkey(session, purpose).await;
        Self::answered(asked.unwrap_or_else(|error| panic!("{error}")), device).await
    }

    /// What the device answers to a question put to a browser that has said nothing yet.
    ///
    /// # Panics
    /// When nothing is asked or the device has no answer.
    pub async fn passkey_answer_alone(&self, visit: &Visit, device: &mut Device) -> Answered {
        let asked = self.app.ask_any_passkey(visit, Purpose::SignIn).await;
        Self::answered(asked.unwrap_or_else(|error| panic!("{error}")), device).await
    }

    async fn answered(asked: Asked, device: &mut Device) -> Answered {
        let credential = device.answer(ISSUER, &asked.options).await;
        Answered {
            ceremony: asked.ceremony,
            credential: credential.unwrap_or_else(|error| panic!("{error}")),
        }
    }

    /// The passkey that the device makes for a question in the owner's session.
    ///
    /// # Panics
    /// When nothing is asked or the device makes none.
    pub async fn made_passkey(&self, owner: &TestOwner, device: &mut Device) -> Answered {
        let asked = self.app.ask_for_new_passkey(&owner.session, "").await;
        let asked = asked.unwrap_or_else(|error| panic!("{error}"));
        let credential = device.make(ISSUER, &asked.options).await;
        Answered {
            ceremony: asked.ceremony,
            credential: credential.unwrap_or_else(|error| panic!("{error}")),
        }
    }

    /// Adds a passkey in the owner's session, which goes on under its new id.
    ///
    /// # Panics
    /// When a step fails.
    pub async fn add_passkey(
        &self,
        owner: &mut TestOwner,
        device: &mut Device,
        name: &str,
    ) -> PasskeyId {
        let made = self.made_passkey(owner, device).await;
        let added = self
            .app
            .add_passkey(&owner.session, &owner.visit, made.answer(), name)
            .await
            .unwrap_or_else(|error| panic!("{error}"));
        owner.session = self
            .app
            .session(&added.token, &owner.visit)
            .await
            .unwrap_or_else(|error| panic!("{error}"));
        owner.token = added.token;
        let all = self.app.passkeys(owner.account).await;
        let all = all.unwrap_or_else(|error| panic!("{error}"));
        let own = all.iter().find(|own| own.name == added.name);
        own.unwrap_or_else(|| panic!("the passkey isn't listed")).id
    }
}
