use std::fmt;

/// The number of a code on its sheet, 1 to 31.
///
/// It is the value of the code's first symbol and selects the one row to verify. Slot 0 does not exist, so
/// that a word of twenty zeros, which passes every parity check, is never a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot(u8);

impl Slot {
    /// Slot 1, where every sheet begins.
    pub const FIRST: Self = Self(1);
    /// Slot 31; a set that reached it has no room for replacements.
    pub const LAST: Self = Self(31);

    /// The slot of that number, or nothing unless it is 1 to 31.
    #[must_use]
    pub const fn new(number: u8) -> Option<Self> {
        if number >= Self::FIRST.0 && number <= Self::LAST.0 {
            Some(Self(number))
        } else {
            None
        }
    }

    /// The number, 1 to 31.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }

    /// The slot after this one, or nothing after 31.
    #[must_use]
    pub const fn next(self) -> Option<Self> {
        Self::new(self.0 + 1)
    }

    /// All 31 slots in order.
    pub fn all() -> impl Iterator<Item = Self> {
        (Self::FIRST.0..=Self::LAST.0).map(Self)
    }

    /// The symbol every code of this slot begins with: `7` for 7, `A` for 10, `Z` for 31.
    #[must_use]
    pub fn symbol(self) -> char {
        crate::alphabet::symbol(self.0)
    }
}

impl fmt::Display for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

#[cfg(test)]
mod tests {
    use super::Slot;

    #[test]
    fn slots_are_1_to_31() {
        assert_eq!(Slot::new(0), None);
        assert_eq!(Slot::new(32), None);
        assert_eq!(Slot::all().count(), 31);
        assert!(Slot::all().is_sorted());
        assert_eq!(
            Slot::all().map(Slot::get).collect::<Vec<_>>(),
            (1..=31).collect::<Vec<u8>>()
        );
    }

    #[test]
    fn the_next_slot_ends_at_31() {
        assert_eq!(Slot::FIRST.next(), Slot::new(2));
        assert_eq!(Slot::LAST.next(), None);
    }

    #[test]
    fn code_10_begins_with_an_a() {
        let ten = Slot::new(10).unwrap();
        assert_eq!((ten.symbol(), ten.to_string()), ('A', "10".to_owned()));
    }
}
