//! Advisories: what the operator has to say, to whom it is shown and mailed.

mod list;
mod mail;
mod read;
mod write;

pub use counterfoil_store::repo::advisory::{Advisory, Spread};
pub use read::{ReadAdvisory, UnreadAdvisory};
pub use write::{AdvisoryRefusal, Correction, Draft};

pub(crate) use read::{reader_of, unread_in};
