//! Sessions: what was proved in them, and how long they last.

use crate::{Span, Timestamp};
use std::fmt;

/// Between the password and the second step there are ten minutes.
pub const HALF_SESSION: Span = Span::minutes(10);

/// A step-up counts for ten minutes.
pub const STEP_UP_FRESH: Span = Span::minutes(10);

/// One way of proving who one is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Method {
    /// The password: something known.
    Password,
    /// Six digits from an authenticator app: something owned.
    Totp,
    /// A backup code from the sheet: something owned.
    BackupCode,
    /// A passkey with user verification: something owned and something known at once.
    Passkey,
}

impl Method {
    /// Every method, in the order in which they are written.
    pub const ALL: [Self; 4] = [Self::Password, Self::Totp, Self::BackupCode, Self::Passkey];

    /// Its name in storage and tokens: RFC 8176 where it has one, `code` for a backup code.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Password => "pwd",
            Self::Totp => "otp",
            Self::BackupCode => "code",
            Self::Passkey => "hwk",
        }
    }

    const fn bit(self) -> u8 {
        match self {
            Self::Password => 1,
            Self::Totp => 2,
            Self::BackupCode => 4,
            Self::Passkey => 8,
        }
    }

    const fn is_known(self) -> bool {
        matches!(self, Self::Password | Self::Passkey)
    }

    const fn is_owned(self) -> bool {
        matches!(self, Self::Totp | Self::BackupCode | Self::Passkey)
    }
}

/// A set of methods: what was proved in a session.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Methods(u8);

/// A stored set of methods has a name in it that this version doesn't know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown authentication method in storage")]
pub struct UnknownMethod;

impl Methods {
    /// Nothing proved yet.
    pub const NONE: Self = Self(0);

    /// The set with one more method in it.
    #[must_use]
    pub const fn with(self, method: Method) -> Self {
        Self(self.0 | method.bit())
    }

    /// Whether the method is in it.
    #[must_use]
    pub const fn contains(self, method: Method) -> bool {
        self.0 & method.bit() != 0
    }

    /// Whether a bound factor other than the password and the codes is in it: the authenticator app or a passkey.
    #[must_use]
    pub const fn has_bound(self) -> bool {
        self.contains(Method::Totp) || self.contains(Method::Passkey)
    }

    /// The methods in it, in the order of [`Method::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Method> {
        Method::ALL
            .into_iter()
            .filter(move |method| self.contains(*method))
    }

    /// How many kinds of factor were shown, 0 to 2: something known, something owned. Two codes, or
    /// a code and a TOTP, are one kind; a passkey is both.
    #[must_use]
    pub fn factors(self) -> u8 {
        u8::from(self.iter().any(Method::is_known)) + u8::from(self.iter().any(Method::is_owned))
    }

    /// Whether both kinds were shown: what showing codes needs (N2, AAL2).
    #[must_use]
    pub fn two_factors(self) -> bool {
        self.factors() == 2
    }

    /// Reads what [`fmt::Display`] wrote: names with single spaces between them.
    ///
    /// # Errors
    /// [`UnknownMethod`] for a name that isn't one of ours.
    pub fn parse(text: &str) -> Result<Self, UnknownMethod> {
        text.split_ascii_whitespace()
            .try_fold(Self::NONE, |methods, name| {
                let known = Method::ALL.into_iter().find(|method| method.name() == name);
                known
                    .map(|method| methods.with(method))
                    .ok_or(UnknownMethod)
            })
    }
}

impl FromIterator<Method> for Methods {
    fn from_iter<I: IntoIterator<Item = Method>>(methods: I) -> Self {
        methods.into_iter().fold(Self::NONE, Self::with)
    }
}

impl fmt::Display for Methods {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, method) in self.iter().enumerate() {
            let gap = if place == 0 { "" } else { " " };
            write!(f, "{gap}{}", method.name())?;
        }
        Ok(())
    }
}

impl fmt::Debug for Methods {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Methods({self})")
    }
}

/// How long sessions last, by policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionLimits {
    /// Unused for so long, it ends.
    pub idle: Span,
    /// So long after sign-in it ends, used or not.
    pub absolute: Span,
}

impl SessionLimits {
    /// When a session ends if nobody touches it again.
    #[must_use]
    pub fn ends_at(self, started_at: Timestamp, last_seen_at: Timestamp) -> Timestamp {
        (started_at + self.absolute).min(last_seen_at + self.idle)
    }

    /// Whether a session is still good.
    #[must_use]
    pub fn is_live(self, started_at: Timestamp, last_seen_at: Timestamp, now: Timestamp) -> bool {
        now < self.ends_at(started_at, last_seen_at)
    }
}

/// Whether a half-session, opened by the right password, still waits for its second step.
#[must_use]
pub fn half_session_is_live(opened_at: Timestamp, now: Timestamp) -> bool {
    now < opened_at + HALF_SESSION
}

/// Whether a step-up still counts. A sign-in with two factors is one.
#[must_use]
pub fn step_up_is_fresh(stepped_up_at: Option<Timestamp>, now: Timestamp) -> bool {
    stepped_up_at.is_some_and(|at| now < at + STEP_UP_FRESH)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NOW: Timestamp = Timestamp::from_micros(1_800_000_000_000_000);
    const LIMITS: SessionLimits = SessionLimits {
        idle: Span::minutes(60),
        absolute: Span::hours(24),
    };

    fn methods(list: &[Method]) -> Methods {
        list.iter().copied().collect()
    }

    #[test]
    fn n2_two_factors_are_something_known_and_something_owned() {
        assert!(methods(&[Method::Password, Method::Totp]).two_factors());
        assert!(methods(&[Method::Password, Method::BackupCode]).two_factors());
        assert!(methods(&[Method::Passkey]).two_factors());
        assert!(!methods(&[Method::Password]).two_factors());
        assert!(!methods(&[Method::Totp, Method::BackupCode]).two_factors());
        assert_eq!(Methods::NONE.factors(), 0);
    }

    #[test]
    fn a_name_that_is_not_ours_is_refused() {
        assert_eq!(Methods::parse("pwd sms"), Err(UnknownMethod));
        assert_eq!(Methods::parse(""), Ok(Methods::NONE));
    }

    #[test]
    fn a_session_ends_idle_or_at_its_absolute_limit() {
        assert!(LIMITS.is_live(NOW, NOW, NOW + Span::minutes(59)));
        assert!(!LIMITS.is_live(NOW, NOW, NOW + Span::minutes(60)));
        let busy = NOW + Span::hours(24) - Span::minutes(1);
        assert!(LIMITS.is_live(NOW, busy, busy));
        assert!(!LIMITS.is_live(NOW, busy, NOW + Span::hours(24)));
    }

    #[test]
    fn a_half_session_and_a_step_up_last_ten_minutes() {
        let ten = NOW + Span::minutes(10);
        assert!(half_session_is_live(NOW, ten - Span::seconds(1)));
        assert!(!half_session_is_live(NOW, ten));
        assert!(step_up_is_fresh(Some(NOW), ten - Span::seconds(1)));
        assert!(!step_up_is_fresh(Some(NOW), ten));
        assert!(!step_up_is_fresh(None, NOW));
    }

    proptest! {
        #[test]
        fn what_is_stored_is_read_back(bits in 0_u8..16) {
            let set = Method::ALL.into_iter().filter(|m| bits & m.bit() != 0).collect::<Methods>();
            prop_assert_eq!(Methods::parse(&set.to_string()), Ok(set));
        }
    }
}
