//! `counterfoil man`

mod settings;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Command, CommandFactory};
use clap_mangen::Man;

use crate::command::{Arguments, Failure};

/// Write the manual pages into a directory
///
/// One page a command, counterfoil(1) for all of them, and counterfoil.toml(5) for the
/// configuration. The Debian package brings them already.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Example:
  counterfoil man ./man && man ./man/counterfoil-account-freeze.1"
)]
pub(crate) struct Pages {
    /// Where to; made when it isn't there.
    directory: PathBuf,
}

/// The explanations of every key, as they stand in the example.
const EXAMPLE: &str = include_str!("../../../../counterfoil.example.toml");

pub(crate) fn run(pages: &Pages) -> Result<ExitCode, Failure> {
    let directory = &pages.directory;
    write(directory).map_err(|error| format!("{}: {error}", directory.display()))?;
    Ok(ExitCode::SUCCESS)
}

fn write(directory: &Path) -> io::Result<()> {
    fs::create_dir_all(directory)?;
    let mut program = Arguments::command().disable_help_subcommand(true);
    program.build();
    page(&program, directory)?;
    let settings = settings::page(EXAMPLE, program.get_version().unwrap_or_default());
    fs::write(directory.join("counterfoil.toml.5"), settings)
}

/// The page of a command and of every command below it.
fn page(command: &Command, directory: &Path) -> io::Result<()> {
    let name = command.get_display_name().unwrap_or(command.get_name());
    let page = Man::new(command.clone())
        .title(name)
        .manual("Counterfoil")
        .source(format!(
            "counterfoil {}",
            command.get_version().unwrap_or(env!("CARGO_PKG_VERSION"))
        ));
    let mut text = Vec::new();
    page.render(&mut text)?;
    fs::write(directory.join(format!("{name}.1")), text)?;
    command
        .get_subcommands()
        .filter(|command| !command.is_hide_set())
        .try_for_each(|command| self::page(command, directory))
}
