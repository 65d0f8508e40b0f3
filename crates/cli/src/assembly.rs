//! From a configuration to the running parts: the database, the keys, the use cases, the transport of notices.

use crate::back_channel::HttpBackChannel;
use crate::backup::before_migration;
use crate::command::Failure;
use crate::config::{Config, Smtp as SmtpConfig, Tls, Way};
use crate::keys::{KeyFiles, MailSecrets, signing};
use crate::mail_api::HttpMailApis;
use crate::monitor::Metrics;
use crate::webhooks::HttpWebhooks;
use counterfoil_core::Cost;
use counterfoil_mailsystem::Doveadm;
use counterfoil_model::{Blocklist, Enclosed};
use counterfoil_notices::transport::smtp::{Login, Security, Server};
use counterfoil_notices::transport::{Folder, InOrder, MailApi, Sendmail, Smtp};
use counterfoil_notices::{Frame, OpenLink, Templates, Transport};
use counterfoil_service::openid::OpenIdParts;
use counterfoil_service::{
    App, Chance, Clock, Entropy, KeyKind, KeyMaterial, KeyRing, MailSystem, Meter, Parts, SlowHash,
    SystemClock, SystemEntropy, Unmetered,
};
use counterfoil_store::driver::Engine;
use counterfoil_store::repo::outbox::Notice;
use counterfoil_store::{Db, Watch};
use secrecy::ExposeSecret;
use std::fs::DirBuilder;
use std::os::unix::fs::DirBuilderExt;
use std::sync::Arc;
use zeroize::Zeroizing;

/// Opens the database and brings an embedded one up to date; another must be migrated by `counterfoil migrate`.
pub(crate) async fn open_database(config: &Config) -> Result<Db, Failure> {
    make_data_dir(config)?;
    let db = counterfoil_store::open(config.database.url().expose_secret()).await?;
    if db.engine() == Engine::Sqlite {
        if let Some(copy) = before_migration::copy(config, &db).await? {
            tracing::info!(copy = %copy.display(), "the database was copied before it is brought up to date");
        }
        counterfoil_store::migrate(&db, SystemClock.now()).await?;
    } else {
        counterfoil_store::check(&db).await?;
    }
    Ok(db)
}

/// Makes the directory for database, keys and mail, for this user only.
pub(crate) fn make_data_dir(config: &Config) -> Result<(), Failure> {
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(&config.data_dir)
        .map_err(|error| format!("{}: {error}", config.data_dir.display()).into())
}

/// Makes the first keys of a new house. A house with people in it gets none, because their codes and passwords rest on the keys
/// that are missing.
async fn make_first_keys(config: &Config, db: &Db) -> Result<(), Failure> {
    let inhabited = db
        .read("any_account", |tx| async move {
            counterfoil_store::repo::account::list(&tx).await
        })
        .await
        .map(|accounts: Vec<_>| !accounts.is_empty())
        .map_err(|error: counterfoil_store::Error| error)?;
    if !inhabited {
        KeyFiles::create_missing(&config.keys_dir, &mut Chance(&SystemEntropy))?;
    }
    Ok(())
}

/// Reads the keys.
pub(crate) fn key_material(config: &Config) -> Result<Vec<KeyMaterial>, Failure> {
    let dir = &config.keys_dir;
    let files = KeyFiles::load(dir)?;
    let missing: Vec<&str> = files.missing().into_iter().map(KeyKind::name).collect();
    if !missing.is_empty() {
        return Err(format!(
            "{}: no key for {}. Accounts rest on it: bring the key files back from where they are kept. Without them every \
             owner has to be enrolled again.",
            dir.display(),
            missing.join(", ")
        )
        .into());
    }
    let material = files.into_keys().into_iter().map(|key| KeyMaterial {
        kind: key.kind,
        id: key.id.clone(),
        bytes: Zeroizing::new(*key.bytes),
    });
    Ok(material.collect())
}

/// The use cases on the real clock and generator.
pub(crate) async fn app(config: &Config) -> Result<App, Failure> {
    let db = open_database(config).await?;
    make_first_keys(config, &db).await?;
    with_keys_in_use(config, app_on(config, db, Arc::new(Unmetered)).await?).await
}

/// The same, with everything counted.
pub(crate) async fn watched_app(config: &Config, metrics: Arc<Metrics>) -> Result<App, Failure> {
    let watch = Arc::clone(&metrics) as Arc<dyn Watch>;
    let db = open_database(config).await?.watched(watch);
    make_first_keys(config, &db).await?;
    with_keys_in_use(config, app_on(config, db, metrics).await?).await
}

/// The same, making new things with keys that every node has.
async fn with_keys_in_use(config: &Config, app: App) -> Result<App, Failure> {
    app.take_up_keys(key_material(config)?, None).await?;
    Ok(app)
}

