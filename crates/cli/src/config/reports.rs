//! What an e-mail provider tells afterwards: `[mail_api.reports]`.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use counterfoil_model::Span as ModelSpan;
use counterfoil_web::delivery_reports::{
    Encoding, Events, Kind, KnownBy, Means, Provider, Signature, SignedText,
};
use data_encoding::{BASE64, HEXLOWER_PERMISSIVE};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use serde_json::Value;
use zeroize::Zeroizing;

use super::mail_api::{checked_pointer, checked_status, is_header};
use super::settings::Span;
use super::{ConfigError, read_secret};

/// So far a provider's clock may be from ours.
const TOLERANCE: Duration = Duration::from_mins(5);
/// A report that is older could be played again by whoever saw it.
const LONGEST_TOLERANCE: Duration = Duration::from_hours(1);
/// A shorter secret can be guessed.
const SHORTEST_SECRET: usize = 16;

/// `[mail_api.reports]`
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportsSettings {
    /// Holds what it signs with, or what it shows.
    pub secret_file: PathBuf,
    /// How the file is written, for one that signs.
    #[serde(default)]
    pub secret_encoding: SecretEncoding,
    /// The header that has the secret, for one that signs nothing.
    #[serde(default)]
    pub secret_header: Option<String>,
    /// The header with the signature; without it nothing is signed.
    #[serde(default)]
    pub signature_header: Option<String>,
    /// What stands before the signature there.
    #[serde(default)]
    pub signature_prefix: String,
    /// How the signature is written.
    #[serde(default)]
    pub signature_encoding: SignatureEncoding,
    /// The header with the time.
    #[serde(default)]
    pub timestamp_header: Option<String>,
    /// The header with the message's id.
    #[serde(default)]
    pub id_header: Option<String>,
    /// What is signed.
    #[serde(default = "signed")]
    pub signed: String,
    /// So far its clock may be from ours.
    #[serde(default)]
    pub tolerance: Option<Span>,
    /// A JSON pointer to the list of events.
    #[serde(default)]
    pub list: Option<String>,
    /// To our own key.
    #[serde(default)]
    pub notice: Option<String>,
    /// To what it called the mail.
    #[serde(default)]
    pub reference: Option<String>,
    /// To the status code, or to words that have it in them.
    #[serde(default)]
    pub status: Option<String>,
    /// What events mean.
    pub events: Vec<EventSettings>,
}

/// One line of what events mean.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventSettings {
    /// A JSON pointer.
    pub at: String,
    /// Values there.
    pub is: Vec<Value>,
    /// What it means.
    pub means: EventMeaning,
    /// The status, where the event says none.
    #[serde(default)]
    pub status: Option<String>,
}

/// What an event means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EventMeaning {
    /// The recipient's server has the mail.
    Delivered,
    /// The provider tries on.
    Deferred,
    /// It came back for good.
    Bounced,
    /// Its reader called it spam.
    Complained,
}

/// How a secret is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SecretEncoding {
    /// The key is the text.
    #[default]
    Text,
    /// In Base64, perhaps with `whsec_` before it.
    Base64,
    /// In hexadecimal digits.
    Hex,
}

/// How a signature is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SignatureEncoding {
    /// In hexadecimal digits.
    #[default]
    Hex,
    /// In Base64.
    Base64,
}

fn signed() -> String {
    "{timestamp}.{body}".to_owned()
}

impl ReportsSettings {
    /// What the mail API of this name tells.
    pub(crate) fn provider(self, name: &str) -> Result<Arc<Provider>, ConfigError> {
        let invalid =
            |key, message: String| ConfigError::invalid(key, format!("of {name:?} {message}"));
        let secret_key = "mail_api.reports.secret_file";
        let secret = read_secret(secret_key, &self.secret_file)?;
        let known_by = if self.signature_header.is_some() {
            let key = key_bytes(secret.expose_secret(), self.secret_encoding);
            let key = key.filter(|key| key.len() >= SHORTEST_SECRET);
            let key = key.ok_or_else(|| {
                let message = format!(
                    "isn't written as secret_encoding says, or is shorter than {SHORTEST_SECRET} bytes"
                );
                invalid(secret_key, message)
            })?;
            KnownBy::Signature(self.signature(key, invalid)?)
        } else {
            self.shown(secret, invalid)?
        };
        Ok(Arc::new(Provider {
            name: name.to_owned(),
            known_by,
            events: self.events(invalid)?,
        }))
    }

