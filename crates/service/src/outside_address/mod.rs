//! Outside addresses: those that hear of events beside the mailbox at stake (N24).

mod add;
mod list;
mod remove;
mod verify;

pub use add::AddAddressRefusal;
pub use list::{AddressState, ListedAddress};
pub use remove::RemoveAddressRefusal;
