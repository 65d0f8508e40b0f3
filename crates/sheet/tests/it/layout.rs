//! How much fits, and what happens when it does not.

use crate::{specimen::Specimen, tool::text};
use counterfoil_lang::Language;
use counterfoil_sheet::{Paper, SheetError};

fn pages(pdf: &[u8]) -> usize {
    let info = text("pdfinfo", &["-"], pdf);
    let line = info
        .lines()
        .find(|line| line.starts_with("Pages:"))
        .expect("pages");
    line.split_whitespace()
        .last()
        .and_then(|count| count.parse().ok())
        .expect("a number")
}

/// What stands on one page, in lines.
fn page(pdf: &[u8], number: usize) -> String {
    let number = number.to_string();
    text(
        "pdftotext",
        &["-layout", "-f", &number, "-l", &number, "-", "-"],
        pdf,
    )
}

/// How many lines for replacements are printed.
fn replacements(pdf: &[u8]) -> usize {
    let all = text("pdftotext", &["-layout", "-", "-"], pdf);
    let (_, foot) = all.split_once("Replacements").unwrap_or_default();
    foot.lines()
        .filter(|line| line.trim().parse::<u8>().is_ok())
        .count()
}

#[test]
fn it_is_printed_on_the_paper_that_was_asked_for() {
    for (paper, size) in [
        (Paper::A4, "595.28 x 841.89 pts (A4)"),
        (Paper::Letter, "612 x 792 pts (letter)"),
    ] {
        let mut specimen = Specimen::new(10, 1);
        specimen.paper = paper;
        let info = text("pdfinfo", &["-"], &specimen.pdf());
        assert!(info.contains(size), "{info}");
    }
}

#[test]
fn up_to_twelve_codes_are_one_page_with_room_for_replacements() {
    for paper in [Paper::A4, Paper::Letter] {
        for count in 1..=12 {
            let mut specimen = Specimen::new(count, 2);
            specimen.paper = paper;
            let pdf = specimen.pdf();
            assert_eq!(pages(&pdf), 1, "{count} codes on {paper:?}");
            assert!(replacements(&pdf) >= 2, "{count} codes on {paper:?}");
        }
    }
}

#[test]
fn ten_codes_leave_room_for_at_least_four_replacements() {
    for paper in [Paper::A4, Paper::Letter] {
        let mut specimen = Specimen::new(10, 3);
        specimen.paper = paper;
        let lines = replacements(&specimen.pdf());
        assert!(lines >= 4, "{lines} on {paper:?}");
    }
}

#[test]
fn more_codes_are_two_pages_and_no_strip_is_split() {
    for paper in [Paper::A4, Paper::Letter] {
        let mut specimen = Specimen::new(20, 4);
        specimen.paper = paper;
        let pdf = specimen.pdf();
        assert_eq!(pages(&pdf), 2, "{paper:?}");
        let read = [page(&pdf, 1), page(&pdf, 2)];
        for pair in specimen.codes.chunks(2) {
            let on = |page: &str| {
                pair.iter()
                    .filter(|code| page.contains(code.groups()[0].as_str()))
                    .count()
            };
            assert!(
                matches!((on(&read[0]), on(&read[1])), (2, 0) | (0, 2)),
                "a strip of {paper:?} is split"
            );
        }
        assert!(read[0].contains("Page 1 of 2") && read[1].contains("Page 2 of 2"));
        assert!(read[1].contains("Backup codes · Sheet 3"));
    }
}

#[test]
fn even_thirty_one_codes_are_printed() {
    let pdf = Specimen::new(31, 5).pdf();
    assert!(pages(&pdf) <= 3);
    assert_eq!(
        replacements(&pdf),
        0,
        "there is no slot left to replace with"
    );
}

#[test]
fn no_line_is_promised_past_slot_31() {
    let specimen = Specimen::new(20, 6);
    let pdf = Specimen {
        replacements: 200,
        ..specimen
    }
    .pdf();
    assert_eq!(replacements(&pdf), 11);
}

#[test]
fn none_are_printed_when_none_are_wanted() {
    let specimen = Specimen::new(4, 7);
    let pdf = Specimen {
        replacements: 0,
        ..specimen
    }
    .pdf();
    assert!(!text("pdftotext", &["-", "-"], &pdf).contains("Replacements"));
}

#[test]
fn longer_languages_fit() {
    for (paper, language) in [
        (Paper::A4, Language::Pseudo),
        (Paper::Letter, Language::Pseudo),
        (Paper::Letter, Language::German),
        (Paper::Letter, Language::French),
        (Paper::Letter, Language::Spanish),
    ] {
        for (count, most) in [(10, 1), (12, 2), (20, 2)] {
            let mut specimen = Specimen::new(count, 8);
            specimen.paper = paper;
            specimen.language = language;
            assert!(
                pages(&specimen.pdf()) <= most,
                "{count} codes on {paper:?} in {language}"
            );
        }
    }
}

#[test]
fn a_long_label_is_wrapped_and_cut() {
    let mut specimen = Specimen::new(10, 9);
    specimen.label = "The mailbox of Alice and everybody she ever lent it to, ".repeat(20);
    specimen.service = "A mail service with a name that goes on and on ".repeat(9);
    let read = page(&specimen.pdf(), 1);
    assert!(
        read.contains('…') && read.contains("· sheet 3 · account.example.org"),
        "{read}"
    );
    specimen.label = "W".repeat(500);
    assert_eq!(pages(&specimen.pdf()), 1);
}

#[test]
fn an_address_is_wrapped_but_never_cut() {
    let mut specimen = Specimen::new(10, 10);
    specimen.portal_url = "https://account.mail.some-long-subdomain.example.org".into();
    let read: String = page(&specimen.pdf(), 1).split_whitespace().collect();
    assert!(read.contains("account.mail.some-long-subdomain.example.org"));
    specimen.portal_url = format!("https://{}.example.org", "long-".repeat(60));
    assert_eq!(specimen.try_pdf(), Err(SheetError::AddressTooLong));
}

#[test]
fn what_does_not_fit_is_refused() {
    let mut specimen = Specimen::new(2, 11);
    specimen.drill_words = vec!["w".repeat(40); 2];
    assert_eq!(specimen.try_pdf(), Err(SheetError::DoesNotFit));
    specimen.codes.clear();
    assert_eq!(specimen.try_pdf(), Err(SheetError::Empty));
}
