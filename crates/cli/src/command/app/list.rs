//! `counterfoil app list`

use super::moment;
use crate::command::Failure;
use clap::Args;
use counterfoil_service::App;
use std::io::{self, Write};
use std::process::ExitCode;

/// List all apps of the API
///
/// One line each, its fields separated by tabs:
///
///   ID NAME ACCOUNTS KEYS SINCE
///
/// ACCOUNTS is how many it has, KEYS how many of its keys work.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct List {}

pub(super) async fn run(app: &App) -> Result<ExitCode, Failure> {
    let mut out = io::stdout().lock();
    for own in app.apps().await? {
        let since = moment(Some(own.made_at));
        writeln!(
            out,
            "{}\t{}\t{}\t{}\t{since}",
            own.id, own.name, own.accounts, own.keys
        )?;
    }
    Ok(ExitCode::SUCCESS)
}
