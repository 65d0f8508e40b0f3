//! Keys for tests: the same in every process, so that one process can open what another sealed.

#![expect(
    clippy::panic,
    reason = "a test without its keys must stop and say why, never pass"
)]

use counterfoil_service::{KeyKind, KeyMaterial, KeyRing};
use zeroize::Zeroizing;

const KINDS: [(KeyKind, u8); 5] = [
    (KeyKind::CodePepper, 0x11),
    (KeyKind::PasswordPepper, 0x22),
    (KeyKind::Tag, 0x33),
    (KeyKind::Sealing, 0x44),
    (KeyKind::Cookie, 0x55),
];

/// A ring with one key of each kind.
#[must_use]
pub fn key_ring() -> KeyRing {
    key_ring_of(1)
}

/// A ring with so many keys of each kind, at least one: what is left after rotating them.
///
/// # Panics
/// When the ring refuses them, which would be a fault of its own.
#[must_use]
pub fn key_ring_of(generations: u8) -> KeyRing {
    let material = (1..=generations.max(1))
        .flat_map(|generation| KINDS.map(|(kind, byte)| material(kind, byte, generation)));
    KeyRing::new(material.collect())
        .unwrap_or_else(|error| panic!("the keys of the tests are refused: {error}"))
}

/// The tag key of the newest generation, for codes that carry a tag of ours and are on no sheet.
#[must_use]
pub fn tag_key() -> counterfoil_core::TagKey {
    counterfoil_core::TagKey::from_bytes(bytes(0x33, 1))
}

fn material(kind: KeyKind, byte: u8, generation: u8) -> KeyMaterial {
    KeyMaterial {
        kind,
        id: format!("test-{generation}"),
        bytes: Zeroizing::new(bytes(byte, generation)),
    }
}

const fn bytes(byte: u8, generation: u8) -> [u8; 32] {
    let mut bytes = [byte; 32];
    bytes[0] = generation;
    bytes
}
