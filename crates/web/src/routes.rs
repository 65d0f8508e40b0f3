//! Every address of the portal, as a type: pages, redirects and mails say `Route::SignIn`, never a string, so no link can rot.

mod item;
mod link;

pub use item::ItemRoute;
pub use link::LinkRoute;

use counterfoil_model::Taken;
use std::fmt;

macro_rules! routes {
    ($($(#[$doc:meta])* $name:ident => $path:literal),+ $(,)?) => {
        /// A page or an action with a fixed address.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Route {
            $($(#[$doc])* $name,)+
        }

        impl Route {
            /// Every one, in the order of this file.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The path, which is also the router's pattern.
            #[must_use]
            pub const fn path(self) -> &'static str {
                match self {
                    $(Self::$name => $path,)+
                }
            }
        }
    };
}

routes! {
    /// What protects the mailbox, and the one next thing.
    Home => "/",
    /// Address and password.
    SignIn => "/sign-in",
    /// The phone's six digits.
    SecondStep => "/sign-in/second-step",
    /// One code from the sheet.
    UseCode => "/sign-in/code",
    /// "Is that what your sheet says?", answered.
    UseCodeConfirm => "/sign-in/code/confirm",
    /// After a code: what was used, and its replacement.
    YouAreIn => "/you-are-in",
    /// Draws the replacement, again if need be.
    ReplacementDraw => "/you-are-in/draw",
    /// Takes the replacement, typed back from the sheet.
    ReplacementProve => "/you-are-in/prove",
    /// Freezes the account, signed in or on the way in.
    Freeze => "/freeze",
    /// A frozen account: what was taken.
    Frozen => "/frozen",
    /// Ends a freeze by one code, because the phone was taken.
    FrozenCode => "/frozen/code",
    /// "Is that what your sheet says?", answered at the frozen page.
    FrozenCodeConfirm => "/frozen/code/confirm",
    /// Ends a freeze by the phone's six digits, because the paper was taken or nobody knows.
    FrozenDigits => "/frozen/digits",
    /// Everything was taken: how a person helps.
    FrozenHelp => "/frozen/help",
    /// After a freeze: what was stopped, and what to do now.
    YouAreBack => "/you-are-back",
    /// The language of the pages, chosen at the foot of each. POST only.
    Language => "/language",
    /// Ends this session.
    SignOut => "/sign-out",
    /// Ends every session of the account.
    SignOutEverywhere => "/sign-out/everywhere",
    /// Second factor once more, before something weighty.
    StepUp => "/step-up",
    /// Forgotten password: address and one code.
    Forgotten => "/forgotten",
    /// Forgotten password: the repaired code, confirmed.
    ForgottenConfirm => "/forgotten/confirm",
    /// Forgotten password: the phone's six digits.
    ForgottenSecondStep => "/forgotten/second-step",
    /// Forgotten password: the new one.
    ForgottenPassword => "/forgotten/password",
    /// State of the backup codes.
    Codes => "/codes",
    /// Enabling, step 1: what a code is.
    Enable => "/codes/enable",
    /// Enabling, step 2: on paper. POST answers with the PDF.
    EnablePaper => "/codes/enable/paper",
    /// Enabling, step 2 without a printer: one code a request, copied by hand.
    EnableWrite => "/codes/enable/write",
    /// Enabling, step 3: one code, typed.
    EnableProve => "/codes/enable/prove",
    /// Renewing, step 1: why, and what happens to the old sheet.
    Renew => "/codes/renew",
    /// Renewing, step 2: on paper. POST answers with the PDF.
    RenewPaper => "/codes/renew/paper",
    /// Renewing, step 2 without a printer: one code a request, copied by hand.
    RenewWrite => "/codes/renew/write",
    /// Renewing, step 3: one code of the new sheet, typed.
    RenewProve => "/codes/renew/prove",
    /// The words beside two codes.
    Drill => "/codes/drill",
    /// A whole code, not spent.
    Check => "/codes/check",
    /// Where copies of the sheet lie.
    Papers => "/codes/places",
    /// Opens the sheet again that a freeze had shut.
    SheetFound => "/codes/found",
    /// The operator requires codes, and this account has none.
    CodesRequired => "/codes/required",
    /// "I lost my sheet".
    Lost => "/codes/lost",
    /// Says how a code reads while it is typed. Same-origin POST, answers a sentence.
    ReadCode => "/codes/read",
    /// A new password.
    Password => "/password",
    /// How strong a password is, while it is typed. Same-origin POST, answers a sentence.
    PasswordStrength => "/password/strength",
    /// Another suggestion of the passphrase maker. Same-origin POST, answers words.
    Passphrase => "/password/passphrase",
    /// The passkeys. POST adds one.
    Passkeys => "/passkeys",
    /// Puts a question to a passkey. Same-origin POST, answers JSON.
    PasskeyAsk => "/passkey",
    /// Opens a passkey again that a freeze had shut.
    PasskeyFound => "/passkeys/found",
    /// The phone as a second step: state and set-up.
    TwoStep => "/two-step",
    /// Takes six digits of the phone that is being set up.
    TwoStepProve => "/two-step/prove",
    /// Opens the phone again that a freeze had shut.
    PhoneFound => "/two-step/found",
    /// Removes the phone.
    TwoStepRemove => "/two-step/remove",
    /// Where notices go besides the mailbox.
    Addresses => "/addresses",
    /// The words that stand in every notice.
    Phrase => "/phrase",
    /// Lets everything that waits happen now, with the phone that is on.
    ChangesConfirm => "/changes/confirm",
    /// Mail programs and their app passwords. POST makes one and shows it.
    MailPrograms => "/mail-programs",
    /// What the people who run the service have to say.
    Advisories => "/advisories",
    /// The same, what anybody may read of it, as an Atom feed.
    AdvisoriesFeed => "/advisories.atom",
    /// Advisories at the desk.
    DeskAdvisories => "/desk/advisories",
    /// An operator writes one.
    DeskAdvisoryNew => "/desk/advisories/new",
    /// What is due, and putting it off.
    Reminders => "/reminders",
    /// How the account stands towards each practice, and what mends it.
    CheckUp => "/check-up",
    /// The same for programs of the owner's.
    CheckUpData => "/check-up.json",
    /// What opens the mailbox.
    WaysIn => "/ways-in",
    /// What happened to this account.
    Activity => "/activity",
    /// "I have seen it": the banner goes away, in this browser.
    ActivitySeen => "/activity/seen",
    /// Everything that can reach the account.
    Devices => "/devices",
    /// Signs out every browser but this one.
    DevicesSignOutOthers => "/devices/sign-out-others",
    /// The same as a table in a file.
    ActivityCsv => "/activity/export.csv",
    /// The same in a file for programs.
    ActivityJson => "/activity/export.json",
    /// Whether the line on a sheet still stands for the record.
    ActivityRecord => "/activity/record",
    /// Apps that are signed in.
    Apps => "/apps",
    /// What sorts, answers and sends on mail by itself. POST switches off the filter that runs.
    MailFilters => "/mail-filters",
    /// The operator's desk: totals, what needs a look, and the way to everything else.
    Desk => "/desk",
    /// What the operator's doctor says of this installation.
    DeskHealth => "/desk/health",
    /// The policy: every rule, and what waits.
    Policy => "/desk/policy",
    /// Programs of other services that keep codes here.
    ApiApps => "/desk/apps",
    /// Accounts: looked for, a page at a time.
    Accounts => "/accounts",
    /// Notices on their way, and those that didn't arrive.
    Deliveries => "/deliveries",
    /// Sends every notice again that failed.
    DeliveriesResend => "/deliveries/resend",
    /// An operator invites somebody.
    Invite => "/accounts/invite",
    /// An operator invites everybody on a list.
    InviteMany => "/accounts/invite-many",
    /// Two operators enrol an owner again who lost everything.
    ReEnrolAccount => "/accounts/re-enrol",
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.path())
    }
}

