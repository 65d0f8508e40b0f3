#![doc = include_str!("../README.md")]

mod id;
mod timestamp;

pub use id::{AccountId, ChangeId, EventId, NoticeId, OutsideAddressId, SetId, TotpId};
pub use timestamp::{Span, Timestamp};
