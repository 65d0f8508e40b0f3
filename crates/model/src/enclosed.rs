//! What a notice carries beside the event's own words: sealed from the moment it is queued until it is handed over, and in no
//! log, event or feed.

use crate::{Announcement, EventKind, Span};
use zeroize::Zeroizing;

/// The links, the code and the phrase of one notice for one recipient.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Enclosed {
    /// Where the one thing to do is done: a path, or a whole URL once [`Self::under`] was called.
    pub link: Option<Secret>,
    /// Where the account is frozen, by whoever reads this: the same.
    pub freeze: Option<Secret>,
    /// A code of the issued kind.
    pub code: Option<Secret>,
    /// The words by which the owner knows our mail.
    pub phrase: Option<Secret>,
}

/// A text that is wiped on drop and that `Debug` doesn't show.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// Whoever asks for it is about to hand it over.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self(Zeroizing::new(text.to_owned()))
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// How long the link works that freezes the account. Short, because it lies in mailboxes; longer than a weekend.
pub const FREEZE_LINK_LASTS: Span = Span::days(3);

impl Enclosed {
    /// Whether there is nothing in it.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.link.is_none() && self.freeze.is_none() && self.code.is_none() && self.phrase.is_none()
    }

    /// With whole URLs instead of paths: where owners sign in, without the slash at its end.
    #[must_use]
    pub fn under(self, public_url: &str) -> Self {
        let whole = |path: Secret| Secret(Zeroizing::new(format!("{public_url}{}", path.expose())));
        Self {
            link: self.link.map(whole),
            freeze: self.freeze.map(whole),
            ..self
        }
    }

    /// As text, to be sealed: a line for each thing, led by its letter. None of them has a line end.
    #[must_use]
    pub fn to_text(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::new());
        for (letter, secret) in [
            ('l', &self.link),
            ('f', &self.freeze),
            ('c', &self.code),
            ('p', &self.phrase),
        ] {
            if let Some(secret) = secret {
                text.push(letter);
                text.push_str(secret.expose());
                text.push('\n');
            }
        }
        text
    }

    /// Reads what [`Self::to_text`] wrote, and the path of a link that stands alone, as an earlier version sealed it.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        if text.starts_with('/') {
            return Self {
                link: Some(text.into()),
                ..Self::default()
            };
        }
        let line = |letter: char| {
            let mut lines = text.lines();
            lines
                .find_map(|line| line.strip_prefix(letter))
                .map(Secret::from)
        };
        Self {
            link: line('l'),
            freeze: line('f'),
            code: line('c'),
            phrase: line('p'),
        }
    }
}

/// Where a notice's reader can freeze the account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FreezeOffer {
    /// Nowhere: it is frozen, or freezing is no answer to this.
    None,
    /// It is the one thing to do if that wasn't the owner.
    Foremost,
    /// It stands below the one thing to do.
    Below,
}

impl FreezeOffer {
    /// What a notice of this kind offers.
    #[must_use]
    pub const fn of(kind: EventKind) -> Self {
        use EventKind as K;
        if matches!(kind.announce(), Announcement::FeedOnly) {
            return Self::None;
        }
        match kind {
            // What an operator does, and what nobody did: an intruder's trace is in none of them. Whoever re-enrols has a
            // link that stops it, and that freezes.
            K::AccountInvited
            | K::AccountCreated
            | K::AccountSuspended
            | K::AccountUnsuspended
            | K::ReenrolmentAsked
            | K::ReenrolmentOpened
            | K::AccountReenrolled
            | K::RenewalForced
            | K::BackupRestored
            | K::OutsideAddressUnreached
            | K::AdvisoryMailed
            | K::CodesRequired
            | K::IntruderReported
            | K::Frozen => Self::None,
            // There is something else to do first: stop it, print a sheet, look at the list.
            K::SignInRefused
            | K::TotpStaged
            | K::PasskeyStaged
            | K::PasskeyCopied
            | K::TotpDisabled
            | K::OutsideAddressAdded
            | K::OutsideAddressStaged
            | K::OutsideAddressRemoved
            | K::OutsideAddressReplaced
            | K::OutsideAddressReached
            | K::CodesStaged
            | K::CodesRetired
            | K::SheetLost
            | K::CodesDisabled
            | K::ChangeScheduled
            | K::ChangeStopped
            | K::SendingHeld
            | K::FilterSwitchedOff
            // Operators read these: what is to be looked at is the service's.
            | K::PolicyChanged
            | K::PolicyChangeWaits
            | K::PolicyChangeStopped
            | K::ApiAppAdded
            | K::ApiAppRemoved
            | K::ApiKeyMade
            | K::ApiKeyRevoked => Self::Below,
            _ => Self::Foremost,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> Enclosed {
        Enclosed {
            link: Some("/link/stop-change/abc".into()),
            freeze: Some("/link/freeze/def".into()),
            code: Some("1234 5678".into()),
            phrase: Some("the heron waits: f".into()),
        }
    }

    #[test]
    fn what_is_sealed_is_read_back() {
        for enclosed in [
            all(),
            Enclosed::default(),
            Enclosed {
                link: None,
                ..all()
            },
        ] {
            assert_eq!(Enclosed::parse(&enclosed.to_text()), enclosed);
        }
        let before = Enclosed::parse("/link/stop-change/abc");
        assert_eq!(
            (before.link, before.freeze),
            (all().link, None),
            "an earlier version sealed the path alone"
        );
    }

    #[test]
    fn links_are_whole_once_they_are_handed_over_and_nothing_is_shown_in_a_log() {
        let whole = all().under("https://account.example.org");
        assert_eq!(
            whole.freeze.as_ref().unwrap().expose(),
            "https://account.example.org/link/freeze/def"
        );
        assert_eq!(whole.code, all().code);
        let logged = format!("{whole:?}");
        assert!(
            ["account", "1234", "heron"]
                .iter()
                .all(|secret| !logged.contains(secret)),
            "{logged}"
        );
    }

    #[test]
    fn every_notice_that_an_intruder_may_have_caused_offers_the_freeze() {
        let without: Vec<_> = EventKind::ALL
            .iter()
            .filter(|kind| kind.announce() == Announcement::Everyone)
            .filter(|kind| FreezeOffer::of(**kind) == FreezeOffer::None)
            .map(|kind| kind.as_str())
            .collect();
        assert_eq!(
            without,
            [
                "account-created",
                "account-suspended",
                "account-unsuspended",
                "reenrolment-asked",
                "reenrolment-opened",
                "account-reenrolled",
                "outside-address-unreached",
                "renewal-forced",
                "frozen",
                "intruder-reported",
                "advisory-mailed",
                "backup-restored",
                "codes-required",
            ]
        );
    }
}
