#![no_main]
//! Reads any octets as a mail that came back. `cargo +nightly fuzz run returned_mail`

#[path = "../checks/returned_mail.rs"]
mod check;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    check::check(bytes);
});
