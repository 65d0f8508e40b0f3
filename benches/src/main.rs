#![doc = include_str!("../README.md")]
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::expect_used,
    reason = "a measurement that can't be made stops and says why"
)]

mod api;
mod argon2;
mod figures;
mod flood;
mod grant;
mod house;
mod load;
mod logins;
mod machine;
mod notices;
mod owners;
mod pages;
mod peers;
mod place;
mod redeem;
mod sheets;
mod start;
mod tags;
mod town;

use figures::Figures;
use machine::Machine;
use place::Size;
use town::Town;

/// Where `--write` writes.
const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/benchmarks.md");

/// What can be measured, in this order; `--only NAME` takes one of them, and may be said again.
const NAMES: [&str; 11] = [
    "tags", "sheets", "start", "api", "redeem", "flood", "grants", "logins", "pages", "notices",
    "peers",
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
    let mut machine = match Machine::found() {
        Ok(machine) => machine,
        Err((_, others)) if asked.write => {
            eprintln!(
                "bench: others take {:.0} % of the processors; nothing is written on such a machine",
                others * 100.0
            );
            std::process::exit(1);
        }
        Err((machine, others)) => {
            eprintln!(
                "bench: others take {:.0} % of the processors, so the figures say little",
                others * 100.0
            );
            machine
        }
    };
    let mut figures = Figures::new();
    let mut town = None;
    for name in NAMES.into_iter().filter(|name| asked.wants(name)) {
        machine.look();
        match name {
            "tags" => tags::measure(&size, &mut figures),
            "sheets" => sheets::measure(&size, &mut figures),
            "start" => start::measure(&size, &mut figures).await,
            "api" => api::measure(&size, &mut figures).await,
            "redeem" => redeem::measure(&size, &mut figures).await,
            "flood" => flood::measure(&size, &mut figures).await,
            "grants" => grants(&mut town, &size, &mut figures).await,
            "logins" => logins(&mut town, &size, &mut figures).await,
            "pages" => pages(&mut town, &size, &mut figures).await,
            "notices" => notices::measure(&size, &mut figures).await,
            _ => peers::measure(&size, &mut figures).await,
        }
    }
    println!("{figures}\n{}", machine.described());
    if asked.write {
        std::fs::write(PAGE, figures.page(&machine)).expect("the page is written");
    }
}

/// The town, built for whoever comes first.
async fn built(town: &mut Option<Town>) -> &Town {
    if town.is_none() {
        eprintln!("bench: a town of {} mailboxes is built", town::MAILBOXES);
        *town = Some(Town::build().await);
    }
    town.as_ref().expect("a town")
}

async fn grants(town: &mut Option<Town>, size: &Size, figures: &mut Figures) {
    let town = built(town).await;
    eprintln!("bench: password grants, beside an empty handler");
    grant::measure(town, size, figures).await;
}

async fn logins(town: &mut Option<Town>, size: &Size, figures: &mut Figures) {
    if !is_root() {
        eprintln!("bench: Dovecot starts as root only, so its logins are left out");
        return;
    }
    let town = built(town).await;
    eprintln!("bench: IMAP logins through Dovecot");
    logins::measure(town, size, figures).await;
}

async fn pages(town: &mut Option<Town>, size: &Size, figures: &mut Figures) {
    let town = built(town).await;
    eprintln!("bench: pages of an owner, beside an empty handler");
    pages::measure(town, size, figures).await;
}

fn is_root() -> bool {
    std::os::unix::fs::MetadataExt::uid(&std::fs::metadata("/proc/self").expect("a process")) == 0
}
