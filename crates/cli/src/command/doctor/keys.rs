//! The keys: whether they are all there, and what is to be done about old and stolen ones.

use crate::command::keys::standing::{Standing, Standings};
use crate::config::Config;
use crate::keys::{KeyFiles, KeyKind};
use counterfoil_service::{Clock, Finding, SystemClock};
use counterfoil_store::Db;

/// What can be said without the database.
pub(super) fn files(config: &Config) -> Finding {
    let inside = config.keys_dir.starts_with(&config.data_dir);
    match KeyFiles::load(&config.keys_dir) {
        Err(error) => Finding::Fail(format!("keys: {error}")),
        Ok(files) if files.missing().is_empty() && inside => Finding::Warn(format!(
            "keys: all there, in {}, beside the database; keep them elsewhere, so that no backup holds both",
            config.keys_dir.display()
        )),
        Ok(files) if files.missing().is_empty() => {
            Finding::Ok(format!("keys: all there, in {}", config.keys_dir.display()))
        }
        Ok(files) => {
            let missing: Vec<&str> = files.missing().into_iter().map(KeyKind::name).collect();
            Finding::Fail(format!("keys: none for {}", missing.join(", ")))
        }
    }
}

/// What rests on old and stolen keys, and what to do next.
pub(super) async fn what_rests(config: &Config, db: &Db) -> Vec<Finding> {
    // That files can't be read is said already.
    if KeyFiles::load(&config.keys_dir).is_err() {
        return Vec::new();
    }
    match Standings::look(&config.keys_dir, db, SystemClock.now()).await {
        Ok(standings) => standings.keys.iter().filter_map(judge).collect(),
        Err(error) => vec![Finding::Fail(format!("keys: {error}"))],
    }
}

fn judge(key: &Standing) -> Option<Finding> {
    let (kind, id) = (key.kind, key.id.as_str());
    let resting = key.resting.unwrap_or_default();
    if key.missing {
        return Some(Finding::Fail(format!(
            "keys: {resting} rows rest on {kind} {id}, which is not here; bring its file back from a backup of the keys"
        )));
    }
    if key.stolen && key.in_use {
        return Some(Finding::Fail(format!(
            "keys: {kind} {id} may have been stolen and is still in use, because a node has no newer one; copy the newest file to every node"
        )));
    }
    if key.stolen && resting > 0 {
        return Some(Finding::Warn(format!(
            "keys: {resting} {} on {kind} {id}, which may have been stolen; their owners were told, docs/stolen-keys.md says what you can do",
            still(kind)
        )));
    }
    if !key.in_use && !key.replaced && !key.not_on.is_empty() {
        return Some(Finding::Warn(format!(
            "keys: {kind} {id} is new and waits until these nodes have its file: {}",
            key.not_on.join(", ")
        )));
    }
    (key.replaced && resting == 0).then(|| {
        Finding::Ok(format!(
            "keys: nothing rests on {kind} {id} any more; `counterfoil keys retire {kind} {id}` takes it away"
        ))
    })
}

const fn still(kind: KeyKind) -> &'static str {
    match kind {
        KeyKind::CodePepper | KeyKind::Tag => "codes still rest",
        KeyKind::PasswordPepper => "passwords, app passwords and API keys still rest",
        KeyKind::Sealing => "sealed values still rest",
        KeyKind::Cookie | KeyKind::Audit => "things still rest",
    }
}
