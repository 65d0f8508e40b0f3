//! The freeze: what was taken, what opens a frozen account again, and what stays shut afterwards (rules.md, Freeze).
//!
//! A frozen account has two ways out at most, and what was taken is never one of them. Who only knows the password may ask
//! for the freeze (N23), but what they say was taken binds nobody.

use crate::{Methods, Span};

/// What the owner says was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Taken {
    /// The phone, or whatever shows the six digits or holds a passkey.
    Phone,
    /// The sheet of codes.
    Paper,
    /// The owner doesn't know. The strong factor counts, as if the paper was taken.
    Unknown,
}

/// A second factor that a freeze can shut.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SecondFactor {
    /// The authenticator app and the passkeys: most are on the phone, and we can't tell which aren't.
    Phone,
    /// The backup codes.
    Codes,
}

/// The second factors that worked when the account was frozen. What an earlier freeze shut isn't among them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Left {
    /// An authenticator app or a passkey.
    pub phone: bool,
    /// A sheet in force.
    pub codes: bool,
}

impl Taken {
    /// Every answer.
    pub const ALL: [Self; 3] = [Self::Phone, Self::Paper, Self::Unknown];

    /// How it is stored and said by a program.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Paper => "paper",
            Self::Unknown => "unknown",
        }
    }

    /// Reads what [`Self::as_str`] wrote.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|taken| taken.as_str() == text)
    }

    /// What stays shut: while the account is frozen, and after the thaw until it is replaced.
    #[must_use]
    pub const fn suspends(self) -> SecondFactor {
        match self {
            Self::Phone => SecondFactor::Phone,
            Self::Paper | Self::Unknown => SecondFactor::Codes,
        }
    }

    /// What opens the account again, beside the password; `None` where only a re-enrolment does.
    #[must_use]
    pub const fn way_back(self, left: Left) -> Option<SecondFactor> {
        match self.suspends() {
            SecondFactor::Phone if left.codes => Some(SecondFactor::Codes),
            SecondFactor::Codes if left.phone => Some(SecondFactor::Phone),
            _ => None,
        }
    }
}

impl Left {
    /// Whether some answer leads back; else only a re-enrolment does.
    #[must_use]
    pub const fn leads_back(self) -> bool {
        self.phone || self.codes
    }
}

/// The answer that counts: what was said with the freeze binds, and another answer is none.
#[must_use]
pub fn answer(said: Option<Taken>, now: Taken) -> Option<Taken> {
    match said {
        Some(said) if said != now => None,
        _ => Some(now),
    }
}

/// Whether a session's answer binds whoever opens the account again. It takes two factors, and where one of them is a code
/// on a device that isn't known, the authenticator app or a passkey as well: whoever found the sheet and knows the password mustn't shut
/// the owner's phone out by saying that it was taken.
#[must_use]
pub fn binds(methods: Methods, held: bool) -> bool {
    methods.two_factors() && (!held || methods.has_bound())
}

/// What the button of a notice's freeze link does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FreezeButton {
    /// It freezes.
    Freezes,
    /// It asks to sign in first: somebody may hold the links and keep the owner out with them.
    AsksForSignIn,
}

/// Within this time [`THAWS`] thaws make a notice's freeze button ask for sign-in.
pub const THAWS_WITHIN: Span = Span::days(30);

/// So many.
pub const THAWS: i64 = 2;

/// What a notice's freeze button does after so many thaws within [`THAWS_WITHIN`].
#[must_use]
pub const fn button(thaws: i64) -> FreezeButton {
    if thaws < THAWS {
        FreezeButton::Freezes
    } else {
        FreezeButton::AsksForSignIn
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Method;
    use proptest::prelude::*;

    fn taken() -> impl Strategy<Value = Taken> {
        proptest::sample::select(Taken::ALL.to_vec())
    }

    fn methods() -> impl Strategy<Value = Methods> {
        proptest::sample::subsequence(Method::ALL.to_vec(), 0..=Method::ALL.len())
            .prop_map(|methods| methods.into_iter().collect())
    }

    #[test]
    fn the_table_of_answers_and_ways_back() {
        let both = Left {
            phone: true,
            codes: true,
        };
        let table =
            Taken::ALL.map(|taken| (taken.as_str(), taken.suspends(), taken.way_back(both)));
        assert_eq!(
            table,
            [
                ("phone", SecondFactor::Phone, Some(SecondFactor::Codes)),
                ("paper", SecondFactor::Codes, Some(SecondFactor::Phone)),
                ("unknown", SecondFactor::Codes, Some(SecondFactor::Phone)),
            ]
        );
        assert_eq!(
            Taken::Unknown.way_back(Left {
                codes: true,
                ..Left::default()
            }),
            None
        );
    }

    #[test]
    fn what_is_stored_is_read_back() {
        for taken in Taken::ALL {
            assert_eq!(Taken::parse(taken.as_str()), Some(taken));
        }
        assert_eq!(Taken::parse("everything"), None);
    }

    #[test]
    fn after_two_thaws_in_thirty_days_a_notices_button_asks_for_sign_in() {
        assert_eq!(THAWS_WITHIN, Span::days(30));
        let buttons = [0, 1, 2, 3].map(button);
        let (freezes, asks) = (FreezeButton::Freezes, FreezeButton::AsksForSignIn);
        assert_eq!(buttons, [freezes, freezes, asks, asks]);
    }

    #[test]
    fn a_code_on_an_unknown_device_binds_nobody() {
        let code = Methods::NONE
            .with(Method::Password)
            .with(Method::BackupCode);
        assert!(binds(code, false));
        assert!(!binds(code, true));
        assert!(binds(code.with(Method::Totp), true));
        assert!(binds(code.with(Method::Passkey), true));
    }

    proptest! {
        #[test]
        fn what_was_taken_never_opens(taken in taken(), phone: bool, codes: bool) {
            let way = taken.way_back(Left { phone, codes });
            prop_assert_ne!(way, Some(taken.suspends()));
        }

        #[test]
        fn what_opens_is_left_and_goes_on_afterwards(taken in taken(), phone: bool, codes: bool) {
            let left = Left { phone, codes };
            match taken.way_back(left) {
                Some(SecondFactor::Phone) => prop_assert!(phone),
                Some(SecondFactor::Codes) => prop_assert!(codes),
                None => {}
            }
            // Whoever thaws an account leaves it with the factor that thawed it: no password opens it alone.
            if taken.way_back(left).is_some() {
                prop_assert!(left.leads_back());
            }
        }

        #[test]
        fn some_answer_leads_back_as_long_as_anything_is_left(phone: bool, codes: bool) {
            let left = Left { phone, codes };
            let any = Taken::ALL.into_iter().any(|taken| taken.way_back(left).is_some());
            prop_assert_eq!(any, left.leads_back());
        }

        #[test]
        fn what_was_said_is_not_unsaid(said in proptest::option::of(taken()), now in taken()) {
            let counts = answer(said, now);
            prop_assert_eq!(counts, Some(now).filter(|now| said.is_none_or(|said| said == *now)));
        }

        #[test]
        fn n23_one_factor_freezes_and_never_binds(methods in methods(), held: bool) {
            if methods.factors() < 2 {
                prop_assert!(!binds(methods, held));
            }
        }
    }
}
