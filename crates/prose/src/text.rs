//! As plain text: one paragraph a line, every address in full.

use crate::{Block, Inline, Prose};

impl Prose {
    /// As plain text, with an empty line between paragraphs and none at the end.
    #[must_use]
    pub fn text(&self) -> String {
        blocks(&self.blocks)
    }
}

fn blocks(all: &[Block]) -> String {
    let parts: Vec<String> = all.iter().map(block).collect();
    parts.join("\n\n")
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading(_, text) | Block::Paragraph(text) => inlines(text),
        Block::List(first, items) => {
            let lines: Vec<String> = (0_u64..)
                .zip(items)
                .map(|(n, item)| {
                    let mark = match first {
                        Some(first) => format!("{}. ", first.saturating_add(n)),
                        None => "- ".to_owned(),
                    };
                    let hang = " ".repeat(mark.len());
                    format!("{mark}{}", behind(&blocks(item), &hang))
                })
                .collect();
            lines.join("\n")
        }
        Block::Quote(quoted) => format!("> {}", behind(&blocks(quoted), "> ")),
        Block::Code(code) => format!("    {}", behind(code, "    ")),
        Block::Rule => "- - - - -".to_owned(),
    }
}

/// Every line but the first begins with this, and none ends with a space.
fn behind(text: &str, mark: &str) -> String {
    let lines: Vec<String> = text
        .split('\n')
        .enumerate()
        .map(|(n, line)| {
            if n == 0 {
                line.to_owned()
            } else {
                format!("{mark}{line}")
            }
        })
        .collect();
    let trimmed: Vec<&str> = lines.iter().map(|line| line.trim_end()).collect();
    trimmed.join("\n")
}

fn inlines(all: &[Inline]) -> String {
    all.iter()
        .map(|inline| match inline {
            Inline::Text(text) | Inline::Code(text) => text.clone(),
            Inline::Strong(inside) | Inline::Emphasis(inside) => inlines(inside),
            Inline::Link(to, inside) => match inlines(inside) {
                said if said == to.as_str() || said == to.as_str().trim_end_matches('/') => said,
                said => format!("{said} ({to})"),
            },
            Inline::Break => "\n".to_owned(),
        })
        .collect()
}
