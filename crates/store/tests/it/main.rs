//! What both engines must do alike. Every test runs on SQLite and on a PostgreSQL cluster of the tests' own.
//!
//! `COUNTERFOIL_THOROUGH=1` repeats what depends on luck ten times as often.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "tests say what they expect and stop when it is not so"
)]

mod cancel;
mod conflict;
mod dump;
mod durability;
mod faults;
mod ground;
mod isolation;
mod migration;
mod postgres;
mod race;
mod sqlite;
mod statement;
mod transaction;
mod upgrade;
mod value;
