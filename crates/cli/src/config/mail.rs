//! The mail software behind us: where it asks us, and where we ask it.

use std::fmt;
use std::net::SocketAddr;

use url::{Host as UrlHost, Url};

use super::{ConfigError, MailSettings};

/// The addresses between us and the mail software. Their secrets are files beside the keys.
#[derive(Debug, Clone)]
pub struct Mail {
    /// Where Dovecot asks us: introspection, password grant, policy.
    pub gateway: SocketAddr,
    /// Where Postfix asks us.
    pub sending_policy: SocketAddr,
    /// Whether the operator said that other machines may reach these addresses.
    pub gateway_open: bool,
    /// Where we ask Dovecot; without it connections aren't cut off and filters aren't shown.
    pub doveadm: Option<Url>,
    /// What owners type into a mail program to read.
    pub imap: Option<Host>,
    /// What owners type into a mail program to send.
    pub smtp: Option<Host>,
}

/// A server as an owner types it into a mail program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Host {
    /// Its name.
    pub name: String,
    /// 993 and 465 begin with TLS, 143 and 587 switch to it.
    pub port: u16,
}

impl fmt::Display for Host {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.name, self.port)
    }
}

impl Mail {
    pub(crate) fn from_settings(settings: MailSettings) -> Result<Self, ConfigError> {
        let open = settings.gateway_open;
        only_here("mail.gateway", settings.gateway, open)?;
        only_here("mail.sending_policy", settings.sending_policy, open)?;
        if settings.gateway == settings.sending_policy {
            return Err(ConfigError::invalid(
                "mail.sending_policy",
                "is the address of mail.gateway; they speak different protocols",
            ));
        }
        let doveadm = settings.doveadm.map(|written| doveadm(&written, open));
        Ok(Self {
            gateway: settings.gateway,
            sending_policy: settings.sending_policy,
            gateway_open: open,
            doveadm: doveadm.transpose()?,
            imap: host("mail.imap", settings.imap)?,
            smtp: host("mail.smtp", settings.smtp)?,
        })
    }
}

/// Passwords arrive there in clear, and whoever reaches it may try some.
fn only_here(key: &'static str, address: SocketAddr, open: bool) -> Result<(), ConfigError> {
    if open || address.ip().is_loopback() {
        return Ok(());
    }
    let message = format!(
        "{address} can be reached from other machines; write 127.0.0.1, or gateway_open = true where only the mail software is \
         on that network"
    );
    Err(ConfigError::invalid(key, message))
}

fn doveadm(written: &str, open: bool) -> Result<Url, ConfigError> {
    let invalid = |message: String| ConfigError::invalid("mail.doveadm", message);
    let url = Url::parse(written)
        .map_err(|error| invalid(format!("{written:?} is not an address: {error}")))?;
    let here = match url.host() {
        Some(UrlHost::Domain(name)) => name == "localhost",
        Some(UrlHost::Ipv4(address)) => address.is_loopback(),
        Some(UrlHost::Ipv6(address)) => address.is_loopback(),
        None => return Err(invalid("has no host".into())),
    };
    if url.scheme() != "http" || !url.username().is_empty() || url.password().is_some() {
        return Err(invalid(
            "must look like \"http://127.0.0.1:8080/doveadm/v1\"; its key is a file of its own"
                .into(),
        ));
    }
    if !here && !open {
        return Err(invalid(
            "is another machine, and the key, which may read and delete all mail, would travel there in clear; use 127.0.0.1, \
             or gateway_open = true where only the mail software is on that network"
                .into(),
        ));
    }
    Ok(url)
}

fn host(key: &'static str, written: Option<String>) -> Result<Option<Host>, ConfigError> {
    let Some(written) = written else {
        return Ok(None);
    };
    let understood = written.rsplit_once(':').and_then(|(name, port)| {
        UrlHost::parse(name).ok()?;
        let port = port.parse().ok().filter(|port| *port != 0)?;
        Some(Host {
            name: name.to_owned(),
            port,
        })
    });
    match understood {
        Some(host) => Ok(Some(host)),
        None => Err(ConfigError::invalid(
            key,
            format!("{written:?} is not a name and a port, like \"mail.example.org:993\""),
        )),
    }
}
