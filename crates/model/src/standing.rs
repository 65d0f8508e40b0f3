//! What protects an account, and the one thing to do next. Home shows nothing else first.

use crate::code_set::asks_to_renew;
use crate::reminders::{Calendar, next_drill_at};
use crate::{Timestamp, ToRenew};

/// What is known about an account when its home is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own, read from another place"
)]
pub struct Facts {
    /// Whether it has a password.
    pub password_set: bool,
    /// Whether that password came along from another system and would not be taken today.
    pub password_weak: bool,
    /// Whether its owner said that somebody was in who shouldn't have been, and the password is the same still.
    pub password_doubted: bool,
    /// What rests on a key that may have been stolen.
    pub to_renew: ToRenew,
    /// Whether an authenticator app or a passkey counts.
    pub second_step: bool,
    /// Its sheet and the dates that reminders go by.
    pub calendar: Calendar,
    /// Whether a set was shown and can still be proved.
    pub set_to_prove: bool,
    /// Whether there is no active set because the last one was disabled.
    pub codes_disabled: bool,
    /// Whether a freeze shut the authenticator app, and no other has taken its place.
    pub phone_suspended: bool,
    /// Whether a freeze shut the sheet, and no other has taken its place.
    pub codes_suspended: bool,
    /// Verified outside addresses.
    pub outside_verified: usize,
    /// Those of them that notices came back from.
    pub outside_unreached: usize,
    /// Outside addresses that are about to count: their code is on its way, or they wait.
    pub outside_coming: usize,
    /// Whether a spent code has no replacement yet.
    pub replacement_owed: bool,
    /// Whether notices go to a folder of the operator's instead of by mail.
    pub notices_to_folder: bool,
    /// Changes that wait and can still be stopped.
    pub pending_changes: usize,
}

/// What is known about the active set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SetFacts {
    /// When it was proved.
    pub proved_at: Timestamp,
    /// Unspent codes.
    pub left: usize,
    /// When the last drill was passed.
    pub drilled_at: Option<Timestamp>,
}

/// One of the things that protect an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Protection {
    /// A password.
    Password,
    /// A second step at sign-in.
    SecondStep,
    /// Backup codes on paper, enough of them.
    Codes,
    /// A drill was passed and none is due.
    Drill,
    /// Notices reach somebody outside this mailbox.
    OutsideNotices,
}

impl Protection {
    /// The Fluent id of its name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Password => "home-password",
            Self::SecondStep => "home-phone",
            Self::Codes => "home-codes",
            Self::Drill => "home-drill",
            Self::OutsideNotices => "home-outside",
        }
    }
}

/// The one next thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NextThing {
    /// Write down the replacement of a spent code (N18).
    ReplacementOwed,
    /// Look at a change that waits: only its owner can tell whether to stop it.
    PendingChange,
    /// Type one code of the sheet that was shown, before its hour is over.
    ProveSheet,
    /// Set a password.
    SetPassword,
    /// Choose another password: somebody was in who shouldn't have been.
    DoubtedPassword,
    /// Choose another password: a key may have been stolen, so somebody may guess this one.
    ExposedPassword,
    /// Set up another phone: a freeze shut the one that was taken.
    PhoneShut,
    /// Get a new sheet: a freeze shut the one that was taken.
    CodesShut,
    /// Set the phone up anew: a key may have been stolen, so somebody may know its digits.
    ExposedPhone,
    /// Get a new sheet: a key may have been stolen.
    ExposedCodes,
    /// Add a second step.
    AddSecondStep,
    /// Choose another password: the one from the old system would not be taken today.
    WeakPassword,
    /// Add an outside address for notices (N24).
    AddOutsideAddress,
    /// Look at an outside address that notices came back from.
    UnreachedAddress,
    /// Get a new sheet: the codes were disabled (N11).
    CodesDisabled,
    /// Enable backup codes.
    EnableCodes,
    /// Renew: few codes are left.
    FewCodesLeft,
    /// Renew: the sheet is more than a year old.
    OldSheet,
    /// Hold a drill.
    Drill,
    /// Say whether the outside addresses are still right (P11).
    ReviewAddresses,
    /// Add a second outside address: with one, whoever gets that one off is alone (N19).
    SecondAddress,
    /// Nothing: the mailbox is well protected.
    Nothing,
}

