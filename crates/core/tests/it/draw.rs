//! What is drawn: codes, tags, salts, digests.

use std::collections::HashSet;

use counterfoil_core::{
    AccountBytes, Attempt, Code, CodeDigest, Cost, DigestError, Pepper, Salt, SetBytes, Slot,
    TagKey,
};

use crate::chance::seeded;

const ACCOUNT: AccountBytes = AccountBytes([1; 16]);
const SET: SetBytes = SetBytes([2; 16]);

fn key() -> TagKey {
    TagKey::from_bytes([5; 32])
}

#[test]
fn codes_have_their_slot_and_their_tag_and_need_no_repair() {
    let mut rng = seeded(1);
    for slot in Slot::all() {
        let code = Code::draw(slot, &key(), &mut rng);
        assert!(code.text().starts_with(slot.symbol()));
        let reading = Attempt::read(&code.text()).unwrap();
        assert!(!reading.repaired());
        assert_eq!(reading.attempt.slot(), slot);
        assert!(reading.attempt.tag_matches(&key()));
        assert_eq!(reading.attempt.text(), code.text());
    }
}

#[test]
fn secrets_are_uniform_and_different() {
    let mut rng = seeded(2);
    let mut seen = HashSet::new();
    let mut counts = [[0u32; 32]; 13];
    let codes = 6400u32;
    for _ in 0..codes {
        let text = Code::draw(Slot::FIRST, &key(), &mut rng)
            .text()
            .replace('-', "");
        for (counts, symbol) in counts.iter_mut().zip(text.bytes().skip(1)) {
            let value = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ"
                .iter()
                .position(|&it| it == symbol)
                .unwrap();
            counts[value] += 1;
        }
        seen.insert(text);
    }
    assert_eq!(seen.len(), 6400);
    // 200 expected of each; chi-squared with 31 degrees of freedom exceeds 75 once in 50 000 draws, and the seed is fixed.
    for (place, counts) in counts.iter().enumerate() {
        let chi = counts
            .iter()
            .map(|&it| (f64::from(it) - 200.0).powi(2) / 200.0)
            .sum::<f64>();
        assert!(chi < 75.0, "secret symbol {place}: {chi}");
    }
}

#[test]
fn one_in_1024_codes_passes_another_servers_tag_key() {
    let mut rng = seeded(3);
    let other = TagKey::from_bytes([6; 32]);
    let passed = (0..20_480)
        .filter(|_| {
            let code = Code::draw(Slot::LAST, &key(), &mut rng);
            Attempt::read(&code.text())
                .unwrap()
                .attempt
                .tag_matches(&other)
        })
        .count();
    // 20 expected, give or take 4.5.
    assert!((5..=40).contains(&passed), "{passed}");
}

fn digest(attempt: &Attempt, pepper: u8, account: u8, set: u8, salt: u8) -> CodeDigest {
    attempt
        .digest(
            &Pepper::from_bytes([pepper; 32]),
            &AccountBytes([account; 16]),
            &SetBytes([set; 16]),
            &Salt::from_bytes([salt; 16]),
            Cost::for_tests(),
        )
        .unwrap()
}

#[test]
fn a_digest_binds_code_pepper_account_set_and_salt() {
    let mut rng = seeded(4);
    let mut attempt = || {
        let code = Code::draw(Slot::FIRST, &key(), &mut rng);
        Attempt::read(&code.text()).unwrap().attempt
    };
    let (one, other) = (attempt(), attempt());
    let kept = digest(&one, 1, 2, 3, 4);
    assert!(kept.verify(&digest(&one, 1, 2, 3, 4)));
    for different in [
        digest(&other, 1, 2, 3, 4),
        digest(&one, 9, 2, 3, 4),
        digest(&one, 1, 9, 3, 4),
        digest(&one, 1, 2, 9, 4),
        digest(&one, 1, 2, 3, 9),
    ] {
        assert!(!kept.verify(&different));
    }
}

#[test]
fn a_digest_goes_through_storage() {
    let kept = CodeDigest::from_bytes([7; 32]);
    assert!(CodeDigest::from_bytes(*kept.as_bytes()).verify(&kept));
    let mut bytes = [7; 32];
    bytes[31] ^= 1;
    assert!(!CodeDigest::from_bytes(bytes).verify(&kept));
}

#[test]
fn salts_differ() {
    let mut rng = seeded(5);
    let salts = (0..1000)
        .map(|_| *Salt::draw(&mut rng).as_bytes())
        .collect::<HashSet<_>>();
    assert_eq!(salts.len(), 1000);
}

#[test]
fn costs_have_a_floor_and_a_ceiling() {
    let production = Cost::PRODUCTION;
    assert_eq!(
        (production.m_kib, production.t, production.p),
        (19_456, 2, 1)
    );
    // The five settings that the OWASP Password Storage Cheat Sheet calls equal.
    for (m_kib, t) in [
        (47_104, 1),
        (19_456, 2),
        (12_288, 3),
        (9_216, 4),
        (7_168, 5),
    ] {
        assert!(Cost::new(m_kib, t, 1).is_ok(), "{m_kib} {t}");
    }
    for (m_kib, t, p) in [
        (0, 0, 0),
        (8, 1, 2),
        (7_167, 6, 1),
        (7_168, 4, 1),
        (19_456, 1, 1),
        (19_456, 2, 0),
        (19_456, 2, 17),
        (19_456, 65, 1),
        (1_048_577, 1, 1),
        (u32::MAX, u32::MAX, u32::MAX),
    ] {
        let refusal = Cost::new(m_kib, t, p).unwrap_err();
        assert!(refusal.to_string().contains(&m_kib.to_string()));
    }
    assert_eq!(Cost::new(8, 1, 1).unwrap(), Cost::for_tests());
}

#[test]
fn a_cost_that_was_changed_by_hand_is_an_error() {
    let code = Code::draw(Slot::FIRST, &key(), &mut seeded(6));
    let mut cost = Cost::for_tests();
    cost.t = 0;
    let pepper = Pepper::from_bytes([1; 32]);
    let refused = code.digest(&pepper, &ACCOUNT, &SET, &Salt::from_bytes([0; 16]), cost);
    assert_eq!(refused.unwrap_err(), DigestError::Cost);
}
