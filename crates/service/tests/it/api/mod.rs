//! What programs of other services do.

mod accounts;
mod keys;
mod race;
mod redeem;
mod retry;
mod sets;
