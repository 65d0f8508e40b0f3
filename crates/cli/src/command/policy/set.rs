//! `counterfoil policy set`

use super::{said, setting};
use crate::command::Failure;
use crate::config::Config;
use clap::Args;
use counterfoil_model::Setting;
use counterfoil_service::App;
use counterfoil_web::portal::setting::read;
use std::io::{self, Write};
use std::process::ExitCode;

/// Set a value
///
/// It is written as `counterfoil policy show` writes it: a whole number in its unit, yes or no, a day like 2027-03-31, or
/// never. What is stricter holds at once, what is looser after a day.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Examples:
  counterfoil policy set codes_required_from 2027-03-31
  counterfoil policy set password_least_beside 12

Status: 0 it is set, 1 the value can't be taken; standard error says why."
)]
pub(crate) struct Set {
    /// The setting
    #[arg(value_parser = setting)]
    setting: Setting,
    /// Its value
    value: String,
}

pub(super) async fn run(set: &Set, app: &App, config: &Config) -> Result<ExitCode, Failure> {
    let Some(value) = read(set.setting, &set.value, &config.time_zone) else {
        writeln!(
            io::stderr(),
            "counterfoil: {:?} is no value of this setting; see `counterfoil policy set --help`",
            set.value
        )?;
        return Ok(ExitCode::FAILURE);
    };
    said(app.set_policy(set.setting, Some(value)).await, app.now())
}
