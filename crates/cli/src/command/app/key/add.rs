//! `counterfoil app key add`

use crate::command::Failure;
use crate::command::app::refused;
use clap::Args;
use counterfoil_model::api_rate::PER_MINUTE;
use counterfoil_model::{ApiScope, ApiScopes, Span};
use counterfoil_service::App;
use counterfoil_service::api::{MakeKeyRefusal, NewKey};
use std::io::{self, Write};
use std::process::ExitCode;

/// Make a key for an app
///
/// Prints the key, this once: only a keyed hash of it is kept. An app may have several at
/// a time: make the next one, give it to the app, revoke the old one, and nothing is lost.
///
/// Scopes, and what a key with them may do:
///
///   accounts:read    read the app's accounts and where their sets stand
///   accounts:write   make, suspend, resume and erase accounts
///   sets:write       issue, activate and retire sets: this one sees codes
///   codes:redeem     spend codes
///   codes:check      check codes without spending them, and drill
///   events:read      read what happened to the app's accounts
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Examples:
  counterfoil app key add shop --scope codes:redeem --label \"sign-in server\"
  counterfoil app key add shop --scope accounts:write --scope sets:write --days 90

Status: 0 there it is, 1 refused; standard error says why."
)]
pub(crate) struct Add {
    /// The app's id
    app: String,
    /// What the key may do; may be given more than once
    #[arg(long = "scope", value_name = "SCOPE", required = true, value_parser = scope)]
    scopes: Vec<ApiScope>,
    /// What operators call the key
    #[arg(long, default_value = "")]
    label: String,
    /// The key ends after so many days
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=3650))]
    days: Option<u16>,
    /// Requests that are heard in a minute
    #[arg(long, default_value_t = PER_MINUTE, value_parser = clap::value_parser!(u32).range(1..))]
    per_minute: u32,
}

fn scope(text: &str) -> Result<ApiScope, String> {
    ApiScope::parse(text).ok_or_else(|| {
        let all: Vec<_> = ApiScope::ALL.iter().map(|scope| scope.as_str()).collect();
        format!("a scope is one of {}", all.join(", "))
    })
}

pub(in crate::command::app) async fn run(add: &Add, app: &App) -> Result<ExitCode, Failure> {
    let new = NewKey {
        app: &add.app,
        label: &add.label,
        scopes: ApiScopes::of(&add.scopes),
        lasts: add.days.map(|days| Span::days(i64::from(days))),
        per_minute: add.per_minute,
    };
    match app.make_api_key(new).await {
        Ok(key) => {
            writeln!(io::stdout(), "{}", *key.text())?;
            writeln!(io::stderr(), "The key's id is {}.", key.id())?;
            Ok(ExitCode::SUCCESS)
        }
        Err(MakeKeyRefusal::Internal(fault)) => Err(fault.into()),
        Err(refusal) => refused(&refusal.to_string()),
    }
}
