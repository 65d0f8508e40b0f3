//! What an operator reads of many accounts at once: lists and counts that span them, and never a secret.

pub mod accounts;
pub mod deliveries;
pub mod guest_list;
pub mod totals;
