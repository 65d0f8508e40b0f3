//! The operator's logo: shapes on paper, and nothing else.

use crate::{
    specimen::Specimen,
    tool::{run, text},
};
use counterfoil_sheet::{Edition, Logo, LogoError};
use proptest::prelude::*;

fn svg(inside: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 60 40\">{inside}</svg>"
    )
}

const SHAPES: &str = "<title>Post</title><g transform=\"translate(2 1)\"><rect width=\"50\" height=\"30\" fill=\"#c00\"/>\
    <path d=\"M0 0 L25 15 Q30 20 50 0 Z\" style=\"fill:none;stroke:white;stroke-width:3\"/><circle r=\"4\" cx=\"9\" cy=\"20\" fill=\"#0a0\"/></g>";

#[test]
fn it_stands_on_every_printed_edition_with_words_for_those_who_do_not_see_it() {
    let mut specimen = Specimen::new(10, 61);
    for edition in [Edition::Standard, Edition::LargePrint, Edition::WalletCard] {
        specimen.logo = None;
        let without = specimen.print(edition);
        specimen.logo = Some(Logo::read(&svg(SHAPES)).expect("a logo"));
        let with = specimen.print(edition);
        let ink = |pdf: &[u8]| {
            let picture = run(
                "pdftoppm",
                &["-r", "72", "-gray", "-f", "1", "-l", "1", "-"],
                pdf,
            );
            picture.iter().filter(|dot| **dot < 200).count()
        };
        assert!(ink(&with) > ink(&without) + 200, "{edition:?}");
        let structure = text("pdfinfo", &["-struct-text", "-"], &with);
        assert!(structure.contains("Figure"), "{structure}");
        let raw = String::from_utf8_lossy(&with);
        assert!(raw.contains("/Alt(Logo of example.org mail)"));
        assert!(
            specimen
                .try_print(&[edition])
                .is_ok_and(|again| *again.bytes == with)
        );
    }
}

#[test]
fn it_is_printed_in_greys() {
    let mut specimen = Specimen::new(4, 62);
    specimen.logo = Some(Logo::read(&svg(SHAPES)).expect("a logo"));
    let picture = run("pdftoppm", &["-r", "40", "-"], &specimen.pdf());
    let pixels = &picture[picture.len() - 3 * 330 * 467..];
    assert!(
        pixels
            .chunks(3)
            .all(|pixel| pixel[0] == pixel[1] && pixel[1] == pixel[2])
    );
}

#[test]
fn what_paper_cannot_show_is_refused_by_name() {
    for (inside, expected) in [
        ("<script>alert(1)</script>", "<script>"),
        (
            "<image width=\"9\" height=\"9\" xlink:href=\"https://example.org/a.png\"/>",
            "<image>",
        ),
        ("<text>Post</text>", "<text>"),
        ("<use xlink:href=\"#a\"/>", "<use>"),
        ("<foreignObject/>", "<foreignObject>"),
        ("<style>rect{fill:red}</style>", "<style>"),
        ("<linearGradient/>", "<linearGradient>"),
        ("<rect onload=\"x()\" width=\"9\" height=\"9\"/>", "onload"),
        (
            "<rect fill=\"url(https://example.org/#a)\" width=\"9\" height=\"9\"/>",
            "fill",
        ),
        (
            "<rect opacity=\"0.5\" width=\"9\" height=\"9\"/>",
            "opacity",
        ),
        (
            "<path stroke=\"red\" stroke-dasharray=\"2\" d=\"M0 0 L9 9\"/>",
            "stroke-dasharray",
        ),
        ("", "empty"),
    ] {
        let refused = Logo::read(&svg(inside)).expect_err(inside).to_string();
        assert!(refused.contains(expected), "{inside}: {refused}");
    }
    let entities =
        "<!DOCTYPE svg [<!ENTITY a \"aaaa\">]><svg xmlns=\"http://www.w3.org/2000/svg\"/>";
    assert!(matches!(Logo::read(entities), Err(LogoError::NotSvg(_))));
    assert!(matches!(Logo::read("<html/>"), Err(LogoError::NotSvg(_))));
    let many = svg(&"<g/>".repeat(2_000));
    assert_eq!(Logo::read(&many).err(), Some(LogoError::TooComplicated));
    let deep = svg(&format!("{}{}", "<g>".repeat(100), "</g>".repeat(100)));
    assert_eq!(Logo::read(&deep).err(), Some(LogoError::TooComplicated));
    let large = svg(&" ".repeat(70_000));
    assert_eq!(Logo::read(&large).err(), Some(LogoError::TooLarge));
}

proptest! {
    #[test]
    fn no_file_makes_it_panic(text in "\\PC{0,200}", inside in "(<(g|path|rect|circle|line) (d|width|r|x|fill|stroke|transform)=\"[MLQZ0-9a-z .,()#-]{0,20}\"/>){0,6}") {
        let _ = Logo::read(&text);
        if let Ok(logo) = Logo::read(&svg(&inside)) {
            let mut specimen = Specimen::new(2, 63);
            specimen.logo = Some(logo);
            prop_assert!(specimen.try_print(&[Edition::WalletCard]).is_ok());
        }
    }
}
