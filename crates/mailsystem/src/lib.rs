#![doc = include_str!("../README.md")]

mod doveadm;

pub use doveadm::{Doveadm, NoAddress};
