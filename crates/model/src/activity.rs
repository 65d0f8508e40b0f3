//! What happened, as its owner reads it: what belongs together, what is new, and who may answer for it.

use crate::{EventKind, Timestamp};
use std::collections::BTreeMap;

/// Which events are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Show {
    /// All of them.
    #[default]
    All,
    /// Who got in, and who tried.
    SignIns,
    /// Whatever touched sheets and codes.
    Codes,
    /// Password, factors, outside addresses, freezes: the ways in and back.
    Recovery,
    /// Mail programs, app passwords, filters, sending.
    Mail,
}

impl Show {
    /// Each, in the order of the page.
    pub const ALL: [Self; 5] = [
        Self::All,
        Self::SignIns,
        Self::Codes,
        Self::Recovery,
        Self::Mail,
    ];

    /// Its name in addresses.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::SignIns => "sign-ins",
            Self::Codes => "codes",
            Self::Recovery => "recovery",
            Self::Mail => "mail",
        }
    }

    /// Reads [`Self::as_str`]; anything else shows all.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut all = Self::ALL.into_iter();
        all.find(|show| show.as_str() == text).unwrap_or_default()
    }

    /// Whether events of a kind are among them. A kind says by the beginning of its name what it is about.
    #[must_use]
    pub fn has(self, kind: EventKind) -> bool {
        let begins = |starts: &[&str]| starts.iter().any(|start| kind.as_str().starts_with(start));
        match self {
            Self::All => true,
            Self::SignIns => begins(&[
                "sign-in-",
                "signed-",
                "second-step-",
                "session-",
                "device-",
                "stepped-up",
                "app-opened",
                "app-signed-out",
                "token-",
            ]),
            Self::Codes => begins(&[
                "codes-",
                "code-",
                "sheet-",
                "old-code-",
                "replacement-",
                "drill-",
                "guess-",
            ]),
            Self::Recovery => begins(&[
                "password-",
                "totp-",
                "passkey-",
                "outside-address-",
                "address-",
                "phrase-",
                "change-",
                "reenrolment-",
                "account-reenrolled",
                "renewal-",
                "frozen",
                "thawed",
                "found-",
                "event-answered",
            ]),
            Self::Mail => begins(&[
                "mail-",
                "main-password-",
                "app-password-",
                "sending-",
                "filter-",
            ]),
        }
    }

    /// The kinds, for a search: each between commas. Empty for all, those of a newer version included.
    #[must_use]
    pub fn kinds(self) -> String {
        if self == Self::All {
            return String::new();
        }
        let kinds = EventKind::ALL.iter().filter(|kind| self.has(**kind));
        kinds.fold(",".to_owned(), |list, kind| list + kind.as_str() + ",")
    }
}

/// What an owner said of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// "That was me."
    Me,
    /// "That wasn't me."
    NotMe,
}

impl Answer {
    /// How it is stored.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Me => "me",
            Self::NotMe => "not-me",
        }
    }

    /// Reads [`Self::as_str`].
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Me, Self::NotMe]
            .into_iter()
            .find(|answer| answer.as_str() == text)
    }
}

/// What may be answered to an event here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MayAnswer {
    /// "That was me."
    pub me: bool,
    /// "That wasn't me."
    pub not_me: bool,
}

impl MayAnswer {
    /// By what is known. `somebody`: the event was done by somebody, from some address. `known_since`: when this browser first signed in by
    /// something other than a code.
    ///
    /// "Not me" tightens, so anybody signed in may say it, also after "me". "Me" may be said once, and only where the browser is older than
    /// the event: else whoever broke in would vouch for themselves.
    #[must_use]
    pub fn of(
        somebody: bool,
        at: Timestamp,
        given: Option<Answer>,
        known_since: Option<Timestamp>,
    ) -> Self {
        Self {
            me: somebody && given.is_none() && known_since.is_some_and(|since| since < at),
            not_me: somebody && given != Some(Answer::NotMe),
        }
    }
}

