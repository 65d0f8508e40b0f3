#![doc = include_str!("../README.md")]

mod argument;
mod dates;
mod day;
mod devices;
mod language;
mod needs;
mod own;
mod pseudo;
mod sentences;
mod sources;

pub use argument::Arg;
pub use day::typed_moment;
pub use jiff::tz::TimeZone;
pub use language::Language;
pub use own::OwnSentences;
pub use sentences::{LoadError, Sentences, TextError};
