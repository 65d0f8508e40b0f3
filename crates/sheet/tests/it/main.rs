//! The sheet as a reader of paper, a screen reader and a bad photocopier meet it.
//!
//! These tests call `pdftotext`, `pdfinfo` and `pdftoppm` (poppler-utils), `convert` (`ImageMagick`), `tesseract`,
//! `lou_translate` (liblouis-bin) and `unzip`.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test says what it expects and stops when it is not so"
)]

mod archive;
mod braille;
mod card;
mod every_edition;
mod large_print;
mod layout;
mod logo;
mod photocopy;
mod reading;
mod specimen;
mod tool;
