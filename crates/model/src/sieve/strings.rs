//! What stands in a string, as a person should see it.

/// Longer than any address; the rest is cut off.
const LONGEST: usize = 320;

/// The beginning of a text, so that what is made of many texts stays short.
pub(super) fn clipped(text: &str) -> &str {
    let end = text.char_indices().nth(LONGEST + 1);
    end.and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

/// `${hex:40}` and `${unicode:0040}` as the characters they stand for (RFC 5228, section 2.4.2.4). What is none stays.
pub(super) fn decoded(text: &str) -> String {
    let mut out = String::new();
    let mut left = text;
    while let Some((before, behind)) = left.split_once("${") {
        out += before;
        let read = behind
            .split_once('}')
            .and_then(|(inside, after)| Some((characters(inside)?, after)));
        if let Some((characters, after)) = read {
            out += &characters;
            left = after;
        } else {
            out += "${";
            left = behind;
        }
    }
    out + left
}

fn characters(inside: &str) -> Option<String> {
    let (kind, digits) = inside.split_once(':')?;
    let numbers: Option<Vec<u32>> = digits
        .split_whitespace()
        .map(|digits| u32::from_str_radix(digits, 16).ok())
        .collect();
    let numbers = numbers.filter(|numbers| !numbers.is_empty())?;
    match kind.to_ascii_lowercase().as_str() {
        "hex" => {
            let bytes: Option<Vec<u8>> = numbers.iter().map(|n| u8::try_from(*n).ok()).collect();
            Some(String::from_utf8_lossy(&bytes?).into_owned())
        }
        "unicode" => numbers.into_iter().map(char::from_u32).collect(),
        _ => None,
    }
}

/// The place behind `mailto:`, its `%40` undone; other URIs as they are.
pub(super) fn without_mailto(uri: &str) -> String {
    match uri.split_at_checked("mailto:".len()) {
        Some((scheme, place)) if scheme.eq_ignore_ascii_case("mailto:") => place
            .replace("%40", "@")
            .replace("%2B", "+")
            .replace("%2b", "+"),
        _ => uri.to_owned(),
    }
}

/// A text of a filter without characters that would break or turn around the line it is shown in, and not endless.
#[must_use]
pub fn shown(text: &str) -> String {
    let mut out: String = text
        .trim()
        .chars()
        .take(LONGEST)
        .map(|character| match character {
            '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}' => '\u{fffd}',
            control if control.is_control() => '\u{fffd}',
            other => other,
        })
        .collect();
    if text.trim().chars().nth(LONGEST).is_some() {
        out.push('…');
    }
    out
}
