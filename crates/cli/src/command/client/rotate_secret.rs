//! `counterfoil client rotate-secret`

use super::refused;
use crate::command::Failure;
use clap::Args;
use counterfoil_service::App;
use std::io::{self, Write};
use std::process::ExitCode;

/// Give an app another secret
///
/// Prints it, this once. The old one is dead from this moment; who is signed in stays so,
/// as long as the app has the new one when it renews its tokens.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Example:
  counterfoil client rotate-secret webmail > /etc/webmail/secret

Status: 0 done, 1 there is no app of this id with a secret in the database."
)]
pub(crate) struct RotateSecret {
    /// The app's id
    id: String,
}

pub(super) async fn run(rotate: &RotateSecret, app: &App) -> Result<ExitCode, Failure> {
    match app.rotate_client_secret(&rotate.id).await? {
        Some(secret) => writeln!(io::stdout(), "{}", *secret)?,
        None => return refused("there is no app of this id with a secret in the database"),
    }
    Ok(ExitCode::SUCCESS)
}
