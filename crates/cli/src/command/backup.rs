//! `counterfoil backup`

pub(crate) mod check;

use super::Failure;
use crate::backup::new_file::NewFile;
use crate::backup::write::{Contents, write};
use crate::backup::{Manifest, cipher, key_names};
use crate::config::{Config, environment_of_process};
use crate::keys::{KeyFiles, bundle};
use clap::{Args, Subcommand};
use counterfoil_service::{Clock, SystemClock};
use indicatif::{ProgressBar, ProgressStyle};
use secrecy::ExposeSecret;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Write database and keys into one encrypted file
///
/// Takes the database as it is at one moment; the server goes on meanwhile. The file is
/// encrypted with age: whoever holds the identity of one of the recipients can read it,
/// and nobody else, this machine included. It has mode 0600, and never replaces another.
///
/// Whoever has the database and the keys can do what this server can. Keep them apart:
/// make one file with --keys-only after each `counterfoil keys rotate`, keep it in another
/// place, and every night one with --without-keys.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true,
    after_help = "\
Examples:
  age-keygen -o identity.txt       on another machine; keep that file there
  counterfoil backup --to /var/backups/counterfoil.age --recipient age1…
  counterfoil backup --keys-only --to keys.age --recipient age1…
  counterfoil backup --to - --recipient age1… | ssh elsewhere 'cat > counterfoil.age'
  counterfoil backup check counterfoil.age --identity identity.txt"
)]
pub(crate) struct Backup {
    #[command(subcommand)]
    command: Option<BackupCommand>,

    /// The file to write; - for standard output
    #[arg(long, value_name = "FILE", required = true)]
    to: Option<PathBuf>,

    /// Who can open it: age1…, as `age-keygen` prints it; may be given several times
    #[arg(long = "recipient", value_name = "AGE1", required = true, value_parser = cipher::recipient)]
    recipients: Vec<age::x25519::Recipient>,

    /// Leave the keys out: of no use to anybody who hasn't got them, you included
    #[arg(long, conflicts_with = "keys_only")]
    without_keys: bool,

    /// The keys alone, to be kept in another place than the database
    #[arg(long)]
    keys_only: bool,
}

#[derive(Debug, Subcommand)]
enum BackupCommand {
    Check(check::Check),
}

pub(crate) fn run(command: &Backup, file: Option<&Path>) -> Result<ExitCode, Failure> {
    if let Some(BackupCommand::Check(check)) = &command.command {
        return check::run(check, file);
    }
    let Some(to) = &command.to else {
        return Err("--to FILE is missing".into());
    };
    let config = Config::load(file, environment_of_process())?;
    let runtime = tokio::runtime::Runtime::new()?;
    if to == Path::new("-") {
        let out = io::stdout();
        if out.is_terminal() {
            return Err("a backup is no text for a terminal; give --to FILE".into());
        }
        runtime.block_on(back_up(command, &config, out.lock()))?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut new = NewFile::create(to)?;
    let manifest = runtime.block_on(back_up(command, &config, &mut new))?;
    new.finish()?;
    say(&manifest, to)?;
    Ok(ExitCode::SUCCESS)
}

async fn back_up(command: &Backup, config: &Config, out: impl Write) -> Result<Manifest, Failure> {
    let db = if command.keys_only {
        None
    } else {
        let url = config.database.url();
        config.database.must_exist()?;
        Some(counterfoil_store::open_with(url.expose_secret(), 2).await?)
    };
    let files = KeyFiles::load(&config.keys_dir)?;
    if !files.missing().is_empty() && !command.without_keys {
        return Err(format!(
            "{}: not all keys are there, see `counterfoil keys status`; --without-keys backs up the database alone",
            config.keys_dir.display()
        )
        .into());
    }
    let key_files = if command.without_keys {
        None
    } else {
        Some(bundle::read(&config.keys_dir)?)
    };
    let contents = Contents {
        db: db.as_ref(),
        key_files,
        keys: key_names(&files),
    };
    let bar = progress()?;
    let mut out = cipher::encrypt(&command.recipients, out)?;
    let manifest = write(contents, SystemClock.now(), &mut out, &bar).await?;
    let mut out = out.finish()?;
    out.flush()?;
    bar.finish_and_clear();
    Ok(manifest)
}

pub(super) fn progress() -> Result<ProgressBar, Failure> {
    let bar = ProgressBar::new(0);
    bar.set_style(ProgressStyle::with_template(
        "{wide_bar} {pos} of {len} rows, {eta} to go",
    )?);
    Ok(bar)
}

fn say(manifest: &Manifest, to: &Path) -> Result<(), Failure> {
    let mut err = io::stderr().lock();
    writeln!(err, "{}: {}", to.display(), contents(manifest))?;
    match (&manifest.database, manifest.holds_keys) {
        (Some(_), true) => writeln!(
            err,
            "It holds the keys too: with the age identity, all that protects the codes is in this one file. To keep them apart, \
             see --without-keys and --keys-only."
        )?,
        (Some(_), false) => writeln!(
            err,
            "It holds no keys: without them nothing in it opens. `counterfoil backup --keys-only` backs them up, to be kept in \
             another place."
        )?,
        (None, _) => writeln!(
            err,
            "Keep it in another place than the database, and make another after each `counterfoil keys rotate`."
        )?,
    }
    Ok(())
}

/// What is in a backup, in one line.
pub(super) fn contents(manifest: &Manifest) -> String {
    let keys = if manifest.holds_keys {
        format!("{} keys", manifest.keys.len())
    } else {
        "no keys".to_owned()
    };
    let database = manifest.database.as_ref().map(|database| {
        format!(
            "the {} database of schema {} with {} accounts in {} rows, and ",
            database.engine,
            database.schema,
            database.rows.get("account").copied().unwrap_or_default(),
            manifest.rows()
        )
    });
    format!(
        "{}{keys}, of {}.",
        database.unwrap_or_default(),
        manifest.made
    )
}
