//! `counterfoil keys retire`

use super::Kind;
use super::standing::Standings;
use crate::assembly;
use crate::command::Failure;
use crate::config::Config;
use crate::keys::{came, retire, signing};
use clap::Args;
use counterfoil_model::key_rotation::{Leaving, Stays, may_retire};
use counterfoil_service::{Clock, KeyKind, SystemClock};
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

/// Take an old key away, once nothing rests on it
///
/// Refuses as long as new things are made with the key, something rests on it, or another
/// took its place less than a day ago: forms that are open and requests that may be sent
/// again need it till then. Nothing is destroyed: the file is moved into a directory beside
/// the key directory, because backups of the time rest on it. A running server forgets the
/// key within a minute. With several nodes, move the file away on each.
///
/// Prints where the file is now.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Examples:
  counterfoil keys status
  counterfoil keys retire sealing 0001-5cf35c

Status: 0 it is gone, 1 it stays, and standard error says why."
)]
pub(crate) struct Retire {
    /// Its kind; for keys that sign, with the id of one of either algorithm
    #[arg(value_enum)]
    kind: Kind,

    /// Its id, as `counterfoil keys status` prints it
    id: String,
}

pub(super) async fn run(retire_it: &Retire, config: &Config) -> Result<ExitCode, Failure> {
    let (dir, id) = (config.keys_dir.as_path(), retire_it.id.as_str());
    let now = SystemClock.now();
    let found = match retire_it.kind.of_files() {
        Some(kind) => {
            let db = assembly::open_database(config).await?;
            let standings = Standings::look(dir, &db, now).await?;
            let found = standings.find(kind, id);
            let leaving = found.map(|(standing, file)| {
                let leaving = standings.leaving(standing, dir)?;
                Ok::<_, Failure>((file.file_name(), leaving))
            });
            leaving.transpose()?
        }
        None => signing_key(dir, id)?,
    };
    let mut err = io::stderr().lock();
    let Some((file_name, leaving)) = found else {
        writeln!(err, "There is no such key in {}.", dir.display())?;
        return Ok(ExitCode::FAILURE);
    };
    if let Err(stays) = may_retire(&leaving, now) {
        writeln!(err, "{file_name} stays: {}", because(stays, retire_it.kind))?;
        return Ok(ExitCode::FAILURE);
    }
    let aside = retire(dir, &file_name)?;
    writeln!(
        err,
        "It is set aside, since backups of its time rest on it. With several nodes, move the file away on each."
    )?;
    writeln!(io::stdout(), "{}", aside.display())?;
    Ok(ExitCode::SUCCESS)
}

fn signing_key(dir: &Path, id: &str) -> Result<Option<(String, Leaving)>, Failure> {
    let keys = signing::list(dir)?;
    let Some(key) = keys.iter().find(|key| key.id == id) else {
        return Ok(None);
    };
    let mut newer = keys
        .iter()
        .filter(|other| other.algorithm == key.algorithm && other.id > key.id);
    let replaced_at = newer.next().map(|key| came(dir, &key.file_name()));
    let leaving = Leaving {
        in_use: replaced_at.is_none(),
        resting: 0,
        replaced_at: replaced_at.transpose()?,
    };
    Ok(Some((key.file_name(), leaving)))
}

fn because(stays: Stays, kind: Kind) -> String {
    match stays {
        Stays::InUse => format!(
            "new things are made with it. Make another one first, and see to it that every node has that: counterfoil keys rotate {}",
            name(kind)
        ),
        Stays::Resting(rows) => format!("{rows} {} on it. {}", resting(kind), then(kind)),
        Stays::Until(until) => {
            let until = jiff::Timestamp::from_microsecond(until.as_micros()).unwrap_or_default();
            format!(
                "another took its place less than a day ago, and what was begun before may still need it. It can go at {}.",
                until.strftime("%Y-%m-%d %H:%M UTC")
            )
        }
    }
}

fn name(kind: Kind) -> &'static str {
    kind.of_files().map_or("signing", KeyKind::name)
}

const fn resting(kind: Kind) -> &'static str {
    match kind {
        Kind::PepperCode | Kind::Tag => "codes of sheets that open the door, or may later, rest",
        Kind::PepperPassword => "passwords, app passwords and API keys rest",
        Kind::Sealing => "sealed values rest",
        Kind::Cookie | Kind::Audit | Kind::Signing => "things rest",
    }
}

/// What makes it fewer.
const fn then(kind: Kind) -> &'static str {
    match kind {
        Kind::PepperCode | Kind::Tag => {
            "Each new sheet makes it fewer; owners are asked for one after a year."
        }
        Kind::PepperPassword => {
            "Each sign-in moves a password to the key in use; app passwords and API keys move when they are made anew."
        }
        Kind::Sealing => "A running server seals them anew, five minutes after the new key came.",
        Kind::Cookie | Kind::Audit | Kind::Signing => "",
    }
}
