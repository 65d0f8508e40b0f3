//! `counterfoil app …`

mod add;
mod key;
mod list;
mod remove;
mod show;
pub(super) mod webhook;

use super::Failure;
use crate::assembly;
use crate::config::{Config, environment_of_process};
use clap::Subcommand;
use counterfoil_model::Timestamp;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

/// Let programs of other services keep codes here, through the API
#[derive(Debug, Subcommand)]
pub(crate) enum App {
    Add(add::Add),
    List(list::List),
    Show(show::Show),
    Remove(remove::Remove),
    #[command(subcommand)]
    Key(key::Key),
    #[command(subcommand)]
    Webhook(webhook::Webhook),
}

pub(crate) fn run(command: &App, file: Option<&Path>) -> Result<ExitCode, Failure> {
    let config = Config::load(file, environment_of_process())?;
    tokio::runtime::Runtime::new()?.block_on(async {
        let app = assembly::app(&config).await?;
        match command {
            App::Add(add) => add::run(add, &app).await,
            App::List(_) => list::run(&app).await,
            App::Show(show) => show::run(show, &app).await,
            App::Remove(remove) => remove::run(remove, &app).await,
            App::Key(key) => key::run(key, &app).await,
            App::Webhook(webhook) => webhook::run(webhook, &app).await,
        }
    })
}

/// The answer is no, for this reason.
fn refused(reason: &str) -> Result<ExitCode, Failure> {
    writeln!(io::stderr(), "counterfoil: {reason}")?;
    Ok(ExitCode::FAILURE)
}

/// A moment as RFC 3339 has it, or a hyphen where there is none.
fn moment(at: Option<Timestamp>) -> String {
    at.and_then(|at| jiff::Timestamp::from_microsecond(at.as_micros()).ok())
        .map_or_else(|| "-".to_owned(), |at| format!("{at:.0}"))
}
