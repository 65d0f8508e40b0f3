//! `counterfoil serve`

mod mail_doors;

use crate::assembly::{self, Links};
use crate::command::Failure;
use crate::command::doctor::ConfigDoctor;
use crate::config::{Config, MailHost, environment_of_process};
use crate::keys::signing::{self, SigningKeyFile};
use crate::logging;
use clap::Args;
use counterfoil_lang::Sentences;
use counterfoil_notices::Frame;
use counterfoil_service::{App, LinkKind};
use counterfoil_web::assets::Assets;
use counterfoil_web::portal::page::app_password_made::{MailServer, MailServers};
use counterfoil_web::portal::{self, door::Portal};
use counterfoil_web::shell::csrf::CsrfKey;
use counterfoil_web::shell::{PublicUrl, Shell, TrustedProxies};
use mail_doors::MailDoors;
use std::io::{self, Write};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

/// Serve the portal and send its notices
///
/// Listens where `listen` says, in plain HTTP: a reverse proxy in front speaks TLS. An
/// embedded database is brought up to date first; PostgreSQL is not, see
/// `counterfoil migrate`. The first start makes the keys.
///
/// While there is no operator, prints a set-up link on standard output. It works for
/// thirty minutes; start again for a new one. SIGTERM and Ctrl-C finish what is under way.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Examples:
  counterfoil serve
  COUNTERFOIL__LISTEN=127.0.0.1:9000 counterfoil serve
  counterfoil --config /etc/counterfoil/counterfoil.toml serve"
)]
pub(crate) struct Serve {}

/// How often the jobs look around.
const TICK: Duration = Duration::from_secs(15);
/// How often connections that must end are looked for. What an owner takes away is to be gone within two seconds.
const CUT_OFF_TICK: Duration = Duration::from_millis(500);
/// How soon the people on a list are invited.
const GUESTS_TICK: Duration = Duration::from_secs(2);
/// How soon an app hears of a sign-out.
const APPS_TICK: Duration = Duration::from_secs(2);
/// How long requests that are under way may take once the server is told to stop.
const GRACE: Duration = Duration::from_secs(20);

pub(crate) fn run(file: Option<&Path>) -> Result<ExitCode, Failure> {
    let config = Config::load(file, environment_of_process())?;
    logging::start(config.log)?;
    logging::say_only_where_it_panicked();
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?
        .block_on(serve(&config))?;
    Ok(ExitCode::SUCCESS)
}

async fn serve(config: &Config) -> Result<(), Failure> {
    // Before anything is opened: a second server on the same port must not touch the database.
    let listener = TcpListener::bind(config.listen)
        .await
        .map_err(|error| format!("listen {}: {error}", config.listen))?;
    let mail_doors = MailDoors::bind(config).await?;
    let app = Arc::new(assembly::app(config).await?);
    let sentences = Arc::new(Sentences::load()?);
    let transport = assembly::transport(config)?;
    let portal = Portal {
        app: Arc::clone(&app),
        shell: Arc::new(shell(config, &app, &sentences)?),
        notices_to_folder: !transport.reaches_people(),
        help_line: config.help_line.clone().unwrap_or_default().into(),
        letterhead: Arc::clone(&config.letterhead),
        doctor: Arc::new(ConfigDoctor(config.clone())),
        mail_servers: mail_servers(config),
    };
    let (stop, stopped) = watch::channel(false);
    let mail = tokio::spawn(serve_mail(
        mail_doors,
        config.clone(),
        Arc::clone(&app),
        Arc::clone(&sentences),
        stopped.clone(),
    ));
    let worker = tokio::spawn(send_notices(
        config.clone(),
        Arc::clone(&app),
        sentences,
        transport,
        stopped.clone(),
    ));
    let jobs = tokio::spawn(do_jobs(Arc::clone(&app), stopped.clone()));
    let cut_offs = tokio::spawn(do_cut_offs(Arc::clone(&app), stopped.clone()));
    let invitations = tokio::spawn(invite_guests(Arc::clone(&app), stopped.clone()));
    let apps = tokio::spawn(tell_apps(
        Arc::clone(&app),
        config.keys_dir.clone(),
        stopped.clone(),
    ));
    greet(config, &app).await?;
    let service = portal::router(portal).into_make_service_with_connect_info::<SocketAddr>();
    let server = axum::serve(listener, service).with_graceful_shutdown(wait(stopped.clone()));
    let mut server = tokio::spawn(server.into_future());
    tokio::select! {
        ended = &mut server => ended??,
        () = told_to_stop() => {
            tracing::info!("stopping; requests under way are finished first");
            let _ = stop.send(true);
            // A browser may keep its connection open without asking anything.
            if let Ok(ended) = tokio::time::timeout(GRACE, &mut server).await {
                ended??;
            }
        }
    }
    let _ = stop.send(true);
    let _ = tokio::time::timeout(GRACE, async {
        tokio::join!(worker, jobs, cut_offs, invitations, mail, apps)
    })
    .await;
    Ok(())
}

fn mail_servers(config: &Config) -> Option<Arc<MailServers>> {
    let mail = config.mail.as_ref()?;
    let server = |host: &MailHost| MailServer {
        name: host.name.clone(),
        port: host.port,
    };
    Some(Arc::new(MailServers {
        imap: mail.imap.as_ref().map(server),
        smtp: mail.smtp.as_ref().map(server),
    }))
}

