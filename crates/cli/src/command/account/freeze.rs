//! `counterfoil account freeze`

use crate::command::Failure;
use clap::{Args, ValueEnum};
use counterfoil_model::Taken;
use counterfoil_service::App;
use counterfoil_service::freeze::FreezeRefusal;
use std::io::{self, Write};
use std::process::ExitCode;

/// Freeze an account, because its phone, its sheet of codes or its password was taken
///
/// Ends every session, mail connection and app password at once. Nothing is destroyed: mail
/// still arrives, and the owner opens the account again with the password and what was not
/// taken. Every channel of the account is told.
///
/// With --taken you say what was taken, and the owner isn't asked: make sure of the person
/// first. Without it, or if somebody said it before, nothing is changed of that. Freezing a
/// frozen account changes nothing else.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Examples:
  counterfoil account freeze alice@example.org
  counterfoil account freeze alice@example.org --taken phone

Status: 0 it is frozen, 1 refused; standard error says why."
)]
pub(crate) struct Freeze {
    /// The mailbox's address
    address: String,
    /// What was taken
    #[arg(long, value_name = "WHAT")]
    taken: Option<What>,
}

/// What was taken.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum What {
    /// The phone: password and a code open the account again
    Phone,
    /// The sheet of codes: password and phone open it again
    Paper,
    /// Nobody knows: as if the sheet was taken
    Unknown,
}

impl From<What> for Taken {
    fn from(what: What) -> Self {
        match what {
            What::Phone => Self::Phone,
            What::Paper => Self::Paper,
            What::Unknown => Self::Unknown,
        }
    }
}

pub(super) async fn run(freeze: &Freeze, app: &App) -> Result<ExitCode, Failure> {
    let taken = freeze.taken.map(Taken::from);
    let frozen = match app.freeze_address(&freeze.address, taken).await {
        Ok(frozen) => frozen,
        Err(FreezeRefusal::Internal(fault)) => return Err(fault.into()),
        Err(refusal) => {
            writeln!(io::stderr(), "counterfoil: {refusal}")?;
            return Ok(ExitCode::FAILURE);
        }
    };
    if !frozen.began {
        writeln!(io::stderr(), "It was frozen already.")?;
    }
    if taken.is_some() && frozen.said != taken {
        let said = frozen.said.map_or("nothing", Taken::as_str);
        writeln!(io::stderr(), "What was said before stays: {said}.")?;
    }
    Ok(ExitCode::SUCCESS)
}