/// The same on a database as it is, with the keys that are there.
pub(crate) async fn app_on(config: &Config, db: Db, meter: Arc<dyn Meter>) -> Result<App, Failure> {
    // A house of a version that didn't know their kinds.
    KeyFiles::make_anew(&config.keys_dir, &mut Chance(&SystemEntropy))?;
    let keys = KeyRing::new(key_material(config)?)?;
    let mut blocklist = Blocklist::bundled();
    if let Some(path) = &config.password_blocklist {
        let lines = std::fs::read_to_string(path)
            .map_err(|error| format!("{}: {error}", path.display()))?;
        blocklist = blocklist.with_lines(&lines);
    }
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let parts = Parts {
        db,
        clock: Arc::new(SystemClock) as Arc<dyn Clock>,
        entropy: Arc::new(SystemEntropy) as Arc<dyn Entropy>,
        keys,
        slow_hash: SlowHash::new(Cost::PRODUCTION, cores),
        policy: config.house.clone(),
        blocklist,
        service_name: config.service_name.clone(),
        mail_system: mail_system(config)?,
        openid: openid(config)?,
        policy_nonce: mail_secrets(config)?
            .map(|secrets| Zeroizing::new(secrets.policy_nonce.expose_secret().to_owned())),
        meter,
        webhooks: Some(Arc::new(HttpWebhooks::new(config.webhooks.allow_private)?)),
    };
    let app = App::new(parts).await?;
    Ok(match config.operator_webhook {
        Some(_) => app.telling_the_operator(),
        None => app,
    })
}

/// The secrets between us and the mail software, made when they are missing; `None` while there is no mail software.
pub(crate) fn mail_secrets(config: &Config) -> Result<Option<MailSecrets>, Failure> {
    if config.mail.is_none() {
        return Ok(None);
    }
    let secrets = MailSecrets::load_or_make(&config.keys_dir, &mut Chance(&SystemEntropy))?;
    Ok(Some(secrets))
}

/// The running Dovecot, where the configuration says how to ask it.
pub(crate) fn doveadm(config: &Config) -> Result<Option<Doveadm>, Failure> {
    let url = config.mail.as_ref().and_then(|mail| mail.doveadm.as_ref());
    let (Some(url), Some(secrets)) = (url, mail_secrets(config)?) else {
        return Ok(None);
    };
    Ok(Some(Doveadm::new(url.as_str(), &secrets.doveadm)?))
}

fn mail_system(config: &Config) -> Result<Option<Arc<dyn MailSystem>>, Failure> {
    Ok(doveadm(config)?.map(|doveadm| Arc::new(doveadm) as Arc<dyn MailSystem>))
}

/// The OpenID provider. Its keys are made where there are none: nothing rests on them.
fn openid(config: &Config) -> Result<OpenIdParts, Failure> {
    signing::create_missing(&config.keys_dir)?;
    Ok(OpenIdParts {
        issuer: config.public_url.as_str().trim_end_matches('/').to_owned(),
        clients: config.clients.clone(),
        keys: signing::load(&config.keys_dir)?,
        back_channel: Some(Arc::new(HttpBackChannel::new()?)),
    })
}

/// Tells the operator's webhook what happens to mailboxes, or nobody any more.
pub(crate) async fn hear_as_operator(config: &Config, app: &App) -> Result<(), Failure> {
    let webhook = config.operator_webhook.as_ref();
    app.set_operator_webhook(webhook.map(|hook| (hook.url.as_str(), hook.secret.expose_secret())))
        .await
        .map_err(|refusal| format!("notices.webhook: {refusal}").into())
}

/// How notices leave, and whether they reach people.
pub(crate) fn transport(config: &Config) -> Result<Arc<dyn Transport>, Failure> {
    let mut transports: Vec<Arc<dyn Transport>> = Vec::new();
    for way in &config.notices.ways {
        transports.push(match way {
            Way::Folder(folder) => Arc::new(
                Folder::open(folder).map_err(|error| format!("{}: {error}", folder.display()))?,
            ),
            Way::Smtp(server) => Arc::new(Smtp::new(mail_server(server, config))?),
            Way::Sendmail(program) => Arc::new(Sendmail::new(program.clone())),
            Way::Api(description) => {
                let http = Arc::new(HttpMailApis::new()?);
                Arc::new(MailApi::new((**description).clone(), http, || {
                    SystemClock.now()
                }))
            }
        });
    }
    Ok(Arc::new(InOrder::new(transports)))
}

fn mail_server(server: &SmtpConfig, config: &Config) -> Server {
    Server {
        host: server.host.clone(),
        port: server.port,
        security: match server.tls {
            Tls::Required => Security::required(server.port),
            Tls::Opportunistic => Security::Opportunistic,
            Tls::None => Security::None,
        },
        login: server.login.as_ref().map(|login| Login {
            user: login.user.clone(),
            password: login.password.clone(),
        }),
        hello: config
            .public_url
            .host_str()
            .unwrap_or("localhost")
            .to_owned(),
        authorities: server.authorities.clone(),
    }
}

/// What notices are made of: ours, and what the operator has in its place.
pub(crate) fn templates(config: &Config) -> Result<Templates, Failure> {
    Ok(match &config.templates {
        Some(folder) => Templates::load(folder)?,
        None => Templates::bundled()?,
    })
}

/// What is the same in every notice.
pub(crate) fn frame(config: &Config, templates: &Templates) -> Frame {
    Frame {
        service_name: config.service_name.clone(),
        from: config.notices.from.clone(),
        public_url: config.public_url.clone(),
        help_line: config.help_line.clone(),
        time_zone: config.time_zone.clone(),
        layout: Arc::clone(&templates.layout),
    }
}

/// Opens what a notice carries with the keys of the ring, at the moment it leaves.
pub(crate) struct Links {
    pub(crate) app: Arc<App>,
    pub(crate) public_url: url::Url,
}

impl OpenLink for Links {
    fn open(&self, notice: &Notice) -> Option<Enclosed> {
        match self.app.enclosed(notice) {
            Ok(enclosed) => Some(enclosed.under(self.public_url.as_str().trim_end_matches('/'))),
            Err(error) => {
                tracing::error!(notice = %notice.id, %error, "what a notice carries can't be opened");
                None
            }
        }
    }
}
