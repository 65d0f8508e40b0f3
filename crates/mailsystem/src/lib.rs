#![doc = include_str!("../README.md")]

pub mod doctor;
mod doveadm;
pub mod fragment;
pub mod import;
pub mod probe;

pub use doveadm::{Doveadm, NoAddress};
