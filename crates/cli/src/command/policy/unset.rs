//! `counterfoil policy unset`

use super::{said, setting};
use crate::command::Failure;
use clap::Args;
use counterfoil_model::Setting;
use counterfoil_service::App;
use std::process::ExitCode;

/// Go back to what the configuration says
///
/// Where that is looser, it waits a day like any other change.
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  counterfoil policy unset session_idle

Status: 0 it goes back, 1 nothing was set.")]
pub(crate) struct Unset {
    /// The setting
    #[arg(value_parser = setting)]
    setting: Setting,
}

pub(super) async fn run(unset: &Unset, app: &App) -> Result<ExitCode, Failure> {
    said(app.set_policy(unset.setting, None).await, app.now())
}