fn shell(config: &Config, app: &Arc<App>, sentences: &Arc<Sentences>) -> Result<Shell, Failure> {
    let drawing = Arc::clone(app);
    Ok(Shell {
        sentences: Arc::clone(sentences),
        time_zone: config.time_zone.clone(),
        public_url: PublicUrl::parse(config.public_url.as_str())?,
        service_name: config.service_name.clone(),
        trusted_proxies: TrustedProxies(config.trusted_proxies.clone()),
        csrf: CsrfKey::new(*app.keys().cookie_key()?),
        draw: Arc::new(move || drawing.draw_bytes()),
        assets: Arc::new(Assets::embedded()),
    })
}

/// Says where we are, and how the first operator gets in. On standard output: it is what somebody at the terminal came for.
async fn greet(config: &Config, app: &App) -> Result<(), Failure> {
    let url = config.public_url.as_str().trim_end_matches('/');
    let mut said = format!("Counterfoil serves {url}\n");
    if let Some(link) = app.make_set_up_link().await? {
        said += "\nNobody runs this server yet. Open this link within thirty minutes to become its operator:\n\n  ";
        said += url;
        said += &LinkKind::SetUp.path(&link.0);
        said += "\n";
    }
    let mut out = io::stdout().lock();
    out.write_all(said.as_bytes())?;
    out.flush()?;
    Ok(())
}

async fn send_notices(
    config: Config,
    app: Arc<App>,
    sentences: Arc<Sentences>,
    transport: Arc<dyn counterfoil_notices::Transport>,
    stopped: watch::Receiver<bool>,
) {
    let frame = Frame {
        service_name: config.service_name.clone(),
        from: assembly::sender(&config),
        public_url: config.public_url.clone(),
        help_line: config.help_line.clone(),
        time_zone: config.time_zone.clone(),
    };
    let links = Links {
        app: Arc::clone(&app),
        public_url: config.public_url,
    };
    counterfoil_notices::run(
        app.db(),
        &*transport,
        &sentences,
        &frame,
        &links,
        || app.now(),
        wait(stopped),
    )
    .await;
}

async fn serve_mail(
    doors: Option<MailDoors>,
    config: Config,
    app: Arc<App>,
    sentences: Arc<Sentences>,
    stopped: watch::Receiver<bool>,
) {
    let Some(doors) = doors else { return };
    if let Err(error) = doors.serve(&config, app, sentences, stopped).await {
        tracing::error!(%error, "the mail software is not served any more");
    }
}

async fn do_jobs(app: Arc<App>, stopped: watch::Receiver<bool>) {
    loop {
        if let Err(error) = app.announce_applied_changes().await {
            tracing::error!(%error, "changes that took effect could not be announced");
        }
        if let Err(error) = app.sweep().await {
            tracing::error!(%error, "what ended long ago could not be cleaned up");
        }
        tokio::select! {
            () = wait(stopped.clone()) => return,
            () = tokio::time::sleep(TICK) => {}
        }
    }
}

/// Invites whoever stands on a list that an operator gave us; at once again while there is somebody.
async fn invite_guests(app: Arc<App>, stopped: watch::Receiver<bool>) {
    loop {
        let rest = match app.invite_waiting_guests().await {
            Ok(0) => GUESTS_TICK,
            Ok(_) => Duration::ZERO,
            Err(error) => {
                tracing::error!(%error, "people on a list could not be invited");
                GUESTS_TICK
            }
        };
        tokio::select! {
            biased;
            () = wait(stopped.clone()) => return,
            () = tokio::time::sleep(rest) => {}
        }
    }
}

async fn do_cut_offs(app: Arc<App>, stopped: watch::Receiver<bool>) {
    loop {
        if let Err(error) = app.do_cut_offs().await {
            tracing::error!(%error, "mail connections that must end could not be looked for");
        }
        tokio::select! {
            () = wait(stopped.clone()) => return,
            () = tokio::time::sleep(CUT_OFF_TICK) => {}
        }
    }
}

/// Tells apps of sign-outs, and takes up signing keys that were rotated meanwhile.
async fn tell_apps(app: Arc<App>, keys_dir: PathBuf, stopped: watch::Receiver<bool>) {
    loop {
        if let Err(error) = app.do_logout_calls().await {
            tracing::error!(%error, "apps that must hear of a sign-out could not be looked for");
        }
        match signing::list(&keys_dir) {
            Ok(files)
                if files
                    .iter()
                    .map(SigningKeyFile::key_id)
                    .eq(app.signing_keys().ids()) => {}
            Ok(_) => match signing::load(&keys_dir) {
                Ok(keys) => {
                    tracing::info!("the signing keys were changed; the newest signs from now on");
                    app.set_signing_keys(keys);
                }
                Err(error) => tracing::error!(%error, "the signing keys can't be read anew"),
            },
            Err(error) => tracing::error!(%error, "the signing keys can't be looked for"),
        }
        tokio::select! {
            () = wait(stopped.clone()) => return,
            () = tokio::time::sleep(APPS_TICK) => {}
        }
    }
}

async fn wait(mut stopped: watch::Receiver<bool>) {
    // The sender lives as long as the server; if it is gone, so is the reason to go on.
    let _ = stopped.wait_for(|stopped| *stopped).await;
}

async fn told_to_stop() {
    let Ok(mut terminate) = signal(SignalKind::terminate()) else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
}
