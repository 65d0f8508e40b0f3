//! Backups by the real command: what they hold, what they don't, and what a restore ends.

pub(crate) mod house;
mod keys_apart;
mod restoring;
mod unsound;
