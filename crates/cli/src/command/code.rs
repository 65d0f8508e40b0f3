//! `counterfoil code …`

mod read;

use std::process::ExitCode;

use clap::Subcommand;

use super::Failure;

/// Look at backup codes, without a database
#[derive(Debug, Subcommand)]
pub(crate) enum Code {
    Read(read::Read),
}

pub(crate) fn run(command: Code) -> Result<ExitCode, Failure> {
    match command {
        Code::Read(read) => read::run(&read),
    }
}
