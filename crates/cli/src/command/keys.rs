//! `counterfoil keys …`

mod retire;
mod rotate;
pub(crate) mod standing;
mod status;

use super::Failure;
use crate::config::{Config, environment_of_process};
use clap::{Subcommand, ValueEnum};
use counterfoil_service::KeyKind;
use std::path::Path;
use std::process::ExitCode;

/// Look at the keys outside the database, rotate them, and let old ones go
#[derive(Debug, Subcommand)]
pub(crate) enum Keys {
    Rotate(rotate::Rotate),
    Retire(retire::Retire),
    Status(status::Status),
}

pub(crate) fn run(command: &Keys, file: Option<&Path>) -> Result<ExitCode, Failure> {
    let config = Config::load(file, environment_of_process())?;
    let runtime = tokio::runtime::Runtime::new()?;
    match command {
        Keys::Rotate(rotate) => runtime.block_on(rotate::run(rotate, &config)),
        Keys::Retire(retire) => runtime.block_on(retire::run(retire, &config)),
        Keys::Status(_) => runtime.block_on(status::run(&config)),
    }
}

/// A kind of keys as it is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// Under the digests of codes
    PepperCode,
    /// Under passwords, app passwords and API keys
    PepperPassword,
    /// Under the tags that say "a code of ours"
    Tag,
    /// Over phones' secrets, words of sheets, links and secrets of webhooks
    Sealing,
    /// Under forms of sessions, and over what was typed at sign-in
    Cookie,
    /// Signs the heads of the tree of events
    Audit,
    /// Signs what apps are told; one of each algorithm
    Signing,
}

impl Kind {
    const ALL: [Self; 7] = [
        Self::PepperCode,
        Self::PepperPassword,
        Self::Tag,
        Self::Sealing,
        Self::Cookie,
        Self::Audit,
        Self::Signing,
    ];

    /// The kind of key files; `None` for keys that sign, whose files are others.
    const fn of_files(self) -> Option<KeyKind> {
        Some(match self {
            Self::PepperCode => KeyKind::CodePepper,
            Self::PepperPassword => KeyKind::PasswordPepper,
            Self::Tag => KeyKind::Tag,
            Self::Sealing => KeyKind::Sealing,
            Self::Cookie => KeyKind::Cookie,
            Self::Audit => KeyKind::Audit,
            Self::Signing => return None,
        })
    }
}
