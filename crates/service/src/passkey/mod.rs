//! Passkeys: added, listed, named, removed; and the questions that are put to them.
//!
//! A question and its answer are a *ceremony* (Web Authentication, section 7). The question is a row, sealed and spent by one
//! conditional statement before anything is judged, so any node takes the answer and none takes it twice. The signature is judged
//! between two transactions; the second one asks everything again that could have changed, in one statement that also moves the
//! counter. User verification is required always: a passkey is something owned and something known at once.

mod add;
mod answer;
mod ceremony;
mod list;
mod relying_party;
mod remove;
mod rename;

pub use add::{AddPasskeyRefusal, AddedPasskey};
pub(crate) use answer::Said;
pub use answer::{PasskeyAnswer, PasskeyRefusal};
pub use ceremony::{AskPasskeyRefusal, Asked};
pub use list::ListedPasskey;
pub(crate) use relying_party::RelyingParty;
pub use remove::{LeftWithoutPasskey, RemovePasskeyRefusal};
pub use rename::RenamePasskeyRefusal;
