//! `counterfoil config …`

mod check;

use std::path::Path;
use std::process::ExitCode;

use clap::Subcommand;

use super::Failure;

/// Look at the configuration
#[derive(Debug, Subcommand)]
pub(crate) enum ConfigCommand {
    Check(check::Check),
}

pub(crate) fn run(command: &ConfigCommand, file: Option<&Path>) -> Result<ExitCode, Failure> {
    match command {
        ConfigCommand::Check(_) => check::run(file),
    }
}
