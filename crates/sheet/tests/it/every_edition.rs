//! What holds for every edition, whatever stands on it. The PDF writer checks each document against PDF/UA-1.

use crate::{specimen::Specimen, tool::text};
use counterfoil_lang::Language;
use counterfoil_sheet::{Edition, Paper, SheetError};
use proptest::prelude::*;

#[test]
fn editions_that_are_ticked_come_as_one_document_from_one_draw() {
    let specimen = Specimen::new(10, 71);
    let printout = specimen
        .try_print(&[Edition::WalletCard, Edition::Standard, Edition::LargePrint])
        .expect("a document");
    let read = text("pdftotext", &["-layout", "-", "-"], &printout.bytes);
    for code in &specimen.codes {
        assert_eq!(read.matches(code.groups()[2].as_str()).count(), 3);
    }
    let info = text("pdfinfo", &["-"], &printout.bytes);
    assert!(info.contains("Pages:           4\n"), "{info}");
    let structure = text("pdfinfo", &["-struct-text", "-"], &printout.bytes);
    let parts = structure
        .lines()
        .filter(|line| line.trim().starts_with("Part"));
    assert_eq!(parts.count(), 3, "{structure}");
}

#[test]
fn every_edition_claims_and_keeps_pdf_ua_with_language_and_title() {
    for edition in [Edition::Standard, Edition::LargePrint, Edition::WalletCard] {
        for language in Language::all() {
            let mut specimen = Specimen::new(10, 72);
            specimen.language = *language;
            let pdf = specimen.print(edition);
            assert!(text("pdfinfo", &["-meta", "-"], &pdf).contains("pdfuaid:part"));
            let info = text("pdfinfo", &["-"], &pdf);
            assert!(info.contains("Tagged:          yes"), "{edition:?}: {info}");
            let raw = String::from_utf8_lossy(&pdf);
            assert!(raw.contains(&format!("/Lang({})", language.tag())));
            for code in &specimen.codes {
                let metadata = text("pdfinfo", &["-meta", "-"], &pdf);
                for group in code.groups() {
                    assert!(!info.contains(group.as_str()) && !metadata.contains(group.as_str()));
                    assert!(!raw.contains(group.as_str()));
                }
            }
        }
    }
}

#[test]
fn every_edition_is_black_on_white_and_nothing_leaves_the_page() {
    for edition in [Edition::LargePrint, Edition::WalletCard] {
        let pdf = Specimen::new(20, 73).print(edition);
        let boxes = text("pdftotext", &["-bbox", "-", "-"], &pdf);
        for line in boxes.lines().filter(|line| line.contains("<word ")) {
            let (_, right) = line.split_once("xMax=\"").expect("an edge");
            let right: f32 = right
                .split('"')
                .next()
                .and_then(|x| x.parse().ok())
                .expect("x");
            assert!(right <= 595.28 - 36.0, "{line}");
        }
    }
}

fn edition() -> impl Strategy<Value = Edition> {
    prop::sample::select(Edition::ALL.to_vec())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// A document, the same bytes again, or a refusal that says why: never anything else.
    #[test]
    fn any_valid_input_makes_a_valid_document(
        edition in edition(),
        count in 1_usize..=31,
        seed in any::<u64>(),
        letter in any::<bool>(),
        label in "\\PC{0,60}",
        service in "\\PC{1,60}",
        host in "[a-z]{1,20}(\\.[a-z]{1,20}){1,4}",
        help in prop::option::of("\\PC{0,100}"),
        address in prop::option::of("[a-z.]{1,30}@[a-z]{1,20}\\.org"),
    ) {
        let mut specimen = Specimen::new(count, seed);
        specimen.paper = if letter { Paper::Letter } else { Paper::A4 };
        (specimen.label, specimen.service, specimen.help, specimen.address) = (label, service, help, address);
        specimen.portal_url = format!("https://{host}");
        match specimen.try_print(&[edition]) {
            Ok(printout) => {
                let again = specimen.try_print(&[edition]);
                prop_assert!(again.is_ok_and(|again| *again.bytes == *printout.bytes));
            }
            // Wide letters in a long label or help line, or an address as long as they get.
            Err(SheetError::DoesNotFit | SheetError::AddressTooLong) => prop_assert!(edition != Edition::Braille),
            Err(other) => prop_assert!(false, "{edition:?}: {other}"),
        }
    }
}