    fn signature(
        &self,
        key: Zeroizing<Vec<u8>>,
        invalid: impl Fn(&'static str, String) -> ConfigError,
    ) -> Result<Signature, ConfigError> {
        let header = |key, name: &Option<String>| match name {
            Some(name) if is_header(name) => Ok(name.to_lowercase()),
            Some(name) => Err(invalid(key, format!("{name:?} is no name of a header"))),
            None => {
                let message = "is missing; without a time an old report could be played again";
                Err(invalid(key, message.to_owned()))
            }
        };
        let signed = SignedText::parse(&self.signed)
            .map_err(|error| invalid("mail_api.reports.signed", error.to_string()))?;
        let id_key = "mail_api.reports.id_header";
        if signed.has_id() != self.id_header.is_some() {
            let message = "and {id} in mail_api.reports.signed go together".to_owned();
            return Err(invalid(id_key, message));
        }
        let tolerance = self.tolerance.map_or(TOLERANCE, Span::get);
        if tolerance.is_zero() || tolerance > LONGEST_TOLERANCE {
            let message = "must be between 1 second and 1 hour".to_owned();
            return Err(invalid("mail_api.reports.tolerance", message));
        }
        if self.secret_header.is_some() {
            let message = "is for a provider that signs nothing; this one has signature_header";
            return Err(invalid(
                "mail_api.reports.secret_header",
                message.to_owned(),
            ));
        }
        Ok(Signature {
            key,
            header: header("mail_api.reports.signature_header", &self.signature_header)?,
            prefix: self.signature_prefix.clone(),
            encoding: match self.signature_encoding {
                SignatureEncoding::Hex => Encoding::Hex,
                SignatureEncoding::Base64 => Encoding::Base64,
            },
            timestamp_header: header("mail_api.reports.timestamp_header", &self.timestamp_header)?,
            id_header: self
                .id_header
                .as_ref()
                .map(|_| header(id_key, &self.id_header))
                .transpose()?,
            signed,
            tolerance: ModelSpan::seconds(i64::try_from(tolerance.as_secs()).unwrap_or(i64::MAX)),
        })
    }

    /// Known by a secret that it shows.
    fn shown(
        &self,
        secret: SecretString,
        invalid: impl Fn(&'static str, String) -> ConfigError,
    ) -> Result<KnownBy, ConfigError> {
        if secret.expose_secret().len() < SHORTEST_SECRET {
            let message = format!("is shorter than {SHORTEST_SECRET} characters");
            return Err(invalid("mail_api.reports.secret_file", message));
        }
        for (key, written) in [
            (
                "mail_api.reports.timestamp_header",
                self.timestamp_header.is_some(),
            ),
            ("mail_api.reports.id_header", self.id_header.is_some()),
            ("mail_api.reports.tolerance", self.tolerance.is_some()),
        ] {
            if written {
                let message = "is for a provider that signs; write signature_header as well";
                return Err(invalid(key, message.to_owned()));
            }
        }
        if let Some(name) = self.secret_header.as_ref().filter(|name| !is_header(name)) {
            let message = format!("{name:?} is no name of a header");
            return Err(invalid("mail_api.reports.secret_header", message));
        }
        Ok(KnownBy::Secret {
            secret,
            header: self.secret_header.as_ref().map(|name| name.to_lowercase()),
        })
    }

    fn events(
        self,
        invalid: impl Fn(&'static str, String) -> ConfigError,
    ) -> Result<Events, ConfigError> {
        let pointer = |key, written: Option<String>| {
            let checked = written.map(|written| checked_pointer(&written));
            checked.transpose().map_err(|message| invalid(key, message))
        };
        let key = "mail_api.reports.events";
        let kinds = self.events.into_iter().map(|line| {
            if line.is.is_empty() {
                return Err("has a line without a value in `is`".to_owned());
            }
            Ok(Kind {
                at: checked_pointer(&line.at)?,
                is: line.is,
                means: match line.means {
                    EventMeaning::Delivered => Means::Delivered,
                    EventMeaning::Deferred => Means::Deferred,
                    EventMeaning::Bounced => Means::Bounced,
                    EventMeaning::Complained => Means::Complained,
                },
                status: line.status.as_deref().map(checked_status).transpose()?,
            })
        });
        let kinds: Vec<Kind> = kinds
            .collect::<Result<_, String>>()
            .map_err(|message| invalid(key, message))?;
        if !kinds.iter().any(|kind| kind.means == Means::Bounced) {
            let message = "has no line that means \"bounced\"".to_owned();
            return Err(invalid(key, message));
        }
        if self.notice.is_none() && self.reference.is_none() {
            let message = "is missing, and so is `notice`: one of them says which mail it was";
            return Err(invalid("mail_api.reports.reference", message.to_owned()));
        }
        Ok(Events {
            list: pointer("mail_api.reports.list", self.list)?,
            notice: pointer("mail_api.reports.notice", self.notice)?,
            reference: pointer("mail_api.reports.reference", self.reference)?,
            status: pointer("mail_api.reports.status", self.status)?,
            kinds,
        })
    }
}

fn key_bytes(written: &str, encoding: SecretEncoding) -> Option<Zeroizing<Vec<u8>>> {
    let bytes = match encoding {
        SecretEncoding::Text => written.as_bytes().to_vec(),
        SecretEncoding::Base64 => {
            let text = written.strip_prefix("whsec_").unwrap_or(written);
            BASE64.decode(text.as_bytes()).ok()?
        }
        SecretEncoding::Hex => HEXLOWER_PERMISSIVE.decode(written.as_bytes()).ok()?,
    };
    Some(Zeroizing::new(bytes))
}
