//! `counterfoil advisory …`

mod add;
mod correct;
mod list;
mod show;
mod withdraw;

use super::Failure;
use crate::assembly;
use crate::config::{Config, environment_of_process};
use clap::Subcommand;
use counterfoil_lang::typed_moment;
use counterfoil_model::{AdvisoryId, Timestamp};
use data_encoding::HEXLOWER;
use std::io::{self, Read, Write};
use std::path::Path;
use std::process::ExitCode;

/// Tell people what they have to know: a warning, a change, a date
#[derive(Debug, Subcommand)]
pub(crate) enum Advisory {
    Add(add::Add),
    List(list::List),
    Show(show::Show),
    Correct(correct::Correct),
    Withdraw(withdraw::Withdraw),
}

pub(crate) fn run(command: &Advisory, file: Option<&Path>) -> Result<ExitCode, Failure> {
    let config = Config::load(file, environment_of_process())?;
    tokio::runtime::Runtime::new()?.block_on(async {
        let app = assembly::app(&config).await?;
        match command {
            Advisory::Add(add) => add::run(add, &app, &config).await,
            Advisory::List(_) => list::run(&app, &config).await,
            Advisory::Show(show) => show::run(show, &app, &config).await,
            Advisory::Correct(correct) => correct::run(correct, &app, &config).await,
            Advisory::Withdraw(withdraw) => withdraw::run(withdraw, &app).await,
        }
    })
}

/// The answer is no, for this reason.
fn refused(reason: &str) -> Result<ExitCode, Failure> {
    writeln!(io::stderr(), "counterfoil: {reason}")?;
    Ok(ExitCode::FAILURE)
}

/// The text of a file, or of standard input for `-`.
fn text_of(file: &Path) -> Result<String, Failure> {
    if file == Path::new("-") {
        let mut text = String::new();
        io::stdin().read_to_string(&mut text)?;
        return Ok(text);
    }
    std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()).into())
}

/// A day or a moment in the time zone of the configuration.
fn moment(name: &str, typed: Option<&str>, config: &Config) -> Result<Option<Timestamp>, Failure> {
    let Some(typed) = typed else { return Ok(None) };
    let at = typed_moment(typed, &config.time_zone).ok_or_else(|| {
        format!("--{name}: {typed:?} is no day like 2026-12-01 and no moment like 2026-12-01T14:00")
    })?;
    Ok(Some(Timestamp::from_micros(at)))
}

fn id_of(typed: &str) -> Option<AdvisoryId> {
    let bytes = HEXLOWER.decode(typed.as_bytes()).ok()?;
    Some(AdvisoryId::from_bytes(bytes.try_into().ok()?))
}

/// As `2026-12-01 14:00`, in the time zone of the configuration.
fn written(at: Timestamp, config: &Config) -> String {
    jiff::Timestamp::from_microsecond(at.as_micros()).map_or_else(
        |_| "-".to_owned(),
        |at| {
            at.to_zoned(config.time_zone.clone())
                .strftime("%Y-%m-%d %H:%M")
                .to_string()
        },
    )
}
