//! `counterfoil mail setup`

mod output;
mod roundcube;

use super::installation::{Places, installation};
use crate::command::Failure;
use crate::config::{Config, Mail};
use clap::{Args, ValueEnum};
use counterfoil_mailsystem::fragment::{Dovecot, Fragment, Sasl, for_dovecot, for_postfix};
use output::Written;
use std::io::{self, Write};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use url::Url;

/// Write what the mail software needs to ask us, with this installation's secrets
///
/// Writes complete fragments for Dovecot, Postfix and Roundcube below the output directory,
/// registers Roundcube as an app that signs people in here, and changes nothing else. Each
/// line of the answer says what became of a file (written, same or differs), a tab, the
/// file, a tab, and where it goes. Run it again at any time: a file that was changed is
/// left alone, and what differs is said without the secrets.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Examples:
  counterfoil mail setup --dovecot 2.3 --postfix --roundcube --webmail https://webmail.example.org
  counterfoil mail setup --dovecot 2.4 --out /root/counterfoil-mail --force

Status: 0 all files are as they should be, 1 something differs and was left alone."
)]
pub(crate) struct Setup {
    /// For this Dovecot: `dovecot --version` says which it is
    #[arg(long, value_name = "VERSION")]
    dovecot: Option<Generation>,
    /// For Postfix
    #[arg(long)]
    postfix: bool,
    /// For Roundcube 1.6
    #[arg(long, requires = "webmail")]
    roundcube: bool,
    /// Where people open Roundcube
    #[arg(long, value_name = "URL", requires = "roundcube")]
    webmail: Option<Url>,
    /// Where the fragments are written
    #[arg(long, value_name = "DIR", default_value = "counterfoil-mail")]
    out: PathBuf,
    /// Where Dovecot will find what is copied there
    #[arg(long, value_name = "DIR", default_value = "/etc/dovecot")]
    dovecot_dir: String,
    /// Where Postfix asks Dovecot: "unix", or an address and port for another than Debian's layout
    #[arg(long, value_name = "ADDRESS", default_value = "unix", value_parser = sasl)]
    sasl: Sasl,
    /// What the mail software calls this machine, where it runs on another or in a container of its own
    #[arg(long, value_name = "HOST")]
    reached_as: Option<String>,
    /// Overwrite what differs
    #[arg(long)]
    force: bool,
}

/// A generation of Dovecot.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Generation {
    /// Debian 12
    #[value(name = "2.3")]
    V2_3,
    /// Debian 13
    #[value(name = "2.4")]
    V2_4,
}

fn sasl(written: &str) -> Result<Sasl, String> {
    match (written, written.parse::<SocketAddr>()) {
        ("unix", _) => Ok(Sasl::Unix),
        (_, Ok(address)) => Ok(Sasl::Inet(address)),
        _ => Err("write \"unix\", or an address and port like 127.0.0.1:10026".into()),
    }
}

pub(super) async fn run(setup: &Setup, config: &Config, mail: &Mail) -> Result<ExitCode, Failure> {
    if setup.dovecot.is_none() && !setup.postfix && !setup.roundcube {
        return Err("say what for: --dovecot 2.3, --dovecot 2.4, --postfix, --roundcube".into());
    }
    let places = Places {
        reached_as: setup.reached_as.as_deref(),
        sasl: setup.sasl.clone(),
        dovecot_dir: &setup.dovecot_dir,
    };
    let at = installation(config, mail, places)?;
    let mut fragments = Vec::new();
    if let Some(generation) = setup.dovecot {
        fragments.extend(for_dovecot(generation.into(), &at));
    }
    if setup.postfix {
        fragments.extend(for_postfix(&at));
    }
    let mut all_well = true;
    if let Some(webmail) = setup.webmail.as_ref().filter(|_| setup.roundcube) {
        match roundcube::fragments(setup, config, webmail).await? {
            Some(written) => fragments.extend(written),
            None => all_well = false,
        }
    }
    all_well &= write_all(setup, &fragments)?;
    advise(setup, mail)?;
    Ok(if all_well {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

impl From<Generation> for Dovecot {
    fn from(generation: Generation) -> Self {
        match generation {
            Generation::V2_3 => Self::V2_3,
            Generation::V2_4 => Self::V2_4,
        }
    }
}

fn write_all(setup: &Setup, fragments: &[Fragment]) -> Result<bool, Failure> {
    let mut all_well = true;
    let mut out = io::stdout().lock();
    for fragment in fragments {
        let path = setup.out.join(fragment.file);
        let (path, place) = (path.display(), &fragment.place);
        match output::write(&setup.out, fragment, setup.force)? {
            Written::New => writeln!(out, "written\t{path}\t{place}")?,
            Written::Same => writeln!(out, "same\t{path}\t{place}")?,
            Written::Over(what) => writeln!(out, "written\t{path}\t{place}\tchanged: {what}")?,
            Written::Not(what) => {
                all_well = false;
                writeln!(out, "differs\t{path}\t{what}; --force overwrites it")?;
            }
        }
    }
    Ok(all_well)
}

/// What no file can do. On standard error: it is talk.
fn advise(setup: &Setup, mail: &Mail) -> io::Result<()> {
    let mut err = io::stderr().lock();
    if setup.dovecot.is_some() {
        writeln!(
            err,
            "\nThe old password database must go: as long as another passdb is there, old passwords open mailboxes past us."
        )?;
        if mail.doveadm.is_none() {
            writeln!(
                err,
                "mail.doveadm is not set: taking a right away will not end connections that are open."
            )?;
        }
    }
    if mail.gateway_open {
        writeln!(
            err,
            "gateway_open is set: whoever reaches {} may try passwords there, and they travel in clear.",
            mail.gateway
        )?;
    }
    writeln!(
        err,
        "The files hold secrets: copy them with their modes, then run `counterfoil mail doctor`."
    )
}
