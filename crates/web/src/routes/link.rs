//! The addresses of one-time links.

use counterfoil_service::LinkKind;

/// A one-time link: the page explains, its button consumes. The token never
/// reaches a log: requests are logged by pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LinkRoute {
    /// The first operator.
    SetUp,
    /// A new account.
    Invitation,
    /// Stops a change that waits, from a notice.
    StopChange,
    /// Stops a change of the policy that waits, from an operator's notice.
    StopPolicy,
    /// Freezes the account, from a notice.
    Freeze,
    /// Binds a new password and phone after everything was lost.
    ReEnrolment,
}

impl LinkRoute {
    /// Every one.
    pub const ALL: &[Self] = &[
        Self::SetUp,
        Self::Invitation,
        Self::StopChange,
        Self::StopPolicy,
        Self::Freeze,
        Self::ReEnrolment,
    ];

    /// What the service calls it.
    #[must_use]
    pub const fn kind(self) -> LinkKind {
        match self {
            Self::SetUp => LinkKind::SetUp,
            Self::Invitation => LinkKind::Invitation,
            Self::StopChange => LinkKind::StopChange,
            Self::StopPolicy => LinkKind::StopPolicy,
            Self::Freeze => LinkKind::Freeze,
            Self::ReEnrolment => LinkKind::ReEnrol,
        }
    }

    /// The router's pattern, with `{token}`.
    #[must_use]
    pub const fn pattern(self) -> &'static str {
        match self {
            Self::SetUp => "/link/set-up/{token}",
            Self::Invitation => "/link/invitation/{token}",
            Self::StopChange => "/link/stop-change/{token}",
            Self::StopPolicy => "/link/stop-policy/{token}",
            Self::Freeze => "/link/freeze/{token}",
            Self::ReEnrolment => "/link/re-enrol/{token}",
        }
    }

    /// The path for one token.
    #[must_use]
    pub fn with(self, token: &str) -> String {
        self.pattern().replace("{token}", token)
    }
}
