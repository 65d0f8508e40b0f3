//! `counterfoil webhook …`

use super::Failure;
use super::app::webhook::{resend, show, test};
use crate::assembly;
use crate::config::{Config, environment_of_process};
use clap::Subcommand;
use counterfoil_service::app_events::OPERATOR;
use std::path::Path;
use std::process::ExitCode;

/// Your own webhook, which hears what happens to mailboxes
///
/// [notices.webhook] in the configuration says where it listens; `counterfoil serve` tells it whatever owners are told of.
#[derive(Debug, Subcommand)]
#[command(verbatim_doc_comment)]
pub(crate) enum Webhook {
    /// Show where it is and how the telling stands
    ///
    /// One line for each value: its name, a tab, the value. A hyphen stands where there is nothing.
    #[command(
        verbatim_doc_comment,
        after_help = "\
Examples:
  counterfoil webhook show

queued: not tried yet. deferred: tried in vain, to be tried again. failed: tried in vain for
three days; counterfoil webhook resend tries again.

Status: 0 there it is, 1 there is none."
    )]
    Show,
    /// Send it a message of the type webhook-test
    ///
    /// Once, and now, as the configuration has it. Says why when it wasn't heard.
    #[command(
        verbatim_doc_comment,
        after_help = "\
Examples:
  counterfoil webhook test

Status: 0 it was heard, 1 it was not, or there is no webhook."
    )]
    Test,
    /// Send whatever it did not hear again
    ///
    /// Events that are deferred or failed are due at once; a running server sends them. Prints
    /// how many there are.
    #[command(
        verbatim_doc_comment,
        after_help = "\
Examples:
  counterfoil webhook resend"
    )]
    Resend,
}

pub(crate) fn run(command: &Webhook, file: Option<&Path>) -> Result<ExitCode, Failure> {
    let config = Config::load(file, environment_of_process())?;
    tokio::runtime::Runtime::new()?.block_on(async {
        let app = assembly::app(&config).await?;
        match command {
            Webhook::Show => show(&app, OPERATOR).await,
            Webhook::Test => {
                // What was written since the server started is what is tried.
                assembly::hear_as_operator(&config, &app).await?;
                test(&app, OPERATOR).await
            }
            Webhook::Resend => resend(&app, OPERATOR).await,
        }
    })
}
