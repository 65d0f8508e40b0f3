//! `counterfoil policy stop`

use super::setting;
use crate::command::Failure;
use clap::Args;
use counterfoil_model::Setting;
use counterfoil_service::App;
use std::io::{self, Write};
use std::process::ExitCode;

/// Stop a change that waits
///
/// What holds now goes on, and every operator hears of it.
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  counterfoil policy stop session_idle

Status: 0 it is stopped, 1 nothing waited.")]
pub(crate) struct Stop {
    /// The setting
    #[arg(value_parser = setting)]
    setting: Setting,
}

pub(super) async fn run(stop: &Stop, app: &App) -> Result<ExitCode, Failure> {
    if app.stop_policy_change(stop.setting).await? {
        writeln!(io::stderr(), "Stopped.")?;
        return Ok(ExitCode::SUCCESS);
    }
    writeln!(io::stderr(), "counterfoil: nothing waited")?;
    Ok(ExitCode::FAILURE)
}
