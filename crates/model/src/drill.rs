//! Drills: the words beside two codes of the sheet. They spend nothing and show nothing.

use counterfoil_core::{Slot, Word, words};
use rand::CryptoRng;
use rand::seq::IteratorRandom;

/// Names two different codes at random among the unspent ones, in the order of the sheet; `None` if
/// there are fewer than two.
#[must_use]
pub fn choose(unspent: &[Slot], rng: &mut impl CryptoRng) -> Option<[Slot; 2]> {
    let mut slots = unspent.to_vec();
    slots.sort_unstable();
    slots.dedup();
    let mut chosen = slots.into_iter().sample(rng, 2);
    chosen.sort_unstable();
    <[Slot; 2]>::try_from(chosen).ok()
}

/// Whether what was typed is the word on the sheet, in any case, with white space or hyphens
/// anywhere: a drill asks whether the sheet is there, not how somebody types.
#[must_use]
pub fn is_word(typed: &str, on_sheet: Word) -> bool {
    // Long before the longest word ends a form field that isn't one.
    typed.len() <= 64 && words::find(typed) == Some(on_sheet)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng;
    use rand::rngs::StdRng;
    use std::collections::BTreeSet;

    #[test]
    fn two_different_unspent_codes_are_named_and_each_can_be() {
        let mut rng = StdRng::seed_from_u64(3);
        let unspent: Vec<_> = [2, 5, 9, 31].into_iter().filter_map(Slot::new).collect();
        let mut named = BTreeSet::new();
        for _ in 0..200 {
            let [first, second] = choose(&unspent, &mut rng).unwrap();
            assert!(first < second);
            named.extend([first, second]);
        }
        assert!(named.iter().eq(&unspent));
    }

    #[test]
    fn with_fewer_than_two_codes_there_is_no_drill() {
        let mut rng = StdRng::seed_from_u64(4);
        assert_eq!(choose(&[], &mut rng), None);
        assert_eq!(choose(&[Slot::FIRST], &mut rng), None);
        assert_eq!(choose(&[Slot::FIRST, Slot::FIRST], &mut rng), None);
    }

    #[test]
    fn words_are_compared_forgivingly_and_other_words_refused() {
        let lantern = words::find("lantern").unwrap();
        for typed in ["lantern", " Lantern ", "LAN TERN"] {
            assert!(is_word(typed, lantern), "{typed}");
        }
        for typed in ["", "lanterns", "orchard", "lantern orchard"] {
            assert!(!is_word(typed, lantern), "{typed}");
        }
        let drop_down = words::find("drop-down").unwrap();
        assert!(is_word("dropdown", drop_down));
        assert!(is_word("Drop Down", drop_down));
    }
}
