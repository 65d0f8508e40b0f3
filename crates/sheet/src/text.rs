//! Paragraphs: text broken into lines of a given width.

use crate::font::{Fonts, Run, Style};

/// How a paragraph is set.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Setting {
    pub(crate) style: Style,
    /// In points.
    pub(crate) size: f32,
    /// From one baseline to the next, in points.
    pub(crate) leading: f32,
}

impl Setting {
    pub(crate) const fn new(style: Style, size: f32, leading: f32) -> Self {
        Self {
            style,
            size,
            leading,
        }
    }
}

/// A paragraph that knows its lines.
pub(crate) struct Paragraph {
    pub(crate) lines: Vec<Run>,
    pub(crate) leading: f32,
}

impl Paragraph {
    /// Breaks a text at spaces, and within words that are too long for a line.
    pub(crate) fn new(fonts: &Fonts, setting: Setting, width: f32, text: &str) -> Self {
        let mut lines: Vec<String> = Vec::new();
        let mut line = String::new();
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            let longer = if line.is_empty() {
                word.to_owned()
            } else {
                format!("{line} {word}")
            };
            if fonts.width(setting.style, setting.size, &longer) <= width {
                line = longer;
                continue;
            }
            if !line.is_empty() {
                // The space at a line's end is written, so that readers of the file see two words.
                lines.push(format!("{line} "));
            }
            word.clone_into(&mut line);
            while fonts.width(setting.style, setting.size, &line) > width {
                let at = broken(fonts, setting, width, &line);
                let tail = line.split_off(at);
                lines.push(std::mem::replace(&mut line, tail));
            }
        }
        lines.push(line);
        let lines = lines
            .iter()
            .map(|line| fonts.run(setting.style, setting.size, line))
            .collect();
        Self {
            lines,
            leading: setting.leading,
        }
    }

    /// Two words on one line, far apart, or one below the other where they are long.
    pub(crate) fn apart(fonts: &Fonts, setting: Setting, width: f32, words: &[String; 2]) -> Self {
        let together = words.join("    ");
        let lines = if fonts.width(setting.style, setting.size, &together) <= width {
            vec![fonts.run(setting.style, setting.size, &together)]
        } else {
            words
                .iter()
                .flat_map(|word| Self::new(fonts, setting, width, word).lines)
                .collect()
        };
        Self {
            lines,
            leading: setting.leading,
        }
    }

    pub(crate) fn height(&self) -> f32 {
        self.lines.iter().map(|_| self.leading).sum()
    }
}

/// Where to break a word that is too long: after a mark that parts an address, if one is near, else anywhere.
fn broken(fonts: &Fonts, setting: Setting, width: f32, word: &str) -> usize {
    let ends: Vec<usize> = word
        .char_indices()
        .map(|(at, c)| at + c.len_utf8())
        .collect();
    let fits = |end: &&usize| {
        word.get(..**end)
            .is_some_and(|head| fonts.width(setting.style, setting.size, head) <= width)
    };
    let last = ends
        .iter()
        .take_while(fits)
        .last()
        .or(ends.first())
        .copied()
        .unwrap_or(word.len());
    word.get(..last)
        .and_then(|head| head.rfind(['/', '.', '-', '@', ':']))
        .map(|at| at + 1)
        .filter(|at| *at * 2 > last)
        .unwrap_or(last)
}

/// The text, cut with `…` so that it takes no more than that many lines. For what the owner wrote, and only where leaving
/// the end out does no harm.
pub(crate) fn cut(text: &str, fits: impl Fn(&str) -> bool) -> String {
    if fits(text) {
        return text.to_owned();
    }
    let mut ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    while let Some(end) = ends.pop() {
        let shorter = format!("{}…", text.get(..end).unwrap_or_default().trim_end());
        if fits(&shorter) {
            return shorter;
        }
    }
    "…".to_owned()
}
