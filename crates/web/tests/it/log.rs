//! What a test's own requests log, at its most talkative.
//!
//! One subscriber for the whole process: one per test would miss lines, because `tracing` remembers for each call site whether
//! anybody listens, and tests run side by side.

use std::cell::RefCell;
use std::io::Write;
use std::sync::Once;

thread_local! {
    static LINES: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

struct Lines;

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        LINES.with_borrow_mut(|lines| lines.extend_from_slice(bytes));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

static LISTEN: Once = Once::new();

/// Begins to listen. Only what is logged on this thread is heard: on a runtime of one thread, all of a test.
pub(crate) fn listen() {
    LISTEN.call_once(|| {
        let subscriber = tracing_subscriber::fmt()
            .with_max_level(tracing::Level::TRACE)
            .with_ansi(false)
            .with_writer(|| Lines)
            .finish();
        tracing::subscriber::set_global_default(subscriber).unwrap();
    });
    LINES.with_borrow_mut(Vec::clear);
}

/// Everything that was logged since.
pub(crate) fn heard() -> String {
    LINES.with_borrow(|lines| String::from_utf8_lossy(lines).into_owned())
}
