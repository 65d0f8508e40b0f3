//! The real mailbox: Dovecot, Postfix and Roundcube behind Counterfoil.

mod programs;
