//! `counterfoil app webhook …`

mod remove;
mod resend;
mod set;
mod show;
mod test;

use super::refused;
use crate::command::Failure;
use clap::Subcommand;
use counterfoil_service::App;
use std::process::ExitCode;

/// Tell an app's own server what happens to its accounts
#[derive(Debug, Subcommand)]
pub(crate) enum Webhook {
    Set(set::Set),
    Show(show::Show),
    Test(test::Test),
    Resend(resend::Resend),
    Remove(remove::Remove),
}

pub(super) async fn run(command: &Webhook, app: &App) -> Result<ExitCode, Failure> {
    match command {
        Webhook::Set(set) => set::run(set, app).await,
        Webhook::Show(show) => show::run(show, app).await,
        Webhook::Test(test) => test::run(test, app).await,
        Webhook::Resend(resend) => resend::run(resend, app).await,
        Webhook::Remove(remove) => remove::run(remove, app).await,
    }
}

/// There is nothing to do it with.
fn none() -> Result<ExitCode, Failure> {
    refused("the app has no webhook")
}
