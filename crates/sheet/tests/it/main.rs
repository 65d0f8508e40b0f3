//! The sheet as a reader of paper, a screen reader and a bad photocopier meet it.
//!
//! These tests call `pdftotext`, `pdfinfo` and `pdftoppm` (poppler-utils), `convert` (`ImageMagick`) and `tesseract`.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test says what it expects and stops when it is not so"
)]

mod layout;
mod photocopy;
mod reading;
mod specimen;
mod tool;
