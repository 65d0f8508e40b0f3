#![doc = include_str!("../README.md")]

mod archive;
mod book;
mod braille;
mod braille_file;
mod card;
mod card_panel;
mod edition;
mod font;
mod foot;
mod head;
mod ink;
mod large;
mod large_strip;
mod logo;
mod page;
mod paper;
mod record;
mod sheet;
mod strip;
mod text;

pub use edition::{Edition, FileKind, Printout};
pub use logo::{Logo, LogoError};
pub use paper::Paper;
pub use sheet::{Line, Replacements, Sheet, SheetError};
