//! Stories of whole people.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops when something isn't as it says"
)]

mod harness;
mod mail;
mod server;
mod story;
