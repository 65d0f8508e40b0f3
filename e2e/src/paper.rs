//! A printed sheet, read back with the tools that anybody has.

use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

/// The text of a PDF, laid out as on paper.
#[must_use]
pub fn text(pdf: &[u8]) -> String {
    let dir = TempDir::new().expect("a temporary directory");
    let file = dir.path().join("sheet.pdf");
    std::fs::write(&file, pdf).expect("a file for pdftotext");
    let output = run(Command::new("pdftotext").arg("-layout").arg(&file).arg("-"));
    String::from_utf8(output).expect("pdftotext writes UTF-8")
}

/// A picture of the first page, written to `png` at so many dots per inch.
pub fn picture(pdf: &[u8], dots_per_inch: u32, png: &Path) {
    let dir = TempDir::new().expect("a temporary directory");
    let file = dir.path().join("sheet.pdf");
    std::fs::write(&file, pdf).expect("a file for pdftoppm");
    // pdftoppm adds the ending itself.
    let root = png.with_extension("");
    let resolution = dots_per_inch.to_string();
    run(Command::new("pdftoppm")
        .args(["-png", "-singlefile", "-r", &resolution])
        .arg(&file)
        .arg(root));
}

fn run(command: &mut Command) -> Vec<u8> {
    let output = command
        .output()
        .expect("poppler-utils is missing; script/deps test installs it");
    assert!(
        output.status.success(),
        "{command:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    output.stdout
}
