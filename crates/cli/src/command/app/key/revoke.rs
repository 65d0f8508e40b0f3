//! `counterfoil app key revoke`

use crate::command::Failure;
use crate::command::app::refused;
use clap::Args;
use counterfoil_model::ApiKeyId;
use counterfoil_service::App;
use std::process::ExitCode;

/// Revoke a key
///
/// It is dead from this moment.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Examples:
  counterfoil app key revoke 3f9a61c2d07b4e58

Status: 0 it is dead, 1 no key of this id works."
)]
pub(crate) struct Revoke {
    /// The key's id, as `counterfoil app show` lists it
    key: String,
}

pub(in crate::command::app) async fn run(revoke: &Revoke, app: &App) -> Result<ExitCode, Failure> {
    let id = data_encoding::HEXLOWER_PERMISSIVE
        .decode(revoke.key.as_bytes())
        .ok()
        .and_then(|bytes| Some(ApiKeyId::from_bytes(bytes.try_into().ok()?)));
    match id {
        Some(id) if app.revoke_api_key(id).await? => Ok(ExitCode::SUCCESS),
        _ => refused("no key of this id works"),
    }
}
