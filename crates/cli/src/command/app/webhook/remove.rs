//! `counterfoil app webhook remove`

use super::none;
use crate::command::Failure;
use clap::Args;
use counterfoil_service::App;
use std::process::ExitCode;

/// Tell an app's server nothing any more
///
/// What it did not hear yet is forgotten; the app can still read it at /api/v1/events.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Examples:
  counterfoil app webhook remove shop

Status: 0 done, 1 there was no webhook."
)]
pub(crate) struct Remove {
    /// The app's id
    id: String,
}

pub(super) async fn run(remove: &Remove, app: &App) -> Result<ExitCode, Failure> {
    if app.remove_webhook(&remove.id).await? {
        Ok(ExitCode::SUCCESS)
    } else {
        none()
    }
}
