#![doc = include_str!("../README.md")]

mod db;
pub mod driver;
mod error;
mod row;
mod statement;
mod tx;
mod value;

pub use db::Db;
pub use error::{Constraint, Error};
pub use row::Row;
pub use statement::Statement;
pub use tx::Tx;
pub use value::{FromValue, Value};
