//! What a status code means for the notice and for the address it went to.
//!
//! RFC 3463 has the codes, the registry of RFC 5248 the later ones. The table says what *we* do: mail servers use a dozen of
//! them, and those not by the letter.

use super::EnhancedStatus;

/// What to do after an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Meaning {
    /// It was taken.
    Taken,
    /// Ask again later. It is about this address: a full mailbox, a server that wants to see whether we come back.
    Later,
    /// Ask again later. It is about the way there, or how we come: another notice would fare no better, and the address
    /// may be well.
    NoWay,
    /// The notice came back: not this time, for a reason on the recipient's side. It counts against the address.
    Bounced,
    /// The notice came back, and every other one would: there is nobody at this address.
    Dead,
    /// Refused for what we sent or who we are. The operator has to see to it; it says nothing of the address.
    Ours,
}

impl Meaning {
    /// What a status says.
    #[must_use]
    pub const fn of(status: EnhancedStatus) -> Self {
        match status.class() {
            2 => Self::Taken,
            4 => Self::later(status.subject()),
            _ => Self::never(status.subject(), status.detail()),
        }
    }

    const fn later(subject: u16) -> Self {
        match subject {
            // The mail system, the network, and what is spoken on it. 4.7.x stays with the address: greylisting says it.
            3..=5 => Self::NoWay,
            _ => Self::Later,
        }
    }

    const fn never(subject: u16, detail: u16) -> Self {
        match (subject, detail) {
            // Policy that is about our login: an operator puts it right.
            (7, 8 | 9 | 11..=14) => Self::NoWay,

            // An address that is none (but for 0, which says nothing, 5, which is well, and 7 to 9, which are about the sender's),
            // a mailbox that is disabled, a domain that nothing leads to, a mailbox or a domain of another owner (RFC 7293).
            (1, 1..=4 | 6 | 10..) | (2, 1) | (4, 4) | (7, 17 | 18) => Self::Dead,

            // The sender's address, a mail that is too long or too big, the protocol, the content, and whatever else policy forbids.
            (1, 7..=9) | (2, 3) | (3, 4) | (5..=7, _) => Self::Ours,

            _ => Self::Bounced,
        }
    }

    /// What a report says that a mail server sends afterwards (RFC 3464): once it gave up, a "not now" was the last word.
    #[must_use]
    pub const fn of_failure(status: EnhancedStatus) -> Self {
        match Self::of(status) {
            Self::Later | Self::NoWay | Self::Taken => Self::Bounced,
            meaning => meaning,
        }
    }

    /// Whether the same notice is worth another try.
    #[must_use]
    pub const fn is_worth_retrying(self) -> bool {
        matches!(self, Self::Later | Self::NoWay)
    }

    /// Whether it counts against the address.
    #[must_use]
    pub const fn counts_against_the_address(self) -> bool {
        matches!(self, Self::Bounced | Self::Dead)
    }

    /// Whether another way out might fare better: the answer was about this one, or about us.
    #[must_use]
    pub const fn another_way_may_help(self) -> bool {
        matches!(self, Self::NoWay | Self::Ours)
    }
}

#[cfg(test)]
mod tests {
    use super::Meaning;
    use crate::EnhancedStatus;
    use proptest::prelude::*;

    fn meaning(status: &str) -> Meaning {
        Meaning::of(status.parse().unwrap())
    }

    /// The registered codes (RFC 3463, 3886, 4468, 4865, 4954, 5248, 5321, 6710, 7293, 7372, 7504, 7505) and what we make of them.
    #[test]
    fn rfc_5248_the_table_of_status_codes() {
        let registered: &[(u16, std::ops::RangeInclusive<u16>)] = &[
            (0, 0..=0),
            (1, 0..=10),
            (2, 0..=4),
            (3, 0..=6),
            (4, 0..=7),
            (5, 0..=6),
            (6, 0..=10),
            (7, 0..=30),
        ];
        let rows = registered.iter().flat_map(|(subject, details)| {
            details.clone().map(|detail| {
                let (later, never) = (
                    EnhancedStatus::later(*subject, detail),
                    EnhancedStatus::never(*subject, detail),
                );
                format!(
                    "{later} {:8?} {never} {:?}",
                    Meaning::of(later),
                    Meaning::of(never)
                )
            })
        });
        let table: Vec<String> = rows.collect();
        insta::assert_snapshot!(table.join("\n"));
    }

    #[test]
    fn what_mail_servers_really_say() {
        // Unknown users, a domain that is gone, RFC 7505, another owner.
        for dead in ["5.1.1", "5.4.4", "5.1.10", "5.1.2", "5.2.1", "5.7.17"] {
            assert_eq!(meaning(dead), Meaning::Dead, "{dead}");
        }
        // A full mailbox, a loop, a filter's "no" without a reason.
        for bounced in ["5.2.2", "5.4.6", "5.0.0", "5.3.0"] {
            assert_eq!(meaning(bounced), Meaning::Bounced, "{bounced}");
        }
        // Taken for spam, relaying denied, our own address refused, too big.
        for ours in ["5.7.1", "5.7.0", "5.1.8", "5.3.4", "5.6.0", "5.7.26"] {
            assert_eq!(meaning(ours), Meaning::Ours, "{ours}");
        }
        // Greylisting, a full mailbox.
        for later in ["4.7.1", "4.2.2", "4.2.0", "4.0.0"] {
            assert_eq!(meaning(later), Meaning::Later, "{later}");
        }
        // A full disk, a restart, no answer, a login that isn't taken.
        for way in ["4.3.1", "4.3.2", "4.4.1", "5.7.8"] {
            assert_eq!(meaning(way), Meaning::NoWay, "{way}");
        }
    }

    #[test]
    fn when_a_mail_server_gives_up_not_now_was_its_last_word() {
        for given_up in ["4.4.1", "4.4.7", "4.2.2", "5.4.7"] {
            let status = given_up.parse().unwrap();
            assert_eq!(Meaning::of_failure(status), Meaning::Bounced, "{given_up}");
        }
        assert_eq!(
            Meaning::of_failure(EnhancedStatus::never(1, 1)),
            Meaning::Dead
        );
        assert_eq!(
            Meaning::of_failure(EnhancedStatus::never(7, 1)),
            Meaning::Ours
        );
    }

    proptest! {
        #[test]
        fn not_now_is_always_asked_again_and_never_counts(subject in 0_u16..1000, detail in 0_u16..1000) {
            let meaning = Meaning::of(EnhancedStatus::later(subject, detail));
            prop_assert!(meaning.is_worth_retrying());
            prop_assert!(!meaning.counts_against_the_address());
        }

        #[test]
        fn never_is_asked_again_only_when_it_is_about_our_login(subject in 0_u16..1000, detail in 0_u16..1000) {
            let meaning = Meaning::of(EnhancedStatus::never(subject, detail));
            prop_assert_eq!(meaning.is_worth_retrying(), meaning == Meaning::NoWay);
            prop_assert!(meaning != Meaning::NoWay || subject == 7);
        }
    }
}
