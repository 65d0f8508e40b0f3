//! Words, tags, strings and marks (RFC 5228, section 8.1), taken from any text.

use std::iter::Peekable;
use std::str::CharIndices;

/// A piece of a filter that means something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// The name of a command or a test, or a number.
    Word(String),
    /// `:copy`, without its colon.
    Tag(String),
    /// A string in quotes or a block, without either.
    Text(String),
    /// Anything else that is one character.
    Mark(char),
}

impl Token {
    /// A string's content.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// The tokens of a text. White space and comments are none; whatever is left open ends with the text.
pub(super) struct Tokens<'a> {
    script: &'a str,
    left: Peekable<CharIndices<'a>>,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(script: &'a str) -> Self {
        Self {
            script,
            left: script.char_indices().peekable(),
        }
    }

    fn rest(&mut self) -> &'a str {
        let at = self.left.peek().map_or(self.script.len(), |(at, _)| *at);
        self.script.get(at..).unwrap_or_default()
    }

    fn go_on_behind(&mut self, bytes: usize) {
        let at = self.script.len() - self.rest().len() + bytes;
        while self.left.next_if(|(here, _)| *here < at).is_some() {}
    }

    fn word(&mut self) -> String {
        let mut word = String::new();
        while let Some((_, character)) = self
            .left
            .next_if(|(_, character)| character.is_ascii_alphanumeric() || *character == '_')
        {
            word.push(character);
        }
        word
    }

    /// Behind the opening quotation mark.
    fn quoted(&mut self) -> String {
        let mut text = String::new();
        while let Some((_, character)) = self.left.next() {
            match character {
                '"' => break,
                '\\' => text.extend(self.left.next().map(|(_, escaped)| escaped)),
                other => text.push(other),
            }
        }
        text
    }

    /// Behind `text:`, if a block begins there: the lines to the one that is a single dot.
    fn block(&mut self) -> Option<String> {
        let (head, body) = self.rest().split_once('\n')?;
        let head = head.trim();
        if !head.is_empty() && !head.starts_with('#') {
            return None;
        }
        let mut length = self.rest().len() - body.len();
        let mut lines = vec![];
        for line in body.split_inclusive('\n') {
            length += line.len();
            let line = line.strip_suffix('\n').unwrap_or(line);
            let line = line.strip_suffix('\r').unwrap_or(line);
            if line == "." {
                break;
            }
            // A line that begins with a dot has one more (RFC 5228, section 2.4.2).
            lines.push(line.strip_prefix('.').unwrap_or(line));
        }
        self.go_on_behind(length);
        Some(lines.join("\n"))
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        loop {
            let (_, character) = *self.left.peek()?;
            match character {
                '#' => {
                    let rest = self.rest();
                    self.go_on_behind(rest.find('\n').unwrap_or(rest.len()));
                }
                '/' if self.rest().starts_with("/*") => {
                    let rest = self.rest();
                    let end = rest.get(2..).unwrap_or_default().find("*/");
                    self.go_on_behind(end.map_or(rest.len(), |length| length + 4));
                }
                '"' => {
                    self.left.next();
                    return Some(Token::Text(self.quoted()));
                }
                ':' => {
                    self.left.next();
                    return Some(Token::Tag(self.word()));
                }
                _ if character.is_ascii_alphanumeric() || character == '_' => {
                    let word = self.word();
                    if word.eq_ignore_ascii_case("text") && self.rest().starts_with(':') {
                        self.left.next();
                        if let Some(text) = self.block() {
                            return Some(Token::Text(text));
                        }
                    }
                    return Some(Token::Word(word));
                }
                _ if character.is_whitespace() => {
                    self.left.next();
                }
                _ => {
                    self.left.next();
                    return Some(Token::Mark(character));
                }
            }
        }
    }
}
