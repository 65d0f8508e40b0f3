//! `counterfoil keys status`

use crate::assembly;
use crate::command::Failure;
use crate::config::Config;
use crate::keys::{KeyFiles, KeyKind, signing};
use clap::Args;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::process::ExitCode;

/// Say which keys there are, and what rests on them
///
/// One line each: KIND, ID and, for the peppers of codes and passwords, how many live rows
/// rest on the key; "-" for kinds whose rows are not counted. A key on which nothing
/// rests may go; one that is gone while something rests on it is named as missing.
///
/// What is in a key is never printed.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "Status: 0 all keys are there, 1 something rests on a key that is missing."
)]
pub(crate) struct Status {}

pub(super) async fn run(config: &Config) -> Result<ExitCode, Failure> {
    let files = KeyFiles::load(&config.keys_dir)?;
    let db = assembly::open_database(config).await?;
    let counted = db
        .read("keys_status", |tx| async move {
            let codes = counterfoil_store::repo::code::peppers(&tx).await?;
            let accounts = counterfoil_store::repo::account::list(&tx).await?;
            let api_keys = counterfoil_store::repo::api_app::peppers(&tx).await?;
            Ok::<_, counterfoil_store::Error>((codes, accounts, api_keys))
        })
        .await?;
    let codes: BTreeMap<String, i64> = counted.0.into_iter().collect();
    // API keys rest on the peppers of passwords.
    let mut passwords: BTreeMap<String, i64> = counted.2.into_iter().collect();
    for (_, pepper) in counted.1.into_iter().filter_map(|account| account.password) {
        *passwords.entry(pepper).or_default() += 1;
    }
    let mut out = io::stdout().lock();
    for key in files.keys() {
        let resting = match key.kind {
            KeyKind::CodePepper => codes.get(&key.id).copied().unwrap_or_default().to_string(),
            KeyKind::PasswordPepper => passwords
                .get(&key.id)
                .copied()
                .unwrap_or_default()
                .to_string(),
            KeyKind::Tag | KeyKind::Sealing | KeyKind::Cookie => "-".to_owned(),
        };
        writeln!(out, "{}\t{}\t{resting}", key.kind.name(), key.id)?;
    }
    // Nothing rests on these for longer than an hour.
    for key in signing::list(&config.keys_dir)? {
        writeln!(out, "{}\t{}\t-", key.kind(), key.id)?;
    }
    let there = |kind, id: &String| {
        files
            .keys()
            .iter()
            .any(|key| key.kind == kind && key.id == *id)
    };
    let missing_codes = codes
        .iter()
        .filter(|(id, _)| !there(KeyKind::CodePepper, id))
        .map(|row| (KeyKind::CodePepper, row));
    let missing_passwords = passwords
        .iter()
        .filter(|(id, _)| !there(KeyKind::PasswordPepper, id))
        .map(|row| (KeyKind::PasswordPepper, row));
    let mut status = ExitCode::SUCCESS;
    for (kind, (id, resting)) in missing_codes.chain(missing_passwords) {
        writeln!(out, "{}\t{id}\t{resting}\tmissing", kind.name())?;
        status = ExitCode::FAILURE;
    }
    Ok(status)
}
