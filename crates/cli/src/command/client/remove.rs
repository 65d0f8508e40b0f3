//! `counterfoil client remove`

use super::refused;
use crate::command::Failure;
use clap::Args;
use counterfoil_service::App;
use std::process::ExitCode;

/// Forget an app
///
/// Whatever it holds is dead from this moment. An app of the configuration is removed
/// there.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Example:
  counterfoil client remove webmail

Status: 0 forgotten, 1 there was none of this id in the database."
)]
pub(crate) struct Remove {
    /// The app's id
    id: String,
}

pub(super) async fn run(remove: &Remove, app: &App) -> Result<ExitCode, Failure> {
    if app.remove_client(&remove.id).await? {
        Ok(ExitCode::SUCCESS)
    } else {
        refused("there is no app of this id in the database")
    }
}
