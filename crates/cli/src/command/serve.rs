//! `counterfoil serve`

mod jobs;
mod mail_doors;
mod returns;
mod stop;
mod supervisor;

use crate::assembly;
use crate::command::Failure;
use crate::command::doctor::ConfigDoctor;
use crate::config::{Config, MailHost, environment_of_process};
use crate::logging;
use crate::monitor::{self, Metrics, MetricsDoor, Phase, Readiness};
use crate::places::MmdbPlaces;
use clap::Args;
use counterfoil_lang::{Language, Sentences};
use counterfoil_service::{App, LinkKind, Places};
use counterfoil_web::assets::Assets;
use counterfoil_web::portal::page::app_password_made::{MailServer, MailServers};
use counterfoil_web::portal::{self, door::Portal};
use counterfoil_web::shell::csrf::CsrfKey;
use counterfoil_web::shell::{PublicUrl, Shell, TrustedProxies};
use mail_doors::MailDoors;
use std::io::{self, Write};
use std::net::SocketAddr;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;
use stop::{Signals, Stopped, wait};
use supervisor::Supervisor;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinSet;

/// Serve the portal and send its notices
///
/// Listens where `listen` says, in plain HTTP: a reverse proxy in front speaks TLS. An
/// embedded database is brought up to date first; PostgreSQL is not, see
/// `counterfoil migrate`. The first start makes the keys.
///
/// While there is no operator, prints a set-up link on standard output. It works for
/// thirty minutes; start again for a new one. SIGTERM and Ctrl-C finish what is under way;
/// a second one ends at once.
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

/// How long requests that are under way may take once the server is told to stop.
const GRACE: Duration = Duration::from_secs(20);

pub(crate) fn run(file: Option<&Path>) -> Result<ExitCode, Failure> {
    let config = Config::load(file, environment_of_process())?;
    logging::start(config.log)?;
    logging::say_only_where_it_panicked();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    let served = runtime.block_on(serve(&config));
    // Whoever is still at work now had his time.
    runtime.shutdown_background();
    served.map(|()| ExitCode::SUCCESS)
}

async fn serve(config: &Config) -> Result<(), Failure> {
    let supervisor = Supervisor::of_process();
    let mut signals = Signals::listen()?;
    // Before anything is opened: a second server on the same port must not touch the database.
    let listener = TcpListener::bind(config.listen)
        .await
        .map_err(|error| format!("listen {}: {error}", config.listen))?;
    let mail_doors = MailDoors::bind(config).await?;
    let returns_door = returns::bind(config.bounces.as_ref()).await?;
    let metrics_door = MetricsDoor::bind(config.metrics_listen).await?;
    let metrics = Metrics::new();
    let places = MmdbPlaces::open(&config.geo)?.map(Arc::new);
    let app = assembly::watched_app(config, Arc::clone(&metrics)).await?;
    let app = Arc::new(knowing(app, places.as_ref()));
    let readiness = Arc::new(Readiness::new(Arc::clone(&app), Arc::clone(&metrics)));
    let templates = assembly::templates(config)?;
    let sentences = Arc::clone(&templates.sentences);
    let transport = assembly::transport(config)?;
    let notices_to_folder = !transport.reaches_people();
    let portal = Portal {
        app: Arc::clone(&app),
        shell: Arc::new(shell(config, &app, &sentences)?),
        notices_to_folder,
        help_line: config.help_line.clone().unwrap_or_default().into(),
        letterhead: Arc::clone(&config.letterhead),
        doctor: Arc::new(ConfigDoctor(config.clone())),
        mail_servers: mail_servers(config),
        providers: Arc::clone(&config.notices.providers),
    };
    assembly::hear_as_operator(config, &app).await?;
    let (stop, stopped) = watch::channel(false);
    let mut tasks = JoinSet::new();
    if let Some(places) = places {
        tasks.spawn(jobs::follow_places(places, stopped.clone()));
    }
    tasks.spawn(serve_mail(
        mail_doors,
        config.clone(),
        Arc::clone(&app),
        Arc::clone(&sentences),
        Arc::clone(&metrics),
        stopped.clone(),
    ));
    tasks.spawn(returns::serve(
        returns_door,
        Arc::clone(&app),
        stopped.clone(),
    ));
    tasks.spawn(jobs::send_notices(
        config.clone(),
        Arc::clone(&app),
        templates,
        transport,
        readiness.begin("notices"),
        stopped.clone(),
    ));
    begin_jobs(
        &mut tasks,
        config,
        &app,
        &readiness,
        notices_to_folder,
        &stopped,
    );
    // Whoever watches hears of the end as well: this one is told nothing and ends with the process.
    let watching = tokio::spawn(serve_metrics(metrics_door, Arc::clone(&readiness)));
    greet(config, &app).await?;
    let routes = portal::router(portal).merge(monitor::public_routes(&readiness));
    let service = monitor::counted(routes, "portal", &metrics)
        .into_make_service_with_connect_info::<SocketAddr>();
    let server = axum::serve(listener, service).with_graceful_shutdown(wait(stopped));
    let mut server = tokio::spawn(server.into_future());
    supervisor.ready();
    tokio::select! {
        ended = &mut server => ended??,
        () = signals.next() => {}
        () = supervisor.keep_watchdog(&readiness) => {}
    }
    tracing::info!("stopping; what is under way is finished first");
    readiness.enter(Phase::Stopping);
    supervisor.stopping();
    let _ = stop.send(true);
    let finished = async {
        // A browser may keep its connection open without asking anything.
        if !server.is_finished() && tokio::time::timeout(GRACE, &mut server).await.is_err() {
            tracing::warn!("requests took too long and are given up");
        }
        if tokio::time::timeout(GRACE, tasks.join_all()).await.is_err() {
            tracing::warn!("jobs took too long and are given up");
        }
        app.db().close().await;
    };
    tokio::select! {
        () = finished => tracing::info!("stopped"),
        () = signals.next() => tracing::warn!("told twice to stop; what is under way is given up"),
    }
    watching.abort();
    Ok(())
}

