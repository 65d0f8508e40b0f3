//! `counterfoil keys rotate`

use super::Kind;
use super::standing::{Standing, Standings};
use crate::assembly;
use crate::command::Failure;
use crate::config::Config;
use crate::keys::{KeyFiles, KeyKind, retire, signing};
use clap::Args;
use counterfoil_model::{Span, Timestamp};
use counterfoil_service::keys::Theft;
use counterfoil_service::{App, Chance, SystemEntropy};
use counterfoil_store::{Error, repo};
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

/// Make a new key of a kind, which is used from now on
///
/// Older ones stay for what was made with them, until nothing rests on them any more:
/// `counterfoil keys status` counts, `counterfoil keys retire` takes them away. A running
/// server takes the new one up within a minute. With several nodes, copy the new file to
/// each: it is used once every node has it.
///
/// With --compromised the older ones may have been stolen, and what rests on them must be
/// renewed. Running servers tell every owner concerned, and each owner's first page says
/// what to do: choose another password (pepper-password), get a new sheet (pepper-code,
/// tag), set the phone up anew (sealing). App passwords and API keys on a pepper-password end
/// within thirty days. Nobody is shut out meanwhile; docs/stolen-keys.md says why, and what
/// else to do. Said twice within an hour, the second time does nothing.
///
/// Prints KIND and ID of each key that was made.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Examples:
  counterfoil keys rotate sealing
  counterfoil keys rotate --all
  counterfoil keys rotate --compromised pepper-password"
)]
pub(crate) struct Rotate {
    /// The kind
    #[arg(value_enum, required_unless_present = "all")]
    kind: Option<Kind>,

    /// A key of every kind
    #[arg(long, conflicts_with = "kind")]
    all: bool,

    /// The older ones may have been stolen
    #[arg(long)]
    compromised: bool,
}

/// Whoever says so twice within this time means the same theft.
const SAME_THEFT: Span = Span::hours(1);

pub(super) async fn run(rotate: &Rotate, config: &Config) -> Result<ExitCode, Failure> {
    let kinds: Vec<Kind> = rotate
        .kind
        .map_or_else(|| Kind::ALL.to_vec(), |kind| vec![kind]);
    // Opened first: without a database that knows of thefts nothing is begun.
    let app = assembly::app(config).await?;
    let (dir, now) = (config.keys_dir.as_path(), app.now());
    let mut stolen = Vec::new();
    for kind in kinds {
        let Some(kind) = kind.of_files() else {
            rotate_signing(dir, rotate.compromised)?;
            continue;
        };
        let older = KeyFiles::load(dir)?;
        let older: Vec<String> = older.of(kind).map(|key| key.id.clone()).collect();
        if rotate.compromised && is_said(&app, kind, &older, now).await? {
            writeln!(
                io::stderr(),
                "{kind}: that was said within the last hour already, and is being done."
            )?;
            continue;
        }
        let made = KeyFiles::rotate(dir, kind, &mut Chance(&SystemEntropy))?;
        writeln!(io::stdout(), "{}\t{}", made.kind, made.id)?;
        if rotate.compromised {
            stolen.extend(older.into_iter().map(|id| (kind, id)));
        }
    }
    if !stolen.is_empty() {
        let theft = app.say_stolen(&stolen).await?;
        let standings = Standings::look(dir, app.db(), now).await?;
        say_what_follows(&standings, &stolen, &theft)?;
    }
    say_what_to_do(&Standings::look(dir, app.db(), now).await?, dir)?;
    app.db().close().await;
    Ok(ExitCode::SUCCESS)
}

/// Keys that sign: nothing rests on them. Stolen ones go at once, so that what a thief signs is believed by nobody who asks.
fn rotate_signing(dir: &Path, compromised: bool) -> Result<(), Failure> {
    let older = signing::list(dir)?;
    let mut out = io::stdout().lock();
    for made in signing::rotate(dir)? {
        writeln!(out, "{}\t{}", made.kind(), made.id)?;
    }
    if compromised {
        let mut err = io::stderr().lock();
        for key in older {
            let aside = retire(dir, &key.file_name())?;
            writeln!(
                err,
                "{} is not published any more; it is {} now. With several nodes, take the file away on each.",
                key.key_id(),
                aside.display()
            )?;
        }
    }
    Ok(())
}

/// Whether all but the newest were said to be stolen a moment ago.
async fn is_said(
    app: &App,
    kind: KeyKind,
    held: &[String],
    now: Timestamp,
) -> Result<bool, Failure> {
    let said: Result<Vec<_>, Error> = app
        .db()
        .read("stolen_keys", |tx| async move {
            repo::stolen_key::list(&tx).await
        })
        .await;
    let said: Vec<_> = (said?.into_iter())
        .filter(|key| key.kind == kind.name() && now < key.said_at + SAME_THEFT)
        .collect();
    let mut older = held.iter().rev().skip(1).peekable();
    let newest_is_safe = |newest: &String| said.iter().all(|key| key.id != *newest);
    Ok(!said.is_empty()
        && older.peek().is_some()
        && held.last().is_some_and(newest_is_safe)
        && older.take(1).all(|id| said.iter().any(|key| key.id == *id)))
}

fn say_what_follows(
    standings: &Standings,
    stolen: &[(KeyKind, String)],
    theft: &Theft,
) -> io::Result<()> {
    let mut err = io::stderr().lock();
    for (kind, id) in stolen {
        let Some((standing, _)) = standings.find(*kind, id) else {
            continue;
        };
        let rows = standing.resting.unwrap_or_default();
        let follows = match kind {
            KeyKind::CodePepper | KeyKind::Tag => {
                "codes rest on it. Their owners are asked for a new sheet; the old one opens the door until then"
            }
            KeyKind::PasswordPepper => {
                "passwords, app passwords and API keys rest on it. Owners are asked for another password"
            }
            KeyKind::Sealing => {
                "sealed values rest on it. They are sealed anew, and owners are asked to set their phones up anew"
            }
            KeyKind::Cookie => "sessions end by it; forms that are open are refused once",
            KeyKind::Audit => {
                "rows rest on it. From now on `counterfoil audit verify` names heads that it signs"
            }
        };
        writeln!(err, "{kind} {id}: {rows} {follows}.")?;
    }
    let until = jiff::Timestamp::from_microsecond(theft.renew_by.as_micros()).unwrap_or_default();
    if stolen
        .iter()
        .any(|(kind, _)| *kind == KeyKind::PasswordPepper)
    {
        writeln!(
            err,
            "App passwords and {} API keys on it end on {} at the latest.",
            theft.api_keys,
            until.strftime("%Y-%m-%d")
        )?;
    }
    writeln!(
        err,
        "Running servers tell the owners now. docs/stolen-keys.md says what else to do."
    )
}

fn say_what_to_do(standings: &Standings, dir: &Path) -> io::Result<()> {
    let mut err = io::stderr().lock();
    let waits = |key: &&Standing| !key.in_use && !key.replaced && !key.not_on.is_empty();
    for key in standings.keys.iter().filter(waits) {
        writeln!(
            err,
            "{} {} is used once these nodes have {}/{}.{}.key too: {}",
            key.kind,
            key.id,
            dir.display(),
            key.kind,
            key.id,
            key.not_on.join(", ")
        )?;
    }
    writeln!(
        err,
        "Running servers take new keys up within a minute. Back the keys up now: counterfoil backup --keys-only"
    )
}
