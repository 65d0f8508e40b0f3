//! `counterfoil policy show`

use super::moment;
use crate::command::Failure;
use crate::config::Config;
use clap::Args;
use counterfoil_model::policy::{Origin, Unit};
use counterfoil_service::App;
use counterfoil_web::portal::setting::written;
use std::io::{self, Write};
use std::process::ExitCode;

/// Show every setting, its value and where that comes from
///
/// One line each, its fields separated by tabs:
///
///   SETTING VALUE UNIT ORIGIN WAITS FROM
///
/// ORIGIN is default, file or operator; "pinned" behind it says that it can only get stricter. WAITS is the value that a
/// change which waits will set, FROM the moment from which on. A hyphen stands where there is nothing.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Example, what will change:
  counterfoil policy show | awk -F '\\t' '$5 != \"-\"'"
)]
pub(crate) struct Show {}

pub(super) async fn run(app: &App, config: &Config) -> Result<ExitCode, Failure> {
    let mut out = io::stdout().lock();
    for view in app.policy_settings().await? {
        let zone = &config.time_zone;
        let unit = match view.setting.unit() {
            Unit::Switch => "yes or no",
            Unit::Date => "day",
            Unit::Codes => "codes",
            Unit::Characters => "characters",
            Unit::Minutes => "minutes",
            Unit::Hours => "hours",
            Unit::Days | Unit::DaysOrEver => "days",
            Unit::Recipients => "recipients an hour",
        };
        let origin = match view.origin {
            Origin::Default => "default",
            Origin::File | Origin::Pinned => "file",
            Origin::Operator => "operator",
        };
        let pinned = if view.pinned { " pinned" } else { "" };
        let waits = view.waiting.as_ref().map_or_else(
            || "-\t-".to_owned(),
            |waits| {
                let to = written(view.setting, waits.to, zone);
                format!("{to}\t{}", moment(waits.effective_at))
            },
        );
        writeln!(
            out,
            "{}\t{}\t{unit}\t{origin}{pinned}\t{waits}",
            view.setting.name(),
            written(view.setting, view.value, zone)
        )?;
    }
    Ok(ExitCode::SUCCESS)
}
