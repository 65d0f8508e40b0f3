#![no_main]
//! Reads any bytes as a `Cookie` header. `cargo +nightly fuzz run cookie`

#[path = "../checks/cookie.rs"]
mod check;
// By its file: the parser needs nothing of its crate, and the crate brings a web server and two databases.
#[path = "../../crates/web/src/shell/cookie.rs"]
mod parser;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| check::check(bytes, parser::find));
