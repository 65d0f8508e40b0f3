//! Notices that come back: the address they come back to, and what that means for the address they went to.

mod came_back;
mod return_path;

pub use came_back::CameBack;
