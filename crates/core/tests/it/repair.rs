//! Whatever has 2·wrong + unreadable ≤ 4 is repaired to the original.

use counterfoil_core::{Attempt, Code, Slot, TagKey};
use proptest::prelude::*;

use crate::chance::seeded;

const SYMBOLS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

fn code(slot: u8, seed: u64) -> Vec<u8> {
    let code = Code::draw(
        Slot::new(slot).unwrap(),
        &TagKey::from_bytes([9; 32]),
        &mut seeded(seed),
    );
    code.text().replace('-', "").into_bytes()
}

/// Another symbol: `by`, 1 to 31, steps further in the alphabet.
fn other(symbol: u8, by: usize) -> u8 {
    let value = SYMBOLS.iter().position(|&it| it == symbol).unwrap();
    SYMBOLS[(value + by) % 32]
}

fn check(right: &[u8], wrong: &[(usize, usize)], unreadable: &[usize]) {
    let mut typed = right.to_vec();
    for &(place, by) in wrong {
        typed[place] = other(typed[place], by);
    }
    for &place in unreadable {
        typed[place] = b'?';
    }
    let typed = String::from_utf8(typed).unwrap();
    let reading = Attempt::read(&typed).unwrap_or_else(|refusal| panic!("{typed}: {refusal}"));
    assert_eq!(
        reading.attempt.text().replace('-', "").as_bytes(),
        right,
        "{typed}"
    );
    let places = |it: &mut dyn Iterator<Item = usize>| {
        let mut places = it
            .map(|place| u8::try_from(place).unwrap() + 1)
            .collect::<Vec<_>>();
        places.sort_unstable();
        places
    };
    assert_eq!(
        reading.wrong,
        places(&mut wrong.iter().map(|&(place, _)| place))
    );
    assert_eq!(reading.unreadable, places(&mut unreadable.iter().copied()));
}

/// All ways to choose `count` of the twenty places, in order.
fn choices(count: usize) -> Vec<Vec<usize>> {
    if count == 0 {
        return vec![Vec::new()];
    }
    choices(count - 1)
        .into_iter()
        .flat_map(|places| {
            let first = places.last().map_or(0, |last| last + 1);
            (first..20).map(move |next| [places.as_slice(), &[next]].concat())
        })
        .collect()
}

#[test]
fn every_pattern_of_places_is_repaired() {
    let mut patterns = 0;
    for wrong_count in 0..=2 {
        for unreadable_count in 0..=4 - 2 * wrong_count {
            for wrong in choices(wrong_count) {
                for unreadable in choices(unreadable_count) {
                    if wrong.iter().any(|place| unreadable.contains(place)) {
                        continue;
                    }
                    patterns += 1;
                    let slot = u8::try_from(patterns % 31 + 1).unwrap();
                    let right = code(slot, patterns);
                    let by = |step: u64| usize::try_from((patterns / step) % 31 + 1).unwrap();
                    let wrong = wrong
                        .iter()
                        .copied()
                        .zip([by(1), by(7)])
                        .collect::<Vec<_>>();
                    check(&right, &wrong, &unreadable);
                }
            }
        }
    }
    // C(20,0..=4) without a wrong symbol, 20·C(19,0..=2) with one, C(20,2) with two.
    assert_eq!(patterns, 6196 + 3820 + 190);
}

proptest! {
    #[test]
    fn random_codes_with_random_damage_are_repaired(
        slot in 1u8..=31,
        seed: u64,
        places in Just((0..20).collect::<Vec<usize>>()).prop_shuffle(),
        by in [1usize..32, 1usize..32],
        (wrong, unreadable) in (0usize..=2).prop_flat_map(|wrong| (Just(wrong), 0..=4 - 2 * wrong)),
    ) {
        let (wrong_places, rest) = places.split_at(wrong);
        let wrong = wrong_places.iter().copied().zip(by).collect::<Vec<_>>();
        check(&code(slot, seed), &wrong, &rest[..unreadable]);
    }

    #[test]
    fn any_text_is_read_or_refused_and_reads_the_same_again(typed: String) {
        crate::corpus::read_code::check(typed.as_bytes());
    }

    #[test]
    fn any_twenty_marks_are_read_or_refused_and_read_the_same_again(typed in "[0-9A-Za-z?*_ .-]{18,24}") {
        crate::corpus::read_code::check(typed.as_bytes());
    }
}
