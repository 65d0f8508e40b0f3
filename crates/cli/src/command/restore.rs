//! `counterfoil restore`

mod database;
mod house_keys;

use super::Failure;
use super::backup::check::{missing, read_through};
use super::backup::{contents, progress};
use crate::assembly;
use crate::backup::cipher;
use crate::config::{Config, environment_of_process};
use clap::Args;
use counterfoil_service::Unmetered;
use counterfoil_service::restore::EndedByRestore;
use database::Target;
use house_keys::HouseKeys;
use std::io::{self, ErrorKind, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

/// Bring database and keys back from a backup
///
/// Reads the whole backup first and writes nothing unless it is sound, its keys are there
/// and there is nothing here that would be lost. The database is restored in one
/// transaction: it is as it was, or as it is in the backup. A backup of SQLite restores
/// into PostgreSQL and the other way round; an older one is brought up to date.
///
/// A backup doesn't know what happened later. A code that was spent since would work
/// again, so all sheets are retired, and everybody is signed out; links, invitations and
/// changes that wait end. Everybody is told. Whoever has no other second step than a sheet
/// is printed, one address a line: they need `counterfoil account re-enrol`.
///
/// Stop the server first.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Examples:
  counterfoil restore counterfoil.age --identity identity.txt
  counterfoil restore counterfoil.age --identity identity.txt --replace

Status: 0 it is restored, 1 nothing was written because something speaks against it, 2 nothing was written because it failed."
)]
pub(crate) struct Restore {
    /// The backup
    file: PathBuf,

    /// The file that `age-keygen` wrote; may be given several times
    #[arg(long = "identity", value_name = "FILE", required = true)]
    identities: Vec<PathBuf>,

    /// Replace what is here: the accounts of this database, and other keys than the backup's
    #[arg(long)]
    replace: bool,

    /// Let sheets go on working. Only if nobody can have used a code since the backup was made
    #[arg(long)]
    keep_sets: bool,
}

pub(crate) fn run(restore: &Restore, file: Option<&Path>) -> Result<ExitCode, Failure> {
    let config = Config::load(file, environment_of_process())?;
    let identities = cipher::identities(&restore.identities)?;
    // Held to the end, so that no server starts on half a house.
    let _door = stopped(&config)?;
    let bar = progress()?;
    let (manifest, key_files) = read_through(&restore.file, &identities, &bar)?;
    let mut err = io::stderr().lock();
    writeln!(err, "{}: {}", restore.file.display(), contents(&manifest))?;

    let missing = missing(&manifest, &key_files, &config);
    if !missing.is_empty() {
        writeln!(err, "{}", keys_are_missing(&missing, &config))?;
        return Ok(ExitCode::FAILURE);
    }
    let keys = match HouseKeys::plan(&config.keys_dir, key_files, restore.replace)? {
        Ok(keys) => keys,
        Err(refusal) => {
            writeln!(err, "{refusal}")?;
            return Ok(ExitCode::FAILURE);
        }
    };
    let runtime = tokio::runtime::Runtime::new()?;
    if manifest.database.is_none() {
        keys.write()?;
        keys.set_others_aside()?;
        writeln!(err, "The keys are in {}.", config.keys_dir.display())?;
        return Ok(ExitCode::SUCCESS);
    }
    let target = match runtime.block_on(Target::look(&config, restore.replace))? {
        Ok(target) => target,
        Err(refusal) => {
            writeln!(err, "{refusal}")?;
            return Ok(ExitCode::FAILURE);
        }
    };
    // Keys first: one more does no harm to what is here, and a database without its keys would.
    keys.write()?;
    bar.reset();
    let open = || crate::backup::read::Backup::open(&restore.file, &identities);
    let restored = runtime.block_on(async {
        let app = assembly::app_on(&config, target.db.clone(), Arc::new(Unmetered)).await?;
        target.restore(&app, open, restore.keep_sets, &bar).await
    });
    let ended = match restored {
        Ok(ended) => ended,
        Err(error) => {
            keys.take_back()?;
            return Err(error);
        }
    };
    keys.set_others_aside()?;
    bar.finish_and_clear();
    report(&ended, restore.keep_sets, &mut err)?;
    let mut out = io::stdout().lock();
    for address in &ended.shut_out {
        writeln!(out, "{address}")?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Makes sure that no server of this house runs on this machine, by taking its place.
fn stopped(config: &Config) -> Result<Option<TcpListener>, Failure> {
    match TcpListener::bind(config.listen) {
        Ok(listener) => Ok(Some(listener)),
        Err(error) if error.kind() == ErrorKind::AddrInUse => Err(format!(
            "something listens on {}: stop `counterfoil serve` on every machine first",
            config.listen
        )
        .into()),
        // An address of another machine says nothing about this one.
        Err(_) => Ok(None),
    }
}

fn keys_are_missing(missing: &[String], config: &Config) -> String {
    format!(
        "Nothing was written. Keys are missing that this backup rests on (kind, id, how many rows):\n\n  {}\n\n\
         They are neither in the backup nor in {}. Other keys don't help: ids differ when keys do.\n\
         Restore the backup of the keys first (made with `counterfoil backup --keys-only`), or copy the key files there from the old \
         machine, and run this again.\n\
         If they are gone for good, so are all codes, passwords, app passwords and authenticator apps that rest on them: nobody can \
         verify one any more, and every owner has to be invited anew.",
        missing.join("\n  "),
        config.keys_dir.display()
    )
}

fn report(ended: &EndedByRestore, kept: bool, err: &mut impl Write) -> io::Result<()> {
    writeln!(
        err,
        "Restored {} accounts. Everybody is signed out and will be told.",
        ended.accounts
    )?;
    if ended.app_accounts > 0 {
        writeln!(
            err,
            "Restored {} accounts of apps. What happened to them after the backup was made is in no feed any more; the feeds say so and go on.",
            ended.app_accounts
        )?;
    }
    if kept {
        writeln!(
            err,
            "WARNING: sheets go on working. A code that was spent after the backup was made opens the door once more."
        )?;
    } else {
        writeln!(
            err,
            "{} sheets were retired, because a code that was spent after the backup was made would work again.",
            ended.sheets
        )?;
    }
    if !ended.shut_out.is_empty() {
        writeln!(
            err,
            "{} people had no second step but their sheet. They are listed on standard output; let each of them in again with \
             `counterfoil account re-enrol`.",
            ended.shut_out.len()
        )?;
    }
    if ended.invited > 0 {
        writeln!(
            err,
            "{} invitations ended; `counterfoil account list` shows whom to invite again.",
            ended.invited
        )?;
    }
    writeln!(
        err,
        "What owners took away after the backup was made is back: app passwords, authenticator apps, old passwords, keys of apps. \
         Freezes of that time are gone. See docs/backup.md."
    )
}
