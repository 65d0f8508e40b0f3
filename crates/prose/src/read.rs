//! From Markdown to the tree.

use crate::{Block, Inline, LONGEST, Prose};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use std::iter::Peekable;
use std::ops::Range;
use std::vec::IntoIter;
use url::Url;

/// Lists and quotes, and emphasis and links, may stand within each other so deep. Whoever reads a tree goes as deep as it is.
const DEEPEST: usize = 6;

/// Why a text is not taken. Lines count from 1.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProseError {
    /// There is nothing to read.
    #[error("the text is empty")]
    Empty,
    /// It is longer than [`LONGEST`].
    #[error("the text is longer than 20,000 bytes")]
    Long,
    /// HTML.
    #[error("line {line}: HTML can't be used; write Markdown")]
    Html {
        /// Where.
        line: usize,
    },
    /// A picture.
    #[error("line {line}: pictures can't be used; link to a page that shows it")]
    Picture {
        /// Where.
        line: usize,
    },
    /// A link that may lead anywhere.
    #[error("line {line}: a link begins with https:// or http://, and has no user in it")]
    Link {
        /// Where.
        line: usize,
    },
    /// Lists in lists in lists.
    #[error("line {line}: lists, quotes or emphasis stand too deep within each other")]
    Deep {
        /// Where.
        line: usize,
    },
}

pub(crate) fn read(markdown: &str) -> Result<Prose, ProseError> {
    if markdown.len() > LONGEST {
        return Err(ProseError::Long);
    }
    // Feeds can't carry control characters, and a text that runs backwards is no text.
    let shown = |c: &char| {
        (!c.is_control() || matches!(c, '\n' | '\t'))
            && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
    };
    let clean: String = markdown
        .replace("\r\n", "\n")
        .chars()
        .filter(shown)
        .collect();
    let events: Vec<_> = Parser::new_ext(&clean, Options::empty())
        .into_offset_iter()
        .collect();
    let mut reader = Reader {
        text: &clean,
        events: events.into_iter().peekable(),
    };
    let blocks = reader.blocks(0)?;
    if blocks.is_empty() {
        return Err(ProseError::Empty);
    }
    Ok(Prose { blocks })
}

struct Reader<'a> {
    text: &'a str,
    events: Peekable<IntoIter<(Event<'a>, Range<usize>)>>,
}

impl<'a> Reader<'a> {
    /// Everything up to the end of what is open.
    fn blocks(&mut self, depth: usize) -> Result<Vec<Block>, ProseError> {
        let mut blocks = Vec::new();
        while let Some((event, at)) = self.events.peek().cloned() {
            match event {
                Event::End(_) => {
                    self.events.next();
                    break;
                }
                Event::Start(tag) if is_block(&tag) => {
                    self.events.next();
                    if depth > DEEPEST {
                        return Err(ProseError::Deep {
                            line: self.line(&at),
                        });
                    }
                    blocks.push(self.block(&tag, depth, &at)?);
                }
                Event::Rule => {
                    self.events.next();
                    blocks.push(Block::Rule);
                }
                // A list whose items are single lines has no paragraphs.
                _ => {
                    let line = self.inlines(true, 0)?;
                    if !line.is_empty() {
                        blocks.push(Block::Paragraph(line));
                    }
                }
            }
        }
        Ok(blocks)
    }

    fn block(
        &mut self,
        tag: &Tag<'a>,
        depth: usize,
        at: &Range<usize>,
    ) -> Result<Block, ProseError> {
        Ok(match tag {
            Tag::Heading { level, .. } => Block::Heading(number(*level), self.inlines(false, 0)?),
            Tag::BlockQuote(_) => Block::Quote(self.blocks(depth + 1)?),
            Tag::CodeBlock(_) => Block::Code(self.code()),
            Tag::List(first) => Block::List(*first, self.items(depth)?),
            Tag::HtmlBlock => {
                return Err(ProseError::Html {
                    line: self.line(at),
                });
            }
            _ => Block::Paragraph(self.inlines(false, 0)?),
        })
    }

    fn items(&mut self, depth: usize) -> Result<Vec<Vec<Block>>, ProseError> {
        let mut items = Vec::new();
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => items.push(self.blocks(depth + 1)?),
                _ => break,
            }
        }
        Ok(items)
    }

    /// The text of a line. One that is `bare` ends before the next block and before the end of what it stands in; another takes its
    /// own end with it.
    fn inlines(&mut self, bare: bool, depth: usize) -> Result<Vec<Inline>, ProseError> {
        let mut inlines = Vec::new();
        while let Some((event, at)) = self.events.peek().cloned() {
            if bare && ends_a_bare_line(&event) {
                break;
            }
            self.events.next();
            let line = self.line(&at);
            if depth > DEEPEST {
                return Err(ProseError::Deep { line });
            }
            match event {
                Event::End(_) => break,
                Event::Start(Tag::Strong) => {
                    inlines.push(Inline::Strong(self.inlines(false, depth + 1)?));
                }
                Event::Start(Tag::Emphasis) => {
                    inlines.push(Inline::Emphasis(self.inlines(false, depth + 1)?));
                }
                Event::Start(Tag::Link { dest_url, .. }) => {
                    let to = safe(&dest_url).ok_or(ProseError::Link { line })?;
                    inlines.push(Inline::Link(to, self.inlines(false, depth + 1)?));
                }
                Event::Start(Tag::Image { .. }) => return Err(ProseError::Picture { line }),
                Event::Html(_) | Event::InlineHtml(_) => return Err(ProseError::Html { line }),
                Event::Code(code) => inlines.push(Inline::Code(code.into_string())),
                Event::Text(text) => inlines.push(Inline::Text(text.into_string())),
                Event::SoftBreak => inlines.push(Inline::Text(" ".to_owned())),
                Event::HardBreak => inlines.push(Inline::Break),
                // Extensions that are not switched on.
                _ => {}
            }
        }
        Ok(inlines)
    }

    fn code(&mut self) -> String {
        let mut code = String::new();
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Text(text) => code.push_str(&text),
                _ => break,
            }
        }
        code.trim_end().to_owned()
    }

    fn line(&self, at: &Range<usize>) -> usize {
        let before = self.text.get(..at.start).unwrap_or_default();
        before.matches('\n').count() + 1
    }
}

const fn is_block(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::BlockQuote(_)
            | Tag::CodeBlock(_)
            | Tag::HtmlBlock
            | Tag::List(_)
    )
}

const fn ends_a_bare_line(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => is_block(tag),
        Event::End(end) => matches!(end, TagEnd::Item | TagEnd::List(_) | TagEnd::BlockQuote(_)),
        Event::Rule => true,
        _ => false,
    }
}

const fn number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        _ => 3,
    }
}

/// Where a link may lead. A user in an address is there to deceive: `https://bank.example@evil.example`.
fn safe(link: &str) -> Option<Url> {
    let url = Url::parse(link).ok()?;
    let plain = url.username().is_empty() && url.password().is_none() && url.host().is_some();
    (plain && matches!(url.scheme(), "http" | "https")).then_some(url)
}
