//! The house itself: what its structure promises, checked.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test says what it expects and stops when it is not so"
)]

mod house;
