//! Reading a typed code before anything slow happens: parity, then the tag, then "is that what your sheet says?".

use crate::{App, KeyRing};
use counterfoil_core::{Attempt, Refusal, Slot};
use std::sync::Arc;
use zeroize::Zeroizing;

/// What was read of a code that needed repair, to be confirmed by the owner.
pub struct ReadBack {
    /// The code as it was read.
    pub text: Zeroizing<String>,
    /// Its number on the sheet.
    pub slot: Slot,
    /// The places, 1 to 20, that were repaired or unreadable, in order.
    pub places: Vec<u8>,
}

impl std::fmt::Debug for ReadBack {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ReadBack(slot {})", self.slot)
    }
}

/// How a typed code reads.
pub(crate) enum Read {
    /// As a code of ours.
    Code(Arc<Attempt>),
    /// As a code of ours, after repair: ask.
    Repaired(ReadBack),
    /// Not at all.
    Unreadable(Refusal),
    /// As a code that carries no tag of ours: said like one that can't be read.
    Foreign,
}

/// Reads a typed code; `confirmed` when the owner said that the repaired one is right.
pub(crate) fn read(keys: &KeyRing, typed: &str, confirmed: bool) -> Read {
    let reading = match Attempt::read(typed) {
        Ok(reading) => reading,
        Err(refusal) => return Read::Unreadable(refusal),
    };
    if !keys.tag_is_ours(&reading.attempt) {
        return Read::Foreign;
    }
    if reading.repaired() && !confirmed {
        let mut places = reading.wrong;
        places.extend(reading.unreadable);
        places.sort_unstable();
        return Read::Repaired(ReadBack {
            text: reading.attempt.text(),
            slot: reading.attempt.slot(),
            places,
        });
    }
    Read::Code(Arc::new(reading.attempt))
}

impl App {
    /// What a half-typed or whole code reads as, for the live help beside the field. No database, no tag, no guess.
    ///
    /// # Errors
    /// [`Refusal`], as it would be said on submitting.
    pub fn read_code(typed: &str) -> Result<ReadBack, Refusal> {
        let reading = Attempt::read(typed)?;
        let mut places = reading.wrong;
        places.extend(reading.unreadable);
        places.sort_unstable();
        Ok(ReadBack {
            text: reading.attempt.text(),
            slot: reading.attempt.slot(),
            places,
        })
    }
}
