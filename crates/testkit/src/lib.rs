#![doc = include_str!("../README.md")]

#[cfg(feature = "service")]
pub mod clock;
pub mod database;
#[cfg(feature = "service")]
pub mod entropy;
pub mod faults;
#[cfg(feature = "service")]
pub mod keys;
#[cfg(feature = "service")]
pub mod phone;
pub mod postgres;
#[cfg(feature = "service")]
pub mod service;
#[cfg(feature = "service")]
pub mod story;
