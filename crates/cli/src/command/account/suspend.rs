//! `counterfoil account suspend`

use crate::command::Failure;
use clap::Args;
use counterfoil_service::App;
use counterfoil_service::account::SuspendRefusal;
use std::io::{self, Write};
use std::process::ExitCode;

/// Suspend an account, or lift its suspension
///
/// Ends every session at once. Nothing is destroyed: password, authenticator app and codes
/// work again when the suspension is lifted. The owner is told on every channel.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Examples:
  counterfoil account suspend alice@example.org
  counterfoil account suspend alice@example.org --lift

Status: 0 done, 1 refused; standard error says why."
)]
pub(crate) struct Suspend {
    /// The mailbox's address
    address: String,
    /// Lift the suspension
    #[arg(long)]
    lift: bool,
}

pub(super) async fn run(suspend: &Suspend, app: &App) -> Result<ExitCode, Failure> {
    match app.suspend(&suspend.address, suspend.lift).await {
        Ok(()) => Ok(ExitCode::SUCCESS),
        Err(SuspendRefusal::Internal(fault)) => Err(fault.into()),
        Err(refusal) => {
            writeln!(io::stderr(), "counterfoil: {refusal}")?;
            Ok(ExitCode::FAILURE)
        }
    }
}
