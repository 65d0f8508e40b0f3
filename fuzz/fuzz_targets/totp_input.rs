#![no_main]
//! Reads any bytes as a time and six typed digits. `cargo +nightly fuzz run totp_input`

#[path = "../checks/totp_input.rs"]
mod totp_input;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| totp_input::check(bytes));
