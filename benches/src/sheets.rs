//! What a sheet costs: drawing its codes, writing the PDF, and both with the slow hashes that the portal runs between them.

use crate::figures::{Figures, Rounds};
use crate::house::{pepper, tag_key};
use crate::place::Size;
use counterfoil_core::{AccountBytes, Code, Cost, Salt, SetBytes, Slot, Word, words};
use counterfoil_e2e::paper;
use counterfoil_lang::{Language, Sentences};
use counterfoil_service::{Chance, Entropy as _, SystemEntropy};
use counterfoil_sheet::{Edition, Line, Paper, Replacements, Sheet};
use hmac::{Hmac, KeyInit as _, Mac as _};
use krilla::Document;
use krilla::geom::Point;
use krilla::page::PageSettings;
use krilla::text::{Font, TextDirection};
use sha2::Sha256;
use std::hint::black_box;
use std::time::{Duration, Instant};

const CODES: usize = 10;
/// Short and many: what else the machine does hits both of a pair alike.
const ROUNDS: usize = 21;
const ROUND: Duration = Duration::from_millis(150);
const FONT: &[u8] = include_bytes!("../../crates/sheet/fonts/AtkinsonHyperlegible-Regular.ttf");

pub(crate) fn measure(size: &Size, figures: &mut Figures) {
    figures.heading("Sheets that are made, one core");
    eprintln!("bench: sheets, beside raw chance and MACs, and beside plain text in a PDF");
    let sentences = Sentences::load().expect("sentences");
    let drawn = Drawn::new();
    let pdf = drawn.pdf(&sentences);
    let text = paper::text(&pdf);
    let lines: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    let font = Font::new(FONT.into(), 0).expect("a typeface");
    let rounds = if size.rounds > 1 { ROUNDS } else { 3 };
    let mut figure = [const { Vec::new() }; 5];
    for _ in 0..rounds {
        let [drawings, chances, sheets, plain, whole] = &mut figure;
        drawings.push(a_second(|| drop(black_box(Drawn::new()))));
        chances.push(a_second(chance_and_macs));
        sheets.push(a_second(|| drop(black_box(drawn.pdf(&sentences)))));
        plain.push(a_second(|| drop(black_box(plain_text(&lines, &font)))));
        whole.push(a_second(|| {
            let drawn = Drawn::new();
            drawn.hash();
            black_box(drawn.pdf(&sentences));
        }));
    }
    let [drawings, chances, sheets, plain, whole] = figure;
    let draw_ratios = Rounds::ratios(&drawings, &chances);
    let pdf_ratios = Rounds::ratios(&sheets, &plain);
    for (what, rounds, digits) in [
        ("draws of ten codes and twelve words a second", drawings, 0),
        (
            "raw random bytes and HMAC-SHA-256 of as many codes a second",
            chances,
            0,
        ),
        ("PDFs of the standard edition a second", sheets, 1),
        (
            "PDFs of the same lines as plain text a second, by the same library",
            plain,
            1,
        ),
        (
            "whole sheets a second: draw, ten slow hashes, PDF",
            whole,
            2,
        ),
    ] {
        figures.row(what, Rounds::of(rounds), digits);
    }
    figures.row("draw ÷ raw chance and MACs", draw_ratios, 2);
    figures.row("PDF ÷ plain text in a PDF", pdf_ratios, 2);
}

/// What stands on a sheet.
struct Drawn {
    codes: Vec<Code>,
    words: Vec<Word>,
}

impl Drawn {
    fn new() -> Self {
        let (key, mut chance) = (tag_key(), Chance(&SystemEntropy));
        let draw = |slot| Code::draw(slot, &key, &mut Chance(&SystemEntropy));
        Self {
            codes: Slot::all().take(CODES).map(draw).collect(),
            words: words::draw_distinct(CODES + 2, &mut chance),
        }
    }

    /// What the portal keeps of it.
    fn hash(&self) {
        let (account, set) = (AccountBytes([1; 16]), SetBytes([2; 16]));
        for code in &self.codes {
            let salt = Salt::draw(&mut Chance(&SystemEntropy));
            let digest = code.digest(&pepper(), &account, &set, &salt, Cost::PRODUCTION);
            black_box(digest.expect("a digest"));
        }
    }

    fn pdf(&self, sentences: &Sentences) -> Vec<u8> {
        let (first, rest) = self.words.split_first().expect("a page word");
        let (second, drill_words) = rest.split_first().expect("a page word");
        let lines: Vec<Line<'_>> = self
            .codes
            .iter()
            .zip(drill_words)
            .map(|(code, word)| Line {
                code,
                drill_word: word.as_str(),
            })
            .collect();
        let sheet = Sheet {
            service: "example.org mail",
            logo: None,
            help: Some("Help desk: +33 1 23 45 67 89"),
            portal_url: "https://account.example.org",
            label: "Alice’s mailbox",
            address: None,
            number: 3,
            drawn_on: "23 November 2026",
            page_words: [first.as_str(), second.as_str()],
            lines: &lines,
            head_line: None,
            replacements: Replacements {
                first: 11,
                count: 21,
            },
            paper: Paper::A4,
            language: Language::English,
        };
        let printout = sheet
            .print(&[Edition::Standard], "sheet", sentences)
            .expect("a sheet");
        printout.bytes.to_vec()
    }
}

/// The least that so many codes take: 65 bits of chance and a MAC each.
fn chance_and_macs() {
    for slot in 0..CODES {
        let mut secret = [0; 13];
        SystemEntropy.fill(&mut secret);
        let mut mac = Hmac::<Sha256>::new_from_slice(black_box(&[3; 32])).expect("a key");
        mac.update(b"counterfoil/tag/v1\0");
        mac.update(&[u8::try_from(slot).expect("a slot")]);
        mac.update(&secret);
        black_box(mac.finalize());
    }
}

/// The same lines on one page, without layout, rules, structure or anything for a screen reader.
fn plain_text(lines: &[&str], font: &Font) -> Vec<u8> {
    let mut document = Document::new();
    let size = PageSettings::from_wh(595.0, 842.0).expect("a page");
    let mut page = document.start_page_with(size);
    let mut surface = page.surface();
    let mut y = 40.0;
    for line in lines {
        let start = Point::from_xy(40.0, y);
        surface.draw_text(start, font.clone(), 10.0, line, false, TextDirection::Auto);
        y += 12.0;
    }
    surface.finish();
    page.finish();
    document.finish().expect("a PDF")
}

fn a_second(work: impl Fn()) -> f64 {
    let (began, mut count) = (Instant::now(), 0_u32);
    while count == 0 || began.elapsed() < ROUND {
        work();
        count += 1;
    }
    f64::from(count) / began.elapsed().as_secs_f64()
}
