//! The passphrase maker: words that people can remember, type and spell.

use counterfoil_core::words;
use rand::CryptoRng;
use std::fmt;
use zeroize::Zeroizing;

/// Words in a passphrase.
const WORDS: u32 = 6;

/// A passphrase made for an owner to take or leave. `Debug` doesn't show it.
pub struct Passphrase {
    text: Zeroizing<String>,
}

impl Passphrase {
    /// Draws six words of the EFF long list; each is equally likely, whatever the others are.
    pub fn draw(rng: &mut impl CryptoRng, separator: char) -> Self {
        let mut text = Zeroizing::new(String::with_capacity(84));
        for place in 0..WORDS {
            if place > 0 {
                text.push(separator);
            }
            text.push_str(words::draw(rng).as_str());
        }
        Self { text }
    }

    /// The words with the separator between them.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its entropy in whole bits, rounded down: what a guesser faces who knows how it was made.
    #[must_use]
    pub const fn bits() -> u32 {
        (words::COUNT as u128).pow(WORDS).ilog2()
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng;
    use rand::rngs::StdRng;

    #[test]
    fn six_words_of_the_list_with_a_separator_between() {
        let phrase = Passphrase::draw(&mut StdRng::seed_from_u64(1), ' ');
        let drawn: Vec<_> = phrase.text().split(' ').collect();
        assert_eq!(drawn.len(), 6);
        for word in drawn {
            assert_eq!(words::find(word).unwrap().as_str(), word);
        }
        assert!(phrase.text().chars().count() >= crate::password::LENGTH_ALONE);
    }

    #[test]
    fn it_states_its_entropy() {
        assert_eq!(Passphrase::bits(), 77);
    }

    #[test]
    fn debug_shows_nothing() {
        let phrase = Passphrase::draw(&mut StdRng::seed_from_u64(2), '-');
        assert_eq!(format!("{phrase:?}"), "Passphrase(…)");
    }
}
