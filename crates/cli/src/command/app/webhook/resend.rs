//! `counterfoil app webhook resend`

use crate::command::Failure;
use clap::Args;
use counterfoil_service::App;
use std::io::{self, Write};
use std::process::ExitCode;

/// Send whatever an app's webhook did not hear again
///
/// Events that are deferred or failed are due at once; a running server sends them. Prints
/// how many there are.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Examples:
  counterfoil app webhook resend shop"
)]
pub(crate) struct Resend {
    /// The app's id
    id: String,
}

pub(super) async fn run(resend: &Resend, app: &App) -> Result<ExitCode, Failure> {
    let due = app.resend_to_webhook(&resend.id).await?;
    writeln!(io::stdout(), "{due}")?;
    Ok(ExitCode::SUCCESS)
}
