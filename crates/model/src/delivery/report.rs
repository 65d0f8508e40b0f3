//! What an e-mail provider says of a mail after it took it.

use super::EnhancedStatus;

/// What became of a mail that a provider had taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Report {
    /// The recipient's server has it.
    Delivered,
    /// Not yet; the provider tries on.
    Deferred(Option<EnhancedStatus>),
    /// It came back for good, for this reason.
    Bounced(Option<EnhancedStatus>),
    /// Its reader called it spam. Providers send nothing more to such an address, so it can't be relied on.
    Complained,
}
