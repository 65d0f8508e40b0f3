//! The real mailbox: what mail programs may do, and how what they do ends.

mod cut_off;
mod filters;

pub use filters::{FiltersRefusal, ListedFilter, Runs};
