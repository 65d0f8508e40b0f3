//! What must not be possible with a code in clear.

use std::{fmt, marker::PhantomData};

use counterfoil_core::{Attempt, Code, CodeDigest, Pepper, Refusal, Slot, TagKey, words};
use zeroize::ZeroizeOnDrop;

use crate::chance::seeded;

/// `Is::<T>::CLONE` is the inherent constant when `T` has the trait, and the fallback's otherwise.
struct Is<T>(PhantomData<T>);

trait Fallback {
    const CLONE: bool = false;
    const SHOWN: bool = false;
    const COMPARED: bool = false;
    const SERIALISED: bool = false;
}

impl<T> Fallback for Is<T> {}

impl<T: Clone> Is<T> {
    const CLONE: bool = true;
}

impl<T: fmt::Display> Is<T> {
    const SHOWN: bool = true;
}

impl<T: PartialEq> Is<T> {
    const COMPARED: bool = true;
}

impl<T: serde::Serialize> Is<T> {
    const SERIALISED: bool = true;
}

#[test]
fn codes_and_keys_are_not_cloned_displayed_compared_or_serialised() {
    type Known = Is<String>;
    assert_eq!(
        [
            Known::CLONE,
            Known::SHOWN,
            Known::COMPARED,
            Known::SERIALISED
        ],
        [true; 4]
    );
    assert_eq!(
        [
            Is::<Code>::CLONE,
            Is::<Code>::SHOWN,
            Is::<Code>::COMPARED,
            Is::<Code>::SERIALISED
        ],
        [false; 4]
    );
    assert_eq!(
        [
            Is::<Attempt>::CLONE,
            Is::<Attempt>::SHOWN,
            Is::<Attempt>::COMPARED,
            Is::<Attempt>::SERIALISED
        ],
        [false; 4]
    );
    assert_eq!(
        [
            Is::<TagKey>::CLONE,
            Is::<TagKey>::SHOWN,
            Is::<TagKey>::COMPARED,
            Is::<TagKey>::SERIALISED
        ],
        [false; 4]
    );
    assert_eq!(
        [
            Is::<Pepper>::CLONE,
            Is::<Pepper>::SHOWN,
            Is::<Pepper>::COMPARED,
            Is::<Pepper>::SERIALISED
        ],
        [false; 4]
    );
    assert_eq!(
        [Is::<CodeDigest>::SHOWN, Is::<CodeDigest>::COMPARED],
        [false; 2]
    );
}

#[test]
fn codes_and_keys_are_wiped_when_dropped() {
    fn wiped<T: ZeroizeOnDrop>() {}
    wiped::<Code>();
    wiped::<Attempt>();
    wiped::<TagKey>();
    wiped::<Pepper>();
}

#[test]
fn debug_prints_the_slot_and_nothing_else() {
    let code = Code::draw(
        Slot::new(12).unwrap(),
        &TagKey::from_bytes([1; 32]),
        &mut seeded(1),
    );
    assert_eq!(format!("{code:?}"), "Code { slot: 12, .. }");
    let reading = Attempt::read(&code.text()).unwrap();
    assert_eq!(
        format!("{reading:?}"),
        "Reading { attempt: Attempt { slot: 12, .. }, wrong: [], unreadable: [] }"
    );
    assert_eq!(
        format!("{:?}", CodeDigest::from_bytes([1; 32])),
        "CodeDigest(…)"
    );
    assert_eq!(format!("{:?}", words::draw(&mut seeded(1))), "Word(…)");
}

#[test]
fn a_refusal_says_what_is_wrong_without_the_code() {
    let code = "SZAB5-RRB14-6VH7X-FM22H";
    let cases = [
        ("", "empty"),
        (" - . ", "empty"),
        ("SZAB5-RRB14-6VH7X-FM22", "too-few"),
        ("SZAB5-RRB14-6VH7X-FM22HH", "too-many"),
        ("SZAB5-RRB14-6VH7X-FM2!H", "not-a-symbol"),
        ("?????-RRB14-6VH7X-FM22H", "too-damaged"),
        ("00000-00000-00000-00000", "slot-zero"),
    ];
    for (typed, id) in cases {
        let refusal = Attempt::read(typed).unwrap_err();
        assert_eq!(refusal.id(), id, "{typed}");
        for said in [refusal.to_string(), format!("{refusal:?}")] {
            assert!(code.split('-').all(|group| !said.contains(group)), "{said}");
        }
    }
    assert_eq!(
        Attempt::read("SZAB5-RRB14-6VH7X-FM2!H").unwrap_err(),
        Refusal::NotASymbol {
            character: '!',
            place: 19
        }
    );
}
