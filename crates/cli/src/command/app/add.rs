//! `counterfoil app add`

use super::refused;
use crate::command::Failure;
use clap::Args;
use counterfoil_service::App;
use counterfoil_service::api::AddAppRefusal;
use std::process::ExitCode;

/// Let an app in
///
/// It can do nothing yet: `counterfoil app key add` makes a key for it. What it makes here
/// belongs to it, and no other app sees it.
///
/// An app that signs people in here, such as a webmail, is a client: see
/// `counterfoil client`.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Examples:
  counterfoil app add shop --name \"The shop\"

Status: 0 it is in, 1 refused; standard error says why."
)]
pub(crate) struct Add {
    /// The app's id: letters, digits, - _ .
    id: String,
    /// What operators call it
    #[arg(long)]
    name: String,
}

pub(super) async fn run(add: &Add, app: &App) -> Result<ExitCode, Failure> {
    match app.add_app(&add.id, &add.name).await {
        Ok(()) => Ok(ExitCode::SUCCESS),
        Err(AddAppRefusal::Internal(fault)) => Err(fault.into()),
        Err(refusal) => refused(&refusal.to_string()),
    }
}
