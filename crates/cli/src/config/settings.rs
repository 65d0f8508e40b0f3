//! What was written: every key, with its default.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::time::Duration;

use counterfoil_web::shell::Network;
use jiff::SignedDuration;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use super::{
    AotsendSettings, ClientSettings, ConfigError, Geo, MailApiSettings, PolicySettings, Tls,
};

/// The whole file. `counterfoil.example.toml` explains each key.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// See [`Config::service_name`](super::Config::service_name).
    pub service_name: String,
    /// Required; empty when it wasn't written.
    pub public_url: String,
    /// Address and port.
    pub listen: SocketAddr,
    /// Addresses or networks.
    #[serde(deserialize_with = "networks")]
    pub trusted_proxies: Vec<Network>,
    /// Relative paths start at the working directory.
    pub data_dir: PathBuf,
    /// `keys` in the data directory when not written.
    pub keys_dir: Option<PathBuf>,
    /// An IANA name.
    pub time_zone: String,
    /// A BCP 47 tag.
    pub language: String,
    /// Printed in notices.
    pub help_line: Option<String>,
    /// Which database.
    pub database: DatabaseSettings,
    /// What stands on every sheet.
    pub sheet: SheetSettings,
    /// How long what happened is kept.
    pub activity: ActivitySettings,
    /// What is asked of owners.
    pub policy: PolicySettings,
    /// Which passwords are refused.
    pub password: PasswordSettings,
    /// How notices leave.
    pub notices: NoticesSettings,
    /// The mail server, for the transport `smtp`.
    pub smtp: SmtpSettings,
    /// The account at `AOTsend`, for the transport `aotsend`.
    pub aotsend: Option<AotsendSettings>,
    /// Managed e-mail APIs, each a transport of its name.
    pub mail_api: Vec<MailApiSettings>,
    /// The mail software behind us; `None` while there is none.
    pub mail: Option<MailSettings>,
    /// Apps that sign people in here.
    pub client: Vec<ClientSettings>,
    /// Where whoever watches may ask.
    pub metrics: MetricsSettings,
    /// Whom apps may have us call.
    pub webhooks: WebhookSettings,
    /// Where addresses are.
    pub geo: Geo,
    /// How the log looks.
    pub log: LogSettings,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            service_name: "Counterfoil".into(),
            public_url: String::new(),
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 8420)),
            trusted_proxies: Vec::new(),
            data_dir: "data".into(),
            keys_dir: None,
            time_zone: "UTC".into(),
            language: "en".into(),
            help_line: None,
            sheet: SheetSettings::default(),
            database: DatabaseSettings::default(),
            activity: ActivitySettings::default(),
            policy: PolicySettings::default(),
            password: PasswordSettings::default(),
            notices: NoticesSettings::default(),
            smtp: SmtpSettings::default(),
            aotsend: None,
            mail_api: Vec::new(),
            mail: None,
            client: Vec::new(),
            metrics: MetricsSettings::default(),
            webhooks: WebhookSettings::default(),
            geo: Geo::default(),
            log: LogSettings::default(),
        }
    }
}

/// `[database]`
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DatabaseSettings {
    /// `sqlite:PATH` or `postgres://USER@HOST/NAME`.
    pub url: Option<String>,
    /// Holds PostgreSQL's password.
    pub password_file: Option<PathBuf>,
}

/// `[sheet]`
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SheetSettings {
    /// An SVG file of flat shapes.
    pub logo: Option<PathBuf>,
    /// How to reach a person; `help_line` when not written.
    pub help: Option<String>,
}

/// `[activity]`
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ActivitySettings {
    /// How long all of an event is kept; for good when not written.
    pub keep: Option<Span>,
}

/// `[webhooks]`
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct WebhookSettings {
    /// Whether a webhook may be in a private network, and without TLS on this machine.
    pub allow_private: bool,
}

/// `[password]`
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PasswordSettings {
    /// Refused beside the bundled list, one a line.
    pub blocklist_file: Option<PathBuf>,
}

/// `[notices]`
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct NoticesSettings {
    /// The ways out, by name, in the order in which they are tried.
    #[serde(deserialize_with = "names")]
    pub transport: Vec<String>,
    /// `mail` in the data directory when not written.
    pub folder: Option<PathBuf>,
    /// The sender; `counterfoil@HOST` of `public_url` when not written.
    pub from: Option<String>,
    /// Where the mail server hands us what comes back: an address and port, or the path of a socket.
    pub bounces: Option<String>,
    /// Where it comes back to; the sender when not written.
    pub return_path: Option<String>,
    /// Where the operator's own systems hear what happens to mailboxes.
    pub webhook: OperatorWebhookSettings,
    /// A folder of templates that take the place of ours.
    pub templates: Option<PathBuf>,
    /// The program, for the transport `sendmail`.
    pub sendmail: PathBuf,
}

impl Default for NoticesSettings {
    fn default() -> Self {
        Self {
            transport: vec!["folder".into()],
            folder: None,
            from: None,
            bounces: None,
            return_path: None,
            webhook: OperatorWebhookSettings::default(),
            templates: None,
            sendmail: "/usr/sbin/sendmail".into(),
        }
    }
}

