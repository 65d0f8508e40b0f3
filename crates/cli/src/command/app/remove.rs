//! `counterfoil app remove`

use super::refused;
use crate::command::Failure;
use clap::Args;
use counterfoil_service::App;
use counterfoil_service::api::RemoveAppRefusal;
use std::process::ExitCode;

/// Send an app away
///
/// Its keys are dead from this moment. An app that has accounts stays, unless they may be
/// erased: then their codes are gone for good.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Examples:
  counterfoil app remove shop
  counterfoil app remove shop --erase-accounts

Status: 0 it is gone, 1 there is none of this id, or it has accounts."
)]
pub(crate) struct Remove {
    /// The app's id
    id: String,
    /// Erase its accounts first
    #[arg(long)]
    erase_accounts: bool,
}

pub(super) async fn run(remove: &Remove, app: &App) -> Result<ExitCode, Failure> {
    match app.remove_app(&remove.id, remove.erase_accounts).await {
        Ok(()) => Ok(ExitCode::SUCCESS),
        Err(RemoveAppRefusal::Internal(fault)) => Err(fault.into()),
        Err(refusal @ RemoveAppRefusal::HasAccounts(_)) => {
            refused(&format!("{refusal}; --erase-accounts erases them"))
        }
        Err(refusal @ RemoveAppRefusal::Unknown) => refused(&refusal.to_string()),
    }
}
