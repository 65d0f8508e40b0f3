//! `counterfoil audit head`

use super::moment;
use crate::command::Failure;
use clap::Args;
use counterfoil_service::App;
use std::io::{self, Write};
use std::process::ExitCode;

/// Print what the tree of events comes to now
///
/// One thing a line, its name, a tab and its value: the twenty symbols that are printed on new sheets, how many events they
/// stand for, the root, when it was signed, the key, its public half and the signature. Kept elsewhere, it catches whoever
/// rewrites the past later, even with the key: counterfoil audit verify --head LINE
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "Status: 0 printed, 1 nothing is in the tree yet."
)]
pub(crate) struct HeadInForce {}

pub(super) async fn run(app: &App) -> Result<ExitCode, Failure> {
    let Some(head) = app.head_in_force().await? else {
        writeln!(
            io::stderr(),
            "Nothing is in the tree yet: a running server puts events there within a minute."
        )?;
        return Ok(ExitCode::FAILURE);
    };
    let mut out = io::stdout().lock();
    for (name, value) in [
        ("line", head.line),
        ("events", head.size.to_string()),
        ("root", head.root),
        ("signed", moment(head.at)),
        ("key", head.key),
        (
            "public-key",
            head.public_key.unwrap_or_else(|| "-".to_owned()),
        ),
        ("signature", head.signature),
    ] {
        writeln!(out, "{name}\t{value}")?;
    }
    Ok(ExitCode::SUCCESS)
}
