//! `counterfoil advisory list`

use super::written;
use crate::command::Failure;
use crate::config::Config;
use clap::Args;
use counterfoil_service::App;
use std::io::{self, Write};
use std::process::ExitCode;

/// List advisories, newest first
///
/// One line each, its fields separated by tabs:
///
///   ID PHASE SEVERITY AUDIENCE PUBLIC FROM TITLE
///
/// PHASE is planned, current, over or withdrawn; PUBLIC yes or no.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct List {}

pub(super) async fn run(app: &App, config: &Config) -> Result<ExitCode, Failure> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for advisory in app.advisories().await? {
        writeln!(
            out,
            "{}\t{}\t{}\t{}\t{}\t{}\t{}",
            advisory.id,
            advisory.run.phase(app.now()).as_str(),
            advisory.severity.as_str(),
            advisory.audience.as_str(),
            if advisory.public { "yes" } else { "no" },
            written(advisory.run.from, config),
            advisory.title,
        )?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
