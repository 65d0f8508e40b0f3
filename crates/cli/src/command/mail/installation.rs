//! Where the mail software asks us and we ask it, as the configuration says.

use crate::assembly;
use crate::command::Failure;
use crate::config::{BouncesAt, Config, Mail};
use counterfoil_mailsystem::fragment::{Installation, ReturnPath, Sasl};
use std::net::SocketAddr;
use url::{Host, Url};

/// What the configuration doesn't know.
pub(super) struct Places<'a> {
    /// What the mail software calls this machine, where that isn't our address.
    pub(super) reached_as: Option<&'a str>,
    /// Where Postfix asks Dovecot.
    pub(super) sasl: Sasl,
    /// Where Dovecot finds what is written for it.
    pub(super) dovecot_dir: &'a str,
}

/// The whole, with the secrets of the key directory.
pub(super) fn installation(
    config: &Config,
    mail: &Mail,
    places: Places<'_>,
) -> Result<Installation, Failure> {
    let secrets = assembly::mail_secrets(config)?.ok_or("there is no mail software")?;
    let gateway = reached(places.reached_as, mail.gateway)?;
    let url = |path: &str| format!("http://{gateway}{path}");
    let issuer = config.public_url.as_str().trim_end_matches('/');
    Ok(Installation {
        introspection_url: url("/introspect"),
        grant_url: url("/token"),
        policy_url: url("/policy"),
        openid_configuration_url: format!("{issuer}/.well-known/openid-configuration"),
        doveadm: mail.doveadm.as_ref().map(doveadm_listener),
        sending_policy: reached(places.reached_as, mail.sending_policy)?,
        returns: returns(config, places.reached_as)?,
        sasl: places.sasl,
        dovecot_dir: places.dovecot_dir.trim_end_matches('/').to_owned(),
        gateway_secret: secrets.gateway,
        policy_secret: secrets.policy,
        policy_nonce: secrets.policy_nonce,
        doveadm_secret: secrets.doveadm,
    })
}

fn returns(config: &Config, reached_as: Option<&str>) -> Result<Option<ReturnPath>, Failure> {
    let Some(bounces) = &config.bounces else {
        return Ok(None);
    };
    Ok(Some(ReturnPath {
        address: bounces.return_path.clone(),
        next_hop: match &bounces.listen {
            BouncesAt::Tcp(address) => format!("inet:{}", reached(reached_as, *address)?),
            BouncesAt::Unix(path) => format!("unix:{}", path.display()),
        },
    }))
}

/// How the mail software reaches one of our addresses.
fn reached(reached_as: Option<&str>, address: SocketAddr) -> Result<String, Failure> {
    match reached_as {
        Some(host) => Ok(format!("{host}:{}", address.port())),
        None if address.ip().is_unspecified() => Err(format!(
            "{address} is every address of this machine; say with --reached-as what the mail software calls it"
        )
        .into()),
        None => Ok(address.to_string()),
    }
}

/// Where Dovecot listens so that we reach it there.
fn doveadm_listener(url: &Url) -> (String, u16) {
    let address = match url.host() {
        Some(Host::Ipv4(address)) => address.to_string(),
        Some(Host::Ipv6(address)) => address.to_string(),
        Some(Host::Domain("localhost")) => "127.0.0.1".to_owned(),
        Some(Host::Domain(_)) | None => "*".to_owned(),
    };
    (address, url.port_or_known_default().unwrap_or(80))
}
