//! Known devices: browsers that have a place in a lane of their own, and nothing more.

use crate::{Method, Methods, Span, Timestamp};

/// A device is known seven days after its first sign-in of the right kind.
pub const KNOWN_AFTER: Span = Span::days(7);

/// An account has so many known devices at most.
pub const DEVICES_MAX: usize = 20;

/// How somebody got in, as far as it matters for trust in the device.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SignInMethod {
    /// By bound factors: password, TOTP, passkey.
    Factors,
    /// With a backup code.
    BackupCode,
    /// With a code that was issued for the occasion.
    IssuedCode,
    /// By a recovery: a reset, a re-enrolment.
    Recovery,
}

impl SignInMethod {
    /// Every method.
    pub const ALL: [Self; 4] = [
        Self::Factors,
        Self::BackupCode,
        Self::IssuedCode,
        Self::Recovery,
    ];

    /// What a sign-in with these methods was.
    #[must_use]
    pub const fn of(methods: Methods) -> Self {
        if methods.contains(Method::BackupCode) {
            Self::BackupCode
        } else {
            Self::Factors
        }
    }

    /// How it is stored.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Factors => "factors",
            Self::BackupCode => "backup-code",
            Self::IssuedCode => "issued-code",
            Self::Recovery => "recovery",
        }
    }

    /// Reads what [`Self::as_str`] wrote.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.as_str() == text)
    }
}

/// The sign-in that a device's standing rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FirstSignIn {
    /// When it was.
    pub at: Timestamp,
    /// How it was.
    pub via: SignInMethod,
}

impl FirstSignIn {
    /// What to keep after another sign-in from the same device: the first one, unless that was by a
    /// code and this one is not.
    #[must_use]
    pub fn or_better(self, next: Self) -> Self {
        let better = self.via != SignInMethod::Factors && next.via == SignInMethod::Factors;
        if better { next } else { self }
    }
}

/// Whether a device is known: it signed in at least seven days ago by something other than a code,
/// an issued code or a recovery.
#[must_use]
pub fn is_known(first_signed_in_at: Timestamp, via: SignInMethod, now: Timestamp) -> bool {
    via == SignInMethod::Factors && now >= first_signed_in_at + KNOWN_AFTER
}

/// Which devices of an account to drop so that at most twenty stay: those unused for longest.
#[must_use]
pub fn surplus<T: Copy + Ord>(last_used: &[(T, Timestamp)]) -> Vec<T> {
    let mut devices = last_used.to_vec();
    devices.sort_by_key(|(device, at)| (std::cmp::Reverse(*at), *device));
    devices
        .into_iter()
        .skip(DEVICES_MAX)
        .map(|(device, _)| device)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::from_micros(1_800_000_000_000_000);

    #[test]
    fn a_device_is_known_after_seven_days_by_something_other_than_a_code() {
        let week = NOW - Span::days(7);
        assert!(is_known(week, SignInMethod::Factors, NOW));
        assert!(!is_known(
            week + Span::seconds(1),
            SignInMethod::Factors,
            NOW
        ));
        for via in [
            SignInMethod::BackupCode,
            SignInMethod::IssuedCode,
            SignInMethod::Recovery,
        ] {
            assert!(!is_known(NOW - Span::days(400), via, NOW), "{via:?}");
        }
    }

    #[test]
    fn a_sign_in_by_factors_starts_the_seven_days_of_a_device_that_came_with_a_code() {
        let code = FirstSignIn {
            at: NOW - Span::days(30),
            via: SignInMethod::BackupCode,
        };
        let factors = FirstSignIn {
            at: NOW,
            via: SignInMethod::Factors,
        };
        assert_eq!(code.or_better(factors), factors);
        let later = FirstSignIn {
            at: NOW + Span::days(1),
            via: SignInMethod::Factors,
        };
        assert_eq!(factors.or_better(later), factors);
        assert_eq!(factors.or_better(code), factors);
    }

    #[test]
    fn of_more_than_twenty_the_longest_unused_goes() {
        let at = |days| NOW - Span::days(days);
        let devices: Vec<_> = (0..22).map(|n| (n, at(n))).collect();
        assert_eq!(surplus(&devices), [20, 21]);
        assert!(surplus(&devices[..20]).is_empty());
    }

    #[test]
    fn a_sign_in_with_a_code_is_one_whatever_stands_beside_it() {
        let both = Methods::NONE
            .with(Method::Password)
            .with(Method::BackupCode);
        assert_eq!(SignInMethod::of(both), SignInMethod::BackupCode);
        let factors = Methods::NONE.with(Method::Password).with(Method::Totp);
        assert_eq!(SignInMethod::of(factors), SignInMethod::Factors);
        for method in SignInMethod::ALL {
            assert_eq!(SignInMethod::parse(method.as_str()), Some(method));
        }
    }
}
