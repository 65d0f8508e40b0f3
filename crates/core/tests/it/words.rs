//! Drill words and page words.

use std::collections::HashSet;

use counterfoil_core::words;

use crate::chance::seeded;

#[test]
fn drawn_words_are_found_again_however_they_are_typed() {
    let mut rng = seeded(1);
    for _ in 0..200 {
        let word = words::draw(&mut rng);
        let text = word.as_str();
        for typed in [
            text.to_owned(),
            text.to_uppercase(),
            format!("  {text}\n"),
            text.replace('-', " "),
        ] {
            assert_eq!(
                words::find(&typed).map(words::Word::as_str),
                Some(text),
                "{typed}"
            );
        }
    }
}

#[test]
fn words_with_a_hyphen_are_forgiving() {
    for typed in ["t-shirt", "T Shirt", "tshirt"] {
        assert_eq!(words::find(typed).unwrap().as_str(), "t-shirt");
    }
    // Both are on the published list; one is drawn, either may be typed.
    for typed in ["yoyo", "Yo-Yo"] {
        assert_eq!(words::find(typed).unwrap().as_str(), "yoyo");
    }
}

#[test]
fn what_is_not_on_the_list_is_not_found() {
    for typed in ["", " ", "-", "counterfoil", "abacusabdomen", "abacu"] {
        assert!(words::find(typed).is_none(), "{typed}");
    }
}

#[test]
fn distinct_words_are_distinct() {
    let mut rng = seeded(2);
    for count in [0, 1, 2, 12, 500] {
        let drawn = words::draw_distinct(count, &mut rng);
        assert_eq!(drawn.len(), count);
        assert_eq!(drawn.iter().collect::<HashSet<_>>().len(), count);
    }
}

#[test]
fn draws_reach_the_whole_list_evenly() {
    let mut rng = seeded(3);
    let middle = words::find("mankind").unwrap();
    let seen = (0..40_000)
        .map(|_| words::draw(&mut rng))
        .collect::<Vec<_>>();
    let different = seen.iter().collect::<HashSet<_>>().len();
    // 7775·(1 - e^(-40000/7775)) = 7730 expected.
    assert!((7690..=7765).contains(&different), "{different}");
    let lower = seen.iter().filter(|word| **word < middle).count();
    let place = include_str!("../../src/words/eff_large_wordlist.txt")
        .lines()
        .position(|it| it == "mankind")
        .unwrap();
    let expected = 40_000 * place / words::COUNT;
    assert!(lower.abs_diff(expected) < 500, "{lower} of {expected}");
}