impl Route {
    /// Where a signed-in person may be sent back to after signing in or stepping up: pages that open with GET.
    pub const PLACES: &[Self] = &[
        Self::Home,
        Self::Codes,
        Self::Enable,
        Self::EnablePaper,
        Self::EnableWrite,
        Self::EnableProve,
        Self::Renew,
        Self::RenewPaper,
        Self::RenewWrite,
        Self::RenewProve,
        Self::Drill,
        Self::Check,
        Self::CodesRequired,
        Self::Papers,
        Self::Lost,
        Self::Password,
        Self::Passkeys,
        Self::TwoStep,
        Self::TwoStepRemove,
        Self::Addresses,
        Self::Phrase,
        Self::ChangesConfirm,
        Self::MailPrograms,
        Self::Advisories,
        Self::DeskAdvisories,
        Self::DeskAdvisoryNew,
        Self::Reminders,
        Self::CheckUp,
        Self::WaysIn,
        Self::Activity,
        Self::Devices,
        Self::ActivityRecord,
        Self::Apps,
        Self::MailFilters,
        Self::YouAreIn,
        Self::YouAreBack,
        Self::PhoneFound,
        Self::SheetFound,
        Self::Freeze,
        Self::Desk,
        Self::DeskHealth,
        Self::Policy,
        Self::ApiApps,
        Self::Accounts,
        Self::Deliveries,
        Self::Invite,
        Self::InviteMany,
        Self::ReEnrolAccount,
    ];

