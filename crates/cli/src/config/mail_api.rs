//! Managed e-mail APIs: `[aotsend]`, and `[[mail_api]]` for every other.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use counterfoil_model::EnhancedStatus;
use counterfoil_notices::transport::mail_api::{
    Aws, Body, Description, Encoding, Filling, Means, Reference, Rule, Secrets, Statuses, aotsend,
};
use secrecy::ExposeSecret;
use serde::Deserialize;
use serde_json::Value;
use url::Url;

use super::notices::is_this_machine;
use super::settings::Span;
use super::{ConfigError, ReportsSettings, read_secret};

/// What an API has to answer in, unless it says otherwise.
const PATIENCE: Duration = Duration::from_secs(20);
/// More would outlast the patience of whoever asks one transport after the other.
const LONGEST_PATIENCE: Duration = Duration::from_mins(1);

/// `[aotsend]`
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AotsendSettings {
    /// Holds the key of the account's API.
    pub app_key_file: Option<PathBuf>,
    /// The template that notices are written with.
    pub template_id: String,
    /// Where answers of people go.
    pub reply_to: Option<String>,
    /// Where it takes mails, if that isn't what its handbook says.
    pub url: Option<String>,
}

/// `[[mail_api]]`
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailApiSettings {
    /// What `notices.transport` calls it.
    pub name: String,
    /// Where mails go.
    pub url: String,
    /// POST or PUT.
    #[serde(default)]
    pub method: Method,
    /// A JSON document with places.
    pub body: String,
    /// How it is sent.
    #[serde(default)]
    pub encoding: BodyEncoding,
    /// Names and values, with places.
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
    /// Files with secrets, by the names that places call them.
    #[serde(default)]
    pub secrets: BTreeMap<String, PathBuf>,
    /// How requests are signed, for one of Amazon's.
    #[serde(default)]
    pub aws: Option<AwsSettings>,
    /// What its answers mean.
    #[serde(default)]
    pub answers: Vec<AnswerSettings>,
    /// A JSON pointer to its name for the mail.
    #[serde(default)]
    pub reference: Option<String>,
    /// The header that has its name for the mail.
    #[serde(default)]
    pub reference_header: Option<String>,
    /// What it has to answer in.
    #[serde(default)]
    pub timeout: Option<Span>,
    /// What it tells afterwards.
    #[serde(default)]
    pub reports: Option<ReportsSettings>,
}

/// How mails are given to an API.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Method {
    /// The usual one.
    #[default]
    Post,
    /// For some.
    Put,
}

/// How a document is sent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BodyEncoding {
    /// As it is.
    #[default]
    Json,
    /// As fields of a form.
    Form,
}

/// Who signs requests to Amazon.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AwsSettings {
    /// As `eu-west-1`.
    pub region: String,
    /// As `ses`.
    pub service: String,
    /// The id of the access key.
    pub key_id: String,
    /// The name of the secret with the access key.
    pub secret: String,
}

/// One line of what answers mean.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerSettings {
    /// HTTP statuses: 200 or "5xx".
    #[serde(default)]
    pub http: Vec<toml::Value>,
    /// A JSON pointer.
    #[serde(default)]
    pub at: Option<String>,
    /// Values there.
    #[serde(default)]
    pub is: Vec<Value>,
    /// What it means.
    pub means: Meaning,
    /// What a "no" is about.
    #[serde(default)]
    pub status: Option<String>,
}

/// What an answer means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Meaning {
    /// The mail was taken.
    Accepted,
    /// Not for now.
    Retry,
    /// It never will be.
    Never,
}

fn invalid(key: &'static str, message: impl Into<String>) -> ConfigError {
    ConfigError::invalid(key, message)
}

impl AotsendSettings {
    pub(crate) fn description(self) -> Result<Description, ConfigError> {
        let key_file = self
            .app_key_file
            .ok_or_else(|| invalid("aotsend.app_key_file", "is missing; AOTsend knows us by it"))?;
        if self.template_id.is_empty() {
            let message = "is missing; make the template at AOTsend that docs/mail-apis.md shows";
            return Err(invalid("aotsend.template_id", message));
        }
        let account = aotsend::Account {
            url: address("aotsend.url", self.url.as_deref().unwrap_or(aotsend::URL))?,
            app_key: read_secret("aotsend.app_key_file", &key_file)?,
            template_id: self.template_id,
            reply_to: self.reply_to,
            patience: PATIENCE,
        };
        account
            .description()
            .map_err(|message| invalid("aotsend", message))
    }
}

