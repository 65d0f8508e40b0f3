//! `counterfoil migrate`

use crate::assembly;
use crate::backup::before_migration;
use crate::command::Failure;
use crate::config::{Config, environment_of_process};
use clap::Args;
use counterfoil_service::{Clock, SystemClock};
use secrecy::ExposeSecret;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

/// Bring the database up to date
///
/// Applies what this version needs and the database hasn't got, in one go. Safe to run
/// again, and from several machines at once. There is no way back, so an embedded
/// database is copied first, beside its file; the last five copies are kept. Back
/// PostgreSQL up yourself, see `counterfoil backup`. `counterfoil serve` does the same by
/// itself for SQLite.
///
/// Prints one line for each migration that was applied; none when it was up to date.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Migrate {}

pub(crate) fn run(file: Option<&Path>) -> Result<ExitCode, Failure> {
    let config = Config::load(file, environment_of_process())?;
    let applied = tokio::runtime::Runtime::new()?.block_on(async {
        assembly::make_data_dir(&config)?;
        let db = counterfoil_store::open(config.database.url().expose_secret()).await?;
        if let Some(copy) = before_migration::copy(&config, &db).await? {
            writeln!(
                io::stderr(),
                "The database was copied to {}.",
                copy.display()
            )?;
        }
        let applied = counterfoil_store::migrate(&db, SystemClock.now()).await?;
        Ok::<_, Failure>(applied)
    })?;
    let mut out = io::stdout().lock();
    for migration in applied {
        writeln!(out, "{}\t{}", migration.version, migration.name)?;
    }
    Ok(ExitCode::SUCCESS)
}
