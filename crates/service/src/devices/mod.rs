//! The browsers of an account: those that are signed in and those that were, one row each; signing out one, or all others.

mod list;
mod sign_out;

pub use list::{OpenSession, OwnBrowser};
pub use sign_out::SignOutBrowserRefusal;
