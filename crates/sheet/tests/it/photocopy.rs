//! Whether a machine reads the codes back from paper, and from a bad photocopy of it. What a machine reads, tired eyes do.

use crate::{
    specimen::{Specimen, key},
    tool::{run, text},
};
use counterfoil_core::{Attempt, Code};

/// The sheet as a scanner at 150 dots per inch sees it.
fn scan(pdf: &[u8]) -> Vec<u8> {
    run("pdftoppm", &["-r", "150", "-gray", "-png", "-"], pdf)
}

/// A photocopy that lay askew under a dirty glass on a machine low on toner.
fn photocopy(scan: &[u8]) -> Vec<u8> {
    let arguments = [
        "png:-",
        "-seed",
        "7",
        "-background",
        "white",
        "-rotate",
        "1",
        "+repage",
        "-blur",
        "0x0.9",
        "-attenuate",
        "0.4",
        "+noise",
        "Gaussian",
        "-brightness-contrast",
        "8x35",
        "png:-",
    ];
    run("convert", &arguments, scan)
}

/// Upright and enlarged, as any scanning program would hand it on.
fn upright(scan: &[u8], percent: &str) -> Vec<u8> {
    run(
        "convert",
        &[
            "png:-", "-deskew", "40%", "+repage", "-resize", percent, "png:-",
        ],
        scan,
    )
}

/// The twenty symbols of four groups, and what else they may be when a machine sees a symbol double, or not at all, in one of them.
fn readings(groups: &[&str]) -> Vec<String> {
    let without = |group: &str, at: usize| {
        group
            .chars()
            .take(at)
            .chain(group.chars().skip(at + 1))
            .collect()
    };
    let with = |group: &str, at: usize| {
        group
            .chars()
            .take(at)
            .chain(['?'])
            .chain(group.chars().skip(at))
            .collect()
    };
    let folded: Vec<String> = groups
        .iter()
        .map(|group| {
            group
                .chars()
                .map(|c| if c.is_ascii_alphanumeric() { c } else { '?' })
                .collect()
        })
        .collect();
    let odd: Vec<usize> = (0..4).filter(|at| folded[*at].len() != 5).collect();
    let instead = |at: usize, group: String| {
        let mut groups = folded.clone();
        groups[at] = group;
        groups.concat()
    };
    match odd.as_slice() {
        [] => vec![folded.concat()],
        [at] if folded[*at].len() == 6 => (0..6)
            .map(|cut| instead(*at, without(&folded[*at], cut)))
            .collect(),
        [at] if folded[*at].len() == 4 => (0..5)
            .map(|gap| instead(*at, with(&folded[*at], gap)))
            .collect(),
        _ => Vec::new(),
    }
}

/// Every code that stands in a text: four groups in a row, in capitals but for a slip.
fn codes_in(text: &str) -> Vec<Attempt> {
    let mut found = Vec::new();
    for line in text.lines() {
        let tokens: Vec<&str> = line.split_whitespace().collect();
        for groups in tokens.windows(4) {
            if groups
                .concat()
                .chars()
                .filter(char::is_ascii_lowercase)
                .count()
                <= 2
            {
                let read = readings(groups);
                found.extend(
                    read.iter()
                        .filter_map(|typed| Some(Attempt::read(typed).ok()?.attempt)),
                );
            }
        }
    }
    found.retain(|attempt| attempt.tag_matches(&key()));
    found
}

/// How a picture at 150 dots per inch is enlarged, and how tesseract takes the page apart: one way finds what another misses.
const WAYS: [(&str, &str); 6] = [
    ("140%", "6"),
    ("180%", "4"),
    ("220%", "4"),
    ("260%", "4"),
    ("100%", "4"),
    ("260%", "6"),
];

/// Reads the picture until every code was found, and fails when one never is, or when one is taken for another.
pub(crate) fn assert_found(codes: &[Code], picture: &[u8], ways: &[(&str, &str)]) {
    let mut missing: Vec<&Code> = codes.iter().collect();
    for (percent, mode) in ways {
        let read = text(
            "tesseract",
            &["stdin", "stdout", "--psm", mode],
            &upright(picture, percent),
        );
        for attempt in codes_in(&read) {
            let text = attempt.text();
            assert!(
                codes.iter().any(|code| *code.text() == *text),
                "{} is not on the sheet",
                *text
            );
            missing.retain(|code| *code.text() != *text);
        }
        if missing.is_empty() {
            return;
        }
    }
    let missing: Vec<String> = missing.iter().map(|code| code.text().to_string()).collect();
    assert!(missing.is_empty(), "not found: {missing:?}");
}

#[test]
fn every_code_is_read_back_from_paper() {
    let specimen = Specimen::new(12, 2026);
    assert_found(&specimen.codes, &scan(&specimen.pdf()), &WAYS);
}

#[test]
fn every_code_is_read_back_from_a_bad_photocopy() {
    let specimen = Specimen::new(12, 2027);
    assert_found(&specimen.codes, &photocopy(&scan(&specimen.pdf())), &WAYS);
}
