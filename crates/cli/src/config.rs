//! What the operator decided: one TOML file, overridden by the environment, with secrets in files of their own.
//!
//! [`Settings`] is what was written, [`Config`] what it means: checked, with every path and default filled in.

mod activity;
mod bounces;
mod client;
mod database;
mod environment;
mod geo;
mod mail;
mod mail_api;
mod notices;
mod operator_webhook;
mod policy;
mod reports;
mod secret_file;
mod settings;
mod sheet;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use counterfoil_model::passkey::relying_party;
use counterfoil_model::policy::House;
use counterfoil_web::portal::Letterhead;
use counterfoil_web::shell::Network;
use jiff::tz::TimeZone;
use thiserror::Error;
use url::{Host, Url};

pub use bounces::{Bounces, BouncesAt};
pub use client::ClientSettings;
pub use database::Database;
pub use environment::of_process as environment_of_process;
pub use geo::Geo;
pub use mail::{Host as MailHost, Mail};
pub use mail_api::{AotsendSettings, MailApiSettings};
pub use notices::{Notices, Smtp, SmtpLogin, Tls, Way};
pub use operator_webhook::OperatorWebhook;
pub use policy::PolicySettings;
pub use reports::{EventSettings, ReportsSettings};
pub use secret_file::read_secret;
pub use settings::{
    ActivitySettings, DatabaseSettings, LogFormat, LogLevel, LogSettings, MailSettings,
    MetricsSettings, NoticesSettings, OperatorWebhookSettings, PasswordSettings, Settings,
    SheetSettings, SmtpSettings, Span, WebhookSettings,
};

/// Where the file is looked for, in this order, when the command line names none.
pub const PLACES: [&str; 2] = ["counterfoil.toml", "/etc/counterfoil/counterfoil.toml"];

/// A checked configuration.
#[derive(Debug, Clone)]
pub struct Config {
    /// The file that was read; `None` when there was none and everything is a default or from the environment.
    pub file: Option<PathBuf>,
    /// The name owners know the service by.
    pub service_name: String,
    /// The address owners type: scheme, host and port, nothing behind it.
    pub public_url: Url,
    /// Where the server listens.
    pub listen: SocketAddr,
    /// The peers whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<Network>,
    /// What the service keeps when nothing else is said: database, keys, mail.
    pub data_dir: PathBuf,
    /// The directory of key files.
    pub keys_dir: PathBuf,
    /// The database to open.
    pub database: Database,
    /// In which times are written for people.
    pub time_zone: TimeZone,
    /// The language of people who haven't chosen one, as a BCP 47 tag.
    pub language: String,
    /// One line, printed in notices: how to reach a person.
    pub help_line: Option<String>,
    /// What stands on every sheet beside the service's name.
    pub letterhead: Arc<Letterhead>,
    /// How long all of an event is kept; `None` for good.
    pub events_kept_for: Option<counterfoil_model::Span>,
    /// What is asked of owners, as it was written.
    pub policy: PolicySettings,
    /// What that means, and what of it operators may not loosen.
    pub house: House,
    /// The operator's own list of passwords that are refused, one a line.
    pub password_blocklist: Option<PathBuf>,
    /// How notices leave.
    pub notices: Notices,
    /// Where mails that come back are taken; `None` when nobody listens.
    pub bounces: Option<Bounces>,
    /// Where the operator's own systems hear what happens to mailboxes.
    pub operator_webhook: Option<OperatorWebhook>,
    /// The operator's own templates of notices.
    pub templates: Option<PathBuf>,
    /// The mail software behind us; `None` while there is none.
    pub mail: Option<Mail>,
    /// Apps that sign people in here.
    pub clients: Vec<counterfoil_oidc::Client>,
    /// Where metrics are served; `None` for nowhere.
    pub metrics_listen: Option<SocketAddr>,
    /// Whom apps may have us call.
    pub webhooks: WebhookSettings,
    /// Where addresses are.
    pub geo: Geo,
    /// How the log looks.
    pub log: LogSettings,
}

/// Why there is no configuration. Each names the file and line, the variable or the key to change.
#[derive(Debug, Error)]
pub enum ConfigError {
    /// A file could not be read.
    #[error("{}: {source}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The file is not TOML, or holds a key or value that is not known.
    #[error("{}, line {line}: {message}", path.display())]
    Written {
        /// The file.
        path: PathBuf,
        /// Counted from 1.
        line: usize,
        /// What is wrong with it.
        message: String,
    },
    /// A variable of the environment names no key, or its value doesn't fit.
    #[error("environment variable {name}: {message}")]
    Environment {
        /// The variable.
        name: String,
        /// What is wrong with it.
        message: String,
    },
    /// A value can't be meant like this.
    #[error("configuration key {key}: {message}")]
    Invalid {
        /// The key, with its section: `policy.codes_per_sheet`.
        key: &'static str,
        /// What is wrong, and what would be right.
        message: String,
    },
}

impl ConfigError {
    pub(crate) fn invalid(key: &'static str, message: impl Into<String>) -> Self {
        Self::Invalid {
            key,
            message: message.into(),
        }
    }
}

