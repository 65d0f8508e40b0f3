//! The code that is mailed to a recovery address and typed where its owner is signed in (N19).
//!
//! Eight digits: 26 bits, where N19 asks for six digits. Ten of them are heard for each code that was mailed, and so few codes
//! are mailed that guessing all day finds one in a hundred thousand days.

use crate::{Span, Timestamp};
use rand::CryptoRng;
use std::fmt;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// How many digits it has.
pub const LENGTH: usize = 8;

/// How long it works: as long as N19 lets a code by e-mail, because mail may be slow.
pub const LASTS: Span = Span::hours(24);

/// So many wrong ones, and the one that was mailed works no more (N19, N25: at least ten).
pub const TRIES: u32 = 10;

/// So many codes an hour are mailed for an account: they go to people who may have nothing to do with it.
pub const MAILED_AN_HOUR: u32 = 5;

/// A code in clear: being mailed, or being typed. Wiped on drop; `Debug` shows nothing.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct IssuedCode([u8; LENGTH]);

/// The largest multiple of a hundred million that four bytes can hold: what lies above is drawn again, so that no code is
/// likelier than another.
const EVEN: u32 = 4_200_000_000;

impl IssuedCode {
    /// Draws one.
    pub fn draw(rng: &mut impl CryptoRng) -> Self {
        let mut bytes = Zeroizing::new([0; 4]);
        loop {
            rng.fill_bytes(&mut *bytes);
            let mut number = u32::from_le_bytes(*bytes);
            if number < EVEN {
                let mut digits = [0; LENGTH];
                for digit in digits.iter_mut().rev() {
                    *digit = u8::try_from(number % 10).unwrap_or_default();
                    number /= 10;
                }
                return Self(digits);
            }
        }
    }

    /// Reads exactly eight digits, however they are grouped or written. `None` for anything else.
    #[must_use]
    pub fn read(typed: &str) -> Option<Self> {
        let mut digits = [0; LENGTH];
        let mut places = digits.iter_mut();
        for character in typed.chars() {
            if character.is_whitespace() || matches!(character, '-' | '\u{200b}'..='\u{200f}') {
                continue;
            }
            *places.next()? = crate::totp::digit(character)?;
        }
        places.next().is_none().then_some(Self(digits))
    }

    /// As it is mailed: two groups of four.
    #[must_use]
    pub fn text(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(LENGTH + 1));
        for (place, digit) in self.0.iter().enumerate() {
            if place == LENGTH / 2 {
                text.push(' ');
            }
            text.push(char::from(b'0'.saturating_add(*digit)));
        }
        text
    }

    /// The digits, to be hashed.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; LENGTH] {
        &self.0
    }
}

impl fmt::Debug for IssuedCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("IssuedCode(…)")
    }
}

/// Whether a code that was mailed still works.
#[must_use]
pub fn works(expires_at: Timestamp, failures: u32, now: Timestamp) -> bool {
    now < expires_at && failures < TRIES
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rand::SeedableRng;
    use rand::rngs::StdRng;

    #[test]
    fn n19_it_is_longer_than_six_digits_and_lasts_no_longer_than_a_day() {
        const { assert!(LENGTH >= 6) };
        assert!(LASTS <= Span::hours(24));
        const { assert!(TRIES >= 10) };
    }

    #[test]
    fn every_digit_of_every_place_is_drawn_alike() {
        let mut rng = StdRng::seed_from_u64(7);
        let mut seen = [[0_u32; 10]; LENGTH];
        for _ in 0..10_000 {
            let code = IssuedCode::draw(&mut rng);
            for (place, digit) in code.0.iter().enumerate() {
                seen[place][usize::from(*digit)] += 1;
            }
        }
        // A thousand each, give or take what chance explains: six standard deviations of thirty.
        for counts in seen {
            assert!(
                counts.iter().all(|n| (820..1_180).contains(n)),
                "{counts:?}"
            );
        }
    }

    #[test]
    fn what_is_no_code_is_not_read() {
        for typed in ["", "1234567", "123456789", "1234 567x", "7K3QF-9XW2M"] {
            assert!(IssuedCode::read(typed).is_none(), "{typed}");
        }
        let folded = IssuedCode::read("１２３４ - ٥٦٧٨").unwrap();
        assert_eq!(*folded.text(), "1234 5678");
    }

    #[test]
    fn it_works_for_ten_tries_and_a_day() {
        let now = Timestamp::from_micros(1_800_000_000_000_000);
        assert!(works(now + LASTS, TRIES - 1, now));
        assert!(!works(now + LASTS, TRIES, now));
        assert!(!works(now, 0, now));
    }

    proptest! {
        #[test]
        fn it_is_read_as_it_was_mailed(seed: u64) {
            let code = IssuedCode::draw(&mut StdRng::seed_from_u64(seed));
            let read = IssuedCode::read(&code.text()).unwrap();
            prop_assert_eq!(code.as_bytes(), read.as_bytes());
        }
    }
}
