//! The head: what a tree of a size comes to, as it is signed and as it is printed.

use super::Hash;
use crate::Timestamp;
use counterfoil_core::alphabet::{Mark, mark, symbol};
use sha2::{Digest, Sha256};
use std::fmt;

/// What the tree came to at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TreeHead {
    /// How many leaves there were.
    pub size: u64,
    /// Their root.
    pub root: Hash,
    /// When it was signed.
    pub at: Timestamp,
}

impl TreeHead {
    /// What is signed.
    #[must_use]
    pub fn message(&self) -> Vec<u8> {
        let mut bytes = b"counterfoil/tree-head/v1\0".to_vec();
        bytes.extend(self.size.to_be_bytes());
        bytes.extend(self.root);
        bytes.extend(self.at.as_micros().to_be_bytes());
        bytes
    }

    /// What is printed.
    #[must_use]
    pub fn line(&self) -> HeadLine {
        HeadLine::of(self.size, &self.root)
    }
}

/// Twenty symbols of the code alphabet that stand for a tree of one size: the first hundred bits of a hash. They are written as five groups
/// of four, where a code has four of five, so that neither is taken for the other.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct HeadLine([u8; Self::SYMBOLS]);

impl HeadLine {
    const SYMBOLS: usize = 20;
    const GROUP: usize = 4;
    /// As many wrong symbols make another line of it; with fewer it was misread.
    const NEAR: usize = 4;

    /// That of a tree.
    #[must_use]
    pub fn of(size: u64, root: &Hash) -> Self {
        let mut hash = Sha256::new_with_prefix(b"counterfoil/head-line/v1\0");
        hash.update(size.to_be_bytes());
        hash.update(root);
        let hash = hash.finalize();
        let bit = |at: usize| {
            let byte = hash.get(at / 8).copied().unwrap_or_default();
            (byte >> (7 - at % 8)) & 1
        };
        let mut symbols = [0; Self::SYMBOLS];
        for (n, value) in symbols.iter_mut().enumerate() {
            *value = (0..5).fold(0, |value, at| (value << 1) | bit(n * 5 + at));
        }
        Self(symbols)
    }

    /// Reads a line as people type it: in any case, with whatever stands between symbols. `None` if it isn't twenty of them; one that
    /// nobody can read counts as a wrong one.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut symbols = Vec::new();
        for character in text.chars() {
            match mark(character) {
                Mark::Symbol(value) => symbols.push(value),
                Mark::Unreadable => symbols.push(UNREADABLE),
                Mark::Between => {}
                Mark::Stranger => return None,
            }
        }
        symbols.try_into().ok().map(Self)
    }

    /// In how many symbols they are other, if it is so few that one is the other misread. Two lines that have nothing to do with each other
    /// are other in nineteen of twenty.
    #[must_use]
    pub fn misread(&self, other: &Self) -> Option<usize> {
        let pairs = self.0.iter().zip(other.0);
        let wrong = pairs.filter(|(own, other)| **own != *other).count();
        (1..=Self::NEAR).contains(&wrong).then_some(wrong)
    }
}

/// No symbol has this value.
const UNREADABLE: u8 = 32;

impl fmt::Display for HeadLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, value) in self.0.iter().enumerate() {
            if n > 0 && n.is_multiple_of(Self::GROUP) {
                f.write_str(" ")?;
            }
            let shown = if *value == UNREADABLE {
                '?'
            } else {
                symbol(*value)
            };
            write!(f, "{shown}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for HeadLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "HeadLine({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: TreeHead = TreeHead {
        size: 1234,
        root: [7; 32],
        at: Timestamp::from_micros(1_795_400_000_000_000),
    };

    #[test]
    fn the_line_and_the_message_stay_as_they_were_released() {
        let message = data_encoding::HEXLOWER.encode(&HEAD.message());
        insta::assert_snapshot!(format!("{}\n{message}", HEAD.line()));
    }

    #[test]
    fn a_line_is_read_as_people_type_it() {
        let line = HEAD.line();
        let text = line.to_string();
        assert_eq!(text.len(), 24);
        for typed in [
            text.clone(),
            text.to_lowercase(),
            text.replace(' ', ""),
            text.replace(' ', " - ").replace('0', "o"),
        ] {
            assert_eq!(HeadLine::read(&typed), Some(line), "{typed}");
        }
        for typed in ["", "7K3Q", &format!("{text}7"), &text.replace(' ', "§")] {
            assert_eq!(HeadLine::read(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_line_with_a_few_wrong_symbols_is_known_as_misread() {
        let line = HEAD.line();
        assert_eq!(line.misread(&line), None);
        let smudged = format!("??{}", &line.to_string()[2..]);
        assert_eq!(HeadLine::read(&smudged).unwrap().misread(&line), Some(2));
        let next = HeadLine::of(1235, &[7; 32]);
        assert_eq!(next.misread(&line), None);
    }
}