impl MailApiSettings {
    pub(crate) fn description(self) -> Result<Description, ConfigError> {
        let about = |message: String| format!("of {:?} {message}", self.name);
        let mut secrets = Secrets::new();
        for (name, path) in &self.secrets {
            secrets.insert(name.clone(), read_secret("mail_api.secrets", path)?);
        }
        let encoding = match self.encoding {
            BodyEncoding::Json => Encoding::Json,
            BodyEncoding::Form => Encoding::Form,
        };
        let body = Body::parse(&self.body, encoding, &secrets)
            .map_err(|message| invalid("mail_api.body", about(message)))?;
        let mut headers = Vec::new();
        for (name, value) in &self.headers {
            headers.push(
                header(name, value, &secrets)
                    .map_err(|message| invalid("mail_api.headers", about(message)))?,
            );
        }
        let answers: Result<Vec<Rule>, String> =
            self.answers.iter().map(AnswerSettings::rule).collect();
        let answers = answers.map_err(|message| invalid("mail_api.answers", about(message)))?;
        let reference = match (&self.reference, &self.reference_header) {
            (Some(_), Some(_)) => {
                let message =
                    about("is written beside reference_header; one of them is enough".into());
                return Err(invalid("mail_api.reference", message));
            }
            (Some(pointer), None) => Some(Reference::Pointer(
                checked_pointer(pointer)
                    .map_err(|message| invalid("mail_api.reference", about(message)))?,
            )),
            (None, Some(header)) => Some(Reference::Header(header.to_lowercase())),
            (None, None) => None,
        };
        if let Some(aws) = self
            .aws
            .as_ref()
            .filter(|aws| !secrets.contains_key(&aws.secret))
        {
            let message = about(format!(
                "names {:?}, which is none of its secrets",
                aws.secret
            ));
            return Err(invalid("mail_api.aws", message));
        }
        let patience = self.timeout.map_or(PATIENCE, Span::get);
        if patience.is_zero() || patience > LONGEST_PATIENCE {
            let message = about("must be between 1 second and 1 minute".into());
            return Err(invalid("mail_api.timeout", message));
        }
        Ok(Description {
            method: match self.method {
                Method::Post => "POST",
                Method::Put => "PUT",
            },
            url: address("mail_api.url", &self.url)?,
            aws: self.aws.map(|aws| Aws {
                region: aws.region,
                service: aws.service,
                key_id: aws.key_id,
                secret: aws.secret,
            }),
            name: self.name,
            headers,
            body,
            secrets,
            answers,
            reference,
            patience,
        })
    }
}

/// Encrypted, or on this machine.
fn address(key: &'static str, written: &str) -> Result<Url, ConfigError> {
    let url = Url::parse(written)
        .map_err(|error| invalid(key, format!("{written:?} is not an address: {error}")))?;
    let here = url.host_str().is_some_and(is_this_machine);
    if url.scheme() != "https" && !(url.scheme() == "http" && here) {
        let message = "must begin with https://; plain http is for this machine only";
        return Err(invalid(key, message));
    }
    if !url.username().is_empty() || url.password().is_some() || url.fragment().is_some() {
        let message =
            "has a name, a password or a fragment; secrets belong into headers or the body";
        return Err(invalid(key, message));
    }
    Ok(url)
}

fn header(name: &str, value: &str, secrets: &Secrets) -> Result<(String, Filling), String> {
    let name = name.to_lowercase();
    if !is_header(&name) {
        return Err(format!("{name:?} is no name of a header"));
    }
    if [
        "host",
        "content-type",
        "content-length",
        "transfer-encoding",
        "connection",
    ]
    .contains(&name.as_str())
    {
        return Err(format!("{name} is written by Counterfoil"));
    }
    let line = |text: &str| text.chars().all(|c| c == ' ' || c.is_ascii_graphic());
    if !line(value) || !secrets.values().all(|secret| line(secret.expose_secret())) {
        return Err(format!("{name} must be one line of ASCII"));
    }
    let filling = Filling::parse(value, secrets).map_err(|error| format!("{name}: {error}"))?;
    Ok((name, filling))
}

/// Whether a header can be called this (RFC 9110, section 5.6.2).
pub(super) fn is_header(name: &str) -> bool {
    let token = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
    !name.is_empty() && name.chars().all(token)
}

pub(super) fn checked_status(written: &str) -> Result<EnhancedStatus, String> {
    let status = written.parse();
    status.map_err(|_| format!("{written:?} is no status like \"5.1.1\""))
}

pub(super) fn checked_pointer(pointer: &str) -> Result<String, String> {
    if pointer.starts_with('/') {
        Ok(pointer.to_owned())
    } else {
        Err(format!(
            "{pointer:?} is no JSON pointer; write \"/MessageID\""
        ))
    }
}

impl AnswerSettings {
    fn rule(&self) -> Result<Rule, String> {
        let http = self.http.iter().map(|written| {
            let text = match written {
                toml::Value::Integer(status) => status.to_string(),
                toml::Value::String(text) => text.clone(),
                other => other.to_string(),
            };
            Statuses::parse(&text)
                .ok_or_else(|| format!("{text} is no HTTP status; write 200 or \"5xx\""))
        });
        let status = self.status.as_deref().map(checked_status);
        if !self.is.is_empty() && self.at.is_none() {
            return Err("`is` needs `at`, the place where the value stands".into());
        }
        Ok(Rule {
            http: http.collect::<Result<_, _>>()?,
            at: self.at.as_deref().map(checked_pointer).transpose()?,
            is: self.is.clone(),
            means: match self.means {
                Meaning::Accepted => Means::Accepted,
                Meaning::Retry => Means::Retry,
                Meaning::Never => Means::Never,
            },
            status: status.transpose()?,
        })
    }
}
