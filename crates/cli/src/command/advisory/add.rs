//! `counterfoil advisory add`

use super::{moment, refused, text_of};
use crate::command::Failure;
use crate::config::Config;
use clap::{Args, ValueEnum};
use counterfoil_model::advisory::{Audience, Severity};
use counterfoil_service::App;
use counterfoil_service::advisory::{AdvisoryRefusal, Draft};
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// Publish an advisory
///
/// Prints its id. The text is Markdown: bold, lists, and links to http and https. HTML and
/// pictures are refused.
///
/// It stands in the portal until whom it concerns has read it. A notice also goes with the
/// monthly letter; a critical one is mailed to every address at once, by a running server.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Examples:
  counterfoil advisory add --title \"Mails that look like ours\" --severity critical \\
    --public warning.md
  counterfoil advisory add --title \"We move house\" --from 2026-12-01 --until 2026-12-06 -

Status: 0 published, 1 refused; standard error says why."
)]
pub(crate) struct Add {
    /// The file with the text; - for standard input
    file: PathBuf,
    /// One line
    #[arg(long)]
    title: String,
    /// How much it matters
    #[arg(long, value_enum, default_value = "notice")]
    severity: TypedSeverity,
    /// Whom it concerns
    #[arg(long, value_enum, default_value = "everybody")]
    audience: TypedAudience,
    /// Anybody may read it, and it stands in the feed
    #[arg(long)]
    public: bool,
    /// Its first day, or moment; now when it is missing
    #[arg(long, value_name = "DAY")]
    from: Option<String>,
    /// When it is over; never when it is missing
    #[arg(long, value_name = "DAY")]
    until: Option<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum TypedSeverity {
    /// It stands in the portal
    Info,
    /// It also goes with the monthly letter
    Notice,
    /// It is also mailed to every address at once
    Critical,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum TypedAudience {
    /// Everybody
    Everybody,
    /// Operators
    Operators,
    /// Accounts that a password alone opens
    WithoutSecondStep,
    /// Accounts without backup codes
    WithoutCodes,
}

pub(super) async fn run(add: &Add, app: &App, config: &Config) -> Result<ExitCode, Failure> {
    let draft = Draft {
        title: add.title.clone(),
        body: text_of(&add.file)?,
        severity: match add.severity {
            TypedSeverity::Info => Severity::Info,
            TypedSeverity::Notice => Severity::Notice,
            TypedSeverity::Critical => Severity::Critical,
        },
        audience: match add.audience {
            TypedAudience::Everybody => Audience::Everybody,
            TypedAudience::Operators => Audience::Operators,
            TypedAudience::WithoutSecondStep => Audience::WithoutSecondStep,
            TypedAudience::WithoutCodes => Audience::WithoutCodes,
        },
        public: add.public,
        from: moment("from", add.from.as_deref(), config)?,
        until: moment("until", add.until.as_deref(), config)?,
    };
    match app.write_advisory(draft).await {
        Ok(id) => writeln!(io::stdout(), "{id}")?,
        Err(AdvisoryRefusal::Internal(fault)) => return Err(fault.into()),
        Err(refusal) => return refused(&refusal.to_string()),
    }
    Ok(ExitCode::SUCCESS)
}
