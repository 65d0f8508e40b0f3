//! Keys for tests: the same in every process, so that one process can open what another sealed.

#![expect(
    clippy::panic,
    reason = "a test without its keys must stop and say why, never pass"
)]

use counterfoil_oidc::{Algorithm, SigningKey, SigningKeys};
use counterfoil_service::{KeyKind, KeyMaterial, KeyRing};
use std::sync::LazyLock;
use zeroize::Zeroizing;

const KINDS: [(KeyKind, u8); 6] = [
    (KeyKind::CodePepper, 0x11),
    (KeyKind::PasswordPepper, 0x22),
    (KeyKind::Tag, 0x33),
    (KeyKind::Sealing, 0x44),
    (KeyKind::Cookie, 0x55),
    (KeyKind::Audit, 0x66),
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
    KeyRing::new(key_material(generations))
        .unwrap_or_else(|error| panic!("the keys of the tests are refused: {error}"))
}

/// So many keys of each kind, at least one, as they would come from their files: `test-1`, `test-2` …
#[must_use]
pub fn key_material(generations: u8) -> Vec<KeyMaterial> {
    (1..=generations.max(1))
        .flat_map(|generation| KINDS.map(|(kind, byte)| material(kind, byte, generation)))
        .collect()
}

/// The tag key of the newest generation, for codes that carry a tag of ours and are on no sheet.
#[must_use]
pub fn tag_key() -> counterfoil_core::TagKey {
    counterfoil_core::TagKey::from_bytes(bytes(0x33, 1))
}

/// Drawn once a process: what they sign is never read by another.
static SIGNING: LazyLock<[Zeroizing<String>; 2]> = LazyLock::new(|| {
    Algorithm::ALL.map(|algorithm| {
        SigningKey::draw_pem(algorithm)
            .unwrap_or_else(|error| panic!("a signing key of the tests: {error}"))
    })
});

/// One signing key of each algorithm: `ES256-1` and `RS256-1`.
///
/// # Panics
/// When they can't be drawn or read.
#[must_use]
pub fn signing_keys() -> SigningKeys {
    let keys = Algorithm::ALL.into_iter().zip(&*SIGNING);
    let keys = keys.map(|(algorithm, pem)| {
        SigningKey::from_pem(algorithm, &format!("{}-1", algorithm.name()), pem)
            .unwrap_or_else(|error| panic!("a signing key of the tests: {error}"))
    });
    SigningKeys::new(keys.collect())
        .unwrap_or_else(|error| panic!("the signing keys of the tests: {error}"))
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
