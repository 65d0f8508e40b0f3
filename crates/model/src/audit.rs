//! The tree of events: what of an event goes into it, how a part of it that was signed is written down, and what a check finds.
//!
//! Leaves and nodes are hashed as RFC 6962 has it. A leaf holds what lasts of an event (its place, id, kind and time) and a commitment to
//! what is somebody's own, so that the latter can be erased and the tree still stands.

mod auditor;
mod finding;
mod head;
mod leaf;
mod tree;

pub use auditor::{Audit, Auditor, KeptEvent, KeptHead, KeptLeaf, Signature};
pub use finding::{Finding, LineVerdict, Named};
pub use head::{HeadLine, TreeHead};
pub use leaf::{ErasedDigest, Leaf, Personal};
pub use tree::{Frontier, Hash};
