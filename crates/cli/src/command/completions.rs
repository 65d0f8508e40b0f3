//! `counterfoil completions`

use std::io;
use std::process::ExitCode;

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use crate::command::{Arguments, Failure};

/// Write what a shell needs to complete commands
///
/// To standard output. The Debian package brings the files of bash, zsh and fish already.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Examples:
  counterfoil completions bash > /etc/bash_completion.d/counterfoil
  counterfoil completions fish > ~/.config/fish/completions/counterfoil.fish"
)]
pub(crate) struct Completions {
    /// Whose language to write.
    shell: Shell,
}

pub(crate) fn run(command: &Completions) -> Result<ExitCode, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(
        command.shell,
        &mut Arguments::command(),
        "counterfoil",
        &mut script,
    );
    io::Write::write_all(&mut io::stdout(), &script)?;
    Ok(ExitCode::SUCCESS)
}
