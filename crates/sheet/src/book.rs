//! The file that all printed editions of a sheet share: pages, structure, outline, and what the file says of itself.

use crate::{SheetError, font::Fonts, ink::Ink, ink::group, paper::Paper};
use counterfoil_lang::Language;
use krilla::{
    Document, SerializeSettings,
    configure::{Accessibility, ConfigurationBuilder, PdfVersion},
    destination::XyzDestination,
    error::KrillaError,
    geom::Point,
    metadata::Metadata,
    outline::{Outline, OutlineNode},
    page::PageSettings,
    tagging::{Node, Tag, TagTree},
};
use zeroize::Zeroizing;

/// A document that is being written, edition after edition.
pub(crate) struct Book<'f> {
    pub(crate) fonts: &'f Fonts,
    pub(crate) paper: Paper,
    document: Document,
    parts: Vec<Node>,
    outline: Outline,
    pages: usize,
}

impl<'f> Book<'f> {
    pub(crate) fn open(fonts: &'f Fonts, paper: Paper) -> Result<Self, SheetError> {
        Ok(Self {
            fonts,
            paper,
            document: Document::new_with(settings()?),
            parts: Vec::new(),
            outline: Outline::new(),
            pages: 0,
        })
    }

    /// Adds a page with whatever `draw` puts on it.
    pub(crate) fn page<T>(
        &mut self,
        draw: impl FnOnce(&mut Ink<'_, '_>) -> T,
    ) -> Result<T, SheetError> {
        let size = PageSettings::from_wh(self.paper.width(), self.paper.height())
            .ok_or(SheetError::NotWritten)?;
        let mut page = self.document.start_page_with(size);
        let mut surface = page.surface();
        let drawn = draw(&mut Ink {
            fonts: self.fonts,
            surface: &mut surface,
            paper: self.paper,
        });
        surface.finish();
        page.finish();
        self.pages += 1;
        Ok(drawn)
    }

    /// How many pages there are so far: the index of the next one.
    pub(crate) const fn pages(&self) -> usize {
        self.pages
    }

    /// Closes an edition that began on page `first` (from 0): `nodes` is its structure in reading order.
    pub(crate) fn part(&mut self, title: String, first: usize, nodes: Vec<Node>) {
        let start = XyzDestination::new(first, Point::from_xy(0.0, 0.0));
        self.outline.push_child(OutlineNode::new(title, start));
        self.parts.push(group(Tag::Part, nodes));
    }

    /// The finished file.
    pub(crate) fn finish(
        mut self,
        title: String,
        language: Language,
    ) -> Result<Zeroizing<Vec<u8>>, SheetError> {
        let mut tree = TagTree::new().with_lang(Some(language.tag().to_owned()));
        self.parts.into_iter().for_each(|part| tree.push(part));
        self.document.set_tag_tree(tree);
        self.document.set_outline(self.outline);
        self.document.set_metadata(
            Metadata::new()
                .title(title)
                .language(language.tag().to_owned())
                .creator("Counterfoil".to_owned()),
        );
        self.document
            .finish()
            .map(Zeroizing::new)
            .map_err(|error| match error {
                KrillaError::Validation(broken) => SheetError::NotAccessible(broken.len()),
                _ => SheetError::NotWritten,
            })
    }
}

fn settings() -> Result<SerializeSettings, SheetError> {
    let configuration = ConfigurationBuilder::new()
        .with_version(PdfVersion::Pdf17)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|_| SheetError::NotWritten)?;
    Ok(SerializeSettings {
        configuration,
        ..SerializeSettings::default()
    })
}
