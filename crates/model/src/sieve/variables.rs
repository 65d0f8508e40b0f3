//! What `set` put into variables (RFC 5229), so that an address can't hide in one.

use std::collections::BTreeMap;

use super::strings::{clipped, decoded, shown};
use super::token::Token;

/// Readings of one string at most; who writes more than that hides something, and the string itself is shown.
const MOST_READINGS: usize = 16;
/// Variables within variables.
const DEEPEST: usize = 4;

/// Every value that a variable may have, by its name in lower case.
pub(super) struct Variables {
    values: BTreeMap<String, Vec<String>>,
}

impl Variables {
    /// From every `set "name" "value"` of a filter. Modifiers like `:lower` are not applied.
    pub(super) fn of(tokens: &[Token]) -> Self {
        let mut values = BTreeMap::<String, Vec<String>>::new();
        for (name, arguments) in super::commands(tokens) {
            if name != "set" {
                continue;
            }
            let mut texts = arguments.iter().filter_map(Token::text);
            if let (Some(name), Some(value)) = (texts.next(), texts.next()) {
                values
                    .entry(name.to_ascii_lowercase())
                    .or_default()
                    .push(decoded(clipped(value)));
            }
        }
        Self { values }
    }

    /// Everything that a string may come to, fit to be shown. Variables without a known value stay as they are written.
    pub(super) fn readings(&self, text: &str) -> Vec<String> {
        let mut readings = vec![decoded(clipped(text))];
        for _ in 0..DEEPEST {
            let next: Vec<String> = readings
                .iter()
                .flat_map(|text| self.with_first_variable(text))
                .collect();
            if next == readings || next.len() > MOST_READINGS {
                break;
            }
            readings = next;
        }
        let mut readings: Vec<String> = readings.iter().map(|text| shown(text)).collect();
        readings.sort();
        readings.dedup();
        readings
    }

    /// Puts each value in the place of the first variable that has any.
    fn with_first_variable(&self, text: &str) -> Vec<String> {
        let mut searched = 0;
        while let Some((at, name, behind)) = variable(text, searched) {
            if let Some(values) = self.values.get(&name.to_ascii_lowercase()) {
                let before = text.get(..at).unwrap_or_default();
                let put = |value: &String| clipped(&format!("{before}{value}{behind}")).to_owned();
                return values.iter().take(MOST_READINGS + 1).map(put).collect();
            }
            searched = at + 2;
        }
        vec![text.to_owned()]
    }
}

/// Where the first `${name}` from `start` on begins, its name, and what stands behind it.
fn variable(text: &str, start: usize) -> Option<(usize, &str, &str)> {
    let at = start + text.get(start..)?.find("${")?;
    let (name, behind) = text.get(at + 2..)?.split_once('}')?;
    Some((at, name, behind))
}
