//! `counterfoil account import`

use super::{open_report, progress_bar};
use crate::command::Failure;
use crate::config::Config;
use clap::{Args, ValueEnum};
use counterfoil_mailsystem::import::{Defaults, Format, Note, Options, Totals, run as import};
use counterfoil_model::MailAddress;
use counterfoil_service::App;
use counterfoil_service::password::imported::SchemeName;
use std::fs::File;
use std::io::{self, BufReader, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

/// Take over accounts of another mail system, with their passwords
///
/// FILE is Dovecot's passwd-file, or a table as CSV whose first line names the columns:
/// login, address, name, language, password. An address or a login is needed, and a password.
///
/// Passwords come as Dovecot writes them: {ARGON2ID}, {ARGON2I}, {BLF-CRYPT}, {SHA512-CRYPT},
/// {SHA256-CRYPT}, {SSHA512}, {SSHA256}, {SSHA}, {SHA512}, {SHA256}, {SHA}, {CRYPT}, {PLAIN}, each
/// also with .hex or .b64. They are wrapped before they are stored, and work as they did: at
/// the next sign-in each becomes an ordinary password. However short, it works until it is
/// changed.
///
/// It can be run again, and after an interruption it must only be run again: an account is
/// whole or absent, new ones are added, and those that are there are never changed. Accounts
/// that an earlier import made and the file no longer names are reported.
///
/// Standard output, or the report, has a line for everything there is to do something about:
///
///   LINE WHAT ACCOUNT WHY
///
/// separated by tabs. WHAT is refused, in-clear, without-password, gone or suspended; LINE and
/// ACCOUNT are "-" where there is none.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Examples:
  counterfoil account import /etc/dovecot/users --domain example.org --dry-run
  counterfoil account import accounts.csv --format csv --default-scheme BLF-CRYPT --report report.tsv

Status: 0 all lines were taken, 1 some were refused, 2 it stopped. Running it again is safe."
)]
pub(crate) struct Import {
    /// The file
    file: PathBuf,
    /// How it is written; by default CSV if its name ends with .csv
    #[arg(long)]
    format: Option<FileFormat>,
    /// The domain of names without one
    #[arg(long)]
    domain: Option<String>,
    /// The scheme of passwords that name none, as "BLF-CRYPT" or "SSHA512.hex"
    #[arg(long, value_name = "SCHEME", default_value = "CRYPT")]
    default_scheme: SchemeName,
    /// The language of those whose line names none, as a tag like "en"
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// Take people over without their password where its scheme isn't known; invite them afterwards
    #[arg(long)]
    without_unknown_passwords: bool,
    /// Suspend accounts that an import made and the file no longer names, in the domains it names
    #[arg(long)]
    suspend_gone: bool,
    /// Only say what would happen
    #[arg(long)]
    dry_run: bool,
    /// Write the report to this file, for this user only
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum FileFormat {
    PasswdFile,
    Csv,
}

pub(super) async fn run(command: &Import, app: App, config: &Config) -> Result<ExitCode, Failure> {
    if let Some(domain) = &command.domain {
        MailAddress::parse(&format!("postmaster@{domain}"))
            .map_err(|error| format!("--domain {domain}: {error}"))?;
    }
    let options = Options {
        format: command.format(),
        defaults: Defaults {
            domain: command.domain.clone(),
            scheme: command.default_scheme,
            language: command
                .language
                .as_ref()
                .unwrap_or(&config.language)
                .clone(),
            without_unknown_passwords: command.without_unknown_passwords,
        },
        dry_run: command.dry_run,
        suspend_gone: command.suspend_gone,
    };
    let path = command.file.display();
    let file = File::open(&command.file).map_err(|error| format!("{path}: {error}"))?;
    let bar = progress_bar(file.metadata()?.len())?;
    let mut report = open_report(command.report.as_deref())?;
    let mut tell = |note: Note<'_>| {
        if let Some(line) = line(&note) {
            return bar.suspend(|| writeln!(report, "{line}"));
        }
        if let Note::Progress(octets) = note {
            bar.set_position(octets);
        }
        // What an interrupted import said until then can be read.
        report.flush()
    };
    let done = import(&Arc::new(app), BufReader::new(file), &options, &mut tell).await;
    bar.finish_and_clear();
    report.flush()?;
    let totals = done.map_err(|error| {
        format!(
            "{path}: {error}. What was taken over until now stays; running it again makes the rest"
        )
    })?;
    sum_up(&totals, command)?;
    Ok(if totals.refused == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

impl Import {
    fn format(&self) -> Format {
        let is_csv = self
            .file
            .extension()
            .is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
        match self.format {
            Some(FileFormat::Csv) => Format::Csv,
            None if is_csv => Format::Csv,
            Some(FileFormat::PasswdFile) | None => Format::PasswdFile,
        }
    }
}

fn line(note: &Note<'_>) -> Option<String> {
    Some(match note {
        Note::Progress(_) => return None,
        Note::Refused(line, refusal) => {
            let who = refusal.who.as_deref().unwrap_or("-");
            format!("{line}\trefused\t{who}\t{refusal}")
        }
        Note::InClear(line, who) => format!(
            "{line}\tin-clear\t{who}\tthe password stood in the file in clear; it is hashed now, and should be changed"
        ),
        Note::WithoutPassword(line, who, scheme) => format!(
            "{line}\twithout-password\t{who}\tthe scheme {scheme} can't be taken over; invite the owner with: counterfoil account invite"
        ),
        Note::Gone(who) => format!("-\tgone\t{who}\tthe file no longer names this account"),
        Note::Suspended(who) => format!("-\tsuspended\t{who}\tbecause it is gone"),
    })
}

fn sum_up(totals: &Totals, command: &Import) -> io::Result<()> {
    let mut err = io::stderr().lock();
    let would = if command.dry_run { "would be " } else { "" };
    writeln!(
        err,
        "{} {would}taken over, {} there already, {} refused, {} gone.",
        accounts(totals.made),
        totals.already_there,
        totals.refused,
        totals.gone
    )?;
    if totals.suspended > 0 {
        writeln!(
            err,
            "{} suspended, because the file no longer names them.",
            accounts(totals.suspended)
        )?;
    }
    if totals.suspending_held_back {
        writeln!(
            err,
            "Nobody was suspended: some refused lines don't tell whose they are, so nobody knows who is gone. Correct them first."
        )?;
    }
    if totals.without_password > 0 {
        writeln!(
            err,
            "{} without a password: invite their owners.",
            accounts(totals.without_password)
        )?;
    }
    if totals.in_clear > 0 {
        writeln!(
            err,
            "WARNING: {} passwords stood in this file in clear. Whoever read it knows them: destroy every copy, and ask their \
             owners for new ones.",
            totals.in_clear
        )?;
    }
    if totals.refused > 0 {
        let place = command.report.as_ref().map_or_else(
            || "above".to_owned(),
            |path| format!("in {}", path.display()),
        );
        writeln!(
            err,
            "Why lines were refused, and what to do, stands {place}. Then run it again."
        )?;
    }
    Ok(())
}

fn accounts(count: u64) -> String {
    match count {
        1 => "1 account".to_owned(),
        count => format!("{count} accounts"),
    }
}
