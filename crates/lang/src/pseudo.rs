//! The pseudo-language: English sentences with accents and doubled vowels, about a third longer.
//!
//! Only the text of a message changes. Variables, `<markup>`, `&entities;`, addresses (`https://…`) and terms (which hold
//! names) stay as they are, so every sentence keeps its arguments.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Resource};

/// Makes the pseudo-language's resource out of an English one.
pub(crate) fn translate(mut resource: Resource<String>) -> Resource<String> {
    for entry in &mut resource.body {
        if let Entry::Message(message) = entry
            && let Some(value) = &mut message.value
        {
            pattern(value);
        }
    }
    resource
}

fn pattern(pattern_: &mut Pattern<String>) {
    for element in &mut pattern_.elements {
        match element {
            PatternElement::TextElement { value } => *value = accented(value),
            PatternElement::Placeable { expression: inner } => expression(inner),
        }
    }
}

fn expression(expression_: &mut Expression<String>) {
    match expression_ {
        Expression::Select { variants, .. } => {
            for variant in variants {
                pattern(&mut variant.value);
            }
        }
        Expression::Inline(InlineExpression::Placeable { expression: inner }) => expression(inner),
        Expression::Inline(_) => {}
    }
}

/// The text with accents and doubled vowels, all within Latin-1 and Latin Extended-A, which the fonts of pages and
/// sheets cover.
fn accented(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let untouched = untouched(rest);
        let (taken, left) = rest.split_at(if untouched > 0 {
            untouched
        } else {
            first.len_utf8()
        });
        if untouched > 0 {
            out.push_str(taken);
        } else {
            push(&mut out, first);
        }
        rest = left;
    }
    out
}

/// How many bytes at the start are markup, an entity or an address.
fn untouched(text: &str) -> usize {
    let until = |end: char, allowed: fn(char) -> bool| {
        text.char_indices()
            .skip(1)
            .find(|(_, c)| *c == end || !allowed(*c))
            .filter(|(_, c)| *c == end)
            .map_or(0, |(at, c)| at + c.len_utf8())
    };
    if text.starts_with('<') {
        until('>', |c| c != '<')
    } else if text.starts_with('&') {
        until(';', |c| c.is_ascii_alphanumeric() || c == '#')
    } else if text.starts_with("https://") || text.starts_with("http://") {
        text.find(char::is_whitespace).unwrap_or(text.len())
    } else {
        0
    }
}

fn push(out: &mut String, letter: char) {
    out.push_str(match letter {
        'a' => "åå",
        'c' => "ç",
        'd' => "ð",
        'e' => "éé",
        'g' => "ğ",
        'h' => "ħ",
        'i' => "î",
        'k' => "ķ",
        'l' => "ľ",
        'n' => "ñ",
        'o' => "öö",
        'r' => "ř",
        's' => "š",
        't' => "ţ",
        'u' => "üü",
        'y' => "ý",
        'z' => "ž",
        'A' => "Å",
        'C' => "Ç",
        'D' => "Ð",
        'E' => "É",
        'G' => "Ğ",
        'H' => "Ħ",
        'I' => "Î",
        'K' => "Ķ",
        'L' => "Ľ",
        'N' => "Ñ",
        'O' => "Ö",
        'R' => "Ř",
        'S' => "Š",
        'T' => "Ţ",
        'U' => "Ü",
        'Y' => "Ý",
        'Z' => "Ž",
        other => {
            out.push(other);
            return;
        }
    });
}

#[cfg(test)]
mod tests {
    use super::accented;

    #[test]
    fn letters_change_and_the_rest_stays() {
        assert_eq!(accented("Read 10 codes."), "Řééååð 10 çööðééš.");
        assert_eq!(
            accented("<b class=\"on\">on</b> &amp; off"),
            "<b class=\"on\">ööñ</b> &amp; ööff"
        );
        assert_eq!(
            accented("at https://a.example/on now"),
            "ååţ https://a.example/on ñööw"
        );
        assert_eq!(accented("a < b & so"), "åå < b & šöö");
    }
}
