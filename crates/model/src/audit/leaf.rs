//! One leaf: what lasts of an event, and a commitment to the rest.

use super::Hash;
use crate::{AccountId, EventId, Timestamp};
use sha2::{Digest, Sha256};
use std::fmt;

/// What of an event is somebody's own, and may be erased.
#[derive(Clone, Copy)]
pub struct Personal<'a> {
    /// Whose it is.
    pub account: AccountId,
    /// The sentence's arguments.
    pub details: &'a str,
    /// From which address.
    pub network: &'a str,
    /// By which device.
    pub device: &'a str,
    /// By which browser, as it is kept.
    pub browser: Option<&'a [u8]>,
    /// Which came first of those that share a microsecond.
    pub ordinal: i64,
}

impl fmt::Debug for Personal<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Personal")
    }
}

impl Personal<'_> {
    /// A hash that binds to this and, without the salt, tells nothing of it.
    #[must_use]
    pub fn commit(&self, salt: &[u8]) -> Hash {
        let mut hash = Sha256::new_with_prefix(b"counterfoil/event-personal/v1\0");
        field(&mut hash, salt);
        field(&mut hash, self.account.as_bytes());
        field(&mut hash, self.details.as_bytes());
        field(&mut hash, self.network.as_bytes());
        field(&mut hash, self.device.as_bytes());
        match self.browser {
            None => hash.update([0]),
            Some(browser) => {
                hash.update([1]);
                field(&mut hash, browser);
            }
        }
        hash.update(self.ordinal.to_be_bytes());
        hash.finalize().into()
    }
}

/// What stands at one place of the tree.
#[derive(Clone, Copy, Debug)]
pub struct Leaf<'a> {
    /// Its place, from 0 on. It is part of the leaf, so that one that was moved is known by itself.
    pub position: u64,
    /// The event.
    pub event: EventId,
    /// What happened.
    pub kind: &'a str,
    /// When.
    pub at: Timestamp,
    /// The commitment to the rest.
    pub commitment: &'a [u8],
}

impl Leaf<'_> {
    /// Its hash: SHA-256 over 0x00 and the leaf (RFC 6962, section 2.1).
    #[must_use]
    pub fn hash(&self) -> Hash {
        let mut hash = Sha256::new_with_prefix([0]);
        hash.update(self.encoded());
        hash.finalize().into()
    }

    /// What is hashed. No two leaves have the same: each part has a length of its own or says it.
    #[must_use]
    pub fn encoded(&self) -> Vec<u8> {
        let mut bytes = b"counterfoil/event/v1\0".to_vec();
        bytes.extend(self.position.to_be_bytes());
        bytes.extend(self.event.as_bytes());
        bytes.extend(self.at.as_micros().to_be_bytes());
        for part in [self.kind.as_bytes(), self.commitment] {
            bytes.extend(length(part));
            bytes.extend(part);
        }
        bytes
    }
}

/// Over the ids of events that were erased together, in the order of their places: what their erasing event says of them.
pub struct ErasedDigest(Sha256);

impl Default for ErasedDigest {
    fn default() -> Self {
        Self(Sha256::new_with_prefix(b"counterfoil/erased/v1\0"))
    }
}

impl fmt::Debug for ErasedDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ErasedDigest")
    }
}

impl ErasedDigest {
    /// One more of them.
    pub fn add(&mut self, event: EventId) {
        self.0.update(event.as_bytes());
    }

    /// In hexadecimal digits.
    #[must_use]
    pub fn text(self) -> String {
        data_encoding::HEXLOWER.encode(&self.0.finalize())
    }

    /// The details of the event that says so, with how many they were, as they are kept.
    #[must_use]
    pub fn details(self, count: usize) -> String {
        format!("{{\"count\":\"{count}\",\"digest\":\"{}\"}}", self.text())
    }
}

fn field(hash: &mut Sha256, bytes: &[u8]) {
    hash.update(length(bytes));
    hash.update(bytes);
}

fn length(bytes: &[u8]) -> [u8; 8] {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_be_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const OWN: Personal<'_> = Personal {
        account: AccountId::from_bytes([1; 16]),
        details: "{\"code\":\"7\"}",
        network: "192.0.2.7",
        device: "Firefox on Linux",
        browser: None,
        ordinal: 3,
    };

    #[test]
    fn the_commitment_and_the_leaf_stay_as_they_were_released() {
        let commitment = OWN.commit(&[9; 16]);
        let leaf = Leaf {
            position: 5,
            event: EventId::from_bytes([2; 16]),
            kind: "code-redeemed",
            at: Timestamp::from_micros(1_795_400_000_000_000),
            commitment: &commitment,
        };
        let texts = [commitment, leaf.hash()].map(|hash| data_encoding::HEXLOWER.encode(&hash));
        insta::assert_snapshot!(texts.join("\n"));
    }

    proptest! {
        #[test]
        fn whatever_of_it_is_other_the_commitment_is(
            details in ".{0,8}", network in ".{0,4}", device in ".{0,4}", browser in prop::option::of(any::<[u8; 2]>()),
            ordinal in 0_i64..4, salt in any::<[u8; 2]>(), which in 0_usize..6, by in "[a-c]{1,3}",
        ) {
            let own = Personal { details: &details, network: &network, device: &device,
                browser: browser.as_ref().map(<[u8; 2]>::as_slice), ordinal, ..OWN };
            let (longer, mut other) = (format!("{details}{by}"), own);
            let mut other_salt = salt.to_vec();
            match which {
                0 => other.details = &longer,
                // What moves from one field into the next.
                1 => { other.network = ""; other.device = &longer; }
                2 => other.browser = Some(by.as_bytes()),
                3 => other.ordinal += 1,
                4 => other.account = AccountId::NOBODY,
                _ => other_salt.extend(by.as_bytes()),
            }
            let same = (other.details, other.network, other.device, other.browser, other.ordinal, other.account)
                == (own.details, own.network, own.device, own.browser, own.ordinal, own.account) && other_salt == salt;
            prop_assert_eq!(own.commit(&salt) == other.commit(&other_salt), same);
        }
    }
}
