//! Security events: what happened to an account, and who is told.

/// Who is told of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Announcement {
    /// The mailbox, every verified outside address, and those removed in the last seven days.
    Everyone,
    /// It stands in the account's activity; nobody is written to.
    FeedOnly,
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident, $text:literal, $announcement:ident;)+) => {
        /// What happened. Stored as text that never changes, said by Fluent id.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum EventKind {
            $($(#[$doc])* $kind,)+
        }

        impl EventKind {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$kind),+];

            /// How it is stored.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$kind => $text,)+ }
            }

            /// The Fluent id of its sentence: `event-` and the stored text.
            #[must_use]
            pub const fn fluent_id(self) -> &'static str {
                match self { $(Self::$kind => concat!("event-", $text),)+ }
            }

            /// Who is told. By the rule "Notices", everybody is, of whatever touches a code, a
            /// factor, a session rule or a recovery option.
            #[must_use]
            pub const fn announce(self) -> Announcement {
                match self { $(Self::$kind => Announcement::$announcement,)+ }
            }
        }
    };
}

kinds! {
    /// An operator invited somebody to a new mailbox. The invitation itself is the message.
    AccountInvited, "account-invited", FeedOnly;
    /// The invitation was accepted, or the set-up link used.
    AccountCreated, "account-created", Everyone;
    /// An operator suspended the account.
    AccountSuspended, "account-suspended", Everyone;
    /// An operator lifted the suspension.
    AccountUnsuspended, "account-unsuspended", Everyone;
    /// An operator asked for a re-enrolment; a second one has to confirm it.
    ReenrolmentAsked, "reenrolment-asked", Everyone;
    /// An operator made a link to bind a new password and factor.
    ReenrolmentOpened, "reenrolment-opened", Everyone;
    /// That link was used.
    AccountReenrolled, "account-reenrolled", Everyone;

    /// A sign-in from a known device.
    SignedIn, "signed-in", FeedOnly;
    /// A sign-in from a device that is not known.
    SignedInFromNewDevice, "signed-in-from-new-device", Everyone;
    /// Sign-ins that failed at the password: ten or more of them, told together and once a day at most.
    SignInRefused, "sign-in-refused", Everyone;
    /// The right password, then a wrong second step: once a half-session (A14).
    SecondStepRefused, "second-step-refused", Everyone;
    /// Somebody signed out.
    SignedOut, "signed-out", FeedOnly;
    /// One session was ended from the list of devices.
    SessionEnded, "session-ended", FeedOnly;
    /// Every session but the one that asked for it was ended.
    SignedOutElsewhere, "signed-out-elsewhere", Everyone;
    /// Every session was ended.
    SignedOutEverywhere, "signed-out-everywhere", Everyone;
    /// A device is no longer known.
    DeviceForgotten, "device-forgotten", FeedOnly;
    /// Somebody proved a factor again before a sensitive page.
    SteppedUp, "stepped-up", FeedOnly;

    /// The first password.
    PasswordSet, "password-set", Everyone;
    /// Another password, set by somebody who knew the old one.
    PasswordChanged, "password-changed", Everyone;
    /// Another password, set with a code and a bound factor (N21).
    PasswordReset, "password-reset", Everyone;

    /// An authenticator app waits for its first digits, or for the end of a hold.
    TotpStaged, "totp-staged", Everyone;
    /// An authenticator app counts.
    TotpActivated, "totp-activated", Everyone;
    /// An authenticator app was removed.
    TotpRemoved, "totp-removed", Everyone;
    /// An authenticator app was disabled by too many wrong guesses (N11).
    TotpDisabled, "totp-disabled", Everyone;

    /// A passkey counts.
    PasskeyAdded, "passkey-added", Everyone;
    /// A passkey waits for the end of a hold.
    PasskeyStaged, "passkey-staged", Everyone;
    /// A passkey was removed.
    PasskeyRemoved, "passkey-removed", Everyone;
    /// A passkey has another name.
    PasskeyRenamed, "passkey-renamed", Everyone;
    /// A passkey's counter went backwards: there may be two of it. It let nobody in.
    PasskeyCopied, "passkey-copied", Everyone;

    /// An outside address was typed in; it isn't verified yet.
    OutsideAddressAdded, "outside-address-added", Everyone;
    /// The code that was mailed there was typed, and the address counts.
    OutsideAddressVerified, "outside-address-verified", Everyone;
    /// The same, but it waits before it counts, and those before it can stop it.
    OutsideAddressStaged, "outside-address-staged", Everyone;
    /// A code was mailed to an address that notices came back from, to see whether mail arrives there again.
    AddressCodeMailed, "address-code-mailed", FeedOnly;
    /// So many wrong codes were typed that the one that was mailed works no more (N19).
    AddressCodeUsedUp, "address-code-used-up", FeedOnly;
    /// It was removed; it is told for seven more days.
    OutsideAddressRemoved, "outside-address-removed", Everyone;
    /// Another took its place: the code that was mailed there was typed, so it is removed and the other waits.
    OutsideAddressReplaced, "outside-address-replaced", Everyone;
    /// Notices sent there came back: the first time, and when they do every time.
    OutsideAddressUnreached, "outside-address-unreached", Everyone;
    /// Notices had come back from it, and mail arrives there again: the code was typed, or a provider delivered one.
    OutsideAddressReached, "outside-address-reached", Everyone;
    /// Its owner was asked whether it is still theirs, and answered.
    AddressReviewed, "address-reviewed", FeedOnly;
    /// The words in every notice are other ones.
    PhraseChanged, "phrase-changed", Everyone;

    /// A set of codes was drawn and shown; it can't be used yet.
    CodesShown, "codes-shown", Everyone;
    /// A shown set was never proved and is gone.
    CodesDiscarded, "codes-discarded", FeedOnly;
    /// A proved set waits for the end of a hold.
    CodesStaged, "codes-staged", Everyone;
    /// The first set of the account can be used.
    CodesActivated, "codes-activated", Everyone;
    /// A new set can be used; the old sheet no longer works.
    CodesRenewed, "codes-renewed", Everyone;
    /// The set no longer works, and there is no other.
    CodesRetired, "codes-retired", Everyone;
    /// The owner said that the sheet is lost; its codes are dead (N23).
    SheetLost, "sheet-lost", Everyone;
    /// The codes were disabled by too many wrong guesses (N11).
    CodesDisabled, "codes-disabled", Everyone;
    /// A key may have been stolen: sheet and password must be renewed.
    RenewalForced, "renewal-forced", Everyone;
    /// A code opened the door (N22).
    CodeRedeemed, "code-redeemed", Everyone;
    /// A code that was spent or is from a replaced sheet was typed after the right password.
    OldCodeTyped, "old-code-typed", Everyone;
    /// The replacement of a spent code was drawn and shown (N18).
    ReplacementDrawn, "replacement-drawn", Everyone;
    /// The owner typed it back; it counts.
    ReplacementConfirmed, "replacement-confirmed", Everyone;
    /// The owner noted where a copy of the sheet lies, or that none lies there any more. It opens nothing, so nobody is written to.
    PaperNoted, "paper-noted", FeedOnly;
    /// The words of a drill were right. Nothing was spent or shown.
    DrillPassed, "drill-passed", FeedOnly;
    /// The words of a drill were wrong.
    DrillFailed, "drill-failed", FeedOnly;
    /// A whole code was checked without spending it.
    CodeChecked, "code-checked", Everyone;
    /// So many wrong guesses that the next one has to wait.
    GuessLimitReached, "guess-limit-reached", Everyone;

    /// A change waits before it takes effect, and can be stopped.
    ChangeScheduled, "change-scheduled", Everyone;
    /// A change that waited took effect.
    ChangeApplied, "change-applied", Everyone;
    /// A change that waited was stopped.
    ChangeStopped, "change-stopped", Everyone;

    /// The account was frozen: everything that was open ended, factors and codes are suspended.
    Frozen, "frozen", Everyone;
    /// The owner proved what was left and the account opens again.
    Thawed, "thawed", Everyone;
    /// The owner found what a freeze had shut, and proved it: it works again.
    FoundAgain, "found-again", Everyone;

    /// An app password was made.
    AppPasswordMade, "app-password-made", Everyone;
    /// An app password was removed.
    AppPasswordRemoved, "app-password-removed", Everyone;
    /// A mail program read mail or sent some with an app password or the main password: the first time from a network.
    MailSignedIn, "mail-signed-in", FeedOnly;
    /// A mail program was refused.
    MailRefused, "mail-refused", FeedOnly;
    /// A mail program tried a password that is no app password; told once a day at most.
    MainPasswordTried, "main-password-tried", Everyone;
    /// An app that signs in here, as a webmail does, was opened.
    AppOpened, "app-opened", FeedOnly;
    /// An app was signed out: by its owner, or because the session behind it ended.
    AppSignedOut, "app-signed-out", FeedOnly;
    /// A refresh token was used twice, so somebody copied it: the app was signed out (RFC 9700, section 4.14.2).
    TokenReused, "token-reused", Everyone;
    /// So much was sent at once that mail is held.
    SendingHeld, "sending-held", Everyone;
    /// A mail filter was switched off here.
    FilterSwitchedOff, "filter-switched-off", Everyone;
    /// The account came from another system, with the password it had there.
    AccountImported, "account-imported", FeedOnly;
    /// An app erased one of its accounts: nothing is left but what happened to it.
    AccountErased, "account-erased", FeedOnly;

    /// Events were erased but for kind and time, because an account was erased or they were as old as the operator keeps them. It is
    /// nobody's event: it stands for them in the tree.
    HistoryErased, "history-erased", FeedOnly;

    /// The owner said of an event whether it was them.
    EventAnswered, "event-answered", FeedOnly;
    /// An owner said that something was done by somebody else: the account is frozen. Every operator has this event.
    IntruderReported, "intruder-reported", Everyone;

    /// Something that the operator has to say at once was mailed.
    AdvisoryMailed, "advisory-mailed", Everyone;
    /// The owner was reminded of what is due.
    Reminded, "reminded", FeedOnly;
    /// The owner was told what happened in a year and how the account stands.
    DigestMailed, "digest-mailed", FeedOnly;

    /// The service was restored from a backup, and what may have been used since was ended.
    BackupRestored, "backup-restored", Everyone;
    /// The policy was changed. Every operator has this event, not the owners: they read what holds where it matters to them.
    PolicyChanged, "policy-changed", Everyone;
    /// A change that loosens the policy waits, and can be stopped.
    PolicyChangeWaits, "policy-change-waits", Everyone;
    /// A change of the policy was stopped before it took effect.
    PolicyChangeStopped, "policy-change-stopped", Everyone;
    /// Codes are required from a day on, and this account has none.
    CodesRequired, "codes-required", Everyone;
    /// A program of another service was let in. Every operator has these four events.
    ApiAppAdded, "api-app-added", Everyone;
    /// One was sent away.
    ApiAppRemoved, "api-app-removed", Everyone;
    /// A key was made for one.
    ApiKeyMade, "api-key-made", Everyone;
    /// A key of one was revoked.
    ApiKeyRevoked, "api-key-revoked", Everyone;
    /// New keys are in use; older ones only verify.
    KeysRotated, "keys-rotated", FeedOnly;
}

