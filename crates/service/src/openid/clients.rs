//! Who the apps are: those of the configuration, then those of the database.

use crate::{App, Fault};
use counterfoil_oidc::{Algorithm, Client, ClientProblem, Credentials, SecretHash};
use counterfoil_store::{Error, Tx, repo};
use data_encoding::BASE64URL_NOPAD;
use zeroize::Zeroizing;

/// Where a client is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClientSource {
    /// In the configuration.
    Configuration,
    /// In the database.
    Database,
    /// In the database, and not heard of: the configuration has one of the same id.
    Overruled,
}

/// A client and where it is kept.
#[derive(Clone, Debug)]
pub struct ListedClient {
    /// The client.
    pub client: Client,
    /// Where it is kept.
    pub source: ClientSource,
}

/// Why a client was not added.
#[derive(Debug, thiserror::Error)]
pub enum AddClientRefusal {
    /// Something about it can't be.
    #[error(transparent)]
    Problem(#[from] ClientProblem),
    /// There is one of this id.
    #[error("there is a client of this id already")]
    Taken,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

/// Why a program is not believed to be a client.
#[derive(Debug, thiserror::Error)]
pub enum ClientRefusal {
    /// Not registered, or the secret is wrong: the same answer.
    #[error("the client is not known, or its secret is wrong")]
    Unknown,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

fn read(kept: repo::client::Client) -> Result<Client, Error> {
    let lines = |text: String| {
        text.lines()
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect()
    };
    Ok(Client {
        signing: Algorithm::parse(&kept.signing)
            .ok_or_else(|| Error::inconsistent("a client names an unknown algorithm"))?,
        id: kept.id,
        name: kept.name,
        secret: kept.secret_hash.map(SecretHash::from_bytes),
        redirect_uris: lines(kept.redirect_uris),
        post_logout_redirect_uris: lines(kept.post_logout_redirect_uris),
        back_channel_logout_uri: kept.back_channel_logout_uri,
        mail: kept.mail,
        pkce_optional: kept.pkce_optional,
    })
}

fn write(client: &Client) -> repo::client::Client {
    repo::client::Client {
        id: client.id.clone(),
        name: client.name.clone(),
        secret_hash: client.secret.map(|hash| *hash.as_bytes()),
        redirect_uris: client.redirect_uris.join("\n"),
        post_logout_redirect_uris: client.post_logout_redirect_uris.join("\n"),
        back_channel_logout_uri: client.back_channel_logout_uri.clone(),
        mail: client.mail,
        pkce_optional: client.pkce_optional,
        signing: client.signing.name().to_owned(),
    }
}

impl App {
    fn configured(&self, id: &str) -> Option<&Client> {
        self.openid.clients.iter().find(|client| client.id == id)
    }

    /// The client of this id, in a transaction.
    pub(crate) async fn client_in(&self, tx: &Tx, id: &str) -> Result<Option<Client>, Error> {
        if let Some(client) = self.configured(id) {
            return Ok(Some(client.clone()));
        }
        repo::client::load(tx, id).await?.map(read).transpose()
    }

    /// The client of this id.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn client(&self, id: &str) -> Result<Option<Client>, Fault> {
        // What no client can be called is not looked for: it might hold what a database can't.
        if id.len() > 64 || !id.is_ascii() || id.bytes().any(|byte| byte.is_ascii_control()) {
            return Ok(None);
        }
        if let Some(client) = self.configured(id) {
            return Ok(Some(client.clone()));
        }
        let found: Result<_, Error> = self
            .db
            .read(
                "client_find",
                |tx| async move { self.client_in(&tx, id).await },
            )
            .await;
        Ok(found?)
    }

    /// The client that these credentials prove: its secret, or nothing but the id of one that has none.
    ///
    /// # Errors
    /// [`ClientRefusal`].
    pub async fn authenticated_client(
        &self,
        credentials: &Credentials,
    ) -> Result<Client, ClientRefusal> {
        let client = self.client(&credentials.id).await?;
        client
            .filter(|client| match (&client.secret, &credentials.secret) {
                (Some(hash), Some(secret)) => hash.matches(secret),
                (None, None) => true,
                _ => false,
            })
            .ok_or(ClientRefusal::Unknown)
    }

    /// Every client, by id: those of the configuration first.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn clients(&self) -> Result<Vec<ListedClient>, Fault> {
        let kept: Result<_, Error> = self
            .db
            .read("client_list", |tx| async move {
                let kept = repo::client::list(&tx).await?;
                kept.into_iter().map(read).collect::<Result<Vec<_>, _>>()
            })
            .await;
        let configured = self.openid.clients.iter().map(|client| ListedClient {
            client: client.clone(),
            source: ClientSource::Configuration,
        });
        let kept = kept?.into_iter().map(|client| ListedClient {
            source: if self.configured(&client.id).is_some() {
                ClientSource::Overruled
            } else {
                ClientSource::Database
            },
            client,
        });
        Ok(configured.chain(kept).collect())
    }

    /// Keeps a new client in the database. `confidential` gives it a secret: the answer, shown this once.
    ///
    /// # Errors
    /// [`AddClientRefusal`].
    pub async fn add_client(
        &self,
        mut client: Client,
        confidential: bool,
    ) -> Result<Option<Zeroizing<String>>, AddClientRefusal> {
        let secret = confidential.then(|| self.draw_client_secret());
        client.secret = secret.as_ref().map(|secret| SecretHash::of(secret));
        client.check()?;
        if self.configured(&client.id).is_some() {
            return Err(AddClientRefusal::Taken);
        }
        let (now, row) = (self.now(), &write(&client));
        let added: Result<bool, Error> = self
            .db
            .run("client_add", |tx| async move {
                if repo::client::load(&tx, &row.id).await?.is_some() {
                    return Ok(false);
                }
                repo::client::add(&tx, row, now).await?;
                Ok(true)
            })
            .await;
        match added {
            Ok(true) => Ok(secret),
            Ok(false) => Err(AddClientRefusal::Taken),
            Err(error) => Err(AddClientRefusal::Internal(error.into())),
        }
    }

    /// Forgets a client of the database; what it holds is dead from now on. False when there was none.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn remove_client(&self, id: &str) -> Result<bool, Fault> {
        let removed: Result<_, Error> = self
            .db
            .run("client_remove", |tx| async move {
                repo::client::remove(&tx, id).await
            })
            .await;
        Ok(removed?)
    }

    /// Gives a client of the database another secret, shown this once; the old one is dead from now on. `None` when there
    /// is no such client, or it has no secret.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn rotate_client_secret(&self, id: &str) -> Result<Option<Zeroizing<String>>, Fault> {
        let secret = self.draw_client_secret();
        let hash = SecretHash::of(&secret);
        let rotated: Result<_, Error> = self
            .db
            .run("client_rotate", |tx| async move {
                repo::client::set_secret(&tx, id, hash.as_bytes()).await
            })
            .await;
        Ok(rotated?.then_some(secret))
    }

    /// 256 random bits, in 43 characters.
    fn draw_client_secret(&self) -> Zeroizing<String> {
        let bytes = Zeroizing::new(self.draw_bytes::<32>());
        Zeroizing::new(BASE64URL_NOPAD.encode(&*bytes))
    }
}
