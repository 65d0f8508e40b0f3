//! Writes a specimen sheet to standard output: `sample [a4|letter] [CODES] [LANGUAGE]`.
//!
//! Its codes are drawn with a fixed seed and an all-zero key, so they open nothing.

use counterfoil_core::{Code, Slot, TagKey, words};
use counterfoil_lang::{Language, Sentences, TimeZone};
use counterfoil_sheet::{Line, Paper, Replacements, Sheet};
use rand::{SeedableRng, rngs::StdRng};
use std::{env, error::Error, io::Write};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let paper = match arguments.next().as_deref() {
        Some("letter") => Paper::Letter,
        _ => Paper::A4,
    };
    let count: u8 = arguments.next().map_or(Ok(10), |count| count.parse())?;
    let language = Language::negotiate(arguments.next().as_deref(), None);

    let sentences = Sentences::load()?;
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
        portal_url: "https://account.example.org",
        label: "SPECIMEN: Alice’s mailbox",
        address: None,
        number: 3,
        drawn_on: &sentences.date(language, 1_795_400_000_000_000, &TimeZone::UTC),
        page_words: [first.as_str(), second.as_str()],
        lines: &lines,
        replacements: Replacements {
            first: count.saturating_add(1),
            count: 10,
        },
        paper,
        language,
    };
    std::io::stdout().write_all(&sheet.pdf(&sentences)?)?;
    Ok(())
}
