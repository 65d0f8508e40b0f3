//! `counterfoil notices list`

use crate::command::Failure;
use crate::config::Config;
use clap::{Args, ValueEnum};
use counterfoil_model::Timestamp;
use counterfoil_service::App;
use counterfoil_service::desk::DeliveryState;
use std::io::{self, Write};
use std::process::ExitCode;

/// List notices, newest first, at most a hundred
///
/// One line each, its fields separated by tabs:
///
///   NOTICE MAILBOX RECIPIENT WRITTEN TRIES NEXT-TRY WHY STATUS TRANSPORT REFERENCE
///
/// NOTICE is what `counterfoil notices resend` takes; NEXT-TRY is "-" unless it is tried again,
/// WHY the status code of the mail server, or a word: "connection", "expired". STATUS is its enhanced
/// status code, as 5.1.1. TRANSPORT took the notice and calls it REFERENCE. Whatever isn't known is
/// "-". What a notice says is not shown.
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    after_help = "\
Example:
  counterfoil notices list --state deferred"
)]
pub(crate) struct List {
    /// Which of them
    #[arg(long, value_enum, default_value = "failed")]
    state: State,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum State {
    /// Refused for something on our side, or tried for three days
    Failed,
    /// Refused for good by the recipient's side
    Bounced,
    /// Tried again later
    Deferred,
    /// Not tried yet
    Queued,
    /// Taken by the mail server
    Sent,
    /// Not sent, because their link had ended
    Expired,
}

impl From<State> for DeliveryState {
    fn from(state: State) -> Self {
        match state {
            State::Failed => Self::Failed,
            State::Bounced => Self::Bounced,
            State::Deferred => Self::Deferred,
            State::Queued => Self::Queued,
            State::Sent => Self::Sent,
            State::Expired => Self::Expired,
        }
    }
}

pub(super) async fn run(list: &List, app: &App, config: &Config) -> Result<ExitCode, Failure> {
    let deliveries = app.deliveries(list.state.into()).await?;
    let moment = |at: Timestamp| {
        jiff::Timestamp::from_microsecond(at.as_micros()).map_or_else(
            |_| "-".to_owned(),
            |at| {
                at.to_zoned(config.time_zone.clone())
                    .strftime("%Y-%m-%d %H:%M")
                    .to_string()
            },
        )
    };
    let mut out = io::BufWriter::new(io::stdout().lock());
    for delivery in deliveries {
        let next = match delivery.state.as_str() {
            "queued" => moment(delivery.due_at),
            _ => "-".to_owned(),
        };
        writeln!(
            out,
            "{}.{}\t{}\t{}\t{}\t{}\t{next}\t{}\t{}\t{}\t{}",
            delivery.account,
            delivery.id,
            delivery.mailbox,
            delivery.recipient,
            moment(delivery.at),
            delivery.attempts,
            delivery.last_error.as_deref().unwrap_or("-"),
            delivery.status.as_deref().unwrap_or("-"),
            delivery.transport.as_deref().unwrap_or("-"),
            delivery.reference.as_deref().unwrap_or("-"),
        )?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
