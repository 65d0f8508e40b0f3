//! `counterfoil client add`

use super::refused;
use crate::command::Failure;
use clap::{Args, ValueEnum};
use counterfoil_oidc::{Algorithm, Client};
use counterfoil_service::App;
use counterfoil_service::openid::AddClientRefusal;
use std::io::{self, Write};
use std::process::ExitCode;

/// Register an app
///
/// Prints the app's secret, this once: only its hash is kept. An app that can keep no
/// secret, on a phone or in a browser, is registered with --public and must use PKCE.
///
/// An app of the same id in the configuration stands before one that is registered here.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Examples:
  counterfoil client add webmail --name Webmail --mail --pkce-optional \\
    --redirect-uri https://webmail.example.org/index.php/login/oauth
  counterfoil client add wiki --name Wiki --public --redirect-uri https://wiki.example.org/cb

Status: 0 registered, 1 refused; standard error says why."
)]
pub(crate) struct Add {
    /// The app's id: letters, digits, - _ .
    id: String,
    /// What owners call it
    #[arg(long)]
    name: String,
    /// Where codes may be sent, byte by byte; may be given more than once
    #[arg(long = "redirect-uri", value_name = "URI", required = true)]
    redirect_uris: Vec<String>,
    /// Where people may be sent after signing out; may be given more than once
    #[arg(long = "post-logout-redirect-uri", value_name = "URI")]
    post_logout_redirect_uris: Vec<String>,
    /// Where the app is told that somebody signed out
    #[arg(long, value_name = "URI")]
    backchannel_logout_uri: Option<String>,
    /// The app may read and send mail
    #[arg(long)]
    mail: bool,
    /// The app may come without PKCE, as Roundcube 1.6 does
    #[arg(long, conflicts_with = "public")]
    pkce_optional: bool,
    /// The app can keep no secret
    #[arg(long)]
    public: bool,
    /// How its ID tokens are signed
    #[arg(long, value_enum, default_value = "rs256")]
    signing: Signing,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Signing {
    Rs256,
    Es256,
}

pub(super) async fn run(add: &Add, app: &App) -> Result<ExitCode, Failure> {
    let client = Client {
        id: add.id.clone(),
        name: add.name.clone(),
        secret: None,
        redirect_uris: add.redirect_uris.clone(),
        post_logout_redirect_uris: add.post_logout_redirect_uris.clone(),
        back_channel_logout_uri: add.backchannel_logout_uri.clone(),
        mail: add.mail,
        pkce_optional: add.pkce_optional,
        signing: match add.signing {
            Signing::Rs256 => Algorithm::Rs256,
            Signing::Es256 => Algorithm::Es256,
        },
    };
    match app.add_client(client, !add.public).await {
        Ok(Some(secret)) => writeln!(io::stdout(), "{}", *secret)?,
        Ok(None) => {}
        Err(AddClientRefusal::Internal(fault)) => return Err(fault.into()),
        Err(refusal) => return refused(&refusal.to_string()),
    }
    Ok(ExitCode::SUCCESS)
}
