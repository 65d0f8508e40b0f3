//! Accounts of another mail system: read from Dovecot's passwd-file or from a table that a database wrote as CSV.

pub mod csv;
mod lines;
pub mod passwd_file;
mod person;
mod refusal;
mod run;

pub use lines::LONGEST_LINE;
pub use person::Defaults;
pub use refusal::{Refusal, Why};
pub use run::{Format, ImportError, Note, Options, Totals, run};
