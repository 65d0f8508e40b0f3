//! `counterfoil client list`

use crate::command::Failure;
use clap::Args;
use counterfoil_service::App;
use counterfoil_service::openid::ClientSource;
use std::io::{self, Write};
use std::process::ExitCode;

/// List all apps
///
/// One line each, its fields separated by tabs:
///
///   ID NAME KIND MAIL WHERE
///
/// KIND is confidential or public; MAIL yes or no; WHERE configuration, database, or
/// overruled: in the database, while the configuration has one of the same id.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct List {}

pub(super) async fn run(app: &App) -> Result<ExitCode, Failure> {
    let mut out = io::stdout().lock();
    for listed in app.clients().await? {
        let client = &listed.client;
        let kind = if client.secret.is_some() {
            "confidential"
        } else {
            "public"
        };
        let mail = if client.mail { "yes" } else { "no" };
        let source = place(listed.source);
        writeln!(
            out,
            "{}\t{}\t{kind}\t{mail}\t{source}",
            client.id, client.name
        )?;
    }
    Ok(ExitCode::SUCCESS)
}

pub(super) const fn place(source: ClientSource) -> &'static str {
    match source {
        ClientSource::Configuration => "configuration",
        ClientSource::Database => "database",
        ClientSource::Overruled => "overruled",
    }
}
