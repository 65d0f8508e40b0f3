//! The tree of events: a job puts every event into it and signs what it came to; a check hashes it anew and names what isn't as it was.

mod append;
mod erase;
mod head;
mod verify;

pub use head::SignedHead;
pub use verify::Verified;
