//! What opens the mailbox: every combination of things, papers and people that suffices to get in, worked out from a graph.
//!
//! A node is opened by one of its *ways*, each of which needs all its nodes at once; a node that is *held* is there by itself: a
//! password in a head, a phone in a pocket, a sheet in a safe. What suffices is what the ways come down to.

mod graph;
mod holdings;
mod warning;

pub use graph::{Combination, Graph};
pub use holdings::{Holdings, Outside, OwnPasskey};
pub use warning::{Loss, Lost, Warning, losses, warnings};

/// Something that opens, or is opened. A number counts from 0 in the list of [`Holdings`] that it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Node {
    /// The whole account: whoever is in may do what its owner may.
    Account,
    /// The mail alone: reading it, as a mail program does.
    Mail,
    /// The password.
    Password,
    /// The phone that shows six digits.
    Phone,
    /// A passkey.
    Passkey(usize),
    /// One code of the sheet in force.
    Code,
    /// The sheet, where nobody noted where it lies.
    Sheet,
    /// The copy at a place that was noted.
    Paper(usize),
    /// The password manager that a copy was typed into.
    PasswordManager,
    /// Two people who run the service, together.
    Operators,
    /// A mail program with a password of its own.
    MailProgram(usize),
    /// An app that is signed in and reads mail.
    App(usize),
}
