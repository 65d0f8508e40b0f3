//! `counterfoil advisory correct`

use super::{id_of, moment, refused, text_of};
use crate::command::Failure;
use crate::config::Config;
use clap::Args;
use counterfoil_service::App;
use counterfoil_service::advisory::{AdvisoryRefusal, Correction};
use std::path::PathBuf;
use std::process::ExitCode;

/// Put another text in the place of an advisory's
///
/// Whoever read the old text is shown the new one, which says that it was corrected. A
/// critical one is mailed again. Title and end stay as they are unless they are given.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Example:
  counterfoil advisory correct 5f3a0c1d2e4b69788796a5b4c3d2e1f0 warning.md

Status: 0 corrected, 1 refused; standard error says why."
)]
pub(crate) struct Correct {
    /// What `counterfoil advisory list` calls it
    id: String,
    /// The file with the text; - for standard input
    file: PathBuf,
    /// Another title
    #[arg(long)]
    title: Option<String>,
    /// Another end
    #[arg(long, value_name = "DAY")]
    until: Option<String>,
}

pub(super) async fn run(
    correct: &Correct,
    app: &App,
    config: &Config,
) -> Result<ExitCode, Failure> {
    let found = match id_of(&correct.id) {
        Some(id) => app.advisory(id).await?,
        None => None,
    };
    let Some((advisory, _)) = found else {
        return refused("there is no advisory of this id");
    };
    let correction = Correction {
        title: correct.title.clone().unwrap_or(advisory.title),
        body: text_of(&correct.file)?,
        until: moment("until", correct.until.as_deref(), config)?.or(advisory.run.until),
    };
    match app.correct_advisory(advisory.id, correction).await {
        Ok(()) => Ok(ExitCode::SUCCESS),
        Err(AdvisoryRefusal::Internal(fault)) => Err(fault.into()),
        Err(refusal) => refused(&refusal.to_string()),
    }
}
