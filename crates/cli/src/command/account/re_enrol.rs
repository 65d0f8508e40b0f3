//! `counterfoil account re-enrol`

use super::whole_link;
use crate::command::Failure;
use crate::config::Config;
use clap::Args;
use counterfoil_service::account::ReEnrolRefusal;
use counterfoil_service::{App, LinkKind};
use std::io::{self, Write};
use std::process::ExitCode;

/// Let an owner who lost everything enrol again
///
/// Prints a link that works for 24 hours and binds a new password and a new authenticator
/// app; you never choose a password for somebody. Make sure of the person first, as
/// carefully as when they got the mailbox. Open sessions end now. Every channel of the
/// account is told, and nothing opens until a day after the link was used.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Example:
  counterfoil account re-enrol alice@example.org

Status: 0 the link is on standard output, 1 refused; standard error says why."
)]
pub(crate) struct ReEnrol {
    /// The mailbox's address
    address: String,
}

pub(super) async fn run(
    re_enrol: &ReEnrol,
    app: &App,
    config: &Config,
) -> Result<ExitCode, Failure> {
    match app.make_re_enrol_link(&re_enrol.address).await {
        Ok(token) => {
            writeln!(
                io::stdout(),
                "{}",
                whole_link(config, LinkKind::ReEnrol, &token)
            )?;
            Ok(ExitCode::SUCCESS)
        }
        Err(ReEnrolRefusal::Internal(fault)) => Err(fault.into()),
        Err(refusal) => {
            writeln!(io::stderr(), "counterfoil: {refusal}")?;
            Ok(ExitCode::FAILURE)
        }
    }
}
