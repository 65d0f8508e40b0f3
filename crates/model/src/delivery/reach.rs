//! Whether notices reach an address, by what came back from it.

/// After so many in a row nothing reaches it.
const UNREACHABLE_AFTER: i64 = 3;

/// Whether notices reach an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reach {
    /// Nothing came back.
    Good,
    /// Something did. It may have been a full mailbox.
    Bouncing,
    /// It does every time.
    Unreachable,
}

impl Reach {
    /// After so many notices in a row that came back. It gets better only when its owner shows that mail arrives there, or a
    /// provider says that one did: silence is what a mail server says that throws mail away.
    #[must_use]
    pub const fn after(bounces: i64) -> Self {
        match bounces {
            ..=0 => Self::Good,
            1..UNREACHABLE_AFTER => Self::Bouncing,
            UNREACHABLE_AFTER.. => Self::Unreachable,
        }
    }

    /// Whether the last of so many is news: it wasn't so bad before. Its owner hears of it then, and not each time.
    #[must_use]
    pub fn is_news(bounces: i64) -> bool {
        Self::after(bounces) > Self::after(bounces.saturating_sub(1))
    }

    /// As an argument of a sentence.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Bouncing => "bouncing",
            Self::Unreachable => "unreachable",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Reach;
    use proptest::prelude::*;

    #[test]
    fn one_may_be_a_full_mailbox_three_are_not() {
        let after: Vec<_> = (0..5).map(Reach::after).collect();
        assert_eq!(
            after,
            [
                Reach::Good,
                Reach::Bouncing,
                Reach::Bouncing,
                Reach::Unreachable,
                Reach::Unreachable
            ]
        );
    }

    #[test]
    fn an_owner_hears_twice_of_an_address_that_died() {
        let news: Vec<_> = (0..100)
            .filter(|bounces| Reach::is_news(*bounces))
            .collect();
        assert_eq!(news, [1, 3]);
    }

    proptest! {
        #[test]
        fn it_never_gets_better_by_another_bounce(bounces in any::<i64>()) {
            prop_assert!(Reach::after(bounces.saturating_add(1)) >= Reach::after(bounces));
        }
    }
}
