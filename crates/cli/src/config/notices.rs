//! How notices leave.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use counterfoil_notices::transport::mail_api::{Description, aotsend};
use counterfoil_web::delivery_reports::Provider;
use secrecy::SecretString;
use serde::Deserialize;
use url::{Host, Url};

use super::settings::{NoticesSettings, SmtpSettings};
use super::{AotsendSettings, ConfigError, MailApiSettings, read_secret};

/// How notices leave, and from whom.
#[derive(Debug, Clone)]
pub struct Notices {
    /// The sender's address.
    pub from: String,
    /// The ways out, in the order in which they are tried; at least one.
    pub ways: Vec<Way>,
    /// Those that tell afterwards what became of mails.
    pub providers: Arc<[Arc<Provider>]>,
}

/// A way out.
#[derive(Debug, Clone)]
pub enum Way {
    /// `.eml` files, for trying it out; home warns the operator. The folder is made when it isn't there.
    Folder(PathBuf),
    /// A mail server.
    Smtp(Smtp),
    /// A program of this machine.
    Sendmail(PathBuf),
    /// A managed e-mail API.
    Api(Box<Description>),
}

/// For people, in a word or two.
impl fmt::Display for Way {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(folder) => write!(f, "written to {}", folder.display()),
            Self::Smtp(server) => write!(f, "sent through {}:{}", server.host, server.port),
            Self::Sendmail(program) => write!(f, "given to {}", program.display()),
            Self::Api(api) => {
                let host = api.url.host_str().unwrap_or_default();
                write!(f, "sent by {} at {host}", api.name)
            }
        }
    }
}

/// A mail server that takes our notices.
#[derive(Debug, Clone)]
pub struct Smtp {
    /// Name or address.
    pub host: String,
    /// 465 begins with TLS, every other port asks for it.
    pub port: u16,
    /// How much encryption is insisted on.
    pub tls: Tls,
    /// `None` when the server takes mail from us without.
    pub login: Option<SmtpLogin>,
    /// Certificates in PEM that are believed beside the system's own; empty for none.
    pub authorities: Vec<u8>,
}

/// Who we are to the mail server.
#[derive(Debug, Clone)]
pub struct SmtpLogin {
    /// The name.
    pub user: String,
    /// Its password.
    pub password: SecretString,
}

/// How much encryption is insisted on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tls {
    /// Encrypted with a valid certificate, or not at all.
    Required,
    /// Encrypted when the server offers it.
    Opportunistic,
    /// In clear; only on this machine.
    None,
}

/// What the ways out are made of.
pub(crate) struct Ways<'a> {
    pub(crate) data_dir: &'a Path,
    pub(crate) smtp: SmtpSettings,
    pub(crate) aotsend: Option<AotsendSettings>,
    pub(crate) mail_apis: Vec<MailApiSettings>,
}

/// The transports that are ours, and that no API can be called.
const OURS: [&str; 4] = ["folder", "smtp", "sendmail", aotsend::NAME];

impl Notices {
    pub(crate) fn from_settings(
        notices: &NoticesSettings,
        ways: Ways<'_>,
        public_url: &Url,
    ) -> Result<Self, ConfigError> {
        let from = sender(notices.from.clone(), public_url)?;
        let (mut descriptions, mut providers) = (Vec::new(), Vec::new());
        for mut api in ways.mail_apis {
            let described = descriptions
                .iter()
                .any(|other: &Description| other.name == api.name);
            if OURS.contains(&api.name.as_str()) || described {
                let message = format!("{:?} is the name of another transport", api.name);
                return Err(ConfigError::invalid("mail_api.name", message));
            }
            if let Some(reports) = api.reports.take() {
                providers.push(reports.provider(&api.name)?);
            }
            descriptions.push(api.description()?);
        }
        let mut found = Vec::new();
        for (at, name) in notices.transport.iter().enumerate() {
            if notices
                .transport
                .iter()
                .take(at)
                .any(|earlier| earlier == name)
            {
                let message = format!("names {name:?} twice");
                return Err(ConfigError::invalid("notices.transport", message));
            }
            found.push(match name.as_str() {
                "folder" => Way::Folder(
                    notices
                        .folder
                        .clone()
                        .unwrap_or_else(|| ways.data_dir.join("mail")),
                ),
                "smtp" => Way::Smtp(Smtp::from_settings(ways.smtp.clone())?),
                "sendmail" => Way::Sendmail(program(&notices.sendmail)?),
                aotsend::NAME => {
                    let account = ways.aotsend.clone().unwrap_or_default();
                    Way::Api(Box::new(account.description()?))
                }
                other => {
                    let api = descriptions.iter().find(|api| api.name == other);
                    let api = api.ok_or_else(|| unknown(other, &descriptions))?;
                    Way::Api(Box::new(api.clone()))
                }
            });
        }
        if found.is_empty() {
            let message = "names no way out; write \"smtp\", or \"folder\" to try things out";
            return Err(ConfigError::invalid("notices.transport", message));
        }
        Ok(Self {
            from,
            ways: found,
            providers: providers.into(),
        })
    }
}