/// With whatever knows where addresses are.
fn knowing(app: App, places: Option<&Arc<MmdbPlaces>>) -> App {
    match places {
        Some(places) => app.knowing_places(Arc::clone(places) as Arc<dyn Places>),
        None => app,
    }
}

/// What is done without anybody asking, beside the notices.
fn begin_jobs(
    tasks: &mut JoinSet<()>,
    config: &Config,
    app: &Arc<App>,
    readiness: &Readiness,
    notices_to_folder: bool,
    stopped: &Stopped,
) {
    tasks.spawn(jobs::look_around(
        Arc::clone(app),
        notices_to_folder,
        readiness.begin("changes"),
        stopped.clone(),
    ));
    tasks.spawn(jobs::mail_advisories(
        Arc::clone(app),
        readiness.begin("advisories"),
        stopped.clone(),
    ));
    tasks.spawn(jobs::do_cut_offs(
        Arc::clone(app),
        readiness.begin("cut-offs"),
        stopped.clone(),
    ));
    tasks.spawn(jobs::invite_guests(
        Arc::clone(app),
        readiness.begin("invitations"),
        stopped.clone(),
    ));
    tasks.spawn(jobs::tell_apps(
        Arc::clone(app),
        config.keys_dir.clone(),
        readiness.begin("sign-outs"),
        stopped.clone(),
    ));
    tasks.spawn(jobs::keep_keys(
        Arc::clone(app),
        config.clone(),
        readiness.begin("keys"),
        stopped.clone(),
    ));
    tasks.spawn(jobs::keep_record(
        Arc::clone(app),
        config.events_kept_for,
        readiness.begin("record"),
        stopped.clone(),
    ));
    tasks.spawn(jobs::tell_webhooks(
        Arc::clone(app),
        readiness.begin("webhooks"),
        stopped.clone(),
    ));
}

async fn serve_metrics(door: Option<MetricsDoor>, readiness: Arc<Readiness>) {
    if let Some(door) = door {
        door.serve(readiness).await;
    }
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
    let (drawing, keys) = (Arc::clone(app), Arc::clone(app));
    Ok(Shell {
        sentences: Arc::clone(sentences),
        language: Language::parse(&config.language).unwrap_or_default(),
        time_zone: config.time_zone.clone(),
        public_url: PublicUrl::parse(config.public_url.as_str())?,
        service_name: config.service_name.clone(),
        trusted_proxies: TrustedProxies(config.trusted_proxies.clone()),
        csrf: CsrfKey::from_source(move || keys.keys().cookie_keys()),
        draw: Arc::new(move || drawing.draw_bytes()),
        assets: Arc::new(Assets::embedded()),
    })
}

/// Says where we are, and how the first operator gets in. On standard output: it is what somebody at the terminal came for.
async fn greet(config: &Config, app: &App) -> Result<(), Failure> {
    let url = config.public_url.as_str().trim_end_matches('/');
    let mut said = format!("Counterfoil serves {url}\n");
    if !config.allows_passkeys() {
        said += "Passkeys don't work at this address: browsers want a name and https, or http://localhost.\n";
    }
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

async fn serve_mail(
    doors: Option<MailDoors>,
    config: Config,
    app: Arc<App>,
    sentences: Arc<Sentences>,
    metrics: Arc<Metrics>,
    stopped: Stopped,
) {
    let Some(doors) = doors else { return };
    let served = doors.serve(&config, app, sentences, &metrics, stopped);
    if let Err(error) = served.await {
        tracing::error!(%error, "the mail software is not served any more");
    }
}
