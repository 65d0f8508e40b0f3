//! `counterfoil migrate`

use crate::assembly;
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
/// again, and from several machines at once. There is no way back: back the database up
/// first. `counterfoil serve` does this by itself for SQLite.
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
        let applied = counterfoil_store::migrate(&db, SystemClock.now()).await?;
        Ok::<_, Failure>(applied)
    })?;
    let mut out = io::stdout().lock();
    for migration in applied {
        writeln!(out, "{}\t{}", migration.version, migration.name)?;
    }
    Ok(ExitCode::SUCCESS)
}
