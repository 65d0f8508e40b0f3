//! `counterfoil codes status`

use crate::command::Failure;
use crate::config::Config;
use clap::Args;
use counterfoil_model::Timestamp;
use counterfoil_service::App;
use std::io::{self, Write};
use std::process::ExitCode;

/// Say where an account's backup codes stand
///
/// Prints one fact a line: its name, a tab, its value. What a code says is nowhere to be
/// had: not here, not in the database.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Example:
  counterfoil codes status alice@example.org

Status: 0 a sheet is in force, 1 none is, or no account has this address."
)]
pub(crate) struct Status {
    /// The mailbox's address
    address: String,
}

pub(super) async fn run(status: &Status, app: &App, config: &Config) -> Result<ExitCode, Failure> {
    let Some(account) = app.account_of(&status.address).await? else {
        writeln!(
            io::stderr(),
            "counterfoil: address: no account has this address"
        )?;
        return Ok(ExitCode::FAILURE);
    };
    let codes = app.codes_status(account).await?;
    let date = |at: Option<Timestamp>| {
        at.and_then(|at| jiff::Timestamp::from_microsecond(at.as_micros()).ok())
            .map_or_else(
                || "-".to_owned(),
                |at| {
                    at.to_zoned(config.time_zone.clone())
                        .strftime("%Y-%m-%d %H:%M")
                        .to_string()
                },
            )
    };
    let state = match (codes.sheet, codes.disabled, codes.lost) {
        (Some(_), _, _) => "in force",
        (None, true, _) => "disabled by wrong codes",
        (None, _, true) => "reported lost",
        (None, false, false) => "none",
    };
    let mut out = io::stdout().lock();
    writeln!(out, "state\t{state}")?;
    writeln!(
        out,
        "sheet\t{}",
        codes
            .sheet
            .map_or_else(|| "-".to_owned(), |sheet| sheet.to_string())
    )?;
    writeln!(out, "left\t{}", codes.left)?;
    writeln!(out, "since\t{}", date(codes.proved_at))?;
    writeln!(out, "last drill\t{}", date(codes.drilled_at))?;
    writeln!(
        out,
        "replacement owed\t{}",
        if codes.replacement_owed { "yes" } else { "no" }
    )?;
    Ok(if codes.sheet.is_some() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
