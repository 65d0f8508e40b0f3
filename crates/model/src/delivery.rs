//! What becomes of a mail that was sent: what a mail server's answer means, and when to ask it again.

mod meaning;
mod reach;
mod report;
mod schedule;
mod status;

pub use meaning::Meaning;
pub use reach::Reach;
pub use report::Report;
pub use schedule::{Left, pause_after, what_is_left};
pub use status::EnhancedStatus;
