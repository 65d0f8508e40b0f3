//! `counterfoil audit verify`

mod found;

use super::moment;
use crate::command::Failure;
use clap::Args;
use counterfoil_model::audit::{HeadLine, LineVerdict};
use counterfoil_model::{Span, Timestamp};
use counterfoil_service::App;
use counterfoil_service::audit::Verified;
use found::Found;
use serde_json::json;
use std::io::{self, Write};
use std::process::ExitCode;

/// Hash the whole tree anew and name whatever isn't as it was
///
/// Every event, every leaf and every signed head is looked at. One line for each thing found, its fields separated by tabs:
///
///   WHAT PLACE EVENT KIND TIME MORE
///
/// WHAT is edited, removed, moved, added, leaf-edited, leaf-removed, cut-off, head-differs, head-forged, head-by-stolen-key,
/// head-unchecked, unsigned, frontier-differs or erasure-unsaid. A hyphen stands where there is nothing. Of events that were
/// erased as they should be, kind and time are checked.
///
/// With --head, a line from a sheet (or of counterfoil audit head, kept elsewhere) is looked for among everything the tree
/// has ever come to. Somebody who holds the keys can write another past and sign it: only such a line tells.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Examples:
  counterfoil audit verify
  counterfoil audit verify --head \"7K3Q F9XW 2MT4 HNJQ 1ZQ5\"
  counterfoil audit verify --json | jq '.findings[].what'

Status: 0 everything stands as it was, 1 something doesn't, or the line doesn't match, 2 there is no answer."
)]
pub(crate) struct Verify {
    /// Twenty symbols from a sheet, with or without spaces
    #[arg(long, value_name = "LINE", value_parser = line)]
    head: Option<HeadLine>,

    /// One JSON document instead of lines
    #[arg(long)]
    json: bool,
}

/// Nobody waits longer for a place in the tree unless no server runs.
const WAITS: Span = Span::minutes(5);

fn line(text: &str) -> Result<HeadLine, String> {
    HeadLine::read(text).ok_or_else(|| {
        "is not twenty letters and digits; type ? for one that nobody can read".to_owned()
    })
}

pub(super) async fn run(verify: &Verify, app: &App) -> Result<ExitCode, Failure> {
    let verified = app.verify_events(verify.head).await?;
    let found: Vec<Found> = verified.audit.findings.iter().flat_map(Found::of).collect();
    let mut out = io::stdout().lock();
    if verify.json {
        let document = document(&verified, &found);
        writeln!(out, "{}", serde_json::to_string_pretty(&document)?)?;
    } else {
        for found in &found {
            writeln!(out, "{}", found.line())?;
        }
        say(&verified, found.len(), app.now(), &mut io::stderr().lock())?;
    }
    let belongs = matches!(
        verified.audit.line,
        None | Some(LineVerdict::Belongs { .. })
    );
    Ok(if found.is_empty() && belongs {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn say(verified: &Verified, found: usize, now: Timestamp, err: &mut impl Write) -> io::Result<()> {
    let audit = &verified.audit;
    if found == 0 {
        writeln!(
            err,
            "All {} events stand as they were put on record, under {} signed heads.",
            audit.events, audit.heads
        )?;
    } else {
        writeln!(
            err,
            "{found} things are not as they were put on record, among {} events and {} signed heads. They stand on standard output.",
            audit.events, audit.heads
        )?;
    }
    if audit.erased > 0 {
        writeln!(
            err,
            "Of {} of them only kind and time are left, and events say that the rest was erased.",
            audit.erased
        )?;
    }
    if audit.heads_unchecked > 0 {
        writeln!(
            err,
            "{} heads were signed by keys that are not here any more. Later heads cover what they covered.",
            audit.heads_unchecked
        )?;
    }
    if let Some(since) = verified.waiting_since {
        let late = since + WAITS < now;
        let why = if late {
            " No server seems to have put any there for more than five minutes: is one running?"
        } else {
            ""
        };
        writeln!(
            err,
            "{} events are not in the tree yet, the oldest of {}.{why}",
            verified.waiting,
            moment(since)
        )?;
    }
    match &audit.line {
        None => Ok(()),
        Some(LineVerdict::Belongs { size, at }) => writeln!(
            err,
            "The line belongs to this tree: it stands for the first {size} events, up to {}.",
            moment(*at)
        ),
        Some(LineVerdict::Misread { symbols, size }) => writeln!(
            err,
            "The line does not match as it was typed. The one for the first {size} events is other in {symbols} of its symbols only: read it \
             once more."
        ),
        Some(LineVerdict::DoesNotMatch) => {
            writeln!(
                err,
                "THE LINE DOES NOT MATCH. What it stood for when it was printed is not in this tree's past: events up to that day were \
                 changed, taken away or put in since, and the tree was signed anew; or it is the line of another service."
            )?;
            for at in &verified.restored_at {
                writeln!(
                    err,
                    "The service was restored from a backup on {}. A line printed between that backup and that day matches nothing since; \
                     one that is older must match.",
                    moment(*at)
                )?;
            }
            Ok(())
        }
    }
}

fn document(verified: &Verified, found: &[Found]) -> serde_json::Value {
    let audit = &verified.audit;
    let line = audit.line.as_ref().map(|line| match line {
        LineVerdict::Belongs { size, at } => {
            json!({ "verdict": "belongs", "events": size, "until": moment(*at) })
        }
        LineVerdict::Misread { symbols, size } => {
            json!({ "verdict": "misread", "events": size, "wrong_symbols": symbols })
        }
        LineVerdict::DoesNotMatch => json!({ "verdict": "does-not-match" }),
    });
    let restored: Vec<String> = verified.restored_at.iter().copied().map(moment).collect();
    json!({
        "holds": found.is_empty(),
        "events": audit.events,
        "erased": audit.erased,
        "heads": audit.heads,
        "heads_unchecked": audit.heads_unchecked,
        "waiting": verified.waiting,
        "waiting_since": verified.waiting_since.map(moment),
        "restored": restored,
        "head": line,
        "findings": found.iter().map(Found::json).collect::<Vec<_>>(),
    })
}
