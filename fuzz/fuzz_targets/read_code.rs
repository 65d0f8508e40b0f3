#![no_main]
//! Reads any bytes as a typed code. `cargo +nightly fuzz run read_code`

#[path = "../checks/read_code.rs"]
mod read_code;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| read_code::check(bytes));
