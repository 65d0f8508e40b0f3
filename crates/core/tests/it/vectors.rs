//! Every vector of the format.

use counterfoil_core::{
    AccountBytes, Attempt, Code, CodeDigest, Cost, Memory, Pepper, Refusal, Salt, SetBytes, Slot,
    TagKey,
};
use serde::Deserialize;

use crate::chance::Playback;

#[derive(Deserialize)]
struct Vectors {
    tag_key: String,
    valid: Vec<Valid>,
    repair: Vec<Repair>,
    forms: Vec<Form>,
    misread: Vec<Misread>,
    refuse: Vec<Refuse>,
    digest: Vec<Slow>,
}

#[derive(Deserialize)]
struct Valid {
    slot: u8,
    secret: Vec<u8>,
    text: String,
}

#[derive(Deserialize)]
struct Repair {
    typed: String,
    text: String,
    wrong: usize,
    unreadable: usize,
}

#[derive(Deserialize)]
struct Form {
    typed: String,
    text: String,
}

#[derive(Deserialize)]
struct Misread {
    typed: String,
    text: String,
    tag: String,
}

#[derive(Deserialize)]
struct Refuse {
    typed: String,
    why: String,
}

#[derive(Deserialize)]
struct Slow {
    pepper: String,
    account: String,
    set: String,
    slot: u8,
    secret: Vec<u8>,
    salt: String,
    m_kib: u32,
    t: u32,
    p: u32,
    digest: String,
}

fn vectors() -> Vectors {
    serde_json::from_str(include_str!("../../../testkit/vectors/codes.json")).unwrap()
}

fn tag_key() -> TagKey {
    TagKey::from_hex(&vectors().tag_key).unwrap()
}

fn drawn(slot: u8, secret: &[u8], key: &TagKey) -> Code {
    Code::draw(Slot::new(slot).unwrap(), key, &mut Playback(secret))
}

fn bytes<const N: usize>(hex: &str) -> [u8; N] {
    data_encoding::HEXLOWER
        .decode(hex.as_bytes())
        .unwrap()
        .try_into()
        .unwrap()
}

#[test]
fn no_list_is_empty() {
    let all = vectors();
    let lengths = [
        all.valid.len(),
        all.repair.len(),
        all.forms.len(),
        all.misread.len(),
        all.refuse.len(),
        all.digest.len(),
    ];
    assert_eq!(lengths, [12, 72, 84, 3, 105, 3]);
}

#[test]
fn valid_codes_are_drawn_and_read() {
    let key = tag_key();
    for vector in vectors().valid {
        let code = drawn(vector.slot, &vector.secret, &key);
        assert_eq!(*code.text(), vector.text);
        assert_eq!(
            code.groups().map(|group| group.to_string()).join("-"),
            vector.text
        );
        assert_eq!(code.slot().get(), vector.slot);

        let reading = Attempt::read(&vector.text).unwrap();
        assert!(!reading.repaired());
        assert_eq!(*reading.attempt.text(), vector.text);
        assert_eq!(reading.attempt.slot().get(), vector.slot);
        assert!(reading.attempt.tag_matches(&key));
    }
}

#[test]
fn damaged_codes_are_repaired_to_the_original() {
    for vector in vectors().repair {
        let reading = Attempt::read(&vector.typed).unwrap();
        assert_eq!(*reading.attempt.text(), vector.text, "{}", vector.typed);
        assert_eq!(reading.wrong.len(), vector.wrong, "{}", vector.typed);
        assert_eq!(
            reading.unreadable.len(),
            vector.unreadable,
            "{}",
            vector.typed
        );
        assert!(reading.repaired());
        assert!(reading.attempt.tag_matches(&tag_key()));
    }
}

#[test]
fn repaired_places_are_those_that_differ() {
    for vector in vectors().repair {
        let reading = Attempt::read(&vector.typed).unwrap();
        let symbols = |text: &str| text.replace('-', "").into_bytes();
        let (typed, right) = (symbols(&vector.typed), symbols(&vector.text));
        let places = |unreadable: bool| {
            (1u8..)
                .zip(typed.iter().zip(&right))
                .filter(|(_, (typed, right))| typed != right && (**typed == b'?') == unreadable)
                .map(|(place, _)| place)
                .collect::<Vec<_>>()
        };
        assert_eq!(reading.wrong, places(false), "{}", vector.typed);
        assert_eq!(reading.unreadable, places(true), "{}", vector.typed);
    }
}

#[test]
fn every_way_of_typing_reads_as_the_original() {
    for vector in vectors().forms {
        let reading = Attempt::read(&vector.typed).unwrap();
        assert_eq!(*reading.attempt.text(), vector.text, "{}", vector.typed);
        assert!(!reading.repaired(), "{}", vector.typed);
    }
}

#[test]
fn a_misread_code_is_betrayed_by_its_tag() {
    for vector in vectors().misread {
        let reading = Attempt::read(&vector.typed).unwrap();
        assert_eq!(*reading.attempt.text(), vector.text, "{}", vector.typed);
        assert_eq!(vector.tag, "bad");
        assert!(!reading.attempt.tag_matches(&tag_key()));
    }
}

#[test]
fn what_is_no_code_is_refused_for_the_right_reason() {
    for vector in vectors().refuse {
        let refusal = Attempt::read(&vector.typed).unwrap_err();
        let expected = match vector.why.as_str() {
            "nineteen symbols" => Refusal::TooFew { count: 19 },
            "twenty-one symbols" => Refusal::TooMany { count: 21 },
            "slot 0" => Refusal::SlotZero,
            "U is not in the alphabet" => {
                let place = vector.typed.replace('-', "").find('U').unwrap() + 1;
                Refusal::NotASymbol {
                    character: 'U',
                    place,
                }
            }
            _ => Refusal::TooDamaged,
        };
        assert_eq!(refusal, expected, "{}: {}", vector.typed, vector.why);
    }
}

#[test]
fn digests_are_those_of_the_format() {
    let key = tag_key();
    // The one memory holds the rest of the hash before, which may have been larger.
    let memory = &mut Memory::new();
    for vector in vectors().digest {
        let code = drawn(vector.slot, &vector.secret, &key);
        let attempt = Attempt::read(&code.text()).unwrap().attempt;
        let pepper = Pepper::from_hex(&vector.pepper).unwrap();
        let account = AccountBytes(bytes(&vector.account));
        let set = SetBytes(bytes(&vector.set));
        let salt = Salt::from_bytes(bytes(&vector.salt));
        let cost = Cost::new(vector.m_kib, vector.t, vector.p).unwrap();
        let expected = CodeDigest::from_bytes(bytes(&vector.digest));

        let shown = code.digest(&pepper, &account, &set, &salt, cost).unwrap();
        assert_eq!(shown.as_bytes(), expected.as_bytes());
        let typed = attempt
            .digest_in(memory, &pepper, &account, &set, &salt, cost)
            .unwrap();
        assert!(typed.verify(&expected));
    }
}
