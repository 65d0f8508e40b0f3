//! What programs of other services do here: apps, their keys, their accounts, sets and codes.
//!
//! An app is let in by the operator and sees only the accounts that it made. It vouches for its own first factor, so a code is
//! judged here without a password. Nobody signs in to such an account here, and nobody is written to: the app hears of it.

mod account;
mod apps;
mod caller;
mod check;
mod codes;
mod drill;
mod erase;
mod issue;
mod keys;
mod redeem;
mod retry;
mod set;

pub use account::{AccountRefusal, ApiAccountState, CreateRefusal, NewApiAccount, OwnAccount};
pub use apps::{AddAppRefusal, ListedApp, RemoveAppRefusal};
pub use caller::{Caller, CallerRefusal};
pub use codes::{Closed, CodeRefusal};
pub use drill::{ApiDrill, ApiDrillRefusal};
pub use issue::{IssueRefusal, IssuedSet};
pub use keys::{ListedKey, MakeKeyRefusal, NewKey};
pub use redeem::ApiRedeemed;
pub(crate) use retry::REMEMBERED;
pub use retry::RetryOf;
pub use set::{ApiSetState, PageWords, SetRefusal, SetStatus};
