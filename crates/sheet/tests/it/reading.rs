//! What programs read out of the file, a screen reader first of all.

use crate::{
    specimen::Specimen,
    tool::{run, text},
};
use counterfoil_core::words;
use counterfoil_lang::Language;

fn words_of(pdf: &[u8]) -> String {
    text("pdftotext", &["-layout", "-", "-"], pdf)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn it_is_in_the_language_of_its_owner() {
    for (language, expected) in [
        (
            Language::German,
            [
                "Notfallcodes",
                "Blatt 3",
                "Für „Alice’s mailbox“",
                "Übungswort",
                "Ersatzcodes",
            ],
        ),
        (
            Language::French,
            [
                "Codes de secours",
                "Feuille 3",
                "Pour « Alice’s mailbox »",
                "mot d’exercice",
                "Remplaçants",
            ],
        ),
        (
            Language::Spanish,
            [
                "Códigos de respaldo",
                "Hoja 3",
                "Para «Alice’s mailbox»",
                "¿No se lee un símbolo?",
                "Reemplazos",
            ],
        ),
    ] {
        let mut specimen = Specimen::new(10, 1);
        specimen.language = language;
        let read = words_of(&specimen.pdf());
        for expected in expected {
            assert!(read.contains(expected), "no {expected} in {read}");
        }
    }
}

#[test]
fn everything_on_it_can_be_read_as_text() {
    let specimen = Specimen::new(10, 1);
    let read = words_of(&specimen.pdf());
    for (code, word) in specimen.codes.iter().zip(&specimen.drill_words) {
        let groups = code.groups();
        let row = format!(
            "{} {} {} {} {} {word}",
            code.slot(),
            *groups[0],
            *groups[1],
            *groups[2],
            *groups[3]
        );
        assert!(read.contains(&row), "no {row} in {read}");
    }
    for expected in [
        "Backup codes",
        "Sheet 3",
        "23 November 2026",
        "For “Alice’s mailbox”",
        "https://account.example.org",
        &specimen.page_words.join(" "),
        "example.org mail · “Alice’s mailbox” · sheet 3 · account.example.org drill word",
        "Another copy is at",
    ] {
        assert!(read.contains(expected), "no {expected:?} in {read}");
    }
    assert_eq!(
        read.matches("· sheet 3 ·").count(),
        5,
        "every strip says what it is"
    );
    for slot in 11..=14 {
        assert!(
            read.contains(&format!(" {slot} ")),
            "no line for replacement {slot}"
        );
    }
}

#[test]
fn the_address_is_printed_only_when_asked_for() {
    let mut specimen = Specimen::new(4, 2);
    assert!(!words_of(&specimen.pdf()).contains("alice@example.org"));
    specimen.address = Some("alice@example.org".into());
    assert!(words_of(&specimen.pdf()).contains("For “Alice’s mailbox”, alice@example.org"));
}

#[test]
fn a_screen_reader_finds_headings_and_tables_in_order() {
    let specimen = Specimen::new(4, 3);
    let structure = text("pdfinfo", &["-struct-text", "-"], &specimen.pdf());
    let lines: Vec<&str> = structure.lines().map(str::trim).collect();
    let count = |tag: &str| {
        lines
            .iter()
            .filter(|line| line.split([' ', ':']).next() == Some(tag))
            .count()
    };
    assert_eq!(
        (count("H1"), count("H2"), count("Table"), count("TR")),
        (1, 1, 2, 6)
    );
    // Each strip: caption and "drill word" above its columns, and the number of each row.
    assert_eq!((count("TH"), count("TD")), (2 * 2 + 4, 2 * 4));
    let mut rest = lines.iter();
    let code = specimen.codes[0].groups();
    for expected in [
        "\"Backup codes\"".to_owned(),
        "\"https://account.example.org\"".to_owned(),
        format!("\"{}\"", specimen.page_words.join("    ")),
        "\"1\"".to_owned(),
        format!("\"{} \"", *code[0]),
        format!("\"{} \"", *code[3]),
        format!("\"{}\"", specimen.drill_words[0]),
        format!("\"{}\"", specimen.drill_words[3]),
        "\"Replacements\"".to_owned(),
        "\"Another copy is at\"".to_owned(),
    ] {
        assert!(
            rest.any(|line| *line == expected),
            "{expected} is not there, or not in order, in {structure}"
        );
    }
}

#[test]
fn the_file_says_what_it_is() {
    let pdf = Specimen::new(4, 4).pdf();
    let info = text("pdfinfo", &["-"], &pdf);
    for expected in [
        "Title:           Backup codes for Alice’s mailbox, sheet 3",
        "Tagged:          yes",
    ] {
        assert!(info.contains(expected), "no {expected:?} in {info}");
    }
    let metadata = text("pdfinfo", &["-meta", "-"], &pdf);
    assert!(
        metadata.contains("pdfuaid:part"),
        "it does not claim PDF/UA: {metadata}"
    );
    let raw = String::from_utf8_lossy(&pdf);
    assert!(raw.contains("/DisplayDocTitle true") && raw.contains("/Lang(en)"));
}

#[test]
fn no_code_stands_in_the_file_outside_its_compressed_text() {
    let specimen = Specimen::new(4, 5);
    let pdf = specimen.pdf();
    let raw = String::from_utf8_lossy(&pdf);
    for code in &specimen.codes {
        assert!(
            !code
                .groups()
                .iter()
                .any(|group| raw.contains(group.as_str()))
        );
    }
}

#[test]
fn the_same_sheet_is_the_same_bytes() {
    let specimen = Specimen::new(10, 6);
    assert!(specimen.pdf() == specimen.pdf());
    assert!(specimen.pdf() != Specimen::new(10, 7).pdf());
}

#[test]
fn letters_the_typeface_lacks_do_not_cost_the_sheet() {
    let mut specimen = Specimen::new(2, 8);
    specimen.label = "Wŵ e\u{301} Почта 📬\t\u{7}".into();
    let read = words_of(&specimen.pdf());
    assert!(
        read.contains("For “Ww é ????? ? ”") || read.contains("For “Ww é ????? ?”"),
        "{read}"
    );
}

#[test]
fn it_is_black_on_white() {
    let picture = run("pdftoppm", &["-r", "40", "-"], &Specimen::new(4, 9).pdf());
    let pixels = &picture[picture.len() - 3 * 330 * 467..];
    assert!(
        pixels
            .chunks(3)
            .all(|pixel| pixel[0] == pixel[1] && pixel[1] == pixel[2]),
        "there is a colour on it"
    );
}

#[test]
fn words_come_from_the_list_that_fits() {
    // The longest word of the list beside every code, and twice in the head.
    let mut specimen = Specimen::new(12, 10);
    let longest = words::find("thermostat").map_or("wwwwwwwww", |word| word.as_str());
    specimen.drill_words = vec!["wwwwwwwww".into(); 12];
    specimen.page_words = [longest.into(), "wwwwwwwww".into()];
    let _ = specimen.pdf();
}
