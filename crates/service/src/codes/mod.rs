//! Backup codes: shown, proved, redeemed, replaced, drilled, checked, renewed, lost.

mod by_hand;
mod check;
mod confirm;
mod draw;
mod drill;
mod foreign;
mod lose;
mod prove;
mod read;
mod redeem;
mod replacement;
mod show;
mod status;
mod stop_link;

pub use by_hand::{CodeToWrite, Head, Unwritten, WriteRefusal};
pub use check::{CheckRefusal, Checked};
pub use confirm::{ConfirmRefusal, Waiting};
pub use draw::DrawnCode;
pub use drill::{Drill, DrillRefusal};
pub use prove::{ProveRefusal, Proved};
pub use read::ReadBack;
pub(crate) use read::{Read, read};
pub use redeem::{OldCode, RedeemRefusal, Redeemed};
pub use replacement::{Owed, Replacement, ReplacementRefusal, TypedBack};
pub use show::{ShowRefusal, ShownSheet};
pub use status::CodesStatus;
pub use stop_link::StopView;
