//! Which database is opened.

use std::fmt;
use std::path::{Path, PathBuf};

use secrecy::{ExposeSecret, SecretString};
use url::Url;

use super::settings::DatabaseSettings;
use super::{ConfigError, read_secret};

const KEY: &str = "database.url";

/// One of the two engines, with what is needed to open it.
#[derive(Clone)]
pub enum Database {
    /// A file beside the server.
    Sqlite(PathBuf),
    /// A server; the address may hold a password.
    Postgres(SecretString),
}

impl Database {
    pub(crate) fn from_settings(
        settings: DatabaseSettings,
        data_dir: &Path,
    ) -> Result<Self, ConfigError> {
        let password = settings
            .password_file
            .as_deref()
            .map(|path| read_secret("database.password_file", path))
            .transpose()?;
        let Some(written) = settings.url else {
            return Ok(Self::Sqlite(data_dir.join("counterfoil.sqlite")));
        };
        if let Some(path) = written.strip_prefix("sqlite:") {
            let path = path.strip_prefix("//").unwrap_or(path);
            if path.is_empty() || path.starts_with(':') {
                return Err(ConfigError::invalid(
                    KEY,
                    "names no file; write \"sqlite:PATH\"",
                ));
            }
            return Ok(Self::Sqlite(path.into()));
        }
        // Not quoted back: it may hold a password.
        let mut url = Url::parse(&written)
            .ok()
            .filter(|url| matches!(url.scheme(), "postgres" | "postgresql"))
            .ok_or_else(|| {
                ConfigError::invalid(KEY, "begins with neither \"sqlite:\" nor \"postgres://\"")
            })?;
        if let Some(password) = password {
            url.set_password(Some(password.expose_secret()))
                .map_err(|()| {
                    ConfigError::invalid(KEY, "names no host to use database.password_file with")
                })?;
        }
        Ok(Self::Postgres(SecretString::from(String::from(url))))
    }
}

impl Database {
    /// The address in the form that the store opens. It may hold a password.
    #[must_use]
    pub fn url(&self) -> SecretString {
        match self {
            Self::Sqlite(path) => SecretString::from(format!("sqlite:{}", path.display())),
            Self::Postgres(url) => url.clone(),
        }
    }
}

impl Database {
    /// Refuses a file that isn't there, where opening it would make one.
    pub(crate) fn must_exist(&self) -> Result<(), String> {
        match self {
            Self::Sqlite(path) if !path.exists() => {
                Err(format!("{}: there is no database", path.display()))
            }
            _ => Ok(()),
        }
    }
}

impl fmt::Debug for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Fit for a log: without the password.
impl fmt::Display for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "sqlite:{}", path.display()),
            Self::Postgres(url) => {
                let shown = Url::parse(url.expose_secret()).ok();
                let host = shown
                    .as_ref()
                    .and_then(Url::host_str)
                    .unwrap_or("localhost");
                write!(
                    f,
                    "postgres://{host}{}",
                    shown.as_ref().map_or("", Url::path)
                )
            }
        }
    }
}
