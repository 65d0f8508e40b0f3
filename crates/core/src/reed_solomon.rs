//! Systematic Reed–Solomon (20,16) over GF(32).
//!
//! Field polynomial x⁵+x²+1, generator α = 2, roots α¹ to α⁴; symbol 0 is the coefficient of x¹⁹.
//! Minimum distance 5: 2·(wrong symbols) + (unreadable symbols) ≤ 4 has one answer, and it is found.
//!
//! Symbols are plain `u8` below 32 here; [`crate::block::Block`] is where they become a code.

use zeroize::Zeroizing;

/// Symbols in a whole word.
pub(crate) const LENGTH: usize = 20;
/// Symbols that say something; the other four are parity.
pub(crate) const DATA: usize = 16;
/// Parity symbols, and so the number of syndromes.
const PARITY: usize = LENGTH - DATA;

/// A word as it was typed; nothing stands for a symbol that can't be read.
pub(crate) type Typed = [Option<u8>; LENGTH];

/// A polynomial of degree 4 or less, constant term first.
type Locator = [u8; PARITY + 1];

/// The four parity symbols for sixteen data symbols: the remainder of data·x⁴ by the generator polynomial.
pub(crate) fn parity(data: &[u8; DATA]) -> [u8; PARITY] {
    // (x-α)(x-α²)(x-α³)(x-α⁴) = x⁴ + 30x³ + 6x² + 9x + 17
    data.iter()
        .fold([0; PARITY], |[first, second, third, fourth], symbol| {
            let carry = symbol ^ first;
            [
                second ^ mul(carry, 30),
                third ^ mul(carry, 6),
                fourth ^ mul(carry, 9),
                mul(carry, 17),
            ]
        })
}

/// The one code word with 2·wrong + unreadable ≤ 4 from what was typed, if there is one.
///
/// Berlekamp–Massey started from the unreadable places, then Forney's values (Blahut, *Algebraic Codes for Data
/// Transmission*, 7.4–7.5). Whatever that arrives at is checked against the definition, so an answer is never a guess.
pub(crate) fn repair(typed: &Typed) -> Option<Zeroizing<[u8; LENGTH]>> {
    let unreadable = typed.iter().filter(|symbol| symbol.is_none()).count();
    if unreadable > PARITY {
        return None;
    }
    let mut word = Zeroizing::new(typed.map(Option::unwrap_or_default));
    let syndromes = syndromes(&word);
    if syndromes != [0; PARITY] {
        let locator = locator(syndromes, typed, unreadable);
        let evaluator = [1, 2, 3, 4].map(|terms| convolve(locator, syndromes, terms));
        let [_, first, _, third, _] = locator;
        for (symbol, power) in word.iter_mut().zip((0..LENGTH).rev()) {
            let root = alpha(ORDER - power);
            if evaluate(&locator, root) == 0 {
                let slope = first ^ mul(third, mul(root, root));
                *symbol ^= mul(evaluate(&evaluator, root), inverse(slope));
            }
        }
    }
    let wrong = typed
        .iter()
        .zip(word.iter())
        .filter(|(typed, right)| typed.is_some_and(|it| it != **right))
        .count();
    let is_answer = 2 * wrong + unreadable <= PARITY && self::syndromes(&word) == [0; PARITY];
    is_answer.then_some(word)
}

/// The word's values at α¹ to α⁴; all zero if and only if it is a code word.
fn syndromes(word: &[u8; LENGTH]) -> [u8; PARITY] {
    [1, 2, 3, 4].map(|power| {
        let root = alpha(power);
        word.iter().fold(0, |sum, symbol| mul(sum, root) ^ symbol)
    })
}

/// The polynomial whose roots are the inverses of the damaged places, unreadable ones included.
fn locator(syndromes: [u8; PARITY], typed: &Typed, unreadable: usize) -> Locator {
    let mut locator = [1, 0, 0, 0, 0];
    for (symbol, power) in typed.iter().zip((0..LENGTH).rev()) {
        if symbol.is_none() {
            locator = plus(locator, times(shifted(locator), alpha(power)));
        }
    }
    let (mut earlier, mut length) = (locator, unreadable);
    for terms in unreadable + 1..=PARITY {
        let discrepancy = convolve(locator, syndromes, terms);
        earlier = shifted(earlier);
        let next = plus(locator, times(earlier, discrepancy));
        if discrepancy != 0 && 2 * length < terms + unreadable {
            earlier = times(locator, inverse(discrepancy));
            length = terms + unreadable - length;
        }
        locator = next;
    }
    locator
}

/// Coefficient `terms - 1` of locator · syndromes: the sum of Λⱼ·S₍terms₋ⱼ₎, syndromes numbered from 1.
fn convolve(locator: Locator, syndromes: [u8; PARITY], terms: usize) -> u8 {
    let backwards = syndromes.iter().take(terms).rev();
    locator
        .into_iter()
        .zip(backwards)
        .fold(0, |sum, (coefficient, &syndrome)| {
            sum ^ mul(coefficient, syndrome)
        })
}

