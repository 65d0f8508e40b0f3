#![doc = include_str!("../README.md")]

mod db;
mod dialect;
pub mod driver;
pub mod dump;
mod durability;
mod error;
mod migrate;
mod migrations;
mod open;
mod postgres;
pub mod repo;
mod row;
mod sqlite;
mod statement;
mod tx;
mod value;
mod watch;

pub use db::Db;
pub use durability::{Durability, durability};
pub use error::{Constraint, Error};
pub use migrate::{Applied, Migration, Schema, check, migrate};
pub use open::{CONNECTIONS, open, open_with};
pub use row::Row;
pub use sqlite::copy_file;
pub use statement::Statement;
pub use tx::Tx;
pub use value::{FromValue, Value};
pub use watch::{Ended, Outcome, Watch};
