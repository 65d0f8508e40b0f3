#![no_main]
//! Reads any octets as a line of another mail system's export. `cargo +nightly fuzz run import_line`

#[path = "../checks/import_line.rs"]
mod check;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    check::check(bytes);
});
