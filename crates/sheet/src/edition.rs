//! Editions: the same codes for eyes, wallets and fingertips.

use crate::{Sheet, SheetError, archive, book::Book, braille_file, card, font::Fonts, large, page};
use counterfoil_lang::Sentences;
use zeroize::Zeroizing;

/// One way of putting the same codes on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Edition {
    /// Tear-off strips on one page.
    Standard,
    /// Everything at 18 points or more, on two pages for up to ten codes.
    LargePrint,
    /// 85 × 54 mm when folded, ten codes a card.
    WalletCard,
    /// A file for an embosser or a braille display: North American Braille ASCII, 40 cells by 25 lines.
    Braille,
}

impl Edition {
    /// All of them, in the order in which they follow each other in one document.
    pub const ALL: [Self; 4] = [
        Self::Standard,
        Self::LargePrint,
        Self::WalletCard,
        Self::Braille,
    ];
}

/// What kind of file a [`Printout`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// Printed editions only: one PDF.
    Pdf,
    /// The braille file only.
    Brf,
    /// Both: an archive (ZIP, nothing compressed) with one PDF and one braille file.
    Zip,
}

impl FileKind {
    /// What stands in `Content-Type`. A braille file is text that no browser should try to show.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Brf => "application/octet-stream",
            Self::Zip => "application/zip",
        }
    }

    /// How the file's name ends, without the dot.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Brf => "brf",
            Self::Zip => "zip",
        }
    }
}

/// One document with the editions that were asked for. Its bytes are wiped when dropped.
pub struct Printout {
    /// Which file it is.
    pub kind: FileKind,
    /// The file.
    pub bytes: Zeroizing<Vec<u8>>,
}

impl std::fmt::Debug for Printout {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Printout")
            .field("kind", &self.kind)
            .finish_non_exhaustive()
    }
}

impl Sheet<'_> {
    /// The editions that are asked for, as one document: each once, in the order of [`Edition::ALL`]. The same input is
    /// the same bytes. `name` is what files inside an archive are called, without an ending.
    ///
    /// # Errors
    /// [`SheetError`] when there is nothing to print or it does not fit.
    pub fn print(
        &self,
        editions: &[Edition],
        name: &str,
        sentences: &Sentences,
    ) -> Result<Printout, SheetError> {
        let paper = editions.iter().any(|edition| *edition != Edition::Braille);
        let braille = editions.contains(&Edition::Braille);
        let (kind, bytes) = match (paper, braille) {
            (false, false) => return Err(SheetError::Empty),
            (true, false) => (FileKind::Pdf, self.pdf(editions, sentences)?),
            (false, true) => (FileKind::Brf, self.brf(sentences)?),
            (true, true) => {
                let (pdf, brf) = (self.pdf(editions, sentences)?, self.brf(sentences)?);
                let files = [
                    (format!("{name}.pdf"), &*pdf),
                    (format!("{name}.brf"), &*brf),
                ];
                let packed = archive::pack(&files).ok_or(SheetError::NotWritten)?;
                (FileKind::Zip, packed)
            }
        };
        Ok(Printout { kind, bytes })
    }

    /// The printed editions as one accessible PDF (PDF 1.7, PDF/UA-1). [`Edition::Braille`] is passed over.
    ///
    /// # Errors
    /// [`SheetError`] when there is nothing to print or it does not fit.
    pub fn pdf(
        &self,
        editions: &[Edition],
        sentences: &Sentences,
    ) -> Result<Zeroizing<Vec<u8>>, SheetError> {
        if self.lines.is_empty() {
            return Err(SheetError::Empty);
        }
        let fonts = Fonts::open()?;
        let mut book = Book::open(&fonts, self.paper)?;
        for edition in Edition::ALL {
            match edition {
                _ if !editions.contains(&edition) => {}
                Edition::Standard => page::write(self, sentences, &mut book)?,
                Edition::LargePrint => large::write(self, sentences, &mut book)?,
                Edition::WalletCard => card::write(self, sentences, &mut book)?,
                Edition::Braille => {}
            }
        }
        if book.pages() == 0 {
            return Err(SheetError::Empty);
        }
        let of = [
            ("label", fonts.printable(self.label).into()),
            ("number", self.number.into()),
        ];
        let title = sentences.text(self.language, "sheet-document", &of);
        book.finish(title, self.language)
    }

    /// The braille file: ASCII, 40 cells by 25 lines a page, pages parted by form feeds. The text is uncontracted Unified
    /// English Braille; in codes one cell is one symbol.
    ///
    /// # Errors
    /// [`SheetError`] when there is nothing to print or a word does not fit.
    pub fn brf(&self, sentences: &Sentences) -> Result<Zeroizing<Vec<u8>>, SheetError> {
        braille_file::write(self, sentences)
    }
}
