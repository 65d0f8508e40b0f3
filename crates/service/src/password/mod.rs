//! The password: changed by its owner, set anew with a code and a bound factor, compared, brought along from another system.

mod advice;
mod change;
mod compare;
pub mod imported;
mod reset;

pub use change::PasswordChangeRefusal;
pub use reset::{ResetRefusal, ResetStep};
