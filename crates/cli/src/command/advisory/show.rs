//! `counterfoil advisory show`

use super::{id_of, refused, written};
use crate::command::Failure;
use crate::config::Config;
use clap::Args;
use counterfoil_service::App;
use std::io::{self, Write};
use std::process::ExitCode;

/// Show an advisory and how far it is mailed and read
///
/// Prints what is known of it, one thing a line, then an empty line and its text in Markdown.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Example:
  counterfoil advisory show 5f3a0c1d2e4b69788796a5b4c3d2e1f0

Status: 0 shown, 1 there is none of this id."
)]
pub(crate) struct Show {
    /// What `counterfoil advisory list` calls it
    id: String,
}

pub(super) async fn run(show: &Show, app: &App, config: &Config) -> Result<ExitCode, Failure> {
    let found = match id_of(&show.id) {
        Some(id) => app.advisory(id).await?,
        None => None,
    };
    let Some((advisory, spread)) = found else {
        return refused("there is no advisory of this id");
    };
    let mut out = io::stdout().lock();
    writeln!(out, "title\t{}", advisory.title)?;
    writeln!(out, "phase\t{}", advisory.run.phase(app.now()).as_str())?;
    writeln!(out, "severity\t{}", advisory.severity.as_str())?;
    writeln!(out, "audience\t{}", advisory.audience.as_str())?;
    writeln!(
        out,
        "public\t{}",
        if advisory.public { "yes" } else { "no" }
    )?;
    let moments = [
        ("from", Some(advisory.run.from)),
        ("until", advisory.run.until),
        ("corrected", advisory.corrected_at),
        ("withdrawn", advisory.run.withdrawn_at),
    ];
    for (name, at) in moments {
        if let Some(at) = at {
            writeln!(out, "{name}\t{}", written(at, config))?;
        }
    }
    if let Some(why) = &advisory.why {
        writeln!(out, "why\t{why}")?;
    }
    let more = if spread.mailing { ", more to come" } else { "" };
    writeln!(out, "mailed\t{}{more}", spread.mailed)?;
    writeln!(out, "in letters\t{}", spread.with_letter)?;
    writeln!(out, "read\t{}", spread.read)?;
    writeln!(out, "\n{}", advisory.body.trim_end())?;
    Ok(ExitCode::SUCCESS)
}