impl NextThing {
    /// The Fluent id of its heading.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::ReplacementOwed => "home-next-replacement",
            Self::PendingChange => "home-next-waiting",
            Self::ProveSheet => "home-next-prove",
            Self::SetPassword => "home-next-password",
            Self::DoubtedPassword => "home-next-doubted-password",
            Self::ExposedPassword => "home-next-exposed-password",
            Self::PhoneShut => "home-next-phone-shut",
            Self::CodesShut => "home-next-codes-shut",
            Self::ExposedPhone => "home-next-exposed-phone",
            Self::ExposedCodes => "home-next-exposed-codes",
            Self::AddSecondStep => "home-next-phone",
            Self::WeakPassword => "home-next-weak-password",
            Self::AddOutsideAddress => "home-next-address",
            Self::UnreachedAddress => "home-next-unreached",
            Self::CodesDisabled => "home-next-disabled",
            Self::EnableCodes => "home-next-codes",
            Self::FewCodesLeft => "home-next-low",
            Self::OldSheet => "home-next-old",
            Self::Drill => "home-next-drill",
            Self::ReviewAddresses => "home-next-review",
            Self::SecondAddress => "home-next-second",
            Self::Nothing => "home-protected",
        }
    }

    /// The Fluent id of what is said below it. `home-next-low-lead` takes `left`.
    #[must_use]
    pub const fn lead_id(self) -> &'static str {
        match self {
            Self::ReplacementOwed => "home-next-replacement-lead",
            Self::PendingChange => "home-next-waiting-lead",
            Self::ProveSheet => "home-next-prove-lead",
            Self::SetPassword => "home-next-password-lead",
            Self::DoubtedPassword => "home-next-doubted-password-lead",
            Self::ExposedPassword => "home-next-exposed-password-lead",
            Self::PhoneShut => "home-next-phone-shut-lead",
            Self::CodesShut => "home-next-codes-shut-lead",
            Self::ExposedPhone => "home-next-exposed-phone-lead",
            Self::ExposedCodes => "home-next-exposed-codes-lead",
            Self::AddSecondStep => "home-next-phone-lead",
            Self::WeakPassword => "home-next-weak-password-lead",
            Self::AddOutsideAddress => "home-next-address-lead",
            Self::UnreachedAddress => "home-next-unreached-lead",
            Self::CodesDisabled => "home-next-disabled-lead",
            Self::EnableCodes => "home-next-codes-lead",
            Self::FewCodesLeft => "home-next-low-lead",
            Self::OldSheet => "home-next-old-lead",
            Self::Drill => "home-next-drill-lead",
            Self::ReviewAddresses => "home-next-review-lead",
            Self::SecondAddress => "home-next-second-lead",
            Self::Nothing => "home-protected-lead",
        }
    }
}

/// How an account stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// What protects it, and whether each is in place, in the order of the page.
    pub protections: [(Protection, bool); 5],
    /// The one next thing.
    pub next: NextThing,
}

impl Standing {
    /// How an account with these facts stands now.
    #[must_use]
    pub fn of(facts: &Facts, now: Timestamp) -> Self {
        let set = facts.calendar.sheet;
        let drilled = set.is_some_and(|set| {
            set.drilled_at.is_some() && next_drill_at(&set, facts.calendar.phone_since) > now
        });
        Self {
            protections: [
                (
                    Protection::Password,
                    facts.password_set && !facts.to_renew.password && !facts.password_doubted,
                ),
                (
                    Protection::SecondStep,
                    facts.second_step && !facts.to_renew.phone,
                ),
                (
                    Protection::Codes,
                    set.is_some_and(|set| !asks_to_renew(set.left)) && !facts.to_renew.sheet,
                ),
                (Protection::Drill, drilled),
                (
                    Protection::OutsideNotices,
                    facts.outside_verified > facts.outside_unreached && !facts.notices_to_folder,
                ),
            ],
            next: next_thing(facts, now),
        }
    }

    /// Whether there is nothing left to do.
    #[must_use]
    pub fn is_well_protected(&self) -> bool {
        self.next == NextThing::Nothing
    }
}

fn next_thing(facts: &Facts, now: Timestamp) -> NextThing {
    if facts.replacement_owed {
        NextThing::ReplacementOwed
    } else if facts.pending_changes > 0 {
        NextThing::PendingChange
    } else if facts.set_to_prove {
        NextThing::ProveSheet
    } else if !facts.password_set {
        NextThing::SetPassword
    } else if facts.password_doubted {
        NextThing::DoubtedPassword
    } else if facts.to_renew.password {
        NextThing::ExposedPassword
    } else if facts.phone_suspended {
        NextThing::PhoneShut
    } else if facts.codes_suspended {
        NextThing::CodesShut
    } else if facts.to_renew.phone {
        NextThing::ExposedPhone
    } else if facts.to_renew.sheet {
        NextThing::ExposedCodes
    } else if !facts.second_step {
        NextThing::AddSecondStep
    } else if facts.password_weak {
        NextThing::WeakPassword
    } else if facts.outside_verified == 0 {
        NextThing::AddOutsideAddress
    } else if facts.outside_unreached > 0 {
        NextThing::UnreachedAddress
    } else if facts.calendar.sheet.is_none() {
        if facts.codes_disabled {
            NextThing::CodesDisabled
        } else {
            NextThing::EnableCodes
        }
    } else {
        let due = facts.calendar.due(now);
        if let Some(due) = due.first() {
            due.reminder.next_thing()
        } else if facts.outside_verified == 1 && facts.outside_coming == 0 {
            NextThing::SecondAddress
        } else {
            NextThing::Nothing
        }
    }
}

#[cfg(test)]
mod tests {
    use super::NextThing as N;
    use super::*;
    use crate::Span;

    const NOW: Timestamp = Timestamp::from_micros(1_800_000_000_000_000);

