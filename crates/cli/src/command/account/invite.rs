//! `counterfoil account invite`

mod many;

use super::{open_report, whole_link};
use crate::command::Failure;
use crate::config::Config;
use clap::Args;
use counterfoil_service::account::InviteRefusal;
use counterfoil_service::{App, LinkKind};
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// Invite the owner of a mailbox
///
/// Makes an account that waits for its owner, and a link that works for seven days. A
/// new mailbox can't receive its own invitation: with --to it is mailed to another
/// address of its owner, without it the link is printed, to be handed over on paper.
///
/// Somebody who was invited and didn't come is invited again; the earlier link is void.
///
/// --csv invites everybody in FILE: one person a line, with address, name and the other address
/// the invitation is mailed to, or with a first line that names these columns. Whoever has an
/// account or was invited before is left alone, so it can be run again. Standard output, or the
/// report, has a line for each that there is something to do about, separated by tabs:
///
///   LINE WHAT ADDRESS WHY
///
/// WHAT is link, WHY being the link to hand over; there; or refused, WHY being the field and the
/// reason.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Examples:
  counterfoil account invite alice@example.org --name Alice
  counterfoil account invite alice@example.org --name Alice --to alice@elsewhere.example
  counterfoil account invite --csv people.csv --dry-run
  counterfoil account invite --csv people.csv --report report.tsv

Status: 0 invited, 1 refused, all or some; standard error says why."
)]
pub(crate) struct Invite {
    /// The mailbox's address
    #[arg(
        required_unless_present = "csv",
        default_value = "",
        hide_default_value = true
    )]
    address: String,
    /// What to call its owner
    #[arg(long, default_value = "", hide_default_value = true)]
    name: String,
    /// The language of the invitation, as a tag like "en"
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// Mail the invitation to this address
    #[arg(long, value_name = "ADDRESS")]
    to: Option<String>,
    /// Invite everybody in this file
    #[arg(long, value_name = "FILE", conflicts_with_all = ["address", "name", "to"])]
    csv: Option<PathBuf>,
    /// With --csv: only say what would happen
    #[arg(long, requires = "csv")]
    dry_run: bool,
    /// With --csv: write the report to this file, for this user only
    #[arg(long, value_name = "FILE", requires = "csv")]
    report: Option<PathBuf>,
}

pub(super) async fn run(invite: &Invite, app: &App, config: &Config) -> Result<ExitCode, Failure> {
    let language = invite.language.as_deref().unwrap_or(&config.language);
    if let Some(file) = &invite.csv {
        return many::run(invite, file, language, app, config).await;
    }
    let invited = match app
        .invite(
            &invite.address,
            &invite.name,
            language,
            invite.to.as_deref(),
        )
        .await
    {
        Ok(invited) => invited,
        Err(InviteRefusal::Internal(fault)) => return Err(fault.into()),
        Err(refusal) => {
            writeln!(io::stderr(), "counterfoil: {refusal}")?;
            return Ok(ExitCode::FAILURE);
        }
    };
    match invited.link {
        Some(token) => writeln!(
            io::stdout(),
            "{}",
            whole_link(config, LinkKind::Invitation, &token)
        )?,
        None => writeln!(
            io::stderr(),
            "The invitation is on its way, as soon as `counterfoil serve` runs."
        )?,
    }
    Ok(ExitCode::SUCCESS)
}
