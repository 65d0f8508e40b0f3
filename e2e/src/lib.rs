#![doc = include_str!("../README.md")]
#![expect(
    clippy::panic,
    clippy::expect_used,
    clippy::missing_panics_doc,
    reason = "this crate serves tests: what fails must stop them and say why"
)]

mod axe;
mod browser;
mod canary;
mod chromedriver;
mod hand;
mod lab;
pub mod letter;
mod look;
pub mod mail_client;
mod mail_server;
pub mod mail_system;
pub mod paper;
mod phone;
mod processes;
mod program;
mod server;
mod xpath;

pub use browser::Browser;
pub use canary::Canary;
pub use hand::{Hand, Reply};
pub use lab::Lab;
pub use look::Look;
pub use mail_server::MailServer;
pub use phone::Phone;
pub use program::free_port;
pub use server::{Server, Setup};
