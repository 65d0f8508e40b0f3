//! Accounts: made, brought along from another system, listed, suspended, enrolled again.

mod accept;
mod import;
mod invite;
mod language;
mod list;
mod re_enrol;
mod re_enrol_request;
mod set_up;
mod suspend;

pub use accept::{EnrolRefusal, Enrolling};
pub use import::{Arrival, GoneAccount, Newcomer};
pub(crate) use invite::NewGuest;
pub use invite::{InviteRefusal, Invited};
pub use list::ListedAccount;
pub use re_enrol::{ReEnrolRefusal, ReEnrolled};
pub use re_enrol_request::{ReEnrolRequestRefusal, WaitingReEnrolment};
pub use set_up::SetUpLink;
pub use suspend::SuspendRefusal;