fn unknown(name: &str, descriptions: &[Description]) -> ConfigError {
    let known: Vec<&str> = OURS
        .into_iter()
        .chain(descriptions.iter().map(|api| api.name.as_str()))
        .collect();
    let message = format!(
        "{name:?} is neither one of {} nor the name of a [[mail_api]]",
        known.join(", ")
    );
    ConfigError::invalid("notices.transport", message)
}

/// Only whole paths: a name would be looked for wherever the server was started.
fn program(path: &Path) -> Result<PathBuf, ConfigError> {
    if path.is_absolute() && path.is_file() {
        return Ok(path.to_owned());
    }
    let message = format!(
        "{} is no program; write its whole path, like \"/usr/sbin/sendmail\"",
        path.display()
    );
    Err(ConfigError::invalid("notices.sendmail", message))
}

impl Smtp {
    fn from_settings(smtp: SmtpSettings) -> Result<Self, ConfigError> {
        if smtp.host.is_empty() {
            return Err(ConfigError::invalid(
                "smtp.host",
                "is empty; write the name of the mail server",
            ));
        }
        if smtp.tls == Tls::None && !is_this_machine(&smtp.host) {
            let message = format!(
                "\"none\" is for a mail server on this machine; {} is another",
                smtp.host
            );
            return Err(ConfigError::invalid("smtp.tls", message));
        }
        let login = match (smtp.user, smtp.password_file) {
            (None, None) => None,
            (Some(user), Some(path)) => Some(SmtpLogin {
                user,
                password: read_secret("smtp.password_file", &path)?,
            }),
            (Some(_), None) => {
                return Err(ConfigError::invalid(
                    "smtp.password_file",
                    "is missing beside smtp.user",
                ));
            }
            (None, Some(_)) => {
                return Err(ConfigError::invalid(
                    "smtp.user",
                    "is missing beside smtp.password_file",
                ));
            }
        };
        if login.is_some() && smtp.tls == Tls::Opportunistic {
            let message =
                "must be \"required\" beside smtp.user: the password would leave in clear";
            return Err(ConfigError::invalid("smtp.tls", message));
        }
        let authorities = match smtp.authority_file {
            Some(path) => {
                std::fs::read(&path).map_err(|source| ConfigError::Unreadable { path, source })?
            }
            None => Vec::new(),
        };
        Ok(Self {
            authorities,
            host: smtp.host,
            port: smtp.port,
            tls: smtp.tls,
            login,
        })
    }
}

/// Whether a host is this machine, by its address or its one name that never leads elsewhere.
pub(crate) fn is_this_machine(host: &str) -> bool {
    match Host::parse(host) {
        Ok(Host::Domain(name)) => name == "localhost",
        Ok(Host::Ipv4(address)) => address.is_loopback(),
        Ok(Host::Ipv6(address)) => address.is_loopback(),
        Err(_) => host
            .parse()
            .is_ok_and(|address: std::net::Ipv6Addr| address.is_loopback()),
    }
}

fn sender(written: Option<String>, public_url: &Url) -> Result<String, ConfigError> {
    let host = public_url.host_str().unwrap_or("localhost");
    let from = written.unwrap_or_else(|| format!("counterfoil@{host}"));
    let whole = from
        .split_once('@')
        .is_some_and(|(local, domain)| !local.is_empty() && !domain.is_empty());
    if !whole
        || from
            .chars()
            .any(|c| c.is_whitespace() || c.is_control() || "<>,;".contains(c))
    {
        return Err(ConfigError::invalid(
            "notices.from",
            format!("{from:?} is not an address like name@example.org"),
        ));
    }
    Ok(from)
}
