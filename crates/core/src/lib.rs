#![doc = include_str!("../README.md")]

pub mod alphabet;
mod attempt;
mod block;
mod code;
mod digest;
mod key;
mod reed_solomon;
mod refusal;
mod report;
mod slot;
pub mod words;

pub use attempt::{Attempt, Reading};
pub use code::Code;
pub use digest::{AccountBytes, CodeDigest, Cost, CostError, DigestError, Memory, Salt, SetBytes};
pub use key::{KeyError, Pepper, TagKey};
pub use refusal::Refusal;
pub use report::report;
pub use slot::Slot;
pub use words::Word;
