//! `counterfoil mail …`

mod doctor;
mod installation;
mod setup;

use super::Failure;
use crate::config::{Config, environment_of_process};
use clap::Subcommand;
use std::path::Path;
use std::process::ExitCode;

/// Connect Dovecot, Postfix and Roundcube, and look for ways around us
#[derive(Debug, Subcommand)]
pub(crate) enum Mail {
    Setup(setup::Setup),
    Doctor(doctor::Doctor),
}

pub(crate) fn run(command: &Mail, file: Option<&Path>) -> Result<ExitCode, Failure> {
    let config = Config::load(file, environment_of_process())?;
    let Some(software) = &config.mail else {
        return Err(
            "there is no [mail] section in the configuration; counterfoil.example.toml explains it"
                .into(),
        );
    };
    tokio::runtime::Runtime::new()?.block_on(async {
        match command {
            Mail::Setup(setup) => setup::run(setup, &config, software).await,
            Mail::Doctor(doctor) => doctor::run(doctor, &config, software).await,
        }
    })
}
