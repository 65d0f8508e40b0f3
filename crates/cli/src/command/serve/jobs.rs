//! What is done without anybody asking, each in a loop of its own with a pulse.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use counterfoil_model::Span;
use counterfoil_notices::{Beat, Parts, Templates, Transport};
use counterfoil_service::{App, KeyKind};

use super::stop::{Stopped, wait};
use crate::assembly::{self, Links};
use crate::command::Failure;
use crate::config::Config;
use crate::keys::signing::{self, SigningKeyFile};
use crate::monitor::Pulse;
use crate::places::MmdbPlaces;
use crate::returning::Returning;

/// How often the jobs look around.
const TICK: Duration = Duration::from_secs(15);
/// How often connections that must end are looked for. What an owner takes away is to be gone within two seconds.
const CUT_OFF_TICK: Duration = Duration::from_millis(500);
/// How soon the people on a list are invited.
const GUESTS_TICK: Duration = Duration::from_secs(2);
/// How soon an app hears of a sign-out.
const APPS_TICK: Duration = Duration::from_secs(2);
/// How soon an event of an app's account is in the app's feed.
const FEED_TICK: Duration = Duration::from_millis(500);

/// Hands notices over.
pub(super) async fn send_notices(
    config: Config,
    app: Arc<App>,
    templates: Templates,
    transport: Arc<dyn Transport>,
    pulse: Arc<Pulse>,
    stopped: Stopped,
) {
    let returns_to = config
        .bounces
        .as_ref()
        .map(|bounces| bounces.return_path.clone());
    let frame = assembly::frame(&config, &templates);
    let links = Links {
        app: Arc::clone(&app),
        public_url: config.public_url,
    };
    let returning = Returning::new(Arc::clone(&app), returns_to);
    let parts = Parts {
        db: app.db(),
        transport: &*transport,
        sentences: &templates.sentences,
        frame: &frame,
        links: &links,
        returns: &returning,
    };
    let beat = |beat| pulse.beat(beat == Beat::Well, app.now());
    counterfoil_notices::run(parts, || app.now(), beat, wait(stopped)).await;
}

/// Announces what took effect, reminds of what is due, and cleans up.
pub(super) async fn look_around(
    app: Arc<App>,
    notices_to_folder: bool,
    pulse: Arc<Pulse>,
    stopped: Stopped,
) {
    loop {
        let announced = app.announce_applied_changes().await;
        if let Err(error) = &announced {
            tracing::error!(%error, "changes that took effect could not be announced");
        }
        let told = app.tell_of_refused_sign_ins().await;
        if let Err(error) = &told {
            tracing::error!(%error, "wrong passwords could not be told");
        }
        let reminded = app.remind(notices_to_folder).await;
        if let Err(error) = &reminded {
            tracing::error!(%error, "owners could not be reminded of what is due");
        }
        let changed = app.announce_policy_changes().await;
        if let Err(error) = &changed {
            tracing::error!(%error, "changes of the policy that took effect could not be announced");
        }
        let required = app.remind_of_codes().await;
        if let Err(error) = &required {
            tracing::error!(%error, "owners could not be told that codes are required");
        }
        let swept = app.sweep().await;
        if let Err(error) = &swept {
            tracing::error!(%error, "what ended long ago could not be cleaned up");
        }
        let well = announced.is_ok()
            && told.is_ok()
            && reminded.is_ok()
            && changed.is_ok()
            && required.is_ok()
            && swept.is_ok();
        pulse.beat(well, app.now());
        tokio::select! {
            () = wait(stopped.clone()) => return,
            () = tokio::time::sleep(TICK) => {}
        }
    }
}

/// Invites whoever stands on a list that an operator gave us; at once again while there is somebody.
pub(super) async fn invite_guests(app: Arc<App>, pulse: Arc<Pulse>, stopped: Stopped) {
    loop {
        let invited = app.invite_waiting_guests().await;
        if let Err(error) = &invited {
            tracing::error!(%error, "people on a list could not be invited");
        }
        pulse.beat(invited.is_ok(), app.now());
        let rest = match invited {
            Ok(1..) => Duration::ZERO,
            Ok(0) | Err(_) => GUESTS_TICK,
        };
        tokio::select! {
            biased;
            () = wait(stopped.clone()) => return,
            () = tokio::time::sleep(rest) => {}
        }
    }
}

/// Mails what the operator has to say at once; the next batch right away while there is one.
pub(super) async fn mail_advisories(app: Arc<App>, pulse: Arc<Pulse>, stopped: Stopped) {
    loop {
        let mailed = app.mail_advisories().await;
        if let Err(error) = &mailed {
            tracing::error!(%error, "an advisory could not be mailed");
        }
        pulse.beat(mailed.is_ok(), app.now());
        let rest = match mailed {
            Ok(Some(_)) => Duration::ZERO,
            Ok(None) | Err(_) => TICK,
        };
        tokio::select! {
            biased;
            () = wait(stopped.clone()) => return,
            () = tokio::time::sleep(rest) => {}
        }
    }
}

/// Ends mail connections that must end.
pub(super) async fn do_cut_offs(app: Arc<App>, pulse: Arc<Pulse>, stopped: Stopped) {
    loop {
        let done = app.do_cut_offs().await;
        if let Err(error) = &done {
            tracing::error!(%error, "mail connections that must end could not be looked for");
        }
        pulse.beat(done.is_ok(), app.now());
        tokio::select! {
            () = wait(stopped.clone()) => return,
            () = tokio::time::sleep(CUT_OFF_TICK) => {}
        }
    }
}

