//! Notices from the outbox to a transport.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test stops where something is not as it says"
)]

mod advisory;
mod announced_kinds;
mod bounces;
mod corpus;
mod every_mail;
mod fake_server;
mod folder;
mod in_order;
mod kill_nine;
mod letters;
mod logs;
mod mail;
mod mail_trap;
mod outbox;
mod sample;
mod sendmail;
mod smtp;
mod templates;
mod what_the_service_tells;
mod worker;
