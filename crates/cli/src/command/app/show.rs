//! `counterfoil app show`

use super::{moment, refused};
use crate::command::Failure;
use clap::Args;
use counterfoil_service::App;
use std::io::{self, Write};
use std::process::ExitCode;

/// Show an app's keys, all but what is secret
///
/// One line each, oldest first, its fields separated by tabs:
///
///   KEY LABEL STATE SCOPES RATE MADE EXPIRES USED
///
/// STATE is works, expired or revoked; RATE is requests a minute; USED is exact to a minute. A hyphen stands where
/// there is nothing.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Examples:
  counterfoil app show shop

Status: 0 there it is, 1 there is none of this id."
)]
pub(crate) struct Show {
    /// The app's id
    id: String,
}

pub(super) async fn run(show: &Show, app: &App) -> Result<ExitCode, Failure> {
    if !app.apps().await?.iter().any(|own| own.id == show.id) {
        return refused("there is no app of this id");
    }
    let mut out = io::stdout().lock();
    for key in app.api_keys(&show.id).await? {
        let state = match (key.works, key.ended_at) {
            (true, _) => "works",
            (false, Some(_)) => "revoked",
            (false, None) => "expired",
        };
        let label = if key.label.is_empty() {
            "-"
        } else {
            &key.label
        };
        writeln!(
            out,
            "{}\t{label}\t{state}\t{}\t{}\t{}\t{}\t{}",
            key.id,
            key.scopes,
            key.per_minute,
            moment(Some(key.made_at)),
            moment(key.expires_at),
            moment(key.last_used_at)
        )?;
    }
    Ok(ExitCode::SUCCESS)
}
