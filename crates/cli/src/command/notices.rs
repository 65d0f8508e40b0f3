//! `counterfoil notices …`

mod list;
mod preview;
mod resend;
mod templates;

use super::Failure;
use crate::assembly;
use crate::config::{Config, environment_of_process};
use clap::Subcommand;
use counterfoil_service::App;
use std::path::Path;
use std::process::ExitCode;

/// See which notices were delivered, send those again that were not, and look at what they say
#[derive(Debug, Subcommand)]
pub(crate) enum Notices {
    List(list::List),
    Resend(resend::Resend),
    Preview(preview::Preview),
    Templates(templates::TemplatesCommand),
}

pub(crate) fn run(command: &Notices, file: Option<&Path>) -> Result<ExitCode, Failure> {
    let config = || Config::load(file, environment_of_process());
    match command {
        Notices::List(list) => with_app(&config()?, async |app, config| {
            list::run(list, app, config).await
        }),
        Notices::Resend(resend) => {
            with_app(&config()?, async |app, _| resend::run(resend, app).await)
        }
        Notices::Preview(preview) => preview::run(preview, &config()?),
        Notices::Templates(templates) => templates::run(templates),
    }
}

fn with_app(
    config: &Config,
    run: impl AsyncFnOnce(&App, &Config) -> Result<ExitCode, Failure>,
) -> Result<ExitCode, Failure> {
    tokio::runtime::Runtime::new()?.block_on(async {
        let app = assembly::app(config).await?;
        run(&app, config).await
    })
}
