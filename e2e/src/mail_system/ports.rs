//! Who listens where.

use std::net::{Ipv4Addr, TcpListener};

use crate::program::free_port;

/// The ports of this machine that the programs listen on, all on 127.0.0.1.
#[derive(Debug, Clone, Copy)]
pub struct Ports {
    /// Counterfoil's pages.
    pub portal: u16,
    /// What Counterfoil tells Dovecot.
    pub gateway: u16,
    /// What Counterfoil tells Postfix.
    pub sending: u16,
    /// What Postfix hands back to Counterfoil.
    pub returns: u16,
    /// Webmail.
    pub roundcube: u16,
    /// Dovecot: IMAP.
    pub imap: u16,
    /// Dovecot: POP3.
    pub pop3: u16,
    /// Dovecot: filters.
    pub sieve: u16,
    /// Dovecot: messages from Postfix.
    pub lmtp: u16,
    /// Dovecot: passwords that Postfix asks about.
    pub sasl: u16,
    /// Dovecot: what Counterfoil asks of it.
    pub doveadm: u16,
    /// Postfix: messages from other servers.
    pub smtp: u16,
    /// Postfix: messages from owners.
    pub submission: u16,
}

impl Ports {
    /// Ports that nobody listens on now.
    #[must_use]
    pub fn free() -> Self {
        let mut ports = std::iter::repeat_with(free_port);
        Self::from_each(|_| ports.next().expect("there are enough ports"))
    }

    /// The same ports every time, from the first on.
    #[must_use]
    pub fn from(first: u16) -> Self {
        Self::from_each(|place| first + place)
    }

    fn from_each(mut port: impl FnMut(u16) -> u16) -> Self {
        Self {
            portal: port(0),
            roundcube: port(1),
            imap: port(2),
            submission: port(3),
            pop3: port(4),
            sieve: port(5),
            smtp: port(6),
            lmtp: port(7),
            sasl: port(8),
            doveadm: port(9),
            gateway: port(10),
            sending: port(11),
            returns: port(12),
        }
    }

    /// The first that somebody else listens on already.
    #[must_use]
    pub fn taken(&self) -> Option<u16> {
        self.all()
            .into_iter()
            .find(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_err())
    }

    fn all(&self) -> [u16; 13] {
        [
            self.portal,
            self.roundcube,
            self.imap,
            self.submission,
            self.pop3,
            self.sieve,
            self.smtp,
            self.lmtp,
            self.sasl,
            self.doveadm,
            self.gateway,
            self.sending,
            self.returns,
        ]
    }
}
