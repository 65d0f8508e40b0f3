//! The sentences as they are shipped, and the sources that say them.

#![expect(
    clippy::expect_used,
    reason = "a test says what it expects and stops when it is not so"
)]

mod dates;
mod sentences;
mod translations;
mod usage;
