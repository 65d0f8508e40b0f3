//! The wallet card: as large as a bank card when folded, and legible after a year in a pocket.

use crate::{
    photocopy::assert_found,
    specimen::Specimen,
    tool::{run, text},
};
use counterfoil_sheet::{Edition, Paper, SheetError};

/// Points a millimetre.
const MM: f32 = 72.0 / 25.4;

/// Every word with its box: left, top, right, bottom, in points.
fn boxes(pdf: &[u8]) -> Vec<([f32; 4], String)> {
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
            let (_, word) = line.split_once('>').expect("a word");
            let word = word.trim_end_matches("</word>").to_owned();
            (["xMin", "yMin", "xMax", "yMax"].map(edge), word)
        })
        .collect()
}

/// The rows and columns of a page's picture that are black from end to end of a card's side: cuts.
fn frame(pdf: &[u8]) -> (f32, f32, f32, f32) {
    // 254 dots an inch are ten dots a millimetre.
    let picture = run("pdftoppm", &["-r", "254", "-gray", "-"], pdf);
    // "P5", width, height, 255, and then a byte a dot.
    let mut header = picture.split(u8::is_ascii_whitespace).skip(1);
    let mut number = || -> usize {
        let digits = header.next().and_then(|digits| str::from_utf8(digits).ok());
        digits
            .and_then(|digits| digits.parse().ok())
            .expect("a number")
    };
    let (width, height) = (number(), number());
    let body = &picture[picture.len() - width * height..];
    let dark = |x: usize, y: usize| body[y * width + x] < 200;
    let columns: Vec<usize> = (0..width)
        .filter(|x| (0..height).filter(|y| dark(*x, *y)).count() > 2100)
        .collect();
    let rows: Vec<usize> = (0..height)
        .filter(|y| {
            let (from, to) = (columns.first(), columns.last());
            (*from.expect("a side")..*to.expect("a side")).all(|x| dark(x, *y))
        })
        .collect();
    #[expect(
        clippy::cast_precision_loss,
        reason = "a picture has thousands of dots"
    )]
    let mm = |at: Option<&usize>| *at.expect("a line") as f32 / 10.0;
    (
        mm(columns.first()),
        mm(columns.last()),
        mm(rows.first()),
        mm(rows.last()),
    )
}

#[test]
fn it_is_85_by_54_millimetres_when_folded() {
    for paper in [Paper::A4, Paper::Letter] {
        let mut specimen = Specimen::new(10, 31);
        specimen.paper = paper;
        let (left, right, top, bottom) = frame(&specimen.print(Edition::WalletCard));
        assert!((right - left - 85.0).abs() < 0.5, "{left} {right}");
        assert!((bottom - top - 4.0 * 54.0).abs() < 0.5, "{top} {bottom}");
    }
}

#[test]
fn codes_stay_three_millimetres_clear_of_folds_and_edges() {
    let specimen = Specimen::new(10, 32);
    let pdf = specimen.print(Edition::WalletCard);
    let (left, right, top, _) = frame(&pdf);
    let mut seen = 0;
    for (at, word) in boxes(&pdf) {
        if !specimen
            .codes
            .iter()
            .any(|code| code.groups().iter().any(|group| **group == word))
        {
            continue;
        }
        seen += 1;
        let [x0, y0, x1, y1] = at.map(|edge| edge / MM);
        assert!(x0 > left + 2.9 && x1 < right - 2.9, "{word} {x0} {x1}");
        let in_panel = |y: f32| (y - top).rem_euclid(54.0);
        // Poppler's boxes are as tall as the typeface, taller than its capitals.
        assert!(
            in_panel(y0) > 2.9 && in_panel(y1) < 54.0 - 2.4,
            "{word} {y0} {y1}"
        );
    }
    assert_eq!(seen, 40);
}

#[test]
fn every_code_is_read_back_at_200_dots_per_inch() {
    let specimen = Specimen::new(10, 33);
    let pdf = specimen.print(Edition::WalletCard);
    let page = run("pdftoppm", &["-r", "200", "-gray", "-png", "-"], &pdf);
    assert_found(
        &specimen.codes,
        &page,
        &[
            ("140%", "6"),
            ("180%", "4"),
            ("100%", "4"),
            ("200%", "6"),
            ("220%", "4"),
        ],
    );
}

#[test]
fn it_is_read_front_codes_back() {
    let specimen = Specimen::new(10, 34);
    let pdf = specimen.print(Edition::WalletCard);
    let structure = text("pdfinfo", &["-struct-text", "-"], &pdf);
    let mut rest = structure.lines().map(str::trim);
    for expected in [
        "\"Wallet card\"".to_owned(),
        "\"Backup codes\"".to_owned(),
        format!("\"{}\"", specimen.page_words.join("    ")),
        "\"Sheet 3 · account.example.org\"".to_owned(),
        "\"1\"".to_owned(),
        format!("\"{} \"", *specimen.codes[0].groups()[0]),
        format!("\"{}\"", specimen.drill_words[0]),
        "\"Sheet 3 · account.example.org\"".to_owned(),
        "\"10\"".to_owned(),
        "\"The word below a code is its drill word, not part of it.\"".to_owned(),
    ] {
        assert!(
            rest.any(|line| line == expected),
            "{expected} in {structure}"
        );
    }
}

#[test]
fn twenty_codes_are_two_whole_cards_on_one_page() {
    for (count, pages) in [(4, "1"), (11, "1"), (20, "1"), (31, "2")] {
        let mut specimen = Specimen::new(count, 35);
        specimen.paper = Paper::Letter;
        let pdf = specimen.print(Edition::WalletCard);
        let info = text("pdfinfo", &["-"], &pdf);
        assert!(
            info.contains(&format!("Pages:           {pages}\n")),
            "{info}"
        );
        let read = text("pdftotext", &["-", "-"], &pdf);
        let fronts = read.matches("Type a code only at").count();
        assert_eq!(fronts, count.div_ceil(10), "every card says where to type");
    }
}

#[test]
fn long_names_give_way_and_a_long_address_does_not() {
    let mut specimen = Specimen::new(10, 36);
    specimen.service = "A mail service with a name that goes on and on ".repeat(9);
    specimen.label = "W".repeat(60);
    specimen.portal_url = "https://account.mail.some-long-subdomain-of-ours.example.org".into();
    specimen.help = Some("Ring the help desk, every day from 8 to 20: +33 1 23 45 67 89. Bring a paper that shows who you are with you.".into());
    let read: String = text(
        "pdftotext",
        &["-layout", "-", "-"],
        &specimen.print(Edition::WalletCard),
    )
    .split_whitespace()
    .collect();
    assert!(read.contains(&specimen.portal_url));
    specimen.portal_url = format!("https://{}.example.org", "long-".repeat(60));
    let refused = specimen.try_print(&[Edition::WalletCard]);
    assert_eq!(refused.err(), Some(SheetError::AddressTooLong));
}
