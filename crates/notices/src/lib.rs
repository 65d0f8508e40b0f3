#![doc = include_str!("../README.md")]

mod article;
pub mod bounces;
mod compose;
mod html;
mod letter;
mod mail;
pub mod transport;
mod worker;

pub use compose::{ComposeError, Frame, compose, is_mailed, needs};
pub use mail::Mail;
pub use transport::{Receipt, Transport, TransportError, Verdict};
pub use worker::{Beat, OpenLink, Parts, Tally, deliver_due, run};
