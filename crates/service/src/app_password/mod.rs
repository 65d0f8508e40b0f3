//! App passwords: for mail programs that know no way to sign in but with a password.

mod hash;
mod list;
mod make;
mod remove;

pub use hash::PolicyHash;
pub use list::ListedAppPassword;
pub use make::{MadeAppPassword, MakeAppPasswordRefusal, NewAppPassword};
pub use remove::RemoveAppPasswordRefusal;