/// `[notices.webhook]`
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OperatorWebhookSettings {
    /// Where they listen; nobody is told when it wasn't written.
    pub url: Option<String>,
    /// The file with the secret that messages are signed with.
    pub secret_file: Option<PathBuf>,
}

/// `[smtp]`
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SmtpSettings {
    /// Name or address of the server.
    pub host: String,
    /// 465 begins with TLS, every other port asks for it.
    pub port: u16,
    /// How much encryption is insisted on.
    pub tls: Tls,
    /// Who we are to the server.
    pub user: Option<String>,
    /// Holds the password of `user`.
    pub password_file: Option<PathBuf>,
    /// Certificates in PEM that are believed beside the system's own.
    pub authority_file: Option<PathBuf>,
}

impl Default for SmtpSettings {
    fn default() -> Self {
        Self {
            host: "localhost".into(),
            port: 587,
            tls: Tls::Required,
            user: None,
            password_file: None,
            authority_file: None,
        }
    }
}

/// `[mail]`
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MailSettings {
    /// Where Dovecot asks us.
    pub gateway: SocketAddr,
    /// Where Postfix asks us.
    pub sending_policy: SocketAddr,
    /// Whether these addresses may be ones that other machines reach.
    pub gateway_open: bool,
    /// Where we ask Dovecot.
    pub doveadm: Option<String>,
    /// `HOST:PORT` for mail programs that read.
    pub imap: Option<String>,
    /// `HOST:PORT` for mail programs that send.
    pub smtp: Option<String>,
}

impl Default for MailSettings {
    fn default() -> Self {
        Self {
            gateway: SocketAddr::from((Ipv4Addr::LOCALHOST, 4180)),
            sending_policy: SocketAddr::from((Ipv4Addr::LOCALHOST, 4181)),
            gateway_open: false,
            doveadm: None,
            imap: None,
            smtp: None,
        }
    }
}

/// `[metrics]`
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MetricsSettings {
    /// Address and port; nowhere when not written.
    pub listen: Option<SocketAddr>,
}

/// `[log]`
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LogSettings {
    /// For people or for machines.
    pub format: LogFormat,
    /// From where on something is logged.
    pub level: LogLevel,
}

/// How a line of the log looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    #[default]
    Text,
    /// One object a line.
    Json,
}

/// What is worth a line of the log.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogLevel {
    /// What failed.
    Error,
    /// What needs a look.
    Warn,
    /// What happened.
    #[default]
    Info,
    /// How it happened.
    Debug,
    /// Every step.
    Trace,
}

fn networks<'de, D: Deserializer<'de>>(written: D) -> Result<Vec<Network>, D::Error> {
    let texts = Vec::<String>::deserialize(written)?;
    texts
        .iter()
        .map(|text| text.parse().map_err(D::Error::custom))
        .collect()
}

/// One name, or a list of them.
fn names<'de, D: Deserializer<'de>>(written: D) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Names {
        One(String),
        Many(Vec<String>),
    }
    let names = match Names::deserialize(written)? {
        Names::One(name) => vec![name],
        Names::Many(names) => names,
    };
    let is_name = |name: &&String| {
        !name.is_empty()
            && name
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    };
    match names.iter().find(|name| !is_name(name)) {
        None => Ok(names),
        Some(name) => Err(D::Error::custom(format!(
            "{name:?} is no transport; write a name like \"smtp\", or several as [\"smtp\", \"sendmail\"]"
        ))),
    }
}

/// A length of time, written like `"30 minutes"` or `"12h"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Span(Duration);

impl Span {
    /// Of this length.
    pub(super) const fn of(length: Duration) -> Self {
        Self(length)
    }

    /// The same as the standard library's type.
    #[must_use]
    pub fn get(self) -> Duration {
        self.0
    }
}

impl TryFrom<String> for Span {
    type Error = String;

    fn try_from(written: String) -> Result<Self, Self::Error> {
        let refused =
            || format!("{written:?} is not a length of time; write \"30 minutes\" or \"12 hours\"");
        let signed: SignedDuration = written.parse().map_err(|_| refused())?;
        Duration::try_from(signed).map(Self).map_err(|_| refused())
    }
}

impl Settings {
    /// Keys that were not written get their default.
    pub(crate) fn from_table(table: toml::Table) -> Result<Self, ConfigError> {
        table
            .try_into()
            .map_err(|error: toml::de::Error| ConfigError::Invalid {
                key: "(file and environment together)",
                message: error.message().to_owned(),
            })
    }
}

/// Reads the file and refuses it, naming the line, when it alone holds something unknown.
///
/// The line itself is not quoted: it might hold a database password.
pub(crate) fn read_table(path: &Path) -> Result<toml::Table, ConfigError> {
    let text = std::fs::read_to_string(path).map_err(|source| ConfigError::Unreadable {
        path: path.to_path_buf(),
        source,
    })?;
    let written = |error: &toml::de::Error| ConfigError::Written {
        path: path.to_path_buf(),
        line: line_of(&text, error.span()),
        message: error.message().to_owned(),
    };
    toml::from_str::<Settings>(&text).map_err(|error| written(&error))?;
    toml::from_str(&text).map_err(|error| written(&error))
}

fn line_of(text: &str, span: Option<std::ops::Range<usize>>) -> usize {
    let before = span
        .and_then(|span| text.get(..span.start))
        .unwrap_or_default();
    before.matches('\n').count() + 1
}
