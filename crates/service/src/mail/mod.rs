//! The real mailbox: what mail programs may do, and how what they do ends.

mod access;
mod cut_off;
mod filters;

pub use filters::{FiltersRefusal, ListedFilter, Runs};
mod recorder;
mod report;
mod sending;
mod sign_in;
mod token;

use access::from;
pub use access::{Access, Credential};
pub(crate) use recorder::MailRecorder;
pub use report::{MailGate, MailReport};
pub use sending::{Sending, SendingAnswer};
pub use sign_in::{MailAnswer, MailAttempt};
