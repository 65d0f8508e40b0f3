#![doc = include_str!("../README.md")]

mod font;
mod foot;
mod head;
mod ink;
mod page;
mod paper;
mod sheet;
mod strip;
mod text;

pub use paper::Paper;
pub use sheet::{Line, Replacements, Sheet, SheetError};
