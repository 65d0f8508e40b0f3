//! Keys that change: which one new things are made with, what rests on one that may have been stolen, and when one may go.

use crate::{Span, Timestamp};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// What a key is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum KeyKind {
    /// Keys the hash of backup codes.
    CodePepper,
    /// Keys the hash of passwords.
    PasswordPepper,
    /// Marks a code as one of ours.
    Tag,
    /// Seals what must be read again: TOTP secrets, words, links, form fields.
    Sealing,
    /// Binds forms to browsers and hides typed addresses in throttles.
    Cookie,
    /// Signs the heads of the tree of events. Its public half is made of it.
    Audit,
}

impl KeyKind {
    /// Every kind; a service needs at least one key of each.
    pub const ALL: [Self; 6] = [
        Self::CodePepper,
        Self::PasswordPepper,
        Self::Tag,
        Self::Sealing,
        Self::Cookie,
        Self::Audit,
    ];

    /// Those on which nothing rests that is lost with them: one that is missing is made anew.
    pub const MADE_ANEW: [Self; 1] = [Self::Audit];

    /// Its name in files and in the database.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::CodePepper => "pepper-code",
            Self::PasswordPepper => "pepper-password",
            Self::Tag => "tag",
            Self::Sealing => "sealing",
            Self::Cookie => "cookie",
            Self::Audit => "audit",
        }
    }

    /// Reads [`Self::name`].
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

impl fmt::Display for KeyKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A node that has said nothing for so long doesn't serve any more.
pub const NODE_LIVES: Span = Span::minutes(2);

/// A key that another took the place of is needed for so long: by forms that are open, and by requests of apps that may be sent again.
pub const LINGERS: Span = Span::hours(24);

/// App passwords and API keys under a pepper that may have been stolen end so long after that was said.
pub const RENEW_WITHIN: Span = Span::days(30);

/// Keys by their ids, of each kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeySet(BTreeMap<KeyKind, BTreeSet<String>>);

impl KeySet {
    /// Whether the key is in it.
    #[must_use]
    pub fn has(&self, kind: KeyKind, id: &str) -> bool {
        self.0.get(&kind).is_some_and(|ids| ids.contains(id))
    }

    /// Whether any key of the kind is.
    #[must_use]
    pub fn has_any(&self, kind: KeyKind) -> bool {
        self.0.get(&kind).is_some_and(|ids| !ids.is_empty())
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.values().all(BTreeSet::is_empty)
    }
}

impl FromIterator<(KeyKind, String)> for KeySet {
    fn from_iter<I: IntoIterator<Item = (KeyKind, String)>>(keys: I) -> Self {
        let mut set = Self::default();
        for (kind, id) in keys {
            set.0.entry(kind).or_default().insert(id);
        }
        set
    }
}

/// With which of a node's own keys of a kind (oldest first) new things are made: the newest that every other node has and nobody may
/// have stolen. What a node doesn't have it can't read, so one that nobody else has yet waits; a stolen one is better than one that
/// another node can't read, and only until that node has a new one.
#[must_use]
pub fn in_use<'a>(
    kind: KeyKind,
    own: &'a [String],
    stolen: &KeySet,
    others: &[KeySet],
) -> Option<&'a str> {
    let everywhere = |id: &&String| others.iter().all(|node| node.has(kind, id));
    let safe = |id: &&String| !stolen.has(kind, id);
    let newest_first = || own.iter().rev();
    newest_first()
        .filter(everywhere)
        .find(safe)
        .or_else(|| newest_first().find(everywhere))
        .or_else(|| newest_first().find(safe))
        .or_else(|| own.last())
        .map(String::as_str)
}

/// On which keys an account rests now.
#[derive(Clone, Debug, Default)]
pub struct RestsOn {
    /// The pepper under its password.
    pub password: Option<String>,
    /// The key that seals the secret of the authenticator app in force.
    pub phone: Option<String>,
    /// Whether that secret was sealed by a key that may have been stolen, before it was sealed anew.
    pub phone_exposed: bool,
    /// The peppers under the codes of its sheet.
    pub codes: BTreeSet<String>,
    /// The keys of their tags; `None` where that wasn't noted.
    pub tags: BTreeSet<Option<String>>,
}

/// What an owner has to renew, because a key may have been stolen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ToRenew {
    /// The password: with the pepper and the database it can be guessed at.
    pub password: bool,
    /// The phone: with the sealing key and the database its secret can be read.
    pub phone: bool,
    /// The sheet.
    pub sheet: bool,
}

