#![doc = include_str!("../README.md")]

pub mod doctor;
mod doveadm;
pub mod fragment;

pub use doveadm::{Doveadm, NoAddress};
