#![doc = include_str!("../README.md")]

mod html;
mod read;
mod text;

pub use html::Dress;
pub use read::ProseError;

use url::Url;

/// The most bytes of a text.
pub const LONGEST: usize = 20_000;

/// A text that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prose {
    blocks: Vec<Block>,
}

impl Prose {
    /// Reads Markdown (`CommonMark`).
    ///
    /// # Errors
    /// [`ProseError`], naming the line.
    pub fn read(markdown: &str) -> Result<Self, ProseError> {
        read::read(markdown)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Block {
    /// 1 is the largest.
    Heading(u8, Vec<Inline>),
    Paragraph(Vec<Inline>),
    /// With its first number, if it has numbers.
    List(Option<u64>, Vec<Vec<Block>>),
    Quote(Vec<Block>),
    Code(String),
    Rule,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Inline {
    Text(String),
    Strong(Vec<Inline>),
    Emphasis(Vec<Inline>),
    Code(String),
    Link(Url, Vec<Inline>),
    Break,
}
