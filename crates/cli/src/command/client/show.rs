//! `counterfoil client show`

use super::list::place;
use super::refused;
use crate::command::Failure;
use clap::Args;
use counterfoil_service::App;
use std::io::{self, Write};
use std::process::ExitCode;

/// Show an app, all but its secret
///
/// One line for each value: its name as in the configuration, a tab, the value.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Example:
  counterfoil client show webmail

Status: 0 there it is, 1 there is none of this id."
)]
pub(crate) struct Show {
    /// The app's id
    id: String,
}

pub(super) async fn run(show: &Show, app: &App) -> Result<ExitCode, Failure> {
    let clients = app.clients().await?;
    // The one that is heard of comes first.
    let Some(listed) = clients.iter().find(|listed| listed.client.id == show.id) else {
        return refused("there is no app of this id");
    };
    let client = &listed.client;
    let mut out = io::stdout().lock();
    writeln!(out, "id\t{}", client.id)?;
    writeln!(out, "name\t{}", client.name)?;
    for uri in &client.redirect_uris {
        writeln!(out, "redirect_uris\t{uri}")?;
    }
    for uri in &client.post_logout_redirect_uris {
        writeln!(out, "post_logout_redirect_uris\t{uri}")?;
    }
    if let Some(uri) = &client.back_channel_logout_uri {
        writeln!(out, "backchannel_logout_uri\t{uri}")?;
    }
    writeln!(out, "secret\t{}", yes_no(client.secret.is_some()))?;
    writeln!(out, "mail\t{}", yes_no(client.mail))?;
    writeln!(out, "pkce_optional\t{}", yes_no(!client.needs_pkce()))?;
    writeln!(out, "signing\t{}", client.signing.name())?;
    writeln!(out, "where\t{}", place(listed.source))?;
    Ok(ExitCode::SUCCESS)
}

const fn yes_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}
