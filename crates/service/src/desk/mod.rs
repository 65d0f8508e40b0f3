//! The operator's desk: looking accounts up, looking after them, deliveries, totals. Nothing here ever holds a code or a secret.

mod accounts;
mod authority;
mod deliveries;
mod invite_many;
mod one_account;
mod totals;

pub use accounts::{AccountFilter, AccountSearch, FoundAccount, FoundAccounts};
pub use authority::DeskRefusal;
pub use deliveries::{Delivery, DeliveryState};
pub use invite_many::{
    GuestList, GuestListView, GuestOutcome, GuestProgress, GuestReport, InviteManyRefusal,
};
pub use one_account::AccountView;
pub use totals::{AccountTotals, BehindTotals, DeliveryTotals, SheetTotals, Totals};

pub(crate) use totals::Counted;
