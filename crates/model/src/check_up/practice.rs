//! The practices that the product makes real. Those that it doesn't have yet are not here: P5, people whom an owner trusts, and P9,
//! the emergency plan.

use crate::standing::NextThing;

/// A practice, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Practice {
    /// Understand backup codes.
    P1,
    /// Enable them.
    P2,
    /// Store them safely.
    P3,
    /// Renew them.
    P4,
    /// Use a second step.
    P6,
    /// Keep a copy on paper.
    P7,
    /// Avoid digital copies.
    P8,
    /// Keep them confidential.
    P10,
    /// Keep recovery addresses current.
    P11,
    /// Test the codes.
    P12,
    /// Secure what reads the mail.
    P13,
    /// Watch the account.
    P14,
    /// A strong password.
    P15,
    /// Beware of phishing.
    P16,
    /// Know whom to ask.
    P17,
    /// Stay informed.
    P18,
    /// The codes get into the mailbox.
    S1,
    /// Notices leave by mail.
    S2,
}

impl Practice {
    /// Every one, in the order of their numbers.
    pub const ALL: [Self; 18] = [
        Self::P1,
        Self::P2,
        Self::P3,
        Self::P4,
        Self::P6,
        Self::P7,
        Self::P8,
        Self::P10,
        Self::P11,
        Self::P12,
        Self::P13,
        Self::P14,
        Self::P15,
        Self::P16,
        Self::P17,
        Self::P18,
        Self::S1,
        Self::S2,
    ];

    /// How it is stored, and its name in a program's answer.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::P1 => "p1",
            Self::P2 => "p2",
            Self::P3 => "p3",
            Self::P4 => "p4",
            Self::P6 => "p6",
            Self::P7 => "p7",
            Self::P8 => "p8",
            Self::P10 => "p10",
            Self::P11 => "p11",
            Self::P12 => "p12",
            Self::P13 => "p13",
            Self::P14 => "p14",
            Self::P15 => "p15",
            Self::P16 => "p16",
            Self::P17 => "p17",
            Self::P18 => "p18",
            Self::S1 => "s1",
            Self::S2 => "s2",
        }
    }

    /// Reads what [`Self::as_str`] wrote.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|practice| practice.as_str() == text)
    }

    /// The Fluent id of its name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::P1 => "check-up-p1",
            Self::P2 => "check-up-p2",
            Self::P3 => "check-up-p3",
            Self::P4 => "check-up-p4",
            Self::P6 => "check-up-p6",
            Self::P7 => "check-up-p7",
            Self::P8 => "check-up-p8",
            Self::P10 => "check-up-p10",
            Self::P11 => "check-up-p11",
            Self::P12 => "check-up-p12",
            Self::P13 => "check-up-p13",
            Self::P14 => "check-up-p14",
            Self::P15 => "check-up-p15",
            Self::P16 => "check-up-p16",
            Self::P17 => "check-up-p17",
            Self::P18 => "check-up-p18",
            Self::S1 => "check-up-s1",
            Self::S2 => "check-up-s2",
        }
    }

    /// The practice that the one next thing of home is about.
    #[must_use]
    pub const fn of(next: NextThing) -> Option<Self> {
        Some(match next {
            NextThing::ReplacementOwed | NextThing::FewCodesLeft | NextThing::OldSheet => Self::P4,
            NextThing::PendingChange => Self::P14,
            NextThing::ProveSheet
            | NextThing::CodesShut
            | NextThing::CodesDisabled
            | NextThing::EnableCodes => Self::P2,
            NextThing::SetPassword
            | NextThing::DoubtedPassword
            | NextThing::ExposedPassword
            | NextThing::WeakPassword => Self::P15,
            NextThing::PhoneShut | NextThing::ExposedPhone | NextThing::AddSecondStep => Self::P6,
            NextThing::ExposedCodes => Self::P10,
            NextThing::AddOutsideAddress
            | NextThing::SecondAddress
            | NextThing::ReviewAddresses
            | NextThing::UnreachedAddress => Self::P11,
            NextThing::Drill => Self::P12,
            NextThing::Nothing => return None,
        })
    }
}
