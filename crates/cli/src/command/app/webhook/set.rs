//! `counterfoil app webhook set`

use super::refused;
use crate::command::Failure;
use clap::Args;
use counterfoil_service::App;
use counterfoil_service::app_events::SetWebhookRefusal;
use std::io::{self, Write};
use std::process::ExitCode;

/// Say where an app is told
///
/// From now on each event of the app's accounts is sent there by POST, signed as Standard
/// Webhooks has it, and again for three days until the server answers 2xx. Redirects are
/// not followed.
///
/// The first time, and with --new-secret, prints the secret that messages are signed with,
/// this once. The secret before it signs too for a day.
///
/// Servers in private networks are not called unless `webhooks.allow_private` lets them.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Examples:
  counterfoil app webhook set shop https://shop.example.org/hooks/counterfoil
  counterfoil app webhook set shop https://shop.example.org/hooks/counterfoil --new-secret

Status: 0 done, 1 refused; standard error says why."
)]
pub(crate) struct Set {
    /// The app's id
    id: String,
    /// Where it is told
    url: String,
    /// Sign with another secret from now on
    #[arg(long)]
    new_secret: bool,
}

pub(super) async fn run(set: &Set, app: &App) -> Result<ExitCode, Failure> {
    match app.set_webhook(&set.id, &set.url, set.new_secret).await {
        Ok(Some(secret)) => writeln!(io::stdout(), "{}", *secret)?,
        Ok(None) => {}
        Err(SetWebhookRefusal::Internal(fault)) => return Err(fault.into()),
        Err(refusal) => return refused(&refusal.to_string()),
    }
    Ok(ExitCode::SUCCESS)
}
