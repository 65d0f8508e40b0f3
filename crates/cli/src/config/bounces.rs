//! Where mails that come back are taken.

use std::net::SocketAddr;
use std::path::PathBuf;

use counterfoil_model::LOCAL_MAX;

use super::ConfigError;

/// The door for mails that came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bounces {
    /// Where the mail server finds it.
    pub listen: BouncesAt,
    /// The address that they come back to, before each notice's token is put behind its local part.
    pub return_path: String,
}

/// Where the mail server finds the door.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BouncesAt {
    /// An address of this machine.
    Tcp(SocketAddr),
    /// A socket in the file system.
    Unix(PathBuf),
}

/// `+` and what tells the notice.
const TOKEN: usize = 1 + 42;

impl Bounces {
    pub(crate) fn from_settings(
        listen: &str,
        return_path: Option<String>,
        from: &str,
        open: bool,
    ) -> Result<Self, ConfigError> {
        let listen = if listen.starts_with('/') {
            BouncesAt::Unix(listen.into())
        } else {
            let address: SocketAddr = listen.parse().map_err(|_| {
                ConfigError::invalid(
                    "notices.bounces",
                    format!("{listen:?} is neither an address and port, as 127.0.0.1:8424, nor the whole path of a socket"),
                )
            })?;
            if !open && !address.ip().is_loopback() {
                return Err(ConfigError::invalid(
                    "notices.bounces",
                    format!(
                        "{address} can be reached from other machines; write 127.0.0.1, or mail.gateway_open = true where only the mail software is on that network"
                    ),
                ));
            }
            BouncesAt::Tcp(address)
        };
        let return_path = return_path.unwrap_or_else(|| from.to_owned());
        let local = return_path.rsplit_once('@').map(|(local, _)| local);
        match local {
            Some(local) if local.len() + TOKEN > LOCAL_MAX => Err(ConfigError::invalid(
                "notices.return_path",
                format!(
                    "{local:?} is too long: what tells one notice from another comes behind it; use at most {} characters",
                    LOCAL_MAX - TOKEN
                ),
            )),
            Some(local) if !local.is_empty() && !local.contains(char::is_whitespace) => Ok(Self {
                listen,
                return_path,
            }),
            _ => Err(ConfigError::invalid(
                "notices.return_path",
                format!("{return_path:?} is not an address like returns@example.org"),
            )),
        }
    }
}
