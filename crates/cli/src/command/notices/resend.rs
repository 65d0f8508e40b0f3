//! `counterfoil notices resend`

use crate::command::Failure;
use clap::Args;
use counterfoil_model::{AccountId, NoticeId};
use counterfoil_service::App;
use data_encoding::HEXLOWER;
use std::io::{self, Write};
use std::process::ExitCode;
use std::str::FromStr;

/// Send notices again that failed
///
/// They leave as soon as `counterfoil serve` runs. One whose link has ended is not sent again:
/// whoever needs it asks for a new link. One that waits for its next try is tried at once.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Examples:
  counterfoil notices resend --failed
  counterfoil notices list | cut -f 1 | head -n 3 | xargs counterfoil notices resend

Status: 0 all are sent again, 1 some are not; standard error says which."
)]
#[group(required = true, multiple = false)]
pub(crate) struct Resend {
    /// The notices, as `counterfoil notices list` names them
    notices: Vec<Name>,
    /// Everything that failed
    #[arg(long)]
    failed: bool,
}

/// What a notice is called on the command line: its account and its id.
#[derive(Clone, Copy, Debug)]
struct Name(AccountId, NoticeId);

impl FromStr for Name {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let id = |text: &str| HEXLOWER.decode(text.as_bytes()).ok()?.try_into().ok();
        text.split_once('.')
            .and_then(|(account, notice)| {
                Some(Self(
                    AccountId::from_bytes(id(account)?),
                    NoticeId::from_bytes(id(notice)?),
                ))
            })
            .ok_or("not the name of a notice; see the first field of `counterfoil notices list`")
    }
}

pub(super) async fn run(resend: &Resend, app: &App) -> Result<ExitCode, Failure> {
    let mut err = io::stderr().lock();
    if resend.failed {
        let count = app.resend_failed_notices().await?;
        writeln!(err, "Sent again: {count}.")?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut status = ExitCode::SUCCESS;
    for Name(account, notice) in &resend.notices {
        if !app.resend_notice(*account, *notice).await? {
            status = ExitCode::FAILURE;
            writeln!(
                err,
                "counterfoil: {account}.{notice}: has left already, or its link has ended"
            )?;
        }
    }
    Ok(status)
}
