//! What mail programs say, and what they are told: just enough of each protocol to see who gets in.

mod conversation;
mod imap;
mod pop3;
mod sieve;
mod smtp;

pub use conversation::Answer;
pub use imap::Imap;
pub use pop3::Pop3;
pub use sieve::Sieve;
pub use smtp::{Smtp, deliver};
