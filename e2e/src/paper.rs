//! A printed sheet, read back with the tools that anybody has.

use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

/// What an owner has on paper.
pub struct Sheet {
    /// The two words that the page must show before a code is typed.
    pub page_words: [String; 2],
    /// The codes, from number 1 on.
    pub lines: Vec<Line>,
    /// Everything that stands on it, with white space as single spaces.
    pub text: String,
}

/// One code on a sheet.
pub struct Line {
    /// Four groups of five symbols.
    pub groups: Vec<String>,
    /// The word beside it.
    pub drill_word: String,
}

impl Line {
    /// The code as it is printed.
    #[must_use]
    pub fn code(&self) -> String {
        self.groups.join(" ")
    }
}

impl Sheet {
    /// The code with this number.
    #[must_use]
    pub fn line(&self, number: usize) -> &Line {
        let line = number
            .checked_sub(1)
            .and_then(|place| self.lines.get(place));
        line.unwrap_or_else(|| panic!("there is no code {number} on the sheet"))
    }

    /// Reads a printed sheet, as a person does.
    #[must_use]
    pub fn read(pdf: &[u8]) -> Self {
        // Column by column, where `text` would mix what stands side by side.
        let text = pdftotext(pdf, "-raw");
        let mut lines = Vec::new();
        for line in text.lines() {
            let words: Vec<&str> = line.split_whitespace().collect();
            let [number, groups @ .., word] = words.as_slice() else {
                continue;
            };
            let whole = groups.len() == 4 && groups.iter().all(|group| group.len() == 5);
            if whole && *number == (lines.len() + 1).to_string() {
                lines.push(Line {
                    groups: groups.iter().map(|&group| group.to_owned()).collect(),
                    drill_word: (*word).to_owned(),
                });
            }
        }
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut words = text
            .split_once("the page must show these two words:")
            .expect("a sheet has page words")
            .1
            .split(' ')
            .filter(|word| !word.is_empty())
            .map(str::to_owned);
        let page_words = [(); 2].map(|()| words.next().expect("a sheet has two page words"));
        Self {
            page_words,
            lines,
            text,
        }
    }
}

/// The text of a PDF, laid out as on paper.
#[must_use]
pub fn text(pdf: &[u8]) -> String {
    pdftotext(pdf, "-layout")
}

fn pdftotext(pdf: &[u8], how: &str) -> String {
    let dir = TempDir::new().expect("a temporary directory");
    let file = dir.path().join("sheet.pdf");
    std::fs::write(&file, pdf).expect("a file for pdftotext");
    let output = run(Command::new("pdftotext").arg(how).arg(&file).arg("-"));
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
