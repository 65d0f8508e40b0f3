//! `counterfoil codes …`

mod status;

use super::Failure;
use crate::assembly;
use crate::config::{Config, environment_of_process};
use clap::Subcommand;
use std::path::Path;
use std::process::ExitCode;

/// Look at where an account's codes stand
#[derive(Debug, Subcommand)]
pub(crate) enum Codes {
    Status(status::Status),
}

pub(crate) fn run(command: &Codes, file: Option<&Path>) -> Result<ExitCode, Failure> {
    let config = Config::load(file, environment_of_process())?;
    tokio::runtime::Runtime::new()?.block_on(async {
        let app = assembly::app(&config).await?;
        match command {
            Codes::Status(status) => status::run(status, &app, &config).await,
        }
    })
}
