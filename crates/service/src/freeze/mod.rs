//! The freeze: everything that is open ends at once, nothing is destroyed, and only its owner opens the account again, with
//! what wasn't taken. Whoever proved one factor may ask for it (N23).

mod begin;
mod by_app;
mod by_link;
mod found;
mod found_passkey;
mod thaw;
mod view;

pub use begin::{FreezeRefusal, Freezing};
pub use by_app::FreezeByAppRefusal;
pub use by_link::{FreezeLinkView, FrozenByLink};
pub use found::{Found, FoundRefusal};
pub use found_passkey::FoundPasskeyRefusal;
pub(crate) use thaw::Undone;
pub use view::{FrozenAccount, Stopped};

use counterfoil_model::freeze::Taken;

/// Through which door a second factor is judged: what it needs of the account is opposite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Door {
    /// To sign in, step up or confirm. The account isn't frozen.
    SignIn,
    /// To end a freeze by this answer. The account is frozen.
    Thaw(Taken),
}