/// Tells apps of sign-outs, and takes up signing keys that were rotated meanwhile.
pub(super) async fn tell_apps(
    app: Arc<App>,
    keys_dir: PathBuf,
    pulse: Arc<Pulse>,
    stopped: Stopped,
) {
    loop {
        let told = app.do_logout_calls().await;
        if let Err(error) = &told {
            tracing::error!(%error, "apps that must hear of a sign-out could not be looked for");
        }
        pulse.beat(told.is_ok(), app.now());
        take_up_signing_keys(&app, &keys_dir);
        tokio::select! {
            () = wait(stopped.clone()) => return,
            () = tokio::time::sleep(APPS_TICK) => {}
        }
    }
}

/// Gives the events of apps' accounts their places and tells webhooks of them.
pub(super) async fn tell_webhooks(app: Arc<App>, pulse: Arc<Pulse>, stopped: Stopped) {
    loop {
        let fed = app.feed_events().await;
        if let Err(error) = &fed {
            tracing::error!(%error, "events of apps could not be entered in their feeds");
        }
        let told = app.do_webhooks().await;
        if let Err(error) = &told {
            tracing::error!(%error, "webhooks that must be called could not be looked for");
        }
        pulse.beat(fed.is_ok() && told.is_ok(), app.now());
        tokio::select! {
            () = wait(stopped.clone()) => return,
            () = tokio::time::sleep(FEED_TICK) => {}
        }
    }
}

/// Puts events into the tree, and erases what is to be erased of them.
pub(super) async fn keep_record(
    app: Arc<App>,
    kept_for: Option<Span>,
    pulse: Arc<Pulse>,
    stopped: Stopped,
) {
    loop {
        let appended = app.append_events().await;
        if let Err(error) = &appended {
            tracing::error!(%error, "events could not be put on record");
        }
        let erased = app.erase_events(kept_for).await;
        if let Err(error) = &erased {
            tracing::error!(%error, "events that are to be erased are still there");
        }
        pulse.beat(appended.is_ok() && erased.is_ok(), app.now());
        tokio::select! {
            () = wait(stopped.clone()) => return,
            () = tokio::time::sleep(TICK) => {}
        }
    }
}

/// Reads the databases of places anew when they change.
pub(super) async fn follow_places(places: Arc<MmdbPlaces>, stopped: Stopped) {
    loop {
        match places.follow() {
            Ok(true) => tracing::info!("the databases of places were exchanged"),
            Ok(false) => {}
            Err(error) => tracing::warn!(%error, "a database of places can't be read anew"),
        }
        tokio::select! {
            () = wait(stopped.clone()) => return,
            () = tokio::time::sleep(TICK) => {}
        }
    }
}

/// Takes up keys that were made or stolen meanwhile, and does what follows: owners are told, what is sealed is sealed anew.
pub(super) async fn keep_keys(app: Arc<App>, config: Config, pulse: Arc<Pulse>, stopped: Stopped) {
    let name = node_name(&config);
    let mut waiting = Vec::new();
    loop {
        let kept = take_up_keys(&app, &config, &name, &mut waiting).await;
        if let Err(error) = &kept {
            tracing::error!(%error, "the keys can't be read anew");
        }
        let walked = walk_for_keys(&app, &pulse, &stopped).await;
        if let Err(error) = &walked {
            tracing::error!(%error, "what follows from a change of keys could not be done");
        }
        pulse.beat(kept.is_ok() && walked.is_ok(), app.now());
        tokio::select! {
            () = wait(stopped.clone()) => break,
            () = tokio::time::sleep(TICK) => {}
        }
    }
    if let Err(error) = app.leave_nodes().await {
        tracing::warn!(%error, "the other nodes hear only in two minutes that this one is gone");
    }
}

async fn take_up_keys(
    app: &App,
    config: &Config,
    name: &str,
    waiting: &mut Vec<(KeyKind, String, Vec<String>)>,
) -> Result<(), Failure> {
    let material = assembly::key_material(config)?;
    let taken_up = app.take_up_keys(material, Some(name)).await?;
    if taken_up.changed {
        tracing::info!("the keys were changed");
    }
    if taken_up.waiting != *waiting {
        for (kind, id, nodes) in &taken_up.waiting {
            let nodes = nodes.join(", ");
            tracing::warn!(%kind, id, nodes, "a new key waits until every node has it");
        }
        *waiting = taken_up.waiting;
    }
    Ok(())
}

/// One page of accounts after the other. Whoever is stopped in between leaves the rest to others or to later.
async fn walk_for_keys(
    app: &App,
    pulse: &Pulse,
    stopped: &Stopped,
) -> Result<(), counterfoil_store::Error> {
    loop {
        let is_over = *stopped.borrow();
        if is_over || app.tell_of_stolen_keys().await? + app.seal_anew().await? == 0 {
            return Ok(());
        }
        pulse.beat(true, app.now());
    }
}

/// What operators know this node by: its machine, and where it listens.
fn node_name(config: &Config) -> String {
    let machine = std::fs::read_to_string("/proc/sys/kernel/hostname").unwrap_or_default();
    format!("{} port {}", machine.trim(), config.listen.port())
}

fn take_up_signing_keys(app: &App, keys_dir: &std::path::Path) {
    match signing::list(keys_dir) {
        Ok(files)
            if files
                .iter()
                .map(SigningKeyFile::key_id)
                .eq(app.signing_keys().ids()) => {}
        Ok(_) => match signing::load(keys_dir) {
            Ok(keys) => {
                tracing::info!("the signing keys were changed; the newest signs from now on");
                app.set_signing_keys(keys);
            }
            Err(error) => tracing::error!(%error, "the signing keys can't be read anew"),
        },
        Err(error) => tracing::error!(%error, "the signing keys can't be looked for"),
    }
}
