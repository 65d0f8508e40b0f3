#![doc = include_str!("../README.md")]
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::expect_used,
    reason = "a measurement that can't be made stops and says why"
)]

mod figures;
mod flood;
mod grant;
mod house;
mod load;
mod logins;
mod owners;
mod peers;
mod place;
mod redeem;
mod sheets;
mod start;
mod tags;
mod town;

use figures::Figures;
use place::Size;
use town::Town;

/// Where `--write` writes.
const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/benchmarks.md");

/// What can be measured, in this order; `--only NAME` takes one of them, and may be said again.
const NAMES: [&str; 8] = [
    "tags", "sheets", "start", "redeem", "flood", "grants", "logins", "peers",
];

/// What was asked for.
#[derive(Default)]
struct Asked {
    write: bool,
    small: bool,
    million: bool,
    only: Vec<String>,
}

impl Asked {
    fn read(mut arguments: impl Iterator<Item = String>) -> Option<Self> {
        let mut asked = Self::default();
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--write" => asked.write = true,
                "--small" => asked.small = true,
                "--million" => asked.million = true,
                "--only" => {
                    let name = arguments.next()?;
                    NAMES.contains(&name.as_str()).then_some(())?;
                    asked.only.push(name);
                }
                _ => return None,
            }
        }
        Some(asked)
    }

    fn wants(&self, name: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|only| only == name)
    }
}

#[tokio::main]
async fn main() {
    let Some(asked) = Asked::read(std::env::args().skip(1)) else {
        eprintln!("bench: --only takes one of {}", NAMES.join(", "));
        std::process::exit(2);
    };
    let size = if asked.small {
        Size::small()
    } else {
        Size::usual(asked.million)
    };
    let mut figures = Figures::new();
    if asked.wants("tags") {
        tags::measure(&size, &mut figures);
    }
    if asked.wants("sheets") {
        sheets::measure(&size, &mut figures);
    }
    if asked.wants("start") {
        start::measure(&size, &mut figures).await;
    }
    if asked.wants("redeem") {
        redeem::measure(&size, &mut figures).await;
    }
    if asked.wants("flood") {
        flood::measure(&size, &mut figures).await;
    }
    if asked.wants("grants") || asked.wants("logins") {
        mail(&asked, &mut figures).await;
    }
    if asked.wants("peers") {
        peers::measure(&size, &mut figures).await;
    }
    println!("{figures}");
    if asked.write {
        std::fs::write(PAGE, figures.page()).expect("the page is written");
    }
}

async fn mail(asked: &Asked, figures: &mut Figures) {
    eprintln!("bench: a town of {} mailboxes is built", town::MAILBOXES);
    let town = Town::build().await;
    if asked.wants("grants") {
        eprintln!("bench: password grants, beside an empty handler");
        grant::measure(&town, figures).await;
    }
    if asked.wants("logins") && is_root() {
        eprintln!("bench: IMAP logins through Dovecot");
        logins::measure(&town, figures).await;
    } else if asked.wants("logins") {
        eprintln!("bench: Dovecot starts as root only, so its logins are left out");
    }
}

fn is_root() -> bool {
    std::os::unix::fs::MetadataExt::uid(&std::fs::metadata("/proc/self").expect("a process")) == 0
}
