//! The policy: what holds at this moment, changing it, and the codes that it may require.
//!
//! It is read anew for every request, with the session where there is one, so a change at one node is obeyed by all of them.

mod change;
mod duty;
mod read;
mod stop_link;

pub use change::PolicyChangeRefusal;
pub(crate) use duty::required;
pub use read::{SettingView, WaitingSetting};
pub use stop_link::PolicyStopView;
