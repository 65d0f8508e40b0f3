//! The shell, asked from outside.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "tests say what they expect and stop when it is not so"
)]

mod corpus;
mod event_sentences;
mod shell;
