//! Stories of whole people.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test stops when something isn't as it says"
)]
#![expect(
    clippy::print_stdout,
    reason = "how long the mail software took is worth reading"
)]

mod api;
mod harness;
mod mail;
mod passkeys;
mod server;
mod story;
