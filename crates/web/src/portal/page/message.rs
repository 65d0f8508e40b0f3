//! A page that only says something: done, waiting, too late.

use crate::portal::Frame;
use crate::routes::Route;
use askama::Template;

/// The page.
#[derive(Debug, Template)]
#[template(path = "page/message.html")]
pub struct Message {
    /// The frame.
    pub frame: Frame,
    /// What happened.
    pub title: String,
    /// What it means, what to do.
    pub paragraphs: Vec<String>,
    /// The one next thing.
    pub next: Option<NextPage>,
}

/// A button that leads on.
#[derive(Debug)]
pub struct NextPage {
    /// What it says.
    pub label: String,
    /// Where it leads.
    pub to: Route,
}

/// What such a page is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// Backup codes are on.
    CodesOn,
    /// A renewed sheet is in force.
    CodesRenewed,
    /// Both drill words were right.
    DrillDone,
    /// A checked code would open.
    CheckDone,
    /// A lost sheet's codes are dead.
    LostDone,
    /// A new password after it was forgotten.
    ForgottenDone,
    /// Somebody came from an app that isn't known, or wants to go where it may not send anybody.
    AppUnknown,
    /// Signing in for an app took too long.
    AppTooLate,
    /// A change was stopped.
    ChangeStopped,
    /// A link is used up, expired or unknown.
    LinkDead,
    /// The account was bound again.
    ReEnrolled,
    /// This session is over.
    SignedOut,
    /// Codes need the phone first.
    PhoneFirst,
    /// Codes need an outside address first.
    AddressFirst,
    /// There is no sheet to drill with.
    NothingToDrill,
    /// There is no sheet that could be lost.
    NothingToLose,
    /// The password is another one.
    PasswordChanged,
    /// The phone is the second step.
    PhoneOn,
    /// The phone is no second step any more.
    PhoneRemoved,
    /// What waited has happened.
    ChangesConfirmed,
    /// A change was stopped by somebody signed in.
    ChangeStoppedHere,
}

impl Topic {
    /// Every one.
    pub const ALL: &[Self] = &[
        Self::CodesOn,
        Self::CodesRenewed,
        Self::DrillDone,
        Self::CheckDone,
        Self::LostDone,
        Self::ForgottenDone,
        Self::ChangeStopped,
        Self::LinkDead,
        Self::ReEnrolled,
        Self::SignedOut,
        Self::PhoneFirst,
        Self::AddressFirst,
        Self::NothingToDrill,
        Self::NothingToLose,
        Self::PasswordChanged,
        Self::PhoneOn,
        Self::PhoneRemoved,
        Self::ChangesConfirmed,
        Self::ChangeStoppedHere,
        Self::AppUnknown,
        Self::AppTooLate,
    ];

    /// What happened, what it means, what to do.
    const fn ids(self) -> [&'static str; 3] {
        match self {
            Self::CodesOn => ["enable-done-title", "enable-done-lead", "enable-done-then"],
            Self::CodesRenewed => ["renew-done-title", "renew-done-lead", "renew-done-then"],
            Self::DrillDone => ["drill-done-title", "drill-done-lead", "drill-done-then"],
            Self::CheckDone => ["check-done-title", "check-done-lead", "check-done-then"],
            Self::LostDone => ["lost-done-title", "lost-done-lead", "lost-done-then"],
            Self::ForgottenDone => [
                "forgotten-done-title",
                "forgotten-done-lead",
                "forgotten-done-then",
            ],
            Self::AppUnknown => [
                "apps-unknown-title",
                "apps-unknown-lead",
                "apps-unknown-then",
            ],
            Self::AppTooLate => ["apps-late-title", "apps-late-lead", "apps-late-then"],
            Self::ChangeStopped => ["stop-done-title", "stop-done-lead", "stop-done-then"],
            Self::LinkDead => ["error-link-title", "error-link-lead", "error-link-then"],
            Self::ReEnrolled => [
                "re-enrol-done-title",
                "re-enrol-done-lead",
                "re-enrol-done-then",
            ],
            Self::SignedOut => [
                "session-over-title",
                "session-over-lead",
                "session-over-then",
            ],
            Self::PhoneFirst => [
                "codes-phone-first-title",
                "codes-phone-first-lead",
                "codes-phone-first-then",
            ],
            Self::AddressFirst => [
                "codes-address-first-title",
                "codes-address-first-lead",
                "codes-address-first-then",
            ],
            Self::NothingToDrill => [
                "drill-nothing-title",
                "drill-nothing-lead",
                "drill-nothing-then",
            ],
            Self::NothingToLose => [
                "lost-nothing-title",
                "lost-nothing-lead",
                "lost-nothing-then",
            ],
            Self::PasswordChanged => [
                "password-done-title",
                "password-done-lead",
                "password-done-then",
            ],
            Self::PhoneOn => [
                "two-step-done-title",
                "two-step-done-lead",
                "two-step-done-then",
            ],
            Self::PhoneRemoved => [
                "two-step-removed-title",
                "two-step-removed-lead",
                "two-step-removed-then",
            ],
            Self::ChangesConfirmed => [
                "changes-done-title",
                "changes-done-lead",
                "changes-done-then",
            ],
            Self::ChangeStoppedHere => [
                "changes-stopped-title",
                "changes-stopped-lead",
                "changes-stopped-then",
            ],
        }
    }

    const fn next(self) -> (&'static str, Route) {
        match self {
            Self::CodesOn
            | Self::CodesRenewed
            | Self::DrillDone
            | Self::CheckDone
            | Self::PasswordChanged
            | Self::PhoneOn
            | Self::ChangesConfirmed
            | Self::AppUnknown
            | Self::AppTooLate => ("shell-back-home", Route::Home),
            Self::PhoneFirst | Self::PhoneRemoved => ("button-set-up-phone", Route::TwoStep),
            Self::AddressFirst => ("button-add-address", Route::Addresses),
            Self::NothingToDrill | Self::NothingToLose => ("shell-back-codes", Route::Codes),
            Self::ChangeStoppedHere => ("button-change-password", Route::Password),
            Self::LostDone => ("button-renew", Route::Renew),
            Self::ForgottenDone
            | Self::ChangeStopped
            | Self::LinkDead
            | Self::ReEnrolled
            | Self::SignedOut => ("button-sign-in", Route::SignIn),
        }
    }
}

impl Message {
    /// A page of these sentences, with the one next thing: the id of its button and where it leads.
    #[must_use]
    pub fn say(frame: Frame, title: &str, paragraphs: Vec<String>, next: (&str, Route)) -> Self {
        let (label, to) = next;
        let next = Some(NextPage {
            label: frame.text(label),
            to,
        });
        Self {
            title: frame.text(title),
            paragraphs,
            next,
            frame,
        }
    }

    /// A page about one of the topics.
    #[must_use]
    pub fn about(frame: Frame, topic: Topic) -> Self {
        let [title, lead, then] = topic.ids();
        let paragraphs = vec![frame.text(lead), frame.text(then)];
        Self::say(frame, title, paragraphs, topic.next())
    }
}

#[cfg(test)]
impl super::samples::Sample for Message {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        Topic::ALL
            .iter()
            .map(|topic| (topic.ids()[0], Self::about(frame.clone(), *topic)))
            .collect()
    }
}
