//! Random words that people can say and spell: drill words, page words, passphrases.
//!
//! The words are "EFF's Long Wordlist" (7776 words) by Joseph Bonneau and the Electronic Frontier Foundation,
//! [CC BY 3.0 US](https://creativecommons.org/licenses/by/3.0/us/). One of them, `yo-yo`, is never drawn,
//! because `yoyo` is on the list too and the two can't be told apart by ear.

use std::{fmt, sync::LazyLock};

use rand::CryptoRng;

/// The list as it was published, one word on a line.
const TEXT: &str = include_str!("words/eff_large_wordlist.txt");
/// Same letters as `yoyo`.
const NEVER_DRAWN: &str = "yo-yo";

static LIST: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| TEXT.lines().filter(|word| *word != NEVER_DRAWN).collect());

/// How many words there are to draw from.
pub const COUNT: usize = 7775;

/// A word of the list. `Debug` hides it, because some words are asked for as proof of paper.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Word(&'static str);

impl Word {
    /// The word, in lower case; three words have a hyphen.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

impl fmt::Debug for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Word(…)")
    }
}

/// Draws a word; each is equally likely.
pub fn draw(rng: &mut (impl CryptoRng + ?Sized)) -> Word {
    loop {
        let mut bytes = [0; 2];
        rng.fill_bytes(&mut bytes);
        // Thirteen bits, drawn again beyond the list: no word is likelier than another.
        let number = usize::from(u16::from_le_bytes(bytes) & 0x1FFF);
        if let Some(word) = LIST.get(number) {
            return Word(word);
        }
    }
}

/// Draws that many different words, in random order; all of them if `count` is more than [`COUNT`].
pub fn draw_distinct(count: usize, rng: &mut (impl CryptoRng + ?Sized)) -> Vec<Word> {
    let count = count.min(COUNT);
    let mut words = Vec::with_capacity(count);
    while words.len() < count {
        let word = draw(rng);
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words
}

/// The word that somebody typed, in any case, with white space or hyphens anywhere.
#[must_use]
pub fn find(typed: &str) -> Option<Word> {
    LIST.iter()
        .find(|word| letters(word).eq(letters(typed)))
        .map(|word| Word(word))
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars()
        .filter(|character| !character.is_whitespace() && *character != '-')
        .flat_map(char::to_lowercase)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{COUNT, LIST, TEXT, letters};

    #[test]
    fn the_list_has_7776_different_lower_case_words() {
        let words = TEXT.lines().collect::<HashSet<_>>();
        assert_eq!((TEXT.lines().count(), words.len()), (7776, 7776));
        assert!(words.iter().all(|word| (3..=9).contains(&word.len())));
        assert!(
            TEXT.chars()
                .all(|c| c.is_ascii_lowercase() || c == '-' || c == '\n')
        );
    }

    #[test]
    fn drawn_words_can_be_told_apart_by_their_letters() {
        let words = LIST
            .iter()
            .map(|word| letters(word).collect::<String>())
            .collect::<HashSet<_>>();
        assert_eq!((LIST.len(), words.len()), (COUNT, COUNT));
    }
}
