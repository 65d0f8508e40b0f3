#![doc = include_str!("../README.md")]

mod doveadm;
pub mod fragment;

pub use doveadm::{Doveadm, NoAddress};
