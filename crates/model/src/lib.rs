#![doc = include_str!("../README.md")]

pub mod code_set;
pub mod device;
mod event;
pub mod guesses;
pub mod hold;
mod id;
mod network;
mod policy;
pub mod session;
pub mod sign_in_throttle;
mod timestamp;

pub use event::{Announcement, EventKind};
pub use guesses::GuessClock;
pub use hold::{Hold, HoldFacts, SensitiveAction};
pub use id::{AccountId, ChangeId, EventId, NoticeId, OutsideAddressId, SetId, TotpId};
pub use network::Network;
pub use policy::{Policy, PolicyError};
pub use session::{Method, Methods, SessionLimits};
pub use sign_in_throttle::SignInThrottle;
pub use timestamp::{Span, Timestamp};
