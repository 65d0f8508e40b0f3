//! What the format promises, checked from outside.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests say what they expect and stop when it is not so"
)]

mod chance;
mod corpus;
mod draw;
mod repair;
mod report;
mod secrets;
mod vectors;
mod words;
