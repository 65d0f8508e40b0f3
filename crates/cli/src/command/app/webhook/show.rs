//! `counterfoil app webhook show`

use super::super::moment;
use super::none;
use crate::command::Failure;
use clap::Args;
use counterfoil_service::App;
use std::io::{self, Write};
use std::process::ExitCode;

/// Show an app's webhook and how the telling stands
///
/// One line for each value: its name, a tab, the value. A hyphen stands where there is
/// nothing.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Examples:
  counterfoil app webhook show shop

queued: not tried yet. deferred: tried in vain, to be tried again. failed: tried in vain for
three days; counterfoil app webhook resend tries again.

Status: 0 there it is, 1 there is none."
)]
pub(crate) struct Show {
    /// The app's id
    id: String,
}

pub(super) async fn run(show: &Show, app: &App) -> Result<ExitCode, Failure> {
    let Some(webhook) = app.webhook(&show.id).await? else {
        return none();
    };
    let deliveries = webhook.deliveries;
    let mut out = io::stdout().lock();
    for (name, value) in [
        ("url", webhook.url),
        ("since", moment(Some(webhook.made_at))),
        ("former_secret_until", moment(webhook.former_until)),
        ("heard_at", moment(webhook.heard_at)),
        ("problem", webhook.problem.unwrap_or_else(|| "-".to_owned())),
        ("queued", deliveries.queued.to_string()),
        ("deferred", deliveries.deferred.to_string()),
        ("failed", deliveries.failed.to_string()),
        ("delivered", deliveries.delivered.to_string()),
    ] {
        writeln!(out, "{name}\t{value}")?;
    }
    Ok(ExitCode::SUCCESS)
}
