//! Outside addresses: those that hear of events beside the mailbox at stake (N19, N24).

mod add;
mod change;
mod code;
mod list;
mod name;
mod prove;
mod remove;
mod replace;
mod review;
mod try_again;

pub use add::{AddAddressRefusal, NewAddress};
pub use change::NotNow;
pub use list::{AddressState, ListedAddress};
pub use name::NameAddressRefusal;
pub use prove::{ProveAddressRefusal, ProvedAddress};
pub use remove::RemoveAddressRefusal;
pub use try_again::TryAgainRefusal;