/// When something first came from each place: a country, a network.
#[derive(Clone, Debug, Default)]
pub struct Firsts(BTreeMap<String, Timestamp>);

impl Firsts {
    /// Something came from there then.
    pub fn note(&mut self, place: &str, at: Timestamp) {
        let first = self.0.entry(place.to_owned()).or_insert(at);
        *first = at.min(*first);
    }

    /// Whether that was the first time from there, and not from anywhere: where everything began is nothing new.
    #[must_use]
    pub fn is_new(&self, place: &str, at: Timestamp) -> bool {
        let began = self.0.values().min();
        self.0.get(place) == Some(&at) && began.is_some_and(|began| *began < at)
    }
}

/// Whether another password is asked for, because its owner said that somebody was in who shouldn't have been.
#[must_use]
pub fn password_is_doubted(doubted_at: Option<Timestamp>, set_at: Option<Timestamp>) -> bool {
    doubted_at.is_some_and(|doubted| set_at.is_none_or(|set| set <= doubted))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(n: i64) -> Timestamp {
        Timestamp::from_micros(n)
    }

    #[test]
    fn no_event_is_of_two_sorts_and_what_matters_is_of_one() {
        for kind in EventKind::ALL {
            let sorts = Show::ALL.iter().filter(|show| show.has(*kind)).count();
            assert!((1..=2).contains(&sorts), "{kind:?} is of {sorts} sorts");
        }
        for (kind, show) in [
            (EventKind::SignedIn, Show::SignIns),
            (EventKind::CodeRedeemed, Show::Codes),
            (EventKind::PasswordChanged, Show::Recovery),
            (EventKind::OutsideAddressAdded, Show::Recovery),
            (EventKind::Frozen, Show::Recovery),
            (EventKind::MailSignedIn, Show::Mail),
            (EventKind::AppPasswordMade, Show::Mail),
        ] {
            assert!(show.has(kind), "{kind:?}");
        }
        assert!(Show::Codes.kinds().contains(",code-redeemed,"));
        assert_eq!(Show::All.kinds(), "");
        assert_eq!(Show::ALL.map(|show| Show::parse(show.as_str())), Show::ALL);
        assert_eq!(Show::parse("nonsense"), Show::All);
    }

    #[test]
    fn that_was_me_is_said_once_and_only_by_a_device_older_than_the_event() {
        let may = |given, since| MayAnswer::of(true, at(10), given, since);
        let (both, only_not_me) = (
            MayAnswer {
                me: true,
                not_me: true,
            },
            MayAnswer {
                me: false,
                not_me: true,
            },
        );
        assert_eq!(may(None, Some(at(9))), both);
        for since in [None, Some(at(10)), Some(at(11))] {
            assert_eq!(may(None, since), only_not_me, "{since:?}");
        }
        assert_eq!(may(Some(Answer::Me), Some(at(9))), only_not_me);
        assert_eq!(may(Some(Answer::NotMe), Some(at(9))), MayAnswer::default());
        let nobody = MayAnswer::of(false, at(10), None, Some(at(9)));
        assert_eq!(nobody, MayAnswer::default());
    }

    #[test]
    fn a_place_is_new_the_first_time_but_not_where_everything_began() {
        let mut firsts = Firsts::default();
        for (place, when) in [("home", 5), ("home", 1), ("away", 9), ("away", 7)] {
            firsts.note(place, at(when));
        }
        let new = |place, when| firsts.is_new(place, at(when));
        assert!(!new("home", 1) && !new("home", 5));
        assert!(new("away", 7) && !new("away", 9) && !new("nowhere", 9));
    }

    #[test]
    fn a_doubted_password_is_asked_for_until_it_is_another() {
        assert!(!password_is_doubted(None, None));
        assert!(password_is_doubted(Some(at(5)), None));
        assert!(password_is_doubted(Some(at(5)), Some(at(4))));
        assert!(!password_is_doubted(Some(at(5)), Some(at(6))));
    }
}
