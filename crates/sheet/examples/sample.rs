//! Writes a specimen sheet to standard output: `sample [a4|letter] [CODES] [LANGUAGE] [standard|large|card|braille]...`.
//!
//! Its codes are drawn with a fixed seed and an all-zero key, so they open nothing.

use counterfoil_core::{Code, Slot, TagKey, words};
use counterfoil_lang::{Language, Sentences, TimeZone};
use counterfoil_sheet::{Edition, Line, Logo, Paper, Replacements, Sheet};
use rand::{SeedableRng, rngs::StdRng};
use std::{env, error::Error, io::Write};

/// An envelope, for want of a better one.
const LOGO: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40">
<rect x="2" y="2" width="56" height="36" rx="4" fill="none" stroke="#123" stroke-width="4"/>
<path d="M4 6 L30 24 L56 6" fill="none" stroke="#123" stroke-width="4"/></svg>"##;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let paper = match arguments.next().as_deref() {
        Some("letter") => Paper::Letter,
        _ => Paper::A4,
    };
    let count: u8 = arguments.next().map_or(Ok(10), |count| count.parse())?;
    let language = Language::negotiate(arguments.next().as_deref(), None);

    let mut editions = Vec::new();
    for edition in arguments {
        editions.push(match edition.as_str() {
            "standard" => Edition::Standard,
            "large" => Edition::LargePrint,
            "card" => Edition::WalletCard,
            "braille" => Edition::Braille,
            _ => return Err("no such edition".into()),
        });
    }
    if editions.is_empty() {
        editions.push(Edition::Standard);
    }

    let sentences = Sentences::load()?;
    let logo = Logo::read(LOGO)?;
    let (key, mut rng) = (TagKey::from_bytes([0; 32]), StdRng::seed_from_u64(5));
    let codes: Vec<Code> = Slot::all()
        .take(count.into())
        .map(|slot| Code::draw(slot, &key, &mut rng))
        .collect();
    let words = words::draw_distinct(codes.len() + 2, &mut rng);
    let [first, second, drill_words @ ..] = words.as_slice() else {
        return Err("too few words".into());
    };
    let lines: Vec<Line<'_>> = codes
        .iter()
        .zip(drill_words)
        .map(|(code, word)| Line {
            code,
            drill_word: word.as_str(),
        })
        .collect();
    let sheet = Sheet {
        service: "example.org mail",
        logo: Some(&logo),
        help: Some("Help desk: +33 1 23 45 67 89, every day from 8 to 20."),
        portal_url: "https://account.example.org",
        label: "SPECIMEN: Alice’s mailbox",
        address: None,
        number: 3,
        drawn_on: &sentences.date(language, 1_795_400_000_000_000, &TimeZone::UTC),
        page_words: [first.as_str(), second.as_str()],
        lines: &lines,
        head_line: Some("7K3Q F9XW 2MT4 HNJQ 1ZQ5"),
        replacements: Replacements {
            first: count.saturating_add(1),
            count: 10,
        },
        paper,
        language,
    };
    let printout = sheet.print(&editions, "backup-codes-sheet-3", &sentences)?;
    std::io::stdout().write_all(&printout.bytes)?;
    Ok(())
}
