//! `counterfoil mail doctor`

mod programs;

use super::installation::{Places, installation};
use crate::assembly;
use crate::command::Failure;
use crate::config::{Config, Mail, read_secret};
use clap::Args;
use counterfoil_mailsystem::doctor::{self, Finding, Grade};
use counterfoil_mailsystem::fragment::{Installation, Sasl};
use counterfoil_mailsystem::probe::{self, Opens};
use counterfoil_service::MailSystemError;
use secrecy::SecretString;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

/// Look for ways around us in the running mail software
///
/// Asks the gateway, reads what Dovecot and Postfix say of themselves, asks doveadm, tries
/// to sign in where nobody may, and changes nothing. Each answer is one line: ok, warn or
/// fail, a tab, what there is, what it means, and what to do. Run it as root, on the
/// machine that runs Dovecot, after every change to it.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Examples:
  counterfoil mail doctor
  counterfoil mail doctor --as alice@example.org --old-password-file /root/alices-old-password

Status: 0 nothing fails (there may be warnings), 1 something does."
)]
pub(crate) struct Doctor {
    /// Whose old password is tried: an account with a second step, or another password by now
    #[arg(long = "as", value_name = "LOGIN", requires = "old_password_file")]
    login: Option<String>,
    /// Holds the password that must not open this mailbox any more
    #[arg(long, value_name = "FILE", requires = "login")]
    old_password_file: Option<PathBuf>,
    /// Where Dovecot speaks IMAP on this machine, in clear
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:143")]
    imap: SocketAddr,
    /// Dovecot's configuration file, where it isn't the usual one
    #[arg(long, value_name = "FILE")]
    dovecot_conf: Option<PathBuf>,
    /// Postfix's configuration directory, where it isn't the usual one
    #[arg(long, value_name = "DIR")]
    postfix_dir: Option<PathBuf>,
    /// What the mail software calls this machine, as it was told to `mail setup`
    #[arg(long, value_name = "HOST")]
    reached_as: Option<String>,
}

pub(super) async fn run(
    doctor: &Doctor,
    config: &Config,
    mail: &Mail,
) -> Result<ExitCode, Failure> {
    let old_password = match &doctor.old_password_file {
        Some(path) => Some(read_secret("--old-password-file", path)?),
        None => None,
    };
    let places = Places {
        reached_as: doctor.reached_as.as_deref(),
        sasl: Sasl::Unix,
        dovecot_dir: "/etc/dovecot",
    };
    let ours = installation(config, mail, places)?;
    let mut findings = probe::gateway(&ours).await;
    findings.extend(open_doors(mail).await);
    findings.extend(dovecot(doctor, &ours));
    findings.extend(doveadm(config).await?);
    findings.extend(sign_ins(doctor, old_password.as_ref()).await);
    findings.extend(postfix(doctor, &ours));

    let mut out = io::stdout().lock();
    for finding in &findings {
        writeln!(out, "{}\t{}", finding.grade.word(), finding.text)?;
    }
    let fails = findings.iter().any(|finding| finding.grade == Grade::Fail);
    Ok(if fails {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

/// Whether the gateway and the sending policy hear other machines: what is configured, and what happens.
async fn open_doors(mail: &Mail) -> Vec<Finding> {
    let doors = [
        ("gateway", mail.gateway),
        ("sending policy", mail.sending_policy),
    ];
    let mut findings = Vec::new();
    for (name, door) in doors {
        if !door.ip().is_loopback() {
            findings.push(Finding::fail(format!(
                "{name}: listens on {door}, where passwords travel in clear and whoever reaches it may try some; bind it to 127.0.0.1, or see to it that only the mail software is on that network"
            )));
            continue;
        }
        for address in probe::of_this_machine() {
            let outside = SocketAddr::new(address, door.port());
            if probe::answers_at(outside).await {
                findings.push(Finding::fail(format!(
                    "{name}: something answers at {outside} too, which other machines reach; take away what forwards it, or let a firewall refuse it"
                )));
            }
        }
    }
    if findings.is_empty() {
        findings.push(Finding::ok(
            "gateway and sending policy: are not reached by this machine's other addresses",
        ));
    }
    findings
}

fn dovecot(doctor: &Doctor, ours: &Installation) -> Vec<Finding> {
    let printed = match programs::doveconf(doctor.dovecot_conf.as_deref()) {
        Ok(printed) => printed,
        Err(why) => {
            return vec![Finding::fail(format!(
                "dovecot: its configuration can't be read ({why}), so nobody knows who else accepts passwords; run this as root where Dovecot is"
            ))];
        }
    };
    let mut files = BTreeMap::new();
    for path in doctor::files_to_read(&printed) {
        if let Ok(text) = std::fs::read_to_string(&path) {
            files.insert(path, text);
        }
    }
    doctor::dovecot(&printed, &files, ours)
}

async fn doveadm(config: &Config) -> Result<Option<Finding>, Failure> {
    let Some(doveadm) = assembly::doveadm(config)? else {
        // Said already, of the configuration.
        return Ok(None);
    };
    Ok(Some(match doveadm.knock().await {
        Ok(()) => Finding::ok("doveadm: answers"),
        Err(MailSystemError::Unreachable) => Finding::fail(
            "doveadm: can't be reached at mail.doveadm, so connections are not ended; does Dovecot run with the fragment?",
        ),
        Err(MailSystemError::Refused(why)) => Finding::fail(format!(
            "doveadm: refuses ({why}), so connections are not ended; write the fragment again and reload Dovecot"
        )),
    }))
}

/// Nobody's mailbox must open with any password, and the owner's not with the old one.
async fn sign_ins(doctor: &Doctor, old_password: Option<&SecretString>) -> Vec<Finding> {
    let nobody = SecretString::from("a password that nobody has");
    let mut findings = vec![judge(
        doctor,
        "nobody@counterfoil.invalid",
        "any password",
        probe::opens(doctor.imap, "nobody@counterfoil.invalid", &nobody).await,
    )];
    if let (Some(login), Some(password)) = (&doctor.login, old_password) {
        let tried = probe::opens(doctor.imap, login, password).await;
        findings.push(judge(doctor, login, "the old password", tried));
    }
    findings
}

fn judge(doctor: &Doctor, login: &str, password: &str, tried: io::Result<Opens>) -> Finding {
    let imap = doctor.imap;
    match tried {
        Ok(Opens::No) => Finding::ok(format!("imap: {password} doesn't open {login}")),
        Ok(Opens::Yes) => Finding::fail(format!(
            "imap: {password} opens {login} at {imap}, past us; look for another passdb, and reload Dovecot"
        )),
        Ok(Opens::Unavailable) => Finding::fail(format!(
            "imap: Dovecot at {imap} can't say whether {password} opens {login}, so nobody gets in now; is the gateway up, and did Dovecot reload?"
        )),
        Err(error) => Finding::warn(format!(
            "imap: {password} of {login} was not tried: {imap}: {error}; say with --imap where Dovecot speaks IMAP in clear"
        )),
    }
}

fn postfix(doctor: &Doctor, ours: &Installation) -> Vec<Finding> {
    match programs::postconf(doctor.postfix_dir.as_deref()) {
        Ok([main, overrides, services]) => doctor::postfix(&main, &overrides, &services, ours),
        Err(why) => vec![Finding::warn(format!(
            "postfix: its configuration can't be read ({why}), so nobody knows whether mail leaves without our knowing"
        ))],
    }
}
