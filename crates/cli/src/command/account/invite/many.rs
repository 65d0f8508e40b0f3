//! `counterfoil account invite --csv`

use super::{Invite, open_report, whole_link};
use crate::command::Failure;
use crate::command::account::progress_bar;
use crate::config::Config;
use counterfoil_model::guest_list::{Guest, GuestLine, read_guests};
use counterfoil_service::desk::GuestOutcome;
use counterfoil_service::{App, LinkKind};
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

/// What became of a list.
#[derive(Default)]
struct Sum {
    invited: u64,
    on_paper: u64,
    there: u64,
    refused: u64,
}

pub(super) async fn run(
    invite: &Invite,
    file: &Path,
    language: &str,
    app: &App,
    config: &Config,
) -> Result<ExitCode, Failure> {
    let named = |error: &dyn std::fmt::Display| format!("{}: {error}", file.display());
    let text = std::fs::read(file).map_err(|error| named(&error))?;
    let text = String::from_utf8(text)
        .map_err(|_| named(&"is no UTF-8; save it as CSV in UTF-8 and try again"))?;
    let lines = read_guests(&text).map_err(|error| named(&error))?;
    let bar = progress_bar(u64::try_from(lines.len()).unwrap_or(u64::MAX))?;
    let mut report = open_report(invite.report.as_deref())?;
    let mut sum = Sum::default();
    for line in &lines {
        let said = match &line.guest {
            Err(refusal) => {
                sum.refused += 1;
                Some(("refused", refusal.to_string()))
            }
            Ok(guest) if invite.dry_run => look(app, guest, &mut sum).await?,
            Ok(guest) => ask(app, config, guest, language, &mut sum).await?,
        };
        if let Some((what, why)) = said {
            bar.suspend(|| tell(&mut report, line, what, &why))?;
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    report.flush()?;
    sum.up(invite)?;
    Ok(if sum.refused == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn tell(report: &mut dyn Write, line: &GuestLine, what: &str, why: &str) -> io::Result<()> {
    let address = if line.written.is_empty() {
        "-"
    } else {
        &line.written
    };
    writeln!(
        report,
        "{}\t{what}\t{}\t{why}",
        line.line,
        address.replace(['\t', '\r'], " ")
    )?;
    // What an interrupted run said until then can be read.
    report.flush()
}

type Said = Option<(&'static str, String)>;

const THERE: &str = "has an account, or was invited before";

async fn ask(
    app: &App,
    config: &Config,
    guest: &Guest,
    language: &str,
    sum: &mut Sum,
) -> Result<Said, Failure> {
    Ok(match app.invite_guest(guest, language).await? {
        GuestOutcome::Invited => {
            sum.invited += 1;
            None
        }
        GuestOutcome::OnPaper(token) => {
            sum.on_paper += 1;
            Some(("link", whole_link(config, LinkKind::Invitation, &token)))
        }
        GuestOutcome::ThereAlready => {
            sum.there += 1;
            Some(("there", THERE.to_owned()))
        }
    })
}

async fn look(app: &App, guest: &Guest, sum: &mut Sum) -> Result<Said, Failure> {
    if app.guests_there(&[&guest.address]).await? == [true] {
        sum.there += 1;
        return Ok(Some(("there", THERE.to_owned())));
    }
    match guest.to {
        Some(_) => sum.invited += 1,
        None => sum.on_paper += 1,
    }
    Ok(None)
}

impl Sum {
    fn up(&self, invite: &Invite) -> io::Result<()> {
        let would = if invite.dry_run { "would be " } else { "" };
        let mut err = io::stderr().lock();
        writeln!(
            err,
            "{} {would}invited by mail, {} with a link to hand over; {} there already, {} refused.",
            self.invited, self.on_paper, self.there, self.refused
        )?;
        if self.invited > 0 && !invite.dry_run {
            writeln!(err, "The mails leave as soon as `counterfoil serve` runs.")?;
        }
        if self.on_paper > 0 && !invite.dry_run {
            writeln!(
                err,
                "The report holds links: whoever has one can take that mailbox. Destroy it once they are handed over."
            )?;
        }
        Ok(())
    }
}
