//! Accounts: made, listed, suspended, enrolled again.

mod accept;
mod invite;
mod list;
mod re_enrol;
mod set_up;
mod suspend;

pub use accept::{EnrolRefusal, Enrolling};
pub use invite::{InviteRefusal, Invited};
pub use list::ListedAccount;
pub use re_enrol::{ReEnrolRefusal, ReEnrolled};
pub use set_up::SetUpLink;
pub use suspend::SuspendRefusal;
