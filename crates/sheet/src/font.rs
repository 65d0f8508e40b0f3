//! The three typefaces and how text becomes glyphs.

use crate::sheet::SheetError;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use rustybuzz::UnicodeBuffer;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

const REGULAR: &[u8] = include_bytes!("../fonts/AtkinsonHyperlegible-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../fonts/AtkinsonHyperlegible-Bold.ttf");
const MONO: &[u8] = include_bytes!("../fonts/AtkinsonHyperlegibleMono-Medium.ttf");

/// Half the height of a capital, in ems; the same in all three.
pub(crate) const HALF_CAPITAL: f32 = 0.334;

/// Which typeface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    Text,
    Strong,
    Code,
}

/// Space between the symbols of a code beyond what the typeface has, in ems: eyes and scanners lose their place less.
const TRACKING: f32 = 0.06;

/// The typefaces, ready to measure and to draw.
pub(crate) struct Fonts {
    regular: Face,
    bold: Face,
    mono: Face,
}

struct Face {
    font: Font,
    shaper: rustybuzz::Face<'static>,
}

/// A text as glyphs, on one line.
pub(crate) struct Run {
    pub(crate) text: Zeroizing<String>,
    pub(crate) glyphs: Vec<KrillaGlyph>,
    pub(crate) style: Style,
    pub(crate) size: f32,
    /// In points.
    pub(crate) width: f32,
}

impl Face {
    fn open(bytes: &'static [u8]) -> Result<Self, SheetError> {
        let font = Font::new(bytes.into(), 0).ok_or(SheetError::Font)?;
        let shaper = rustybuzz::Face::from_slice(bytes, 0).ok_or(SheetError::Font)?;
        Ok(Self { font, shaper })
    }
}

impl Fonts {
    pub(crate) fn open() -> Result<Self, SheetError> {
        Ok(Self {
            regular: Face::open(REGULAR)?,
            bold: Face::open(BOLD)?,
            mono: Face::open(MONO)?,
        })
    }

    fn face(&self, style: Style) -> &Face {
        match style {
            Style::Text => &self.regular,
            Style::Strong => &self.bold,
            Style::Code => &self.mono,
        }
    }

    pub(crate) fn font(&self, style: Style) -> Font {
        self.face(style).font.clone()
    }

    /// The text with what the typeface can't show replaced: an unknown accented letter by the letter, anything else by `?`.
    /// A sheet with a `?` in its label still opens the mailbox; no sheet does not.
    pub(crate) fn printable(&self, text: &str) -> String {
        let shows = |c: char| self.regular.shaper.glyph_index(c).is_some();
        text.nfc()
            .map(|c| if c.is_whitespace() { ' ' } else { c })
            .filter(|c| !c.is_control())
            .map(|c| {
                if shows(c) {
                    c
                } else {
                    std::iter::once(c)
                        .nfd()
                        .next()
                        .filter(|c| shows(*c))
                        .unwrap_or('?')
                }
            })
            .collect()
    }

    pub(crate) fn run(&self, style: Style, size: f32, text: &str) -> Run {
        let face = self.face(style);
        #[expect(clippy::cast_precision_loss, reason = "units per em are 16 to 16384")]
        let em = face.shaper.units_per_em() as f32;
        let tracking = if style == Style::Code { TRACKING } else { 0.0 };
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        let shaped = rustybuzz::shape(&face.shaper, &[], buffer);
        let (infos, positions) = (shaped.glyph_infos(), shaped.glyph_positions());
        let clusters: Vec<usize> = infos.iter().map(|info| info.cluster as usize).collect();
        #[expect(clippy::cast_precision_loss, reason = "font units stay far below 2^24")]
        let glyphs: Vec<KrillaGlyph> = infos
            .iter()
            .zip(positions)
            .map(|(info, at)| {
                let start = info.cluster as usize;
                let end = clusters
                    .iter()
                    .copied()
                    .filter(|next| *next > start)
                    .min()
                    .unwrap_or(text.len());
                KrillaGlyph::new(
                    GlyphId::new(info.glyph_id),
                    at.x_advance as f32 / em + tracking,
                    at.x_offset as f32 / em,
                    at.y_offset as f32 / em,
                    at.y_advance as f32 / em,
                    start..end,
                    None,
                )
            })
            .collect();
        let width = glyphs.iter().map(|glyph| glyph.x_advance * size).sum();
        Run {
            text: Zeroizing::new(text.to_owned()),
            glyphs,
            style,
            size,
            width,
        }
    }

    pub(crate) fn width(&self, style: Style, size: f32, text: &str) -> f32 {
        self.run(style, size, text).width
    }
}
