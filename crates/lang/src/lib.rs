#![doc = include_str!("../README.md")]

mod argument;
mod dates;
mod language;
mod pseudo;
mod sentences;
mod sources;

pub use argument::Arg;
pub use jiff::tz::TimeZone;
pub use language::Language;
pub use sentences::{LoadError, Sentences, TextError};
