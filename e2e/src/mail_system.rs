//! The mail software that people already run, as plain processes on this machine: Dovecot, Postfix and Roundcube from
//! Debian's packages, in one folder.

mod dovecot;
mod haproxy;
mod ports;
mod postfix;
mod roundcube;

pub use dovecot::Dovecot;
pub use haproxy::Haproxy;
pub use ports::Ports;
pub use postfix::Postfix;
pub use roundcube::Roundcube;

pub use crate::program::free_port;