impl ToRenew {
    /// What of it rests on keys that may have been stolen.
    #[must_use]
    pub fn of(rests: &RestsOn, stolen: &KeySet) -> Self {
        let on = |kind, id: &String| stolen.has(kind, id);
        let tag = |id: &Option<String>| match id {
            Some(id) => on(KeyKind::Tag, id),
            None => stolen.has_any(KeyKind::Tag),
        };
        let sealed = rests.phone.as_ref();
        Self {
            password: (rests.password.iter()).any(|id| on(KeyKind::PasswordPepper, id)),
            phone: sealed.is_some_and(|id| {
                on(KeyKind::Sealing, id)
                    || (rests.phone_exposed && stolen.has_any(KeyKind::Sealing))
            }),
            sheet: (rests.codes.iter()).any(|id| on(KeyKind::CodePepper, id))
                || rests.tags.iter().any(tag),
        }
    }

    /// Whether there is nothing to renew.
    #[must_use]
    pub const fn is_nothing(self) -> bool {
        !self.password && !self.phone && !self.sheet
    }

    /// What to renew, as the argument `what` of sentences: `nothing`, `password`, `phone`, `sheet` or, for more than one, `several`.
    #[must_use]
    pub const fn what(self) -> &'static str {
        match (self.password, self.phone, self.sheet) {
            (false, false, false) => "nothing",
            (true, false, false) => "password",
            (false, true, false) => "phone",
            (false, false, true) => "sheet",
            _ => "several",
        }
    }
}

/// What is known about a key that is to go.
#[derive(Clone, Debug, Default)]
pub struct Leaving {
    /// Whether new things are made with it: here or, as far as is known, on any node.
    pub in_use: bool,
    /// How many rows need it.
    pub resting: i64,
    /// When another took its place.
    pub replaced_at: Option<Timestamp>,
}

/// Why a key can't go yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stays {
    /// New things are made with it.
    InUse,
    /// So many rows need it.
    Resting(i64),
    /// Another took its place less than a day ago; it can go then.
    Until(Timestamp),
}

