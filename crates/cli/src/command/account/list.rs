//! `counterfoil account list`

use crate::command::Failure;
use clap::Args;
use counterfoil_service::App;
use std::io::{self, Write};
use std::process::ExitCode;

/// List all accounts, oldest first
///
/// One line each, its fields separated by tabs:
///
///   ADDRESS NAME ROLE STATE SECOND-STEP CODES-LEFT
///
/// ROLE is owner or operator; STATE invited, active, frozen or suspended; SECOND-STEP yes or no;
/// CODES-LEFT a number, or "-" without a sheet in force.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct List {}

pub(super) async fn run(app: &App) -> Result<ExitCode, Failure> {
    let accounts = app.list_accounts().await?;
    let mut out = io::stdout().lock();
    for account in accounts {
        let left = account
            .codes_left
            .map_or_else(|| "-".to_owned(), |left| left.to_string());
        let state = match account.frozen_at {
            Some(_) if account.state == "active" => "frozen",
            _ => account.state.as_str(),
        };
        let second = if account.second_factor { "yes" } else { "no" };
        writeln!(
            out,
            "{}\t{}\t{}\t{}\t{second}\t{left}",
            account.address, account.name, account.role, state
        )?;
    }
    Ok(ExitCode::SUCCESS)
}
