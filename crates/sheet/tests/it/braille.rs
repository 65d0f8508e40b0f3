//! The braille file: what a braille translator that others wrote makes of it (liblouis).

use crate::{specimen::Specimen, tool::text};
use counterfoil_sheet::{Edition, SheetError};

/// Braille ASCII has capitals; liblouis reads and writes small letters.
fn small(cells: &str) -> String {
    cells
        .chars()
        .map(|c| match c {
            '@' => '`',
            ']' => '}',
            '^' => '~',
            c => c.to_ascii_lowercase(),
        })
        .collect()
}

fn file(specimen: &Specimen) -> String {
    String::from_utf8(specimen.print(Edition::Braille)).expect("ASCII")
}

/// Backwards into text: uncontracted Unified English Braille.
fn back(cells: &str) -> String {
    text(
        "lou_translate",
        &["--backward", "en-ueb-g1.ctb"],
        small(cells).as_bytes(),
    )
}

/// Words only: typefaces have two quotation marks, liblouis writes one.
fn words(text: &str) -> String {
    let text = text.replace(['“', '”'], "\"").replace('\'', "’");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn it_is_forty_cells_by_twenty_five_lines_of_braille_ascii() {
    for count in [1, 10, 20, 31] {
        let mut specimen = Specimen::new(count, 41);
        specimen.address = Some("alice.with-a-long-name@some-department.of.example.org".into());
        let file = file(&specimen);
        assert!(file.ends_with('\u{c}'));
        for page in file.trim_end_matches('\u{c}').split('\u{c}') {
            let lines: Vec<&str> = page.split_terminator("\r\n").collect();
            assert!((1..=25).contains(&lines.len()), "{page}");
            for line in lines {
                assert!(line.len() <= 40, "{line}");
                assert!(
                    line.bytes().all(|cell| (0x20..=0x5F).contains(&cell)),
                    "{line}"
                );
            }
        }
    }
}

#[test]
fn a_braille_translator_reads_the_same_text() {
    let specimen = Specimen::new(10, 42);
    let file = file(&specimen);
    let pages: Vec<&str> = file.split('\u{c}').collect();
    // The codes are on the last page; before them is text.
    let about = pages[..pages.len() - 2].concat();
    let (about, _) = about.split_once("  #A 1").expect("the list of digits");
    let read = words(&back(about));
    for expected in [
        "Backup codes example.org mail For \"Alice’s mailbox\" Sheet 3, 23 November 2026",
        "Type a code only at https://account.example.org Before you type, the page must show these two words:",
        &specimen.page_words.join(" "),
        "Each code opens your mailbox once, when your phone is gone.",
        "Nobody from our help desk will ever ask you for a code.",
        "Type ? for it. Up to four symbols of a code can be missing.",
        "choose \"I lost my sheet\": its codes stop working at once.",
        "A digit has no number sign and stands one row lower than in text.",
    ] {
        assert!(read.contains(expected), "no {expected:?} in {read:?}");
    }
}

#[test]
fn a_braille_translator_writes_the_same_cells() {
    for sentence in [
        "Type a code only at https://account.example.org/a-b",
        "Sheet 3, 23 November 2026 (A4) at 14:05.",
        "Don’t ask “Alice” or iPhone 2b 3k 4X OK?",
        "Call ABC: help@example.org; 50% off!",
        "Größe, Straße; français, être, cœur, où",
        "¿Perdiste la «hoja»? Página, español",
    ] {
        let mut specimen = Specimen::new(1, 43);
        specimen.help = Some(sentence.to_owned());
        let theirs = text("lou_translate", &["en-ueb-g1.ctb"], sentence.as_bytes());
        let ours: Vec<String> = file(&specimen).split_whitespace().map(small).collect();
        let ours = ours.join(" ");
        assert!(ours.contains(theirs.trim()), "no {theirs} in {ours}");
    }
}

#[test]
fn every_code_is_a_line_of_one_cell_a_symbol() {
    let specimen = Specimen::new(20, 44);
    let file = file(&specimen);
    for (code, word) in specimen.codes.iter().zip(&specimen.drill_words) {
        let line = file
            .split("\r\n")
            .find(|line| line.contains(code.groups()[1].as_str()))
            .expect("a line");
        let (number, rest) = line.split_once(' ').expect("a number");
        assert_eq!(back(number).trim(), code.slot().to_string());
        let cells: String = rest.trim_start().chars().take(23).collect();
        // Computer braille, as the table for North American Braille ASCII has it.
        let read = text(
            "lou_translate",
            &["--backward", "en-us-comp8-ext.utb"],
            cells.as_bytes(),
        );
        assert_eq!(read.trim().replace(' ', "-"), *code.text());
        let drill = rest.trim_start().chars().skip(23).collect::<String>();
        assert_eq!(back(&drill).trim(), word);
    }
}

#[test]
fn the_alphabet_of_codes_is_explained_once() {
    for count in [4, 20, 31] {
        let file = file(&Specimen::new(count, 45));
        assert_eq!(file.matches("#A 1   #B 2").count(), 1);
        assert_eq!(file.matches("#I 9   #J 0").count(), 1);
    }
}

#[test]
fn a_word_too_long_for_its_line_is_refused() {
    let mut specimen = Specimen::new(1, 46);
    specimen.drill_words = vec!["longerthanten".into()];
    let refused = specimen.try_print(&[Edition::Braille]);
    assert_eq!(refused.err(), Some(SheetError::DoesNotFit));
}
