//! `counterfoil advisory withdraw`

use super::{id_of, refused};
use crate::command::Failure;
use clap::Args;
use counterfoil_service::App;
use counterfoil_service::advisory::AdvisoryRefusal;
use std::process::ExitCode;

/// Take an advisory back
///
/// It stays where it is and says that it no longer holds, and why. Whoever was mailed a
/// critical one is mailed that, too.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Example:
  counterfoil advisory withdraw 5f3a0c1d2e4b69788796a5b4c3d2e1f0 --why \"It was a drill.\"

Status: 0 withdrawn, 1 refused; standard error says why."
)]
pub(crate) struct Withdraw {
    /// What `counterfoil advisory list` calls it
    id: String,
    /// Why, in one sentence, for those who read it
    #[arg(long)]
    why: String,
}

pub(super) async fn run(withdraw: &Withdraw, app: &App) -> Result<ExitCode, Failure> {
    let Some(id) = id_of(&withdraw.id) else {
        return refused("there is no advisory of this id");
    };
    match app.withdraw_advisory(id, &withdraw.why).await {
        Ok(()) => Ok(ExitCode::SUCCESS),
        Err(AdvisoryRefusal::Internal(fault)) => Err(fault.into()),
        Err(refusal) => refused(&refusal.to_string()),
    }
}
