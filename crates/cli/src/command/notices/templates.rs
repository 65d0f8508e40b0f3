//! `counterfoil notices templates`

use crate::command::Failure;
use clap::Args;
use counterfoil_notices::Templates;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// Write the templates of notices into a directory, to change them
///
/// Writes the layouts letter.html and letter.txt, and the sentences of each language, like
/// en/notices.ftl. Files that are there already stay as they are. Keep only what you change:
/// a sentence or file that you delete is ours again, and stays right when Counterfoil is
/// updated. Then set notices.templates to the directory, and look at the result with
/// `counterfoil notices preview`. docs/notices.md explains the rest.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Example:
  counterfoil notices templates /etc/counterfoil/templates"
)]
pub(crate) struct TemplatesCommand {
    /// Where to; made when it isn't there
    #[arg(value_name = "DIR")]
    dir: PathBuf,
}

pub(super) fn run(command: &TemplatesCommand) -> Result<ExitCode, Failure> {
    let mut out = io::stdout().lock();
    for path in Templates::write_ours(&command.dir)? {
        writeln!(out, "{}", path.display())?;
    }
    Ok(ExitCode::SUCCESS)
}
