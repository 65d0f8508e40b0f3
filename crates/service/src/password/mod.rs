//! The password: changed by its owner, or set anew with a code and a bound factor.

mod advice;
mod change;
mod reset;

pub use change::PasswordChangeRefusal;
pub use reset::{ResetRefusal, ResetStep};
