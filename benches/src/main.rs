#![doc = include_str!("../README.md")]
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::expect_used,
    reason = "a measurement that can't be made stops and says why"
)]

mod figures;
mod grant;
mod load;
mod logins;
mod town;

use figures::Figures;
use town::Town;

/// Where `--write` writes.
const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/benchmarks.md");

#[tokio::main]
async fn main() {
    let asked = |option: &str| std::env::args().any(|argument| argument == option);
    let write = asked("--write");
    eprintln!("bench: a town of {} mailboxes is built", town::MAILBOXES);
    let town = Town::build().await;
    let mut figures = Figures::new();
    eprintln!("bench: password grants, beside an empty handler");
    grant::measure(&town, &mut figures).await;
    if asked("--grants") {
        eprintln!("bench: and nothing else");
    } else if is_root() {
        eprintln!("bench: IMAP logins through Dovecot");
        logins::measure(&town, &mut figures).await;
    } else {
        eprintln!("bench: Dovecot starts as root only, so its logins are left out");
    }
    println!("{figures}");
    if write {
        std::fs::write(PAGE, figures.page()).expect("the page is written");
    }
}

fn is_root() -> bool {
    std::os::unix::fs::MetadataExt::uid(&std::fs::metadata("/proc/self").expect("a process")) == 0
}
