//! `counterfoil account …`

mod freeze;
mod import;
mod invite;
mod list;
mod re_enrol;
mod suspend;

use super::Failure;
use crate::assembly;
use crate::config::{Config, environment_of_process};
use clap::Subcommand;
use indicatif::{ProgressBar, ProgressStyle};
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::process::ExitCode;

/// Import, invite, list, freeze, suspend accounts, or enrol their owners again
#[derive(Debug, Subcommand)]
pub(crate) enum Account {
    Freeze(freeze::Freeze),
    Import(import::Import),
    Invite(invite::Invite),
    List(list::List),
    Suspend(suspend::Suspend),
    ReEnrol(re_enrol::ReEnrol),
}

pub(crate) fn run(command: &Account, file: Option<&Path>) -> Result<ExitCode, Failure> {
    let config = Config::load(file, environment_of_process())?;
    tokio::runtime::Runtime::new()?.block_on(async {
        let app = assembly::app(&config).await?;
        match command {
            Account::Freeze(freeze) => freeze::run(freeze, &app).await,
            Account::Import(import) => import::run(import, app, &config).await,
            Account::Invite(invite) => invite::run(invite, &app, &config).await,
            Account::List(list) => list::run(list, &app).await,
            Account::Suspend(suspend) => suspend::run(suspend, &app).await,
            Account::ReEnrol(re_enrol) => re_enrol::run(re_enrol, &app, &config).await,
        }
    })
}

/// A link as an owner opens it.
fn whole_link(
    config: &Config,
    kind: counterfoil_service::LinkKind,
    token: &counterfoil_service::LinkToken,
) -> String {
    format!(
        "{}{}",
        config.public_url.as_str().trim_end_matches('/'),
        *kind.path(token)
    )
}

/// Draws on standard error, and only if that is a terminal.
fn progress_bar(length: u64) -> Result<ProgressBar, Failure> {
    let bar = ProgressBar::new(length);
    bar.set_style(ProgressStyle::with_template(
        "{wide_bar} {percent} %, {eta} to go",
    )?);
    Ok(bar)
}

/// Where a report goes: to this file, for this user only, or to standard output.
fn open_report(path: Option<&Path>) -> Result<Box<dyn Write>, Failure> {
    let Some(path) = path else {
        return Ok(Box::new(io::stdout()));
    };
    let file = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(path)
        .map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(Box::new(io::BufWriter::new(file)))
}
