#![doc = include_str!("../README.md")]

mod address;
pub mod advisory;
pub mod api_account;
pub mod api_key;
pub mod api_rate;
pub mod app_password;
mod blocklist;
pub mod code_set;
pub mod delivery;
pub mod device;
pub mod drill;
mod event;
pub mod freeze;
pub mod guesses;
pub mod guest_list;
pub mod hold;
mod id;
pub mod key_rotation;
pub mod login;
mod network;
pub mod outbound;
mod passphrase;
pub mod password;
pub mod policy;
pub mod reminders;
pub mod sending;
pub mod session;
pub mod sieve;
pub mod sign_in_throttle;
pub mod standing;
mod strength;
mod timestamp;
pub mod totp;
pub mod turns;

pub use address::{ADDRESS_MAX, AddressError, LOCAL_MAX, MailAddress};
pub use api_key::{ApiKey, ApiScope, ApiScopes};
pub use app_password::{AppPassword, MailProtocol, Scopes};
pub use blocklist::Blocklist;
pub use delivery::EnhancedStatus;
pub use event::{Announcement, EventKind};
pub use freeze::Taken;
pub use guesses::GuessClock;
pub use hold::{Hold, HoldFacts, SensitiveAction};
pub use id::{
    AccountId, AdvisoryId, ApiKeyId, AppPasswordId, ChangeId, EventId, GrantId, GuestListId,
    NoticeId, OutsideAddressId, SetId, TotpId,
};
pub use key_rotation::{KeyKind, KeySet, ToRenew};
pub use login::{LoginError, LoginName};
pub use network::Network;
pub use passphrase::Passphrase;
pub use password::{NormalizedPassword, PasswordRefusal};
pub use policy::{Policy, PolicyError, Setting};
pub use session::{Method, Methods, SessionLimits};
pub use sign_in_throttle::SignInThrottle;
pub use standing::{NextThing, Protection, Standing};
pub use strength::Strength;
pub use timestamp::{Span, Timestamp};
pub use totp::TotpSecret;
