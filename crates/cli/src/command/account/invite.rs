//! `counterfoil account invite`

use super::whole_link;
use crate::command::Failure;
use crate::config::Config;
use clap::Args;
use counterfoil_service::account::InviteRefusal;
use counterfoil_service::{App, LinkKind};
use std::io::{self, Write};
use std::process::ExitCode;

/// Invite the owner of a mailbox
///
/// Makes an account that waits for its owner, and a link that works for seven days. A
/// new mailbox can't receive its own invitation: with --to it is mailed to another
/// address of its owner, without it the link is printed, to be handed over on paper.
///
/// Somebody who was invited and didn't come is invited again; the earlier link is void.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Examples:
  counterfoil account invite alice@example.org --name Alice
  counterfoil account invite alice@example.org --name Alice --to alice@elsewhere.example

Status: 0 invited, 1 refused; standard error says why."
)]
pub(crate) struct Invite {
    /// The mailbox's address
    address: String,
    /// What to call its owner
    #[arg(long, default_value = "")]
    name: String,
    /// The language of the invitation, as a tag like "en"
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// Mail the invitation to this address
    #[arg(long, value_name = "ADDRESS")]
    to: Option<String>,
}

pub(super) async fn run(invite: &Invite, app: &App, config: &Config) -> Result<ExitCode, Failure> {
    let language = invite.language.as_deref().unwrap_or(&config.language);
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
