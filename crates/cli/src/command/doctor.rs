//! `counterfoil doctor`

mod keys;

use crate::command::Failure;
use crate::config::{Config, Way, environment_of_process};
use async_trait::async_trait;
use clap::Args;
use counterfoil_service::{Doctor as LooksOver, Finding};
use counterfoil_store::Db;
use secrecy::ExposeSecret;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

/// Look for what keeps people out or thieves in
///
/// Checks configuration, database, keys, notices and the outbox, changes nothing, and
/// answers each with one line: ok, warn or fail, a tab, and what to do about it.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "Status: 0 nothing fails (there may be warnings), 1 something does."
)]
pub(crate) struct Doctor {}

/// The same, for the operator's page.
pub(crate) struct ConfigDoctor(pub(crate) Config);

#[async_trait]
impl LooksOver for ConfigDoctor {
    async fn examine(&self) -> Vec<Finding> {
        examine(&self.0).await
    }
}

pub(crate) fn run(file: Option<&Path>) -> Result<ExitCode, Failure> {
    let config = Config::load(file, environment_of_process())?;
    let findings = tokio::runtime::Runtime::new()?.block_on(examine(&config));
    let mut out = io::stdout().lock();
    let mut status = ExitCode::SUCCESS;
    for finding in findings {
        match finding {
            Finding::Ok(text) => writeln!(out, "ok\t{text}")?,
            Finding::Warn(text) => writeln!(out, "warn\t{text}")?,
            Finding::Fail(text) => {
                status = ExitCode::FAILURE;
                writeln!(out, "fail\t{text}")?;
            }
        }
    }
    Ok(status)
}

async fn examine(config: &Config) -> Vec<Finding> {
    let mut findings = vec![
        address(config),
        passkeys(config),
        proxies(config),
        help_line(config),
        keys::files(config),
        notices(config),
    ];
    findings.extend(mail(config));
    match database(config).await {
        Ok(db) => {
            findings.push(Finding::Ok(format!(
                "database: {} is there and up to date",
                config.database
            )));
            findings.push(durability(&db).await);
            findings.push(outbox(&db).await);
            findings.extend(keys::what_rests(config, &db).await);
        }
        Err(finding) => findings.push(finding),
    }
    findings
}

fn address(config: &Config) -> Finding {
    if config.public_url.scheme() == "https" {
        Finding::Ok(format!("public_url: {}", config.public_url))
    } else {
        Finding::Warn(format!(
            "public_url: {} is for trying it out; owners need https",
            config.public_url
        ))
    }
}

fn passkeys(config: &Config) -> Finding {
    if config.allows_passkeys() {
        return Finding::Ok("passkeys: work at public_url".into());
    }
    Finding::Warn(format!(
        "passkeys: browsers allow none at {}; they want a name, not an address of numbers, and https (or http://localhost for a trial), so their buttons are hidden",
        config.public_url
    ))
}

fn proxies(config: &Config) -> Finding {
    let behind_proxy = config.public_url.scheme() == "https";
    if behind_proxy && config.trusted_proxies.is_empty() {
        return Finding::Warn(
            "trusted_proxies: is empty, so everybody seems to come from the reverse proxy and shares one clock of wrong guesses".into(),
        );
    }
    Finding::Ok(format!(
        "trusted_proxies: {} known",
        config.trusted_proxies.len()
    ))
}

fn help_line(config: &Config) -> Finding {
    match &config.help_line {
        Some(_) => Finding::Ok("help_line: is printed in every notice".into()),
        None => Finding::Warn("help_line: is missing; somebody who gets a notice they don't understand needs a person to ask".into()),
    }
}

fn notices(config: &Config) -> Finding {
    let ways: Vec<String> = config
        .notices
        .ways
        .iter()
        .map(ToString::to_string)
        .collect();
    let folder = config.notices.ways.iter().find_map(|way| match way {
        Way::Folder(folder) => Some(folder.display()),
        _ => None,
    });
    match folder {
        Some(folder) => Finding::Warn(format!(
            "notices: what goes to {folder} reaches nobody; set notices.transport = \"smtp\""
        )),
        None => Finding::Ok(format!("notices: are {}", ways.join(", else "))),
    }
}

/// What can be said without asking the mail software; `counterfoil mail doctor` asks it.
fn mail(config: &Config) -> Vec<Finding> {
    let Some(mail) = &config.mail else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    if mail.gateway_open {
        findings.push(Finding::Warn(format!(
            "mail.gateway_open: passwords of mail programs travel to {} in clear, and whoever reaches it may try some; see to it that only the mail software is on that network",
            mail.gateway
        )));
    }
    findings.push(match &mail.doveadm {
        Some(_) => {
            Finding::Ok("mail: run `counterfoil mail doctor` to look for ways around us".into())
        }
        None => Finding::Warn(
            "mail.doveadm: is missing, so a freeze doesn't end connections that are open".into(),
        ),
    });
    findings
}

async fn database(config: &Config) -> Result<Db, Finding> {
    let fail = |error: counterfoil_store::Error| Finding::Fail(format!("database: {error}"));
    let db = counterfoil_store::open(config.database.url().expose_secret())
        .await
        .map_err(fail)?;
    counterfoil_store::check(&db).await.map_err(fail)?;
    Ok(db)
}

/// Whether a code that somebody was told is used stays used whatever happens to the machine.
async fn durability(db: &Db) -> Finding {
    use counterfoil_store::Durability;
    match counterfoil_store::durability(db).await {
        Err(error) => Finding::Fail(format!("commits: {error}")),
        Ok(Durability::OneMachine) => {
            Finding::Ok("commits: are on disk before anybody is told; they are lost with the disk".into())
        }
        Ok(Durability::Standby { standbys }) => Finding::Ok(format!(
            "commits: are on a synchronous standby ({standbys}) before anybody is told"
        )),
        Ok(Durability::OneServer) => Finding::Warn(
            "commits: synchronous_standby_names is empty or synchronous_commit is less than \"on\", so a fail-over may forget that a code was used; see docs/nodes.md".into(),
        ),
        Ok(Durability::Nothing { setting, value }) => Finding::Fail(format!(
            "commits: {setting} is {value:?}, so a power cut makes codes work again that were used"
        )),
    }
}

async fn outbox(db: &Db) -> Finding {
    let tally = db
        .read("doctor_outbox", |tx| async move {
            counterfoil_store::repo::outbox::tally(&tx).await
        })
        .await;
    match tally {
        Err(error) => {
            let error: counterfoil_store::Error = error;
            Finding::Fail(format!("outbox: {error}"))
        }
        Ok(tally) => {
            let count = |state: &str| {
                tally
                    .iter()
                    .find(|(own, _)| own == state)
                    .map_or(0, |(_, count)| *count)
            };
            let (queued, failed) = (count("queued"), count("failed"));
            if failed > 0 {
                Finding::Warn(format!(
                    "outbox: {failed} notices could not be delivered in three days, {queued} wait"
                ))
            } else {
                Finding::Ok(format!("outbox: {queued} notices wait, none failed"))
            }
        }
    }
}
