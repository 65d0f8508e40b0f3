#![doc = include_str!("../README.md")]

pub mod database;
pub mod faults;
pub mod postgres;
