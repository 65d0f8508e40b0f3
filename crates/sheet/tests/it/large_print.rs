//! Large print: for owners with low vision.

use crate::{
    photocopy::assert_found,
    specimen::Specimen,
    tool::{run, text},
};
use counterfoil_lang::Language;
use counterfoil_sheet::{Edition, Paper};

fn pages(pdf: &[u8]) -> usize {
    text("pdfinfo", &["-"], pdf)
        .lines()
        .find_map(|line| line.strip_prefix("Pages:")?.trim().parse().ok())
        .expect("pages")
}

/// The heights of the letters of a page, as poppler measures them: `yMin` to `yMax` of every word.
fn heights(pdf: &[u8]) -> Vec<f32> {
    let boxes = text("pdftotext", &["-bbox", "-", "-"], pdf);
    boxes
        .lines()
        .filter(|line| line.contains("<word "))
        .map(|line| {
            let edge = |name: &str| -> f32 {
                let (_, rest) = line.split_once(&format!("{name}=\"")).expect("an edge");
                rest.split('"')
                    .next()
                    .and_then(|edge| edge.parse().ok())
                    .expect("a number")
            };
            edge("yMax") - edge("yMin")
        })
        .collect()
}

#[test]
fn ten_codes_are_two_pages_and_the_codes_are_together() {
    for paper in [Paper::A4, Paper::Letter] {
        let mut specimen = Specimen::new(10, 21);
        specimen.paper = paper;
        specimen.help = Some("Help desk: +33 1 23 45 67 89, every day from 8 to 20.".into());
        let pdf = specimen.print(Edition::LargePrint);
        assert_eq!(pages(&pdf), 2, "{paper:?}");
        let second = text(
            "pdftotext",
            &["-f", "2", "-l", "2", "-layout", "-", "-"],
            &pdf,
        );
        for code in &specimen.codes {
            assert!(second.contains(code.groups()[3].as_str()), "{second}");
        }
    }
}

#[test]
fn nothing_is_smaller_than_eighteen_points() {
    let pdf = Specimen::new(10, 22).print(Edition::LargePrint);
    // What poppler takes for a word's height is the typeface's ascent and descent: the standard sheet gives the scale.
    let of_standard = heights(&Specimen::new(10, 22).print(Edition::Standard));
    let smallest = of_standard.iter().copied().fold(f32::MAX, f32::min);
    let per_point = smallest / 8.5;
    let sizes: Vec<f32> = heights(&pdf)
        .iter()
        .map(|height| height / per_point)
        .collect();
    assert!(sizes.len() > 100, "{sizes:?}");
    assert!(
        sizes.iter().all(|size| *size > 17.5),
        "{:?}",
        sizes.iter().copied().fold(f32::MAX, f32::min)
    );
}

#[test]
fn it_is_read_in_order() {
    let specimen = Specimen::new(4, 23);
    let pdf = specimen.print(Edition::LargePrint);
    let structure = text("pdfinfo", &["-struct-text", "-"], &pdf);
    let mut rest = structure.lines().map(str::trim);
    let code = specimen.codes[2].groups();
    for expected in [
        "\"Backup codes\"".to_owned(),
        "\"https://account.example.org\"".to_owned(),
        format!("\"{}\"", specimen.page_words.join("    ")),
        "\"3\"".to_owned(),
        format!("\"{} \"", *code[0]),
        format!("\"{} \"", *code[3]),
        "\"Drill word: \"".to_owned(),
        format!("\"{}\"", specimen.drill_words[2]),
    ] {
        assert!(
            rest.any(|line| line == expected),
            "{expected} in {structure}"
        );
    }
    for tag in ["H1 ", "H2 ", "Table", "TH"] {
        assert!(structure.contains(tag), "no {tag} in {structure}");
    }
}

#[test]
fn every_code_is_read_back_at_200_dots_per_inch() {
    let specimen = Specimen::new(10, 24);
    let pdf = specimen.print(Edition::LargePrint);
    let second = run(
        "pdftoppm",
        &["-r", "200", "-gray", "-png", "-f", "2", "-l", "2", "-"],
        &pdf,
    );
    assert_found(
        &specimen.codes,
        &second,
        &[
            ("60%", "6"),
            ("50%", "6"),
            ("75%", "4"),
            ("60%", "4"),
            ("100%", "6"),
        ],
    );
}

#[test]
fn long_names_and_longer_languages_fit() {
    for paper in [Paper::A4, Paper::Letter] {
        let mut specimen = Specimen::new(10, 25);
        specimen.paper = paper;
        specimen.service = "A mail service with a name that goes on and on ".repeat(9);
        specimen.label = "The mailbox of Alice and everybody else ".repeat(9);
        specimen.portal_url = format!("https://account.{}.example.org", "mail-of-a-town".repeat(4));
        let pdf = specimen.print(Edition::LargePrint);
        assert!(pages(&pdf) <= 3);
        let read: String = text("pdftotext", &["-layout", "-", "-"], &pdf)
            .split_whitespace()
            .collect();
        assert!(
            read.contains(&specimen.portal_url),
            "an address is never cut"
        );
        specimen.language = Language::Pseudo;
        assert!(pages(&specimen.print(Edition::LargePrint)) <= 4);
    }
}
