//! `counterfoil app webhook …`

mod remove;
mod resend;
mod set;
mod show;
mod test;

use super::{moment, refused};
use crate::command::Failure;
use clap::Subcommand;
use counterfoil_service::App;
use counterfoil_service::app_events::TestWebhookRefusal;
use std::io::{self, Write};
use std::process::ExitCode;

/// Tell an app's own server what happens to its accounts
#[derive(Debug, Subcommand)]
pub(crate) enum Webhook {
    Set(set::Set),
    Show(show::Show),
    Test(test::Test),
    Resend(resend::Resend),
    Remove(remove::Remove),
}

pub(super) async fn run(command: &Webhook, app: &App) -> Result<ExitCode, Failure> {
    match command {
        Webhook::Set(set) => set::run(set, app).await,
        Webhook::Show(of) => show(app, &of.id).await,
        Webhook::Test(of) => test(app, &of.id).await,
        Webhook::Resend(of) => resend(app, &of.id).await,
        Webhook::Remove(remove) => remove::run(remove, app).await,
    }
}

/// There is nothing to do it with.
fn none() -> Result<ExitCode, Failure> {
    refused("there is no webhook")
}

/// A webhook and how the telling stands: an app's, or the operator's own.
pub(in crate::command) async fn show(app: &App, id: &str) -> Result<ExitCode, Failure> {
    let Some(webhook) = app.webhook(id).await? else {
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

/// Sends one a message, once and now.
pub(in crate::command) async fn test(app: &App, id: &str) -> Result<ExitCode, Failure> {
    match app.test_webhook(id).await {
        Ok(()) => Ok(ExitCode::SUCCESS),
        Err(TestWebhookRefusal::None) => none(),
        Err(TestWebhookRefusal::NotHeard(why)) => {
            refused(&format!("the webhook did not hear it: {why}"))
        }
        Err(TestWebhookRefusal::Internal(fault)) => Err(fault.into()),
    }
}

/// Makes everything due that one didn't hear, and prints how much that is.
pub(in crate::command) async fn resend(app: &App, id: &str) -> Result<ExitCode, Failure> {
    let due = app.resend_to_webhook(id).await?;
    writeln!(io::stdout(), "{due}")?;
    Ok(ExitCode::SUCCESS)
}
