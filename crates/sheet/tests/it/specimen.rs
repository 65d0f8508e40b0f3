//! A sheet to test with. Its codes are drawn with a fixed seed and an all-zero key.

use counterfoil_core::{Code, Slot, TagKey, words};
use counterfoil_lang::{Language, Sentences};
use counterfoil_sheet::{Edition, Line, Logo, Paper, Printout, Replacements, Sheet, SheetError};
use rand::{SeedableRng, rngs::StdRng};

/// What a test may want to change.
pub(crate) struct Specimen {
    pub(crate) codes: Vec<Code>,
    pub(crate) drill_words: Vec<String>,
    pub(crate) page_words: [String; 2],
    pub(crate) service: String,
    pub(crate) portal_url: String,
    pub(crate) label: String,
    pub(crate) address: Option<String>,
    pub(crate) replacements: u8,
    pub(crate) paper: Paper,
    pub(crate) language: Language,
    pub(crate) logo: Option<Logo>,
    pub(crate) help: Option<String>,
}

/// The key that every specimen's codes are drawn with.
pub(crate) fn key() -> TagKey {
    TagKey::from_bytes([0; 32])
}

impl Specimen {
    pub(crate) fn new(count: usize, seed: u64) -> Self {
        let mut rng = StdRng::seed_from_u64(seed);
        let codes: Vec<Code> = Slot::all()
            .take(count)
            .map(|slot| Code::draw(slot, &key(), &mut rng))
            .collect();
        let mut words = words::draw_distinct(count + 2, &mut rng)
            .into_iter()
            .map(|word| word.as_str().to_owned());
        let page_words = [words.next().expect("a word"), words.next().expect("a word")];
        Self {
            codes,
            drill_words: words.collect(),
            page_words,
            service: "example.org mail".into(),
            portal_url: "https://account.example.org".into(),
            label: "Alice’s mailbox".into(),
            address: None,
            replacements: 10,
            paper: Paper::A4,
            language: Language::English,
            logo: None,
            help: None,
        }
    }

    /// What `print` makes of those editions.
    pub(crate) fn try_print(&self, editions: &[Edition]) -> Result<Printout, SheetError> {
        let lines: Vec<Line<'_>> = self
            .codes
            .iter()
            .zip(&self.drill_words)
            .map(|(code, drill_word)| Line { code, drill_word })
            .collect();
        let sheet = Sheet {
            service: &self.service,
            logo: self.logo.as_ref(),
            help: self.help.as_deref(),
            portal_url: &self.portal_url,
            label: &self.label,
            address: self.address.as_deref(),
            number: 3,
            drawn_on: "23 November 2026",
            page_words: [&self.page_words[0], &self.page_words[1]],
            lines: &lines,
            head_line: Some("7K3Q F9XW 2MT4 HNJQ 1ZQ5"),
            replacements: Replacements {
                first: u8::try_from(self.codes.len() + 1).expect("a slot"),
                count: self.replacements,
            },
            paper: self.paper,
            language: self.language,
        };
        let sentences = Sentences::load().expect("sentences");
        sheet.print(editions, "backup-codes-sheet-3", &sentences)
    }

    pub(crate) fn print(&self, edition: Edition) -> Vec<u8> {
        let printout = self.try_print(&[edition]).expect("a printout");
        printout.bytes.to_vec()
    }

    pub(crate) fn try_pdf(&self) -> Result<Vec<u8>, SheetError> {
        let printout = self.try_print(&[Edition::Standard])?;
        Ok(printout.bytes.to_vec())
    }

    pub(crate) fn pdf(&self) -> Vec<u8> {
        self.try_pdf().expect("a sheet")
    }
}
