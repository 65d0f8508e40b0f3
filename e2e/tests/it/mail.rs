//! The real mailbox: Dovecot, Postfix and Roundcube behind Counterfoil.

mod app_passwords;
mod delivery;
mod doctor;
mod no_bypass;
mod outage;
mod owner;
mod programs;
mod story;
mod tokens;
mod webmail;
