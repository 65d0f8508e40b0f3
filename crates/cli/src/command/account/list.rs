//! `counterfoil account list`

use crate::command::Failure;
use clap::Args;
use counterfoil_service::App;
use counterfoil_service::account::ListedAccount;
use std::io::{self, Write};
use std::process::ExitCode;

/// List accounts, oldest first
///
/// One line each, its fields separated by tabs:
///
///   ADDRESS NAME ROLE STATE SECOND-STEP CODES-LEFT ORIGIN SIGNED-IN
///
/// ROLE is owner or operator; STATE invited, active, frozen or suspended; SECOND-STEP yes or no;
/// CODES-LEFT a number, or "-" without a sheet in force; ORIGIN imported or here; SIGNED-IN yes
/// once somebody signed in to it, in a browser or a mail program, else no.
///
/// The options leave out the others; several together leave only those who meet all.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Example, how far a migration is:
  counterfoil account list --imported --without-second-step | wc -l"
)]
pub(crate) struct List {
    /// Only accounts that came from another system
    #[arg(long)]
    imported: bool,
    /// Only accounts that a password alone opens
    #[arg(long)]
    without_second_step: bool,
    /// Only accounts that nobody has signed in to yet
    #[arg(long)]
    never_signed_in: bool,
}

impl List {
    const fn shows(&self, account: &ListedAccount) -> bool {
        let left_out = (self.imported && !account.imported)
            || (self.without_second_step && account.second_factor)
            || (self.never_signed_in && account.signed_in);
        !left_out
    }
}

pub(super) async fn run(list: &List, app: &App) -> Result<ExitCode, Failure> {
    let accounts = app.list_accounts().await?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    for account in accounts.iter().filter(|account| list.shows(account)) {
        let left = account
            .codes_left
            .map_or_else(|| "-".to_owned(), |left| left.to_string());
        let state = match account.frozen_at {
            Some(_) if account.state == "active" => "frozen",
            _ => account.state.as_str(),
        };
        let yes = |it: bool| if it { "yes" } else { "no" };
        writeln!(
            out,
            "{}\t{}\t{}\t{}\t{}\t{left}\t{}\t{}",
            account.address,
            account.name,
            account.role,
            state,
            yes(account.second_factor),
            if account.imported { "imported" } else { "here" },
            yes(account.signed_in),
        )?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
