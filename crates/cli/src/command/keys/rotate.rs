//! `counterfoil keys rotate`

use crate::command::Failure;
use crate::config::Config;
use crate::keys::signing;
use clap::{Args, ValueEnum};
use std::io::{self, Write};
use std::process::ExitCode;

/// Make a new key of a kind, which is used from now on
///
/// signing: one more key of each algorithm that signs what apps are told. A running
/// server takes it up within a minute. Older ones stay published, so that what they signed
/// can be verified; delete their files an hour later.
///
/// Prints KIND and ID of each key that was made.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Example:
  counterfoil keys rotate signing"
)]
pub(crate) struct Rotate {
    #[arg(value_enum)]
    kind: Kind,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Kind {
    Signing,
}

pub(super) fn run(rotate: &Rotate, config: &Config) -> Result<ExitCode, Failure> {
    let Kind::Signing = rotate.kind;
    let mut out = io::stdout().lock();
    for made in signing::rotate(&config.keys_dir)? {
        writeln!(out, "{}\t{}", made.kind(), made.id)?;
    }
    Ok(ExitCode::SUCCESS)
}
