//! `counterfoil config check`

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::Args;

use crate::assembly;
use crate::command::Failure;
use crate::config::{Config, environment_of_process};

/// Read the configuration as the server would, and say what it means
///
/// Reads the file, lays the environment over it and checks the whole. Prints what a
/// server would do with it; passwords are never printed. Status 2, with the key to
/// change, when the server would refuse it.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Examples:
  counterfoil config check
  counterfoil --config /etc/counterfoil/counterfoil.toml config check
  COUNTERFOIL__POLICY__CODES_PER_SHEET=12 counterfoil config check

Every key can be overridden by a variable COUNTERFOIL__SECTION__KEY."
)]
pub(crate) struct Check {}

pub(crate) fn run(file: Option<&Path>) -> Result<ExitCode, Failure> {
    let config = Config::load(file, environment_of_process())?;
    let read = config
        .file
        .as_deref()
        .map_or("(none)".into(), |file| file.display().to_string());
    let ways: Vec<String> = config
        .notices
        .ways
        .iter()
        .map(ToString::to_string)
        .collect();
    let notices = ways.join(", else ");
    let templates = match &config.templates {
        None => "ours".to_owned(),
        Some(folder) => folder.display().to_string(),
    };
    assembly::templates(&config)?;
    let mut out = io::stdout().lock();
    writeln!(out, "file\t{read}")?;
    writeln!(out, "service\t{}", config.service_name)?;
    writeln!(out, "owners type\t{}", config.public_url)?;
    let passkeys = if config.allows_passkeys() {
        "yes"
    } else {
        "no: browsers want a name and https, or http://localhost"
    };
    writeln!(out, "passkeys\t{passkeys}")?;
    writeln!(out, "listens on\t{}", config.listen)?;
    writeln!(out, "database\t{}", config.database)?;
    writeln!(out, "keys\t{}", config.keys_dir.display())?;
    writeln!(out, "notices\t{notices}")?;
    writeln!(out, "templates\t{templates}")?;
    match &config.mail {
        None => writeln!(out, "mail software\tnone")?,
        Some(mail) => {
            let doveadm = mail.doveadm.as_ref().map_or("nowhere", url::Url::as_str);
            writeln!(out, "mail gateway\t{}", mail.gateway)?;
            writeln!(out, "sending policy\t{}", mail.sending_policy)?;
            writeln!(out, "doveadm\t{doveadm}")?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
