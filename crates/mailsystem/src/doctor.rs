//! Ways around us: what a running mail system's own words say, as findings with what to do.
//!
//! Everything here is judged from texts, so it is tested on texts that the programs wrote. Asking them is the command's affair.

mod block;
mod connections;
mod log;
mod memory;
mod passdb;
mod policy;
mod postfix;

pub use postfix::postfix;

use crate::fragment::Installation;
use block::Block;
use std::collections::BTreeMap;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// It is as it should be.
    Ok,
    /// Somebody should know.
    Warn,
    /// A way around us, or nobody gets in.
    Fail,
}

impl Grade {
    /// The word that begins its line.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Warn => "warn",
            Self::Fail => "fail",
        }
    }
}

/// One answer: what there is, what it means, what to do. Never with a secret in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How bad it is.
    pub grade: Grade,
    /// One line.
    pub text: String,
}

impl Finding {
    /// It is as it should be.
    #[must_use]
    pub fn ok(text: impl Into<String>) -> Self {
        Self::of(Grade::Ok, text)
    }

    /// Somebody should know.
    #[must_use]
    pub fn warn(text: impl Into<String>) -> Self {
        Self::of(Grade::Warn, text)
    }

    /// A way around us, or nobody gets in.
    #[must_use]
    pub fn fail(text: impl Into<String>) -> Self {
        Self::of(Grade::Fail, text)
    }

    fn of(grade: Grade, text: impl Into<String>) -> Self {
        Self {
            grade,
            text: text.into(),
        }
    }
}

/// The files that passdbs of Dovecot 2.3 name in `args`: those that hold settings and belong to the answer.
#[must_use]
pub fn files_to_read(doveconf: &str) -> Vec<String> {
    let conf = Block::parse(doveconf);
    let passdbs = conf.all("passdb");
    let oauth2 = passdbs.filter(|passdb| passdb.get("driver") == Some("oauth2"));
    let args = oauth2.filter_map(|passdb| passdb.get("args"));
    args.filter(|args| args.starts_with('/'))
        .map(str::to_owned)
        .collect()
}

/// Judges what `doveconf -nP` printed. `files` are the texts of [`files_to_read`] by their names; one that can't be read is missing.
#[must_use]
pub fn dovecot(
    doveconf: &str,
    files: &BTreeMap<String, String>,
    ours: &Installation,
) -> Vec<Finding> {
    let conf = Block::parse(doveconf);
    let mut findings = passdb::judge(&conf, files, ours);
    findings.push(memory::judge(&conf));
    findings.extend(policy::judge(&conf, ours));
    findings.push(log::judge(&conf));
    findings.extend(connections::judge(&conf, ours));
    findings
}
