#![doc = include_str!("../README.md")]

mod assembly;
mod back_channel;
mod backup;
mod command;
pub mod config;
pub mod core_dumps;
pub mod keys;
pub mod logging;
mod mail_api;
mod monitor;
mod outgoing;
pub mod places;
mod returning;
mod webhooks;

use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;

pub use command::Arguments;

/// Runs the command of this process's command line.
///
/// Data goes to standard output, talk to standard error. The status is 0 when all went well, 1 when the answer is no, and
/// 2 when there is no answer. A reader that has seen enough and closed the pipe is no failure.
#[must_use]
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    match core_dumps::forbid()
        .map_err(Into::into)
        .and_then(|()| command::run(arguments))
    {
        Ok(status) => status,
        Err(error) if is_closed_pipe(error.as_ref()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nobody is left to tell when standard error is closed too.
            let _ = writeln!(io::stderr(), "counterfoil: {}", with_causes(error.as_ref()));
            ExitCode::from(2)
        }
    }
}

fn is_closed_pipe(error: &(dyn Error + 'static)) -> bool {
    error
        .downcast_ref::<io::Error>()
        .is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

fn with_causes(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let said = error.to_string();
        if !text.contains(&said) {
            text.push_str(": ");
            text.push_str(&said);
        }
        cause = error.source();
    }
    text
}
