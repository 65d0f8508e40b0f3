//! Apps that sign people in here, as the configuration has them.

use super::{ConfigError, read_secret};
use counterfoil_oidc::{Algorithm, Client, SecretHash};
use secrecy::ExposeSecret;
use serde::Deserialize;
use std::path::PathBuf;

/// A secret that people made up is guessed; 32 characters of a generator are not. In bytes.
const SHORTEST_SECRET: usize = 32;

/// One `[[client]]`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClientSettings {
    /// `client_id`.
    pub id: String,
    /// What owners call it.
    pub name: String,
    /// Where codes may be sent.
    pub redirect_uris: Vec<String>,
    /// Where people may be sent after signing out.
    #[serde(default)]
    pub post_logout_redirect_uris: Vec<String>,
    /// Where it is told that somebody signed out.
    pub backchannel_logout_uri: Option<String>,
    /// Holds its secret; without it the app can keep none.
    pub secret_file: Option<PathBuf>,
    /// Whether it may read and send mail.
    #[serde(default)]
    pub mail: bool,
    /// Whether it may come without PKCE.
    #[serde(default)]
    pub pkce_optional: bool,
    /// How its ID tokens are signed: RS256 or ES256.
    pub signing: Option<String>,
}

/// Reads the secrets and checks the whole.
pub(super) fn clients(settings: Vec<ClientSettings>) -> Result<Vec<Client>, ConfigError> {
    let mut clients: Vec<Client> = Vec::new();
    for settings in settings {
        let client = client(settings)?;
        if clients.iter().any(|other| other.id == client.id) {
            let message = format!("{:?} is there twice", client.id);
            return Err(ConfigError::invalid("client.id", message));
        }
        clients.push(client);
    }
    Ok(clients)
}

fn client(settings: ClientSettings) -> Result<Client, ConfigError> {
    let secret = match &settings.secret_file {
        Some(path) => {
            let secret = read_secret("client.secret_file", path)?;
            if secret.expose_secret().len() < SHORTEST_SECRET {
                let message = format!(
                    "{} holds fewer than 32 characters; make one with: openssl rand -hex 32",
                    path.display()
                );
                return Err(ConfigError::invalid("client.secret_file", message));
            }
            Some(SecretHash::of(secret.expose_secret()))
        }
        None => None,
    };
    let signing = match settings.signing.as_deref() {
        None => Algorithm::default(),
        Some(name) => Algorithm::parse(name).ok_or_else(|| {
            ConfigError::invalid("client.signing", "is neither \"RS256\" nor \"ES256\"")
        })?,
    };
    let client = Client {
        id: settings.id,
        name: settings.name,
        secret,
        redirect_uris: settings.redirect_uris,
        post_logout_redirect_uris: settings.post_logout_redirect_uris,
        back_channel_logout_uri: settings.backchannel_logout_uri,
        mail: settings.mail,
        pkce_optional: settings.pkce_optional,
        signing,
    };
    client
        .check()
        .map_err(|problem| ConfigError::invalid("client", format!("{:?}: {problem}", client.id)))?;
    Ok(client)
}
