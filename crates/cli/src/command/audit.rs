//! `counterfoil audit …`

mod head;
mod verify;

use super::Failure;
use crate::assembly;
use crate::config::{Config, environment_of_process};
use clap::Subcommand;
use counterfoil_model::Timestamp;
use std::path::Path;
use std::process::ExitCode;

/// See whether what happened still stands as it was put on record
///
/// Every event of every account is put into one tree of hashes within a minute, and what the tree came to is signed. Whoever changes the
/// past afterwards leaves a trace. docs/audit.md says what that proves and what it doesn't.
#[derive(Debug, Subcommand)]
#[command(verbatim_doc_comment)]
pub(crate) enum Audit {
    Head(head::HeadInForce),
    Verify(verify::Verify),
}

pub(crate) fn run(command: &Audit, file: Option<&Path>) -> Result<ExitCode, Failure> {
    let config = Config::load(file, environment_of_process())?;
    tokio::runtime::Runtime::new()?.block_on(async {
        let app = assembly::app(&config).await?;
        match command {
            Audit::Head(_) => head::run(&app).await,
            Audit::Verify(verify) => verify::run(verify, &app).await,
        }
    })
}

/// A moment as RFC 3339 has it.
fn moment(at: Timestamp) -> String {
    jiff::Timestamp::from_microsecond(at.as_micros())
        .map(|at| format!("{at:.0}"))
        .unwrap_or_default()
}