fn evaluate(polynomial: &[u8], at: u8) -> u8 {
    polynomial
        .iter()
        .rev()
        .fold(0, |sum, coefficient| mul(sum, at) ^ coefficient)
}

/// x · polynomial. The highest term is zero whenever the damage can be repaired.
fn shifted([zeroth, first, second, third, _]: Locator) -> Locator {
    [0, zeroth, first, second, third]
}

fn times(polynomial: Locator, factor: u8) -> Locator {
    polynomial.map(|coefficient| mul(coefficient, factor))
}

fn plus(mut sum: Locator, other: Locator) -> Locator {
    for (coefficient, other) in sum.iter_mut().zip(other) {
        *coefficient ^= other;
    }
    sum
}

/// α³¹ = 1.
const ORDER: usize = 31;

/// Shift and add, without a branch or a table, so that time says nothing about a symbol.
fn mul(a: u8, b: u8) -> u8 {
    const POLYNOMIAL: u8 = 0b10_0101;
    let (mut shifted, mut product) = (a, 0);
    for bit in 0..5 {
        product ^= shifted * (b >> bit & 1);
        shifted <<= 1;
        shifted ^= POLYNOMIAL * (shifted >> 5);
    }
    product
}

fn power(base: u8, exponent: usize) -> u8 {
    (0..exponent).fold(1, |product, _| mul(product, base))
}

/// α to a power.
fn alpha(exponent: usize) -> u8 {
    power(2, exponent)
}

/// a³⁰, which is 1/a, and 0 for 0.
fn inverse(a: u8) -> u8 {
    power(a, ORDER - 1)
}

#[cfg(test)]
mod tests {
    use super::{
        DATA, LENGTH, PARITY, Typed, alpha, inverse, mul, parity, plus, repair, shifted, syndromes,
        times,
    };

    #[test]
    fn alpha_runs_through_all_31_elements() {
        let mut seen = (0..31).map(alpha).collect::<Vec<_>>();
        assert_eq!(alpha(5), 0b101, "x⁵ = x² + 1");
        assert_eq!(alpha(31), 1);
        seen.sort_unstable();
        assert_eq!(seen, (1..32).collect::<Vec<u8>>());
    }

    #[test]
    fn multiplication_is_that_of_a_field() {
        for a in 0..32 {
            assert_eq!(mul(a, 1), a);
            assert_eq!(mul(a, inverse(a)), u8::from(a != 0));
            for b in 0..32 {
                assert_eq!(mul(a, b), mul(b, a));
                for c in 0..32 {
                    assert_eq!(mul(a, b ^ c), mul(a, b) ^ mul(a, c));
                    assert_eq!(mul(a, mul(b, c)), mul(mul(a, b), c));
                }
            }
        }
    }

    #[test]
    fn generator_polynomial_has_the_roots_that_the_format_names() {
        let product = (1..=4).fold([1, 0, 0, 0, 0], |g, i| plus(shifted(g), times(g, alpha(i))));
        assert_eq!(product, [17, 9, 6, 30, 1]);
    }

    fn word(data: [u8; DATA]) -> [u8; LENGTH] {
        let mut symbols = data.into_iter().chain(parity(&data));
        std::array::from_fn(|_| symbols.next().unwrap())
    }

    #[test]
    fn encoded_words_have_no_syndrome() {
        for place in 0..DATA {
            for value in 0..32 {
                let mut data = [7; DATA];
                data[place] = value;
                assert_eq!(syndromes(&word(data)), [0; PARITY]);
            }
        }
    }

    #[test]
    fn whatever_is_repaired_is_a_code_word_within_reach() {
        // Three wrong symbols are beyond the promise: refused, or read as another word that differs in at most two.
        let right = word([1, 31, 0, 5, 9, 30, 2, 2, 17, 8, 21, 12, 3, 25, 14, 6]);
        let mut refused = 0;
        let mut other = 0;
        for value in 1..32 {
            for place in 2..LENGTH {
                let mut typed: Typed = right.map(Some);
                typed[0] = Some(right[0] ^ value);
                typed[1] = Some(right[1] ^ 0x13);
                typed[place] = Some(right[place] ^ (32 - value));
                match repair(&typed) {
                    None => refused += 1,
                    Some(found) => {
                        other += 1;
                        assert_ne!(*found, right);
                        assert_eq!(syndromes(&found), [0; PARITY]);
                        assert!(
                            typed
                                .iter()
                                .zip(found.iter())
                                .filter(|(a, b)| **a != Some(**b))
                                .count()
                                <= 2
                        );
                    }
                }
            }
        }
        assert!(
            refused > other && other > 0,
            "{refused} refused, {other} read as another word"
        );
    }

    #[test]
    fn five_unreadable_symbols_are_refused() {
        let mut typed: Typed = word([3; DATA]).map(Some);
        typed[4..9].fill(None);
        assert!(repair(&typed).is_none());
    }
}
