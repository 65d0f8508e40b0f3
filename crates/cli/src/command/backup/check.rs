//! `counterfoil backup check`

use crate::backup::read::{Backup, Item};
use crate::backup::{Manifest, cipher};
use crate::command::Failure;
use crate::config::{Config, environment_of_process};
use crate::keys::KeyFiles;
use crate::keys::bundle::KeyFile;
use clap::Args;
use indicatif::ProgressBar;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Read a backup from beginning to end, without restoring it
///
/// Opens it, compares its checksum and its counts, and looks whether every key that its
/// rows need is in it or in the key directory here. Changes nothing.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Examples:
  counterfoil backup check counterfoil.age --identity identity.txt

Status: 0 it can be restored here, 1 a key is missing, 2 it is damaged or can't be opened."
)]
pub(crate) struct Check {
    /// The backup
    file: PathBuf,

    /// The file that `age-keygen` wrote; may be given several times
    #[arg(long = "identity", value_name = "FILE", required = true)]
    identities: Vec<PathBuf>,
}

pub(crate) fn run(check: &Check, file: Option<&Path>) -> Result<ExitCode, Failure> {
    let config = Config::load(file, environment_of_process())?;
    let identities = cipher::identities(&check.identities)?;
    let bar = super::progress()?;
    let (manifest, key_files) = read_through(&check.file, &identities, &bar)?;
    bar.finish_and_clear();
    let mut out = io::stdout().lock();
    writeln!(out, "{}", super::contents(&manifest))?;
    let missing = missing(&manifest, &key_files, &config);
    for line in &missing {
        writeln!(out, "missing\t{line}")?;
    }
    writeln!(io::stderr(), "It is whole.")?;
    Ok(if missing.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Reads a whole backup: what it says about itself and its key files, each of them sound.
pub(crate) fn read_through(
    path: &Path,
    identities: &cipher::Identities,
    bar: &ProgressBar,
) -> Result<(Manifest, Vec<KeyFile>), Failure> {
    let in_file = |error: Failure| format!("{}: {error}", path.display());
    let mut backup = Backup::open(path, identities)?;
    bar.set_length(backup.manifest.rows().unsigned_abs());
    let mut files = Vec::new();
    while let Some(item) = backup.next().map_err(in_file)? {
        match item {
            Item::Row(..) => bar.inc(1),
            Item::Key(file) if file.is_damaged() => {
                return Err(
                    in_file(format!("the key file {} is damaged", file.name).into()).into(),
                );
            }
            Item::Key(file) => files.push(file),
        }
    }
    Ok((backup.manifest, files))
}

/// The keys that its rows need and that are neither in it nor here: KIND, ID and how many rows.
pub(crate) fn missing(manifest: &Manifest, key_files: &[KeyFile], config: &Config) -> Vec<String> {
    let here = KeyFiles::load(&config.keys_dir).map_or_else(|_| Vec::new(), KeyFiles::into_keys);
    let in_it: Vec<_> = key_files.iter().filter_map(KeyFile::key).collect();
    let there = |kind: &str, id: &str| {
        here.iter()
            .any(|key| key.kind.name() == kind && key.id == id)
            || in_it.iter().any(|key| key.0 == kind && key.1 == id)
    };
    let missing = manifest.rests_on_missing(there);
    missing
        .iter()
        .map(|key| format!("{}\t{}\t{}", key.kind, key.id, key.rows))
        .collect()
}
