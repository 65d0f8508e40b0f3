//! What becomes of notices after they left: the address they come back to, and what that means for the address they went to.

mod came_back;
mod reported;
mod return_path;

pub use came_back::CameBack;
pub use reported::ReportedMail;
