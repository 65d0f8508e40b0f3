//! `counterfoil app webhook test`

use super::{none, refused};
use crate::command::Failure;
use clap::Args;
use counterfoil_service::App;
use counterfoil_service::app_events::TestWebhookRefusal;
use std::process::ExitCode;

/// Send an app's webhook a message of the type webhook-test
///
/// Once, and now. Says why when it wasn't heard.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Examples:
  counterfoil app webhook test shop

Status: 0 it was heard, 1 it was not, or there is no webhook."
)]
pub(crate) struct Test {
    /// The app's id
    id: String,
}

pub(super) async fn run(test: &Test, app: &App) -> Result<ExitCode, Failure> {
    match app.test_webhook(&test.id).await {
        Ok(()) => Ok(ExitCode::SUCCESS),
        Err(TestWebhookRefusal::None) => none(),
        Err(TestWebhookRefusal::NotHeard(why)) => {
            refused(&format!("the webhook did not hear it: {why}"))
        }
        Err(TestWebhookRefusal::Internal(fault)) => Err(fault.into()),
    }
}
