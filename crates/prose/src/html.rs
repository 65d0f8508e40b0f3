//! As HTML: only these elements, everything else escaped.

use crate::{Block, Inline, Prose};

/// What the elements wear: attributes as they stand in the tag, for mails, which know no style sheet. Never anything from outside.
#[derive(Clone, Copy, Debug, Default)]
pub struct Dress {
    /// Of `p`, `ul`, `ol`, `blockquote` and `pre`.
    pub block: &'static str,
    /// Of headings.
    pub heading: &'static str,
    /// Of links.
    pub link: &'static str,
}

impl Dress {
    /// Nothing, for pages with a style sheet and for feeds.
    pub const BARE: Self = Self {
        block: "",
        heading: "",
        link: "",
    };
}

impl Prose {
    /// As HTML. Headings begin with `h2`: the page has a title of its own.
    #[must_use]
    pub fn html(&self, dress: &Dress) -> String {
        let mut html = String::new();
        blocks(&mut html, &self.blocks, dress);
        html.truncate(html.trim_end().len());
        html
    }
}

fn blocks(html: &mut String, all: &[Block], dress: &Dress) {
    for block in all {
        match block {
            Block::Heading(level, text) => {
                let name = match level {
                    1 => "h2",
                    2 => "h3",
                    _ => "h4",
                };
                element(html, name, dress.heading, |html| inlines(html, text, dress));
            }
            Block::Paragraph(text) => {
                element(html, "p", dress.block, |html| inlines(html, text, dress));
            }
            Block::List(first, items) => {
                let name = if first.is_some() { "ol" } else { "ul" };
                let start = first
                    .filter(|first| *first != 1)
                    .map(|first| format!(" start=\"{first}\""))
                    .unwrap_or_default();
                element(html, name, &format!("{}{start}", dress.block), |html| {
                    for item in items {
                        html.push_str("<li>");
                        match item.as_slice() {
                            [Block::Paragraph(text)] => inlines(html, text, dress),
                            item => blocks(html, item, dress),
                        }
                        html.push_str("</li>\n");
                    }
                });
            }
            Block::Quote(quoted) => {
                element(html, "blockquote", dress.block, |html| {
                    blocks(html, quoted, dress);
                });
            }
            Block::Code(code) => {
                element(html, "pre", dress.block, |html| escape(html, code));
            }
            Block::Rule => html.push_str("<hr>\n"),
        }
    }
}

fn element(html: &mut String, name: &str, attributes: &str, inside: impl FnOnce(&mut String)) {
    html.push('<');
    html.push_str(name);
    if !attributes.is_empty() {
        html.push(' ');
        html.push_str(attributes.trim_start());
    }
    html.push('>');
    inside(html);
    html.push_str("</");
    html.push_str(name);
    html.push_str(">\n");
}

fn inlines(html: &mut String, all: &[Inline], dress: &Dress) {
    for inline in all {
        match inline {
            Inline::Text(text) => escape(html, text),
            Inline::Strong(inside) => wrapped(html, "strong", inside, dress),
            Inline::Emphasis(inside) => wrapped(html, "em", inside, dress),
            Inline::Code(code) => {
                html.push_str("<code>");
                escape(html, code);
                html.push_str("</code>");
            }
            Inline::Link(to, inside) => {
                html.push_str("<a href=\"");
                escape(html, to.as_str());
                html.push_str("\" rel=\"noreferrer noopener\"");
                if !dress.link.is_empty() {
                    html.push(' ');
                    html.push_str(dress.link);
                }
                html.push('>');
                inlines(html, inside, dress);
                html.push_str("</a>");
            }
            Inline::Break => html.push_str("<br>"),
        }
    }
}

fn wrapped(html: &mut String, name: &str, inside: &[Inline], dress: &Dress) {
    html.extend(["<", name, ">"]);
    inlines(html, inside, dress);
    html.extend(["</", name, ">"]);
}

fn escape(html: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            other => html.push(other),
        }
    }
}
