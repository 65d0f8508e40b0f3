//! Asking a running system: whether the gateway answers as it should and to whom, and whether a password opens a mailbox.

mod addresses;
mod gateway;
mod imap;

pub use addresses::{answers_at, of_this_machine};
pub use gateway::gateway;
pub use imap::{Opens, opens};
