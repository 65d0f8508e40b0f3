//! `counterfoil status`

use crate::assembly;
use crate::command::Failure;
use crate::config::{Config, environment_of_process};
use clap::Args;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

/// Count accounts, codes, second steps and notices
///
/// Prints one number a line: what is counted, a tab, how many there are now.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Example, how many owners are still without codes:
  counterfoil status | grep -E 'in use|with codes'"
)]
pub(crate) struct Status {}

pub(crate) fn run(file: Option<&Path>) -> Result<ExitCode, Failure> {
    let config = Config::load(file, environment_of_process())?;
    let totals = tokio::runtime::Runtime::new()?.block_on(async {
        let app = assembly::app(&config).await?;
        Ok::<_, Failure>(app.count_totals().await?)
    })?;
    let (accounts, sheets, notices) = (&totals.accounts, &totals.sheets, &totals.deliveries);
    let mut out = io::stdout().lock();
    for (what, count) in [
        ("accounts", accounts.all),
        ("accounts in use", accounts.active),
        ("accounts invited", accounts.invited),
        ("accounts suspended", accounts.suspended),
        ("accounts frozen", accounts.frozen),
        ("accounts with a password alone", accounts.no_second_step),
        ("operators", accounts.operators),
        ("accounts with codes", sheets.all),
        ("sheets with three codes left or fewer", sheets.low),
        ("sheets older than a year", sheets.old),
        ("authenticator apps", totals.phones),
        ("with a passkey", totals.passkeys),
        ("app passwords", totals.app_passwords),
        ("accounts read by mail programs today", totals.mail_accounts),
        ("notices queued", notices.queued),
        ("notices deferred", notices.deferred),
        ("notices bounced", notices.bounced),
        ("notices failed", notices.failed),
        ("notices expired", notices.expired),
    ] {
        writeln!(out, "{what}\t{count}")?;
    }
    Ok(ExitCode::SUCCESS)
}
