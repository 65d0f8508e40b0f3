//! What is about one thing, named by its id.

use data_encoding::HEXLOWER;
use std::fmt;

/// Something about one thing in a list, named by its id: POST only, but for the pages of one account, one address and one list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ItemRoute {
    /// Removes an outside address.
    AddressRemove,
    /// Mails another code to an outside address.
    AddressSendAgain,
    /// Takes the code that was mailed to an outside address. Opens with GET.
    AddressCode,
    /// Names an outside address. Opens with GET.
    AddressName,
    /// Another takes the place of an outside address. Opens with GET.
    AddressChange,
    /// Answers whether an outside address is still the owner's.
    AddressReview,
    /// Names a passkey. Opens with GET.
    PasskeyName,
    /// Removes a passkey; what is left then. Opens with GET.
    PasskeyRemove,
    /// The new sheet lies where the old one lay.
    PaperFollow,
    /// No copy of the sheet lies there any more.
    PaperForget,
    /// "That was me", of one event.
    ActivityMe,
    /// "That wasn't me": freezes the account. Opens with GET.
    ActivityNotMe,
    /// Stops a change that waits.
    ChangeStop,
    /// Signs a browser out and forgets it.
    DeviceSignOut,
    /// Signs an app out.
    AppSignOut,
    /// Confirms a re-enrolment that another operator asked for.
    ReEnrolConfirm,
    /// Takes a re-enrolment back that waits.
    ReEnrolWithdraw,
    /// Removes an app password.
    AppPasswordRemove,
    /// One account, as an operator sees it. Opens with GET.
    Account,
    /// Suspends an account.
    AccountSuspend,
    /// Lifts a suspension.
    AccountResume,
    /// Freezes an account whose owner called.
    AccountFreeze,
    /// One setting of the policy, named by its name. Opens with GET, changed by POST.
    PolicySetting,
    /// Stops what waits of a setting.
    PolicyStop,
    /// One program of another service, named by its id. Opens with GET; POST makes a key.
    ApiApp,
    /// Revokes a key of one.
    ApiKeyRevoke,
    /// Sends a notice again.
    DeliveryResend,
    /// A list of people to invite, and how far it is. Opens with GET.
    GuestList,
    /// Begins to invite them.
    GuestListBegin,
    /// What became of each of them, as a table. Opens with GET.
    GuestListReport,
    /// One advisory. Opens with GET.
    Advisory,
    /// Marks it as read.
    AdvisoryRead,
    /// One advisory at the desk. Opens with GET.
    DeskAdvisory,
    /// Another text for it. Opens with GET.
    DeskAdvisoryCorrect,
    /// Takes it back.
    DeskAdvisoryWithdraw,
}

impl ItemRoute {
    /// Every one.
    pub const ALL: &[Self] = &[
        Self::AddressRemove,
        Self::AddressSendAgain,
        Self::AddressCode,
        Self::AddressName,
        Self::AddressChange,
        Self::AddressReview,
        Self::PasskeyName,
        Self::PasskeyRemove,
        Self::PaperFollow,
        Self::PaperForget,
        Self::ActivityMe,
        Self::ActivityNotMe,
        Self::ChangeStop,
        Self::DeviceSignOut,
        Self::AppSignOut,
        Self::ReEnrolConfirm,
        Self::ReEnrolWithdraw,
        Self::AppPasswordRemove,
        Self::Account,
        Self::AccountSuspend,
        Self::AccountResume,
        Self::AccountFreeze,
        Self::PolicySetting,
        Self::PolicyStop,
        Self::ApiApp,
        Self::ApiKeyRevoke,
        Self::DeliveryResend,
        Self::GuestList,
        Self::GuestListBegin,
        Self::GuestListReport,
        Self::Advisory,
        Self::AdvisoryRead,
        Self::DeskAdvisory,
        Self::DeskAdvisoryCorrect,
        Self::DeskAdvisoryWithdraw,
    ];

    /// The router's pattern, with `{id}`.
    #[must_use]
    pub const fn pattern(self) -> &'static str {
        match self {
            Self::AddressRemove => "/addresses/{id}/remove",
            Self::AddressSendAgain => "/addresses/{id}/send-again",
            Self::AddressCode => "/addresses/{id}/code",
            Self::AddressName => "/addresses/{id}/name",
            Self::AddressChange => "/addresses/{id}/change",
            Self::AddressReview => "/addresses/{id}/review",
            Self::PasskeyName => "/passkeys/{id}/name",
            Self::PasskeyRemove => "/passkeys/{id}/remove",
            Self::PaperFollow => "/codes/places/{id}/follow",
            Self::PaperForget => "/codes/places/{id}/forget",
            Self::ActivityMe => "/activity/event/{id}/me",
            Self::ActivityNotMe => "/activity/event/{id}/not-me",
            Self::ChangeStop => "/changes/{id}/stop",
            Self::DeviceSignOut => "/devices/{id}/sign-out",
            Self::AppSignOut => "/apps/{id}/sign-out",
            Self::ReEnrolConfirm => "/accounts/re-enrol/{id}/confirm",
            Self::ReEnrolWithdraw => "/accounts/re-enrol/{id}/withdraw",
            Self::AppPasswordRemove => "/mail-programs/{id}/remove",
            Self::Account => "/accounts/{id}",
            Self::AccountSuspend => "/accounts/{id}/suspend",
            Self::AccountResume => "/accounts/{id}/resume",
            Self::AccountFreeze => "/accounts/{id}/freeze",
            Self::PolicySetting => "/desk/policy/{id}",
            Self::PolicyStop => "/desk/policy/{id}/stop",
            Self::ApiApp => "/desk/apps/{id}",
            Self::ApiKeyRevoke => "/desk/keys/{id}/revoke",
            Self::DeliveryResend => "/deliveries/{id}/resend",
            Self::GuestList => "/accounts/lists/{id}",
            Self::GuestListBegin => "/accounts/lists/{id}/begin",
            Self::GuestListReport => "/accounts/lists/{id}/report.csv",
            Self::Advisory => "/advisories/{id}",
            Self::AdvisoryRead => "/advisories/{id}/read",
            Self::DeskAdvisory => "/desk/advisories/{id}",
            Self::DeskAdvisoryCorrect => "/desk/advisories/{id}/correct",
            Self::DeskAdvisoryWithdraw => "/desk/advisories/{id}/withdraw",
        }
    }

    /// The path for one thing.
    #[must_use]
    pub fn of(self, id: impl fmt::Display) -> String {
        self.pattern().replace("{id}", &id.to_string())
    }

    /// The sixteen bytes of an id in a path; `None` for anything that names nothing.
    #[must_use]
    pub fn id(text: &str) -> Option<[u8; 16]> {
        HEXLOWER.decode(text.as_bytes()).ok()?.try_into().ok()
    }
}