impl Config {
    /// Reads the file (`named`, or the first of [`PLACES`] that exists), then the environment, and checks the whole.
    ///
    /// `environment` is given as pairs so that a test needs no process of its own: [`environment_of_process`] in the program.
    ///
    /// # Errors
    /// [`ConfigError`], naming what to change.
    pub fn load(
        named: Option<&Path>,
        environment: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, ConfigError> {
        let file = named.map(Path::to_path_buf).or_else(|| {
            PLACES
                .into_iter()
                .map(PathBuf::from)
                .find(|place| place.exists())
        });
        let mut table = match &file {
            Some(path) => settings::read_table(path)?,
            None => toml::Table::new(),
        };
        environment::overlay(&mut table, environment)?;
        let written = policy::written(&table);
        let mut settings = Settings::from_table(table)?;
        settings.policy.written = written;
        Self::from_settings(settings, file)
    }

    /// Checks what was written and fills in what follows from it.
    ///
    /// # Errors
    /// [`ConfigError::Invalid`] with the key; [`ConfigError::Unreadable`] for a secret's file.
    pub fn from_settings(settings: Settings, file: Option<PathBuf>) -> Result<Self, ConfigError> {
        let public_url = public_url(&settings.public_url)?;
        if settings.service_name.trim().is_empty() {
            return Err(ConfigError::invalid(
                "service_name",
                "is empty; owners need a name they know",
            ));
        }
        let time_zone = TimeZone::get(&settings.time_zone).map_err(|_| {
            let message = format!(
                "{:?} is not a time zone; write one like \"Europe/Paris\"",
                settings.time_zone
            );
            ConfigError::invalid("time_zone", message)
        })?;
        let house = policy::house(&settings.policy, &time_zone)?;
        let data_dir = settings.data_dir;
        let open = settings.mail.as_ref().is_some_and(|mail| mail.gateway_open);
        let (listen, return_path) = (
            settings.notices.bounces.clone(),
            settings.notices.return_path.clone(),
        );
        let operator_webhook = OperatorWebhook::from_settings(settings.notices.webhook.clone())?;
        let templates = settings.notices.templates.clone();
        let ways = notices::Ways {
            data_dir: &data_dir,
            smtp: settings.smtp,
            aotsend: settings.aotsend,
            mail_apis: settings.mail_api,
        };
        let notices = Notices::from_settings(&settings.notices, ways, &public_url)?;
        let bounces =
            listen.map(|listen| Bounces::from_settings(&listen, return_path, &notices.from, open));
        let help_line = settings.help_line.filter(|line| !line.trim().is_empty());
        let letterhead = sheet::letterhead(settings.sheet, help_line.as_deref())?;
        Ok(Self {
            file,
            service_name: settings.service_name,
            public_url,
            listen: settings.listen,
            trusted_proxies: settings.trusted_proxies,
            keys_dir: settings.keys_dir.unwrap_or_else(|| data_dir.join("keys")),
            database: Database::from_settings(settings.database, &data_dir)?,
            data_dir,
            time_zone,
            language: settings.language,
            help_line,
            letterhead: Arc::new(letterhead),
            events_kept_for: activity::kept_for(&settings.activity)?,
            policy: settings.policy,
            house,
            password_blocklist: settings.password.blocklist_file,
            notices,
            bounces: bounces.transpose()?,
            operator_webhook,
            templates,
            mail: settings.mail.map(Mail::from_settings).transpose()?,
            clients: client::clients(settings.client)?,
            metrics_listen: metrics_listen(settings.metrics, settings.listen)?,
            webhooks: settings.webhooks,
            geo: settings.geo,
            log: settings.log,
        })
    }
}

/// `https`, or a name of this machine: session cookies of other plain addresses could be read on the way.
impl Config {
    /// Whether browsers allow passkeys at the public address: they want a name, and https unless it is this very machine.
    pub(crate) fn allows_passkeys(&self) -> bool {
        let host = self.public_url.host_str().unwrap_or_default();
        relying_party(self.public_url.scheme() == "https", host).is_some()
    }
}

fn public_url(written: &str) -> Result<Url, ConfigError> {
    let invalid = |message: &str| ConfigError::invalid("public_url", message);
    if written.is_empty() {
        return Err(invalid(
            "is missing; write the address owners type, like \"https://account.example.org\"",
        ));
    }
    let url = Url::parse(written)
        .map_err(|error| invalid(&format!("{written:?} is not an address: {error}")))?;
    let here = match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => return Err(invalid("has no host")),
    };
    match url.scheme() {
        "https" => {}
        "http" if here => {}
        "http" => {
            return Err(invalid(
                "must begin with https://; plain http is for localhost only",
            ));
        }
        _ => return Err(invalid("must begin with https://")),
    }
    let bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
    if !bare || !url.username().is_empty() || url.password().is_some() {
        return Err(invalid(
            "is scheme, host and port only; nothing may stand behind them",
        ));
    }
    Ok(url)
}

fn metrics_listen(
    settings: MetricsSettings,
    public: SocketAddr,
) -> Result<Option<SocketAddr>, ConfigError> {
    match settings.listen {
        Some(address) if address == public => Err(ConfigError::invalid(
            "metrics.listen",
            "is the address of listen; what is for whoever watches must not stand at the public door",
        )),
        address => Ok(address),
    }
}
