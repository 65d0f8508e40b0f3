//! `counterfoil keys …`

mod rotate;
mod status;

use super::Failure;
use crate::config::{Config, environment_of_process};
use clap::Subcommand;
use std::path::Path;
use std::process::ExitCode;

/// Look at the keys outside the database, and rotate them
#[derive(Debug, Subcommand)]
pub(crate) enum Keys {
    Rotate(rotate::Rotate),
    Status(status::Status),
}

pub(crate) fn run(command: &Keys, file: Option<&Path>) -> Result<ExitCode, Failure> {
    let config = Config::load(file, environment_of_process())?;
    match command {
        Keys::Rotate(rotate) => rotate::run(rotate, &config),
        Keys::Status(_) => tokio::runtime::Runtime::new()?.block_on(status::run(&config)),
    }
}