/// Whether a key may go now.
///
/// # Errors
/// [`Stays`] says why not.
pub fn may_retire(leaving: &Leaving, now: Timestamp) -> Result<(), Stays> {
    let Some(replaced_at) = leaving.replaced_at.filter(|_| !leaving.in_use) else {
        return Err(Stays::InUse);
    };
    if leaving.resting > 0 {
        return Err(Stays::Resting(leaving.resting));
    }
    let until = replaced_at + LINGERS;
    if now < until {
        return Err(Stays::Until(until));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NOW: Timestamp = Timestamp::from_micros(1_800_000_000_000_000);
    const KIND: KeyKind = KeyKind::Sealing;

    fn keys(ids: &[&str]) -> KeySet {
        ids.iter().map(|id| (KIND, (*id).to_owned())).collect()
    }

    fn used(own: &[&str], stolen: &[&str], others: &[&[&str]]) -> String {
        let own: Vec<String> = own.iter().map(|id| (*id).to_owned()).collect();
        let others: Vec<KeySet> = others.iter().map(|ids| keys(ids)).collect();
        in_use(KIND, &own, &keys(stolen), &others)
            .unwrap_or_default()
            .to_owned()
    }

    #[test]
    fn a_new_key_is_used_once_every_node_has_it() {
        assert_eq!(used(&["1", "2"], &[], &[]), "2");
        assert_eq!(used(&["1", "2"], &[], &[&["1"], &["1", "2"]]), "1");
        assert_eq!(used(&["1", "2"], &[], &[&["1", "2"], &["1", "2"]]), "2");
        // Others are further already: this one can't use what it doesn't have.
        assert_eq!(used(&["1"], &[], &[&["1", "2"]]), "1");
        // Nothing in common: its own newest.
        assert_eq!(used(&["1", "2"], &[], &[&["3"]]), "2");
        assert_eq!(used(&[], &[], &[]), "");
    }

    #[test]
    fn a_stolen_key_is_used_only_where_no_other_can_be_read_everywhere() {
        assert_eq!(used(&["1", "2"], &["1"], &[]), "2");
        assert_eq!(used(&["1", "2", "3"], &["2", "1"], &[&["1", "2"]]), "2");
        assert_eq!(
            used(&["1", "2", "3"], &["2", "1"], &[&["1", "2", "3"]]),
            "3"
        );
        assert_eq!(used(&["1", "2"], &["2"], &[]), "1");
        assert_eq!(used(&["1", "2"], &["1"], &[&["3"]]), "2");
        assert_eq!(used(&["1"], &["1"], &[]), "1");
    }

    proptest! {
        #[test]
        fn what_is_used_is_ones_own_and_safe_if_anything_safe_is_everywhere(
            own in prop::collection::vec(0_u8..5, 1..5), stolen in prop::collection::vec(0_u8..5, 0..4),
            other in prop::collection::vec(0_u8..5, 0..5),
        ) {
            let text = |ids: &[u8]| ids.iter().map(u8::to_string).collect::<Vec<_>>();
            let set = |ids: &[u8]| -> KeySet { text(ids).into_iter().map(|id| (KIND, id)).collect() };
            let own = text(&own);
            let used = in_use(KIND, &own, &set(&stolen), &[set(&other)]).unwrap().to_owned();
            prop_assert!(own.contains(&used));
            let best = own.iter().any(|id| set(&other).has(KIND, id) && !set(&stolen).has(KIND, id));
            if best {
                prop_assert!(set(&other).has(KIND, &used) && !set(&stolen).has(KIND, &used));
            }
        }
    }

    #[test]
    fn what_rests_on_a_stolen_key_is_renewed_and_nothing_else() {
        let rests = RestsOn {
            password: Some("1".into()),
            phone: Some("1".into()),
            phone_exposed: false,
            codes: BTreeSet::from(["1".into(), "2".into()]),
            tags: BTreeSet::from([Some("1".into())]),
        };
        let what = |kind, id: &str| {
            ToRenew::of(&rests, &KeySet::from_iter([(kind, id.to_owned())])).what()
        };
        assert_eq!(what(KeyKind::PasswordPepper, "1"), "password");
        assert_eq!(what(KeyKind::PasswordPepper, "2"), "nothing");
        assert_eq!(what(KeyKind::CodePepper, "2"), "sheet");
        assert_eq!(what(KeyKind::Tag, "1"), "sheet");
        assert_eq!(what(KeyKind::Tag, "2"), "nothing");
        assert_eq!(what(KeyKind::Sealing, "1"), "phone");
        assert_eq!(what(KeyKind::Sealing, "2"), "nothing");
        assert_eq!(what(KeyKind::Cookie, "1"), "nothing");
        let all = KeyKind::ALL.map(|kind| (kind, "1".to_owned()));
        assert_eq!(
            ToRenew::of(&rests, &all.into_iter().collect()).what(),
            "several"
        );
        assert!(ToRenew::of(&rests, &KeySet::default()).is_nothing());
        assert!(ToRenew::of(&RestsOn::default(), &keys(&["1"])).is_nothing());

        // Sealed anew since: the secret was exposed all the same.
        let exposed = RestsOn {
            phone: Some("2".into()),
            phone_exposed: true,
            ..RestsOn::default()
        };
        assert_eq!(ToRenew::of(&exposed, &keys(&["1"])).what(), "phone");
        let pepper = KeySet::from_iter([(KeyKind::CodePepper, "1".to_owned())]);
        assert!(ToRenew::of(&exposed, &pepper).is_nothing());
        // Of a code of a former version nobody knows whose tag it carries.
        let old = RestsOn {
            tags: BTreeSet::from([None]),
            ..RestsOn::default()
        };
        let tag = KeySet::from_iter([(KeyKind::Tag, "7".to_owned())]);
        assert!(ToRenew::of(&old, &tag).sheet);
    }

    #[test]
    fn a_key_goes_when_nothing_rests_on_it_and_a_day_has_passed() {
        let day_ago = NOW - LINGERS;
        let leaving = |in_use, resting, replaced_at| {
            let leaving = Leaving {
                in_use,
                resting,
                replaced_at,
            };
            may_retire(&leaving, NOW)
        };
        assert_eq!(leaving(false, 0, Some(day_ago)), Ok(()));
        assert_eq!(leaving(false, 0, None), Err(Stays::InUse));
        assert_eq!(leaving(true, 0, Some(day_ago)), Err(Stays::InUse));
        assert_eq!(leaving(false, 7, Some(NOW)), Err(Stays::Resting(7)));
        let hour_ago = NOW - Span::hours(1);
        let until = hour_ago + LINGERS;
        assert_eq!(leaving(false, 0, Some(hour_ago)), Err(Stays::Until(until)));
    }

    #[test]
    fn names_are_read_back() {
        for kind in KeyKind::ALL {
            assert_eq!(KeyKind::parse(kind.name()), Some(kind));
        }
        assert_eq!(KeyKind::parse("signing"), None);
    }
}
