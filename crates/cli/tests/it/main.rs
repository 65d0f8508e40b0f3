//! The program from outside, and the files it reads.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops when something isn't as it says"
)]

mod account_freeze;
mod advisory;
mod app;
mod audit;
mod backup;
mod client;
mod code_read;
mod config;
mod config_transports;
mod core_dumps;
mod desk;
mod help;
mod import;
mod key_rotation;
mod keys;
mod mail_doctor;
mod mail_setup;
mod manual;
mod migrate;
mod notices_preview;
mod packaging;
mod places;
mod policy;
mod program;
mod serve;
mod webhook;
