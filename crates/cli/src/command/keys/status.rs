//! `counterfoil keys status`

use super::standing::Standings;
use crate::assembly;
use crate::command::Failure;
use crate::config::Config;
use crate::keys::signing;
use clap::Args;
use counterfoil_service::{Clock, SystemClock};
use std::io::{self, Write};
use std::process::ExitCode;

/// Say which keys there are, and what rests on them
///
/// One line each: KIND, ID, how many rows rest on the key, and what is to be known of it.
/// Codes of sheets that open the door or may later rest on a pepper-code and a tag;
/// passwords, app passwords and API keys on a pepper-password; secrets of phones, words of
/// sheets, links of notices and secrets of webhooks on a sealing key. "-": nothing that is
/// kept rests on keys of this kind.
///
/// in use: new things are made with it. stolen: it may have been, and what rests on it is to
/// be renewed. waits for NODE: it is new, and a node that serves doesn't have it. missing:
/// something rests on it and it isn't here.
///
/// What is in a key is never printed.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "Status: 0 all keys are there, 1 something rests on a key that is missing."
)]
pub(crate) struct Status {}

pub(super) async fn run(config: &Config) -> Result<ExitCode, Failure> {
    let db = assembly::open_database(config).await?;
    let standings = Standings::look(&config.keys_dir, &db, SystemClock.now()).await?;
    let mut out = io::stdout().lock();
    let mut status = ExitCode::SUCCESS;
    for key in &standings.keys {
        let resting = key
            .resting
            .map_or_else(|| "-".to_owned(), |rows| rows.to_string());
        let line = format!("{}\t{}\t{resting}\t{}", key.kind, key.id, key.notes());
        writeln!(out, "{}", line.trim_end())?;
        if key.missing {
            status = ExitCode::FAILURE;
        }
    }
    let signing = signing::list(&config.keys_dir)?;
    for key in &signing {
        let newest = signing.iter().rfind(|own| own.algorithm == key.algorithm);
        let note = if newest == Some(key) { "\tin use" } else { "" };
        writeln!(out, "{}\t{}\t-{note}", key.kind(), key.id)?;
    }
    Ok(status)
}