    /// The place that a `to` field names, if it is one of [`Self::PLACES`]. Nothing else is ever redirected to.
    #[must_use]
    pub fn place(name: &str) -> Option<Self> {
        Self::PLACES
            .iter()
            .copied()
            .find(|place| place.path() == name)
    }

    /// Sign-in, which comes back here afterwards.
    #[must_use]
    pub fn after_sign_in(self) -> String {
        format!("{}?to={}", Self::SignIn, self)
    }

    /// Sign-in, which says that the half-session took too long.
    pub const SIGN_IN_LATE: &str = "/sign-in?late=yes";

    /// The second step, which comes here afterwards.
    #[must_use]
    pub fn after_second_step(self) -> String {
        format!("{}?to={}", Self::SecondStep, self)
    }

    /// The frozen page's digits, for this answer.
    #[must_use]
    pub fn frozen_digits(taken: Taken) -> String {
        format!("{}?taken={}", Self::FrozenDigits, taken.as_str())
    }

    /// Step-up, which comes back here afterwards.
    #[must_use]
    pub fn after_step_up(self) -> String {
        format!("{}?to={}", Self::StepUp, self)
    }
}

#[cfg(test)]
mod tests {
    use super::{ItemRoute, LinkRoute, Route};
    use counterfoil_service::{LinkKind, LinkToken};
    use std::collections::HashSet;

    #[test]
    fn no_two_routes_share_a_path() {
        let paths: Vec<&str> = Route::ALL
            .iter()
            .map(|route| route.path())
            .chain(ItemRoute::ALL.iter().map(|route| route.pattern()))
            .chain(LinkRoute::ALL.iter().map(|route| route.pattern()))
            .collect();
        assert_eq!(paths.iter().collect::<HashSet<_>>().len(), paths.len());
        assert!(paths.iter().all(|path| path.starts_with('/')));
    }

    #[test]
    fn an_id_comes_back_from_its_path() {
        assert_eq!(
            ItemRoute::id("000102030405060708090a0b0c0d0e0f"),
            Some(std::array::from_fn(|n| n.try_into().unwrap()))
        );
        for other in [
            "",
            "00",
            "zz0102030405060708090a0b0c0d0e0f",
            "000102030405060708090a0b0c0d0e0f00",
        ] {
            assert_eq!(ItemRoute::id(other), None, "{other}");
        }
    }

    #[test]
    fn only_pages_of_ours_are_places_to_return_to() {
        assert_eq!(Route::place("/codes/drill"), Some(Route::Drill));
        for elsewhere in [
            "//evil.example",
            "https://evil.example/",
            "/sign-out",
            "/link/stop-change/x",
            "",
            "/codes/drill/",
        ] {
            assert_eq!(Route::place(elsewhere), None, "{elsewhere}");
        }
    }

    #[test]
    fn a_link_in_a_notice_opens_the_page_that_it_names() {
        let token = LinkToken::parse(&"a".repeat(58)).unwrap();
        let paths: HashSet<String> = LinkKind::ALL
            .iter()
            .map(|kind| kind.path(&token).to_string())
            .collect();
        let pages: HashSet<String> = LinkRoute::ALL
            .iter()
            .map(|route| route.with(&token.text()))
            .collect();
        assert_eq!(paths, pages);
        for route in LinkRoute::ALL {
            assert_eq!(*route.kind().path(&token), route.with(&token.text()));
        }
    }
}
