#![doc = include_str!("../README.md")]

pub mod doctor;
mod doveadm;
pub mod fragment;
pub mod probe;
pub mod import;

pub use doveadm::{Doveadm, NoAddress};
