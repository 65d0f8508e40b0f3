//! What apps hold: given once, good while everything under it is, and gone when it ends.

mod clients;
pub(crate) mod ends;
mod tokens;
