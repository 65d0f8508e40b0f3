//! After a code on a device that is not known: what happens at once, and what waits.

use crate::{Policy, Timestamp};

/// Something an owner may want to do in a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SensitiveAction {
    /// Read mail.
    ReadMail,
    /// Use one more code.
    UseAnotherCode,
    /// Tighten: report the sheet lost, end sessions, stop a waiting change.
    Tighten,
    /// Stage a new factor.
    StageFactor,
    /// Draw the replacement of a spent code.
    DrawReplacement,
    /// Renew the sheet.
    RenewSheet,
    /// Remove a factor.
    RemoveFactor,
    /// Add or remove an outside address.
    ChangeOutsideAddress,
    /// Set another password while the old one is known: it removes the old one.
    ChangePassword,
    /// Make an app password, which goes on reading mail when the session is over.
    MakeAppPassword,
}

impl SensitiveAction {
    /// Every action.
    pub const ALL: [Self; 10] = [
        Self::ReadMail,
        Self::UseAnotherCode,
        Self::Tighten,
        Self::StageFactor,
        Self::DrawReplacement,
        Self::RenewSheet,
        Self::RemoveFactor,
        Self::ChangeOutsideAddress,
        Self::ChangePassword,
        Self::MakeAppPassword,
    ];
}

/// How a session stands towards the hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HoldFacts {
    /// When a code was used in this session; `None` if none was.
    pub code_used_at: Option<Timestamp>,
    /// Whether the device is known.
    pub known_device: bool,
    /// Whether a bound factor other than the password and the codes was shown in this session.
    pub other_factor_confirmed: bool,
}

/// When an action takes effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
    /// At once.
    AtOnce,
    /// It may be done, and takes effect later unless somebody stops it from a notice; at once when
    /// another bound factor confirms.
    AfterDelay {
        /// When it takes effect.
        takes_effect_at: Timestamp,
    },
    /// It may not be done yet.
    NotBefore {
        /// When it may.
        allowed_at: Timestamp,
    },
}

/// What the rule "After a code on a device that is not known" says of an action.
#[must_use]
pub fn hold(action: SensitiveAction, facts: &HoldFacts, policy: &Policy, now: Timestamp) -> Hold {
    let Some(code_used_at) = facts.code_used_at.filter(|_| !facts.known_device) else {
        return Hold::AtOnce;
    };
    let removal = Hold::NotBefore {
        allowed_at: code_used_at + policy.removal_hold(),
    };
    let asked = match action {
        SensitiveAction::ReadMail | SensitiveAction::UseAnotherCode | SensitiveAction::Tighten => {
            Hold::AtOnce
        }
        SensitiveAction::StageFactor
        | SensitiveAction::DrawReplacement
        | SensitiveAction::RenewSheet
        | SensitiveAction::ChangePassword
        | SensitiveAction::MakeAppPassword
            if facts.other_factor_confirmed =>
        {
            Hold::AtOnce
        }
        SensitiveAction::StageFactor
        | SensitiveAction::DrawReplacement
        | SensitiveAction::RenewSheet => Hold::AfterDelay {
            takes_effect_at: now + policy.hold(),
        },
        SensitiveAction::RemoveFactor
        | SensitiveAction::ChangeOutsideAddress
        | SensitiveAction::ChangePassword => removal,
        // One that waited would be typed into a program long before it works, so it is refused until then.
        SensitiveAction::MakeAppPassword => Hold::NotBefore {
            allowed_at: code_used_at + policy.hold(),
        },
    };
    match asked {
        Hold::NotBefore { allowed_at } if now >= allowed_at => Hold::AtOnce,
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;
    use SensitiveAction as A;

    const NOW: Timestamp = Timestamp::from_micros(1_800_000_000_000_000);
    const STRANGE: HoldFacts = HoldFacts {
        code_used_at: Some(NOW),
        known_device: false,
        other_factor_confirmed: false,
    };

    fn asked(action: SensitiveAction, facts: &HoldFacts) -> Hold {
        hold(action, facts, &Policy::default(), NOW)
    }

    #[test]
    fn read_mail_use_another_code_and_tighten_are_at_once() {
        for action in [A::ReadMail, A::UseAnotherCode, A::Tighten] {
            assert_eq!(asked(action, &STRANGE), Hold::AtOnce);
        }
    }

    #[test]
    fn new_factors_replacements_and_sheets_take_effect_after_a_day() {
        let takes_effect_at = NOW + Span::hours(24);
        for action in [A::StageFactor, A::DrawReplacement, A::RenewSheet] {
            assert_eq!(
                asked(action, &STRANGE),
                Hold::AfterDelay { takes_effect_at }
            );
        }
    }

    #[test]
    fn they_are_at_once_when_another_bound_factor_confirms() {
        let confirmed = HoldFacts {
            other_factor_confirmed: true,
            ..STRANGE
        };
        for action in [
            A::StageFactor,
            A::DrawReplacement,
            A::RenewSheet,
            A::ChangePassword,
        ] {
            assert_eq!(asked(action, &confirmed), Hold::AtOnce);
        }
        assert_ne!(asked(A::RemoveFactor, &confirmed), Hold::AtOnce);
        assert_ne!(asked(A::ChangeOutsideAddress, &confirmed), Hold::AtOnce);
    }

    #[test]
    fn nothing_is_removed_for_forty_eight_hours_after_the_code() {
        for action in [A::RemoveFactor, A::ChangeOutsideAddress, A::ChangePassword] {
            let allowed_at = NOW + Span::hours(48);
            assert_eq!(asked(action, &STRANGE), Hold::NotBefore { allowed_at });
            let late = hold(action, &STRANGE, &Policy::default(), allowed_at);
            assert_eq!(late, Hold::AtOnce);
        }
    }

    #[test]
    fn no_app_password_is_made_for_a_day_after_the_code_unless_another_factor_confirms() {
        let allowed_at = NOW + Span::hours(24);
        assert_eq!(
            asked(A::MakeAppPassword, &STRANGE),
            Hold::NotBefore { allowed_at }
        );
        let late = hold(A::MakeAppPassword, &STRANGE, &Policy::default(), allowed_at);
        assert_eq!(late, Hold::AtOnce);
        let confirmed = HoldFacts {
            other_factor_confirmed: true,
            ..STRANGE
        };
        assert_eq!(asked(A::MakeAppPassword, &confirmed), Hold::AtOnce);
    }

    #[test]
    fn on_a_known_device_or_without_a_code_none_of_it_applies() {
        for action in A::ALL {
            assert_eq!(
                asked(
                    action,
                    &HoldFacts {
                        known_device: true,
                        ..STRANGE
                    }
                ),
                Hold::AtOnce
            );
            assert_eq!(
                asked(
                    action,
                    &HoldFacts {
                        code_used_at: None,
                        ..STRANGE
                    }
                ),
                Hold::AtOnce
            );
        }
    }
}
