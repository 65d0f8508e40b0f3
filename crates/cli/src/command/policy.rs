//! `counterfoil policy …`

mod set;
mod show;
mod stop;
mod unset;

use super::Failure;
use crate::assembly;
use crate::config::{Config, environment_of_process};
use clap::Subcommand;
use counterfoil_model::policy::Decision;
use counterfoil_model::{Setting, Timestamp};
use counterfoil_service::policy::PolicyChangeRefusal;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

/// See and change what is asked of owners
///
/// The configuration gives every setting a value. What operators set, here or at the desk, comes before it, on every node and
/// without a restart. What makes a rule stricter holds at once; what makes it looser waits a day, every operator hears of it
/// by mail, and any of them can stop it. A setting that [policy] pinned names in the configuration can only get stricter.
#[derive(Debug, Subcommand)]
#[command(verbatim_doc_comment)]
pub(crate) enum Policy {
    Show(show::Show),
    Set(set::Set),
    Unset(unset::Unset),
    Stop(stop::Stop),
}

pub(crate) fn run(command: &Policy, file: Option<&Path>) -> Result<ExitCode, Failure> {
    let config = Config::load(file, environment_of_process())?;
    tokio::runtime::Runtime::new()?.block_on(async {
        let app = assembly::app(&config).await?;
        match command {
            Policy::Show(_) => show::run(&app, &config).await,
            Policy::Set(set) => set::run(set, &app, &config).await,
            Policy::Unset(unset) => unset::run(unset, &app).await,
            Policy::Stop(stop) => stop::run(stop, &app).await,
        }
    })
}

/// The setting that a name on the command line means.
fn setting(name: &str) -> Result<Setting, String> {
    Setting::parse(name)
        .ok_or_else(|| "no such setting; `counterfoil policy show` names them".to_owned())
}

/// Says what became of a change.
fn said(
    changed: Result<Decision, PolicyChangeRefusal>,
    now: Timestamp,
) -> Result<ExitCode, Failure> {
    let mut err = io::stderr().lock();
    match changed {
        Ok(decision) if decision.effective_at > now => {
            let at = moment(decision.effective_at);
            writeln!(
                err,
                "This is looser, so it waits: it holds from {at} on, unless an operator stops it."
            )?;
            Ok(ExitCode::SUCCESS)
        }
        Ok(_) => {
            writeln!(err, "It holds now.")?;
            Ok(ExitCode::SUCCESS)
        }
        Err(PolicyChangeRefusal::Value(refusal)) => {
            writeln!(err, "counterfoil: {refusal}")?;
            Ok(ExitCode::FAILURE)
        }
        Err(other) => Err(other.into()),
    }
}

/// A moment as RFC 3339 has it.
fn moment(at: Timestamp) -> String {
    jiff::Timestamp::from_microsecond(at.as_micros())
        .map(|at| format!("{at:.0}"))
        .unwrap_or_default()
}