    fn set() -> SetFacts {
        SetFacts {
            proved_at: NOW - Span::days(1),
            left: 10,
            drilled_at: None,
        }
    }

    fn with(sheet: SetFacts) -> Calendar {
        Calendar {
            sheet: Some(sheet),
            ..Calendar::default()
        }
    }

    fn well() -> Facts {
        Facts {
            password_set: true,
            second_step: true,
            calendar: with(set()),
            outside_verified: 2,
            ..Facts::default()
        }
    }

    fn next(facts: &Facts) -> NextThing {
        Standing::of(facts, NOW).next
    }

    #[test]
    fn each_thing_comes_before_those_after_it() {
        let mut facts = Facts {
            replacement_owed: true,
            pending_changes: 1,
            set_to_prove: true,
            phone_suspended: true,
            codes_suspended: true,
            codes_disabled: true,
            password_weak: true,
            password_doubted: true,
            to_renew: ToRenew {
                password: true,
                phone: true,
                sheet: true,
            },
            ..Facts::default()
        };
        let mut seen = vec![next(&facts)];
        facts.replacement_owed = false;
        seen.push(next(&facts));
        facts.pending_changes = 0;
        seen.push(next(&facts));
        facts.set_to_prove = false;
        seen.push(next(&facts));
        facts.password_set = true;
        seen.push(next(&facts));
        facts.password_doubted = false;
        seen.push(next(&facts));
        facts.to_renew.password = false;
        seen.push(next(&facts));
        facts.phone_suspended = false;
        seen.push(next(&facts));
        facts.codes_suspended = false;
        seen.push(next(&facts));
        facts.to_renew.phone = false;
        seen.push(next(&facts));
        facts.to_renew.sheet = false;
        seen.push(next(&facts));
        facts.second_step = true;
        seen.push(next(&facts));
        facts.password_weak = false;
        seen.push(next(&facts));
        facts.outside_verified = 1;
        facts.outside_unreached = 1;
        seen.push(next(&facts));
        facts.outside_unreached = 0;
        seen.push(next(&facts));
        facts.codes_disabled = false;
        seen.push(next(&facts));
        let year = NOW - Span::days(365);
        facts.calendar = with(SetFacts {
            proved_at: year,
            left: 3,
            drilled_at: None,
        });
        seen.push(next(&facts));
        facts.calendar = with(SetFacts {
            proved_at: year,
            left: 4,
            drilled_at: None,
        });
        seen.push(next(&facts));
        facts.calendar = with(SetFacts {
            proved_at: NOW - Span::days(7),
            ..set()
        });
        seen.push(next(&facts));
        facts.calendar = Calendar {
            review_at: Some(NOW),
            ..with(set())
        };
        seen.push(next(&facts));
        facts.calendar = with(set());
        seen.push(next(&facts));
        facts.outside_coming = 1;
        seen.push(next(&facts));
        let order = [
            N::ReplacementOwed,
            N::PendingChange,
            N::ProveSheet,
            N::SetPassword,
            N::DoubtedPassword,
            N::ExposedPassword,
            N::PhoneShut,
            N::CodesShut,
            N::ExposedPhone,
            N::ExposedCodes,
            N::AddSecondStep,
            N::WeakPassword,
            N::AddOutsideAddress,
            N::UnreachedAddress,
            N::CodesDisabled,
            N::EnableCodes,
            N::FewCodesLeft,
            N::OldSheet,
            N::Drill,
            N::ReviewAddresses,
            N::SecondAddress,
            N::Nothing,
        ];
        assert_eq!(seen, order);
    }

    #[test]
    fn with_everything_in_place_the_mailbox_is_well_protected() {
        assert!(Standing::of(&well(), NOW).is_well_protected());
        assert!(!Standing::of(&Facts::default(), NOW).is_well_protected());
    }

    #[test]
    fn n19_one_outside_address_asks_for_a_second_and_two_ask_for_nothing() {
        let with = |outside_verified, outside_coming| Facts {
            outside_verified,
            outside_coming,
            ..well()
        };
        assert_eq!(next(&with(1, 0)), N::SecondAddress);
        assert_eq!(next(&with(1, 1)), N::Nothing);
        assert_eq!(next(&with(2, 0)), N::Nothing);
    }

    #[test]
    fn protections_are_told_one_by_one() {
        let done = |facts: &Facts| Standing::of(facts, NOW).protections.map(|(_, done)| done);
        assert_eq!(done(&Facts::default()), [false; 5]);
        assert_eq!(done(&well()), [true, true, true, false, true]);
        let drilled = SetFacts {
            drilled_at: Some(NOW),
            left: 2,
            ..set()
        };
        let facts = Facts {
            calendar: with(drilled),
            notices_to_folder: true,
            ..well()
        };
        assert_eq!(done(&facts), [true, true, false, true, false]);
        let exposed = Facts {
            to_renew: ToRenew {
                password: true,
                phone: true,
                sheet: true,
            },
            ..well()
        };
        assert_eq!(done(&exposed), [false, false, false, false, true]);
    }
}
