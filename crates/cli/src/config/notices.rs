//! How notices leave.

use std::path::{Path, PathBuf};

use secrecy::SecretString;
use serde::Deserialize;
use url::{Host, Url};

use super::settings::{NoticesSettings, SmtpSettings, Transport};
use super::{ConfigError, read_secret};

/// A folder or a mail server, and the sender.
#[derive(Debug, Clone)]
pub enum Notices {
    /// `.eml` files, for trying it out; home warns the operator.
    Folder {
        /// Made when it isn't there.
        folder: PathBuf,
        /// The sender's address.
        from: String,
    },
    /// A mail server.
    Smtp {
        /// Which, and how.
        server: Smtp,
        /// The sender's address.
        from: String,
    },
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

impl Notices {
    /// The sender's address.
    #[must_use]
    pub fn from(&self) -> &str {
        match self {
            Self::Folder { from, .. } | Self::Smtp { from, .. } => from,
        }
    }

    pub(crate) fn from_settings(
        notices: NoticesSettings,
        smtp: SmtpSettings,
        data_dir: &Path,
        public_url: &Url,
    ) -> Result<Self, ConfigError> {
        let from = sender(notices.from, public_url)?;
        Ok(match notices.transport {
            Transport::Folder => {
                let folder = notices.folder.unwrap_or_else(|| data_dir.join("mail"));
                Self::Folder { folder, from }
            }
            Transport::Smtp => Self::Smtp {
                server: Smtp::from_settings(smtp)?,
                from,
            },
        })
    }
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

fn is_this_machine(host: &str) -> bool {
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
