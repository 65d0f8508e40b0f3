//! `counterfoil client …`

mod add;
mod list;
mod remove;
mod rotate_secret;
mod show;

use super::Failure;
use crate::assembly;
use crate::config::{Config, environment_of_process};
use clap::Subcommand;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

/// Register apps that sign people in here, such as a webmail
#[derive(Debug, Subcommand)]
pub(crate) enum Client {
    Add(add::Add),
    List(list::List),
    Show(show::Show),
    Remove(remove::Remove),
    RotateSecret(rotate_secret::RotateSecret),
}

pub(crate) fn run(command: &Client, file: Option<&Path>) -> Result<ExitCode, Failure> {
    let config = Config::load(file, environment_of_process())?;
    tokio::runtime::Runtime::new()?.block_on(async {
        let app = assembly::app(&config).await?;
        match command {
            Client::Add(add) => add::run(add, &app).await,
            Client::List(_) => list::run(&app).await,
            Client::Show(show) => show::run(show, &app).await,
            Client::Remove(remove) => remove::run(remove, &app).await,
            Client::RotateSecret(rotate) => rotate_secret::run(rotate, &app).await,
        }
    })
}

/// The answer is no, for this reason.
fn refused(reason: &str) -> Result<ExitCode, Failure> {
    writeln!(io::stderr(), "counterfoil: {reason}")?;
    Ok(ExitCode::FAILURE)
}