impl EventKind {
    /// Whether something happened to the account of which its owner is told. An advisory is told, and happened to nobody.
    #[must_use]
    pub const fn is_told_change(self) -> bool {
        matches!(self.announce(), Announcement::Everyone) && !matches!(self, Self::AdvisoryMailed)
    }

    /// Reads what [`Self::as_str`] wrote; `None` for a kind that this version doesn't know.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.as_str() == text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_table_of_events_and_who_is_told() {
        let table: Vec<_> = EventKind::ALL
            .iter()
            .map(|kind| format!("{:26} {:?}", kind.as_str(), kind.announce()))
            .collect();
        insta::assert_snapshot!(table.join("\n"));
    }

    #[test]
    fn what_is_stored_is_read_back_and_no_two_kinds_share_it() {
        let texts: BTreeSet<_> = EventKind::ALL.iter().map(|kind| kind.as_str()).collect();
        assert_eq!(texts.len(), EventKind::ALL.len());
        for kind in EventKind::ALL {
            assert_eq!(EventKind::parse(kind.as_str()), Some(*kind));
            assert_eq!(kind.fluent_id().strip_prefix("event-"), Some(kind.as_str()));
        }
        assert_eq!(EventKind::parse("frozen-over"), None);
    }

    #[test]
    fn n22_a7_whatever_touches_a_factor_or_recovery_is_announced_to_everyone() {
        let touching = [
            "password-",
            "totp-",
            "passkey-",
            "outside-address-",
            "change-",
            "sheet-",
            "replacement-",
            "app-password-",
            "frozen",
            "thawed",
        ];
        for kind in EventKind::ALL {
            if touching
                .iter()
                .any(|start| kind.as_str().starts_with(start))
            {
                assert_eq!(kind.announce(), Announcement::Everyone, "{kind:?}");
            }
        }
        assert_eq!(EventKind::CodeRedeemed.announce(), Announcement::Everyone);
        assert_eq!(EventKind::SignedIn.announce(), Announcement::FeedOnly);
        assert_eq!(
            EventKind::SignedInFromNewDevice.announce(),
            Announcement::Everyone
        );
    }
}
