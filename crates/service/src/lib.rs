#![doc = include_str!("../README.md")]

mod access;
pub mod account;
pub mod activity;
pub mod advisory;
mod announce;
pub mod api;
mod app;
pub mod app_events;
pub mod app_password;
mod attention;
pub mod audit;
mod banner;
pub mod check_up;
pub mod codes;
pub mod desk;
pub mod devices;
mod fault;
pub mod freeze;
mod guess;
mod hash_memory;
pub mod home;
pub mod jobs;
pub mod keys;
mod lanes;
pub mod link;
pub mod mail;
pub mod openid;
pub mod outside_address;
pub mod papers;
pub mod passkey;
pub mod password;
mod phc;
pub mod phrase;
pub mod policy;
mod ports;
mod protection;
mod rates;
pub mod reminders;
pub mod restore;
pub mod returns;
mod seal;
pub mod session;
pub mod sign_in;
mod slow_hash;
pub mod totp;
mod visit;
pub mod ways_in;

pub use app::{App, Parts};
pub use attention::Attention;
pub use banner::Banner;
pub use counterfoil_model::KeyKind;
pub use fault::Fault;
pub use keys::{KeyMaterial, KeyRing, KeyRingError};
pub use link::{LinkKind, LinkToken};
pub use ports::{
    BackChannel, BackChannelError, Chance, Clock, Counted, Country, Doctor, Entropy, Finding,
    MailFilter, MailSystem, MailSystemError, Meter, Place, Places, SystemClock, SystemEntropy,
    Unmetered, WebhookError, WebhookMessage, Webhooks,
};
pub use rates::Rates;
pub use seal::FormField;
pub use session::{NoSession, Owner, Session, SessionToken};
pub use slow_hash::SlowHash;
pub use visit::{BrowserHash, Visit};
