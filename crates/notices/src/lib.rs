#![doc = include_str!("../README.md")]

mod article;
pub mod bounces;
mod compose;
mod layout;
mod letter;
mod mail;
pub mod sample;
mod templates;
pub mod transport;
mod worker;

pub use compose::{ComposeError, Frame, compose, is_mailed, needs};
pub use layout::Layout;
pub use mail::Mail;
pub use templates::{TemplateError, Templates};
pub use transport::{Receipt, Transport, TransportError, Verdict};
pub use worker::{Beat, OpenLink, Parts, Tally, deliver_due, run};
