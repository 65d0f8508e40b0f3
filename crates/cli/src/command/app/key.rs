//! `counterfoil app key …`

mod add;
mod revoke;

use crate::command::Failure;
use clap::Subcommand;
use counterfoil_service::App;
use std::process::ExitCode;

/// Make and revoke the keys that apps call with
#[derive(Debug, Subcommand)]
pub(crate) enum Key {
    Add(add::Add),
    Revoke(revoke::Revoke),
}

pub(super) async fn run(command: &Key, app: &App) -> Result<ExitCode, Failure> {
    match command {
        Key::Add(add) => add::run(add, app).await,
        Key::Revoke(revoke) => revoke::run(revoke, app).await,
    }
}
