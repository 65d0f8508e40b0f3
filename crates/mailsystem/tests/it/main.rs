//! What we ask of the mail software, and what we write for it.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a test stops when something isn't as it says"
)]

mod doctor;
mod doveadm;
mod fragments;
mod import;
mod probe;
mod real_dovecot;
