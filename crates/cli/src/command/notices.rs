//! `counterfoil notices …`

mod list;
mod resend;

use super::Failure;
use crate::assembly;
use crate::config::{Config, environment_of_process};
use clap::Subcommand;
use std::path::Path;
use std::process::ExitCode;

/// See which notices were delivered, and send those again that were not
#[derive(Debug, Subcommand)]
pub(crate) enum Notices {
    List(list::List),
    Resend(resend::Resend),
}

pub(crate) fn run(command: &Notices, file: Option<&Path>) -> Result<ExitCode, Failure> {
    let config = Config::load(file, environment_of_process())?;
    tokio::runtime::Runtime::new()?.block_on(async {
        let app = assembly::app(&config).await?;
        match command {
            Notices::List(list) => list::run(list, &app, &config).await,
            Notices::Resend(resend) => resend::run(resend, &app).await,
        }
    })
}
