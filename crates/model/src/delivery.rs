//! What becomes of a mail that was sent: what a mail server's answer means, and when to ask it again.

mod meaning;
mod status;

pub use meaning::Meaning;
pub use status::EnhancedStatus;
