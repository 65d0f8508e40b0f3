use std::array;

use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::{
    Pepper, Slot, TagKey, alphabet,
    key::same,
    reed_solomon::{self, DATA, LENGTH},
};

/// Secret symbols in a code: 65 bits.
pub(crate) const SECRET: usize = 13;
/// Symbols in a printed group.
const GROUP: usize = 5;

/// The twenty symbols of a code with a slot that exists: what a shown and a typed code have in common.
///
/// Slot, 13 secret, 2 tag and 4 parity symbols, in this order.
#[derive(Zeroize, ZeroizeOnDrop)]
pub(crate) struct Block {
    #[zeroize(skip)]
    slot: Slot,
    symbols: [u8; LENGTH],
}

impl Block {
    /// Adds tag and parity to a slot's secret.
    pub(crate) fn seal(slot: Slot, secret: &[u8; SECRET], key: &TagKey) -> Self {
        let tag = tag(slot, secret, key);
        let mut parts = [slot.get()].into_iter().chain(*secret).chain(*tag);
        let data: Zeroizing<[u8; DATA]> =
            Zeroizing::new(array::from_fn(|_| parts.next().unwrap_or_default()));
        let parity = Zeroizing::new(reed_solomon::parity(&data));
        let mut parts = data.iter().chain(&*parity).copied();
        Self {
            slot,
            symbols: array::from_fn(|_| parts.next().unwrap_or_default()),
        }
    }

    /// Takes a word whose parity is right, or nothing for slot 0.
    pub(crate) fn open(symbols: &[u8; LENGTH]) -> Option<Self> {
        let [slot, ..] = *symbols;
        Slot::new(slot).map(|slot| Self {
            slot,
            symbols: *symbols,
        })
    }

    pub(crate) fn slot(&self) -> Slot {
        self.slot
    }

    fn secret(&self) -> Zeroizing<[u8; SECRET]> {
        let mut secret = self.symbols.iter().skip(1);
        Zeroizing::new(array::from_fn(|_| {
            secret.next().copied().unwrap_or_default()
        }))
    }

    /// Whether the tag symbols are those that the key gives.
    pub(crate) fn tag_matches(&self, key: &TagKey) -> bool {
        let [.., high, low, _, _, _, _] = self.symbols;
        same(&*tag(self.slot, &self.secret(), key), &[high, low])
    }

    /// HMAC-SHA-256(pepper, `"counterfoil/code/v1"` ‖ 0x00 ‖ account ‖ set ‖ slot ‖ secret): what the slow hash takes in.
    pub(crate) fn inner(
        &self,
        pepper: &Pepper,
        account: &[u8; 16],
        set: &[u8; 16],
    ) -> Zeroizing<[u8; 32]> {
        pepper.0.mac(
            "counterfoil/code/v1",
            &[account, set, &[self.slot.get()], &*self.secret()],
        )
    }

    /// The four groups of five symbols.
    pub(crate) fn groups(&self) -> [Zeroizing<String>; LENGTH / GROUP] {
        let mut groups = self.symbols.chunks(GROUP);
        array::from_fn(|_| {
            let symbols = groups.next().unwrap_or_default();
            // Room for all of it at once: growing would leave copies behind that nobody wipes.
            let mut group = Zeroizing::new(String::with_capacity(GROUP));
            group.extend(symbols.iter().map(|&symbol| alphabet::symbol(symbol)));
            group
        })
    }

    /// The groups with hyphens between them.
    pub(crate) fn text(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(LENGTH + LENGTH / GROUP));
        for group in self.groups() {
            if !text.is_empty() {
                text.push('-');
            }
            text.push_str(&group);
        }
        text
    }
}

/// The first ten bits of HMAC-SHA-256(tag key, `"counterfoil/tag/v1"` ‖ 0x00 ‖ slot ‖ secret) as two symbols.
fn tag(slot: Slot, secret: &[u8; SECRET], key: &TagKey) -> Zeroizing<[u8; 2]> {
    let mac = key.0.mac("counterfoil/tag/v1", &[&[slot.get()], secret]);
    let [first, second, ..] = *mac;
    Zeroizing::new([first >> 3, (first & 0b111) << 2 | second >> 6])
}
