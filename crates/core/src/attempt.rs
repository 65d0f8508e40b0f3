use std::fmt;

use zeroize::{ZeroizeOnDrop, Zeroizing};

use crate::{
    AccountBytes, CodeDigest, Cost, DigestError, Memory, Pepper, Refusal, Salt, SetBytes, Slot,
    TagKey,
    alphabet::{Mark, mark},
    block::Block,
    digest,
    reed_solomon::{self, LENGTH, Typed},
};

/// A code in clear, as somebody typed it and after repair.
///
/// It can't be copied, compared, displayed or serialised; `Debug` prints the slot; it is wiped when dropped.
/// Where it has to survive to a next page, let its [`text`](Self::text) travel in a sealed form field and
/// [`read`](Self::read) it again.
#[derive(ZeroizeOnDrop)]
pub struct Attempt(Block);

/// What was made of a typed code.
#[derive(Debug)]
pub struct Reading {
    /// The code, repaired.
    pub attempt: Attempt,
    /// The places, counted from 1, of symbols that were wrong: none, one or two.
    pub wrong: Vec<u8>,
    /// The places, counted from 1, of symbols that were typed as unreadable: none to four.
    pub unreadable: Vec<u8>,
}

impl Reading {
    /// Whether the code is not what was typed, so that its owner should be asked before it is used.
    #[must_use]
    pub fn repaired(&self) -> bool {
        !self.wrong.is_empty() || !self.unreadable.is_empty()
    }
}

impl Attempt {
    /// Reads a code from what a person typed and repairs it.
    ///
    /// Any case and full-width forms are read; white space, hyphens and dots are dropped; `O` is `0`, `I` and `L`
    /// are `1`; `?`, `*` and `_` stand for a symbol that can't be read. Two wrong symbols, or one wrong and two
    /// unreadable, or four unreadable are repaired. A worse word may, rarely, read as another code, which
    /// [`tag_matches`](Self::tag_matches) and at last the digest turn away.
    ///
    /// # Errors
    /// [`Refusal`] when this can't be a code.
    pub fn read(typed: &str) -> Result<Reading, Refusal> {
        let typed = symbols(typed)?;
        let repaired = reed_solomon::repair(&typed).ok_or(Refusal::TooDamaged)?;
        let attempt = Self(Block::open(&repaired).ok_or(Refusal::SlotZero)?);
        let (mut wrong, mut unreadable) = (Vec::new(), Vec::new());
        for ((place, typed), right) in (1..).zip(typed.iter()).zip(repaired.iter()) {
            match typed {
                None => unreadable.push(place),
                Some(symbol) if symbol != right => wrong.push(place),
                Some(_) => {}
            }
        }
        Ok(Reading {
            attempt,
            wrong,
            unreadable,
        })
    }

    /// The code's number on its sheet.
    #[must_use]
    pub fn slot(&self) -> Slot {
        self.0.slot()
    }

    /// The code as it is printed: `7K3QF-9XW2M-T4HNJ-Q1ZQ5`.
    #[must_use]
    pub fn text(&self) -> Zeroizing<String> {
        self.0.text()
    }

    /// Whether this was drawn with that tag key. One in 1024 random codes passes too, and so does every old
    /// code: it saves slow hashes and proves nothing. Takes the same time either way.
    #[must_use]
    pub fn tag_matches(&self, key: &TagKey) -> bool {
        self.0.tag_matches(key)
    }

    /// The digest to compare with the one kept for this account, set and slot; `salt` and `cost` are that row's.
    /// Slow on purpose.
    ///
    /// # Errors
    /// [`DigestError`] when there is no memory for it or the cost is none that Argon2 takes.
    pub fn digest(
        &self,
        pepper: &Pepper,
        account: &AccountBytes,
        set: &SetBytes,
        salt: &Salt,
        cost: Cost,
    ) -> Result<CodeDigest, DigestError> {
        let mut memory = Memory::new();
        self.digest_in(&mut memory, pepper, account, set, salt, cost)
    }

    /// [`digest`](Self::digest), computed in memory that is kept for the next.
    ///
    /// # Errors
    /// As there.
    pub fn digest_in(
        &self,
        memory: &mut Memory,
        pepper: &Pepper,
        account: &AccountBytes,
        set: &SetBytes,
        salt: &Salt,
        cost: Cost,
    ) -> Result<CodeDigest, DigestError> {
        digest::digest(&self.0, memory, pepper, account, set, salt, cost)
    }
}

impl fmt::Debug for Attempt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Attempt")
            .field("slot", &self.slot().get())
            .finish_non_exhaustive()
    }
}

/// Exactly twenty symbols.
fn symbols(typed: &str) -> Result<Zeroizing<Typed>, Refusal> {
    let mut symbols = Zeroizing::new([None; LENGTH]);
    let mut count = 0;
    for character in typed.chars() {
        let symbol = match mark(character) {
            Mark::Between => continue,
            Mark::Stranger => {
                return Err(Refusal::NotASymbol {
                    character,
                    place: count + 1,
                });
            }
            Mark::Unreadable => None,
            Mark::Symbol(value) => Some(value),
        };
        if let Some(place) = symbols.get_mut(count) {
            *place = symbol;
        }
        count += 1;
    }
    match count {
        0 => Err(Refusal::Empty),
        1..LENGTH => Err(Refusal::TooFew { count }),
        LENGTH => Ok(symbols),
        _ => Err(Refusal::TooMany { count }),
    }
}
