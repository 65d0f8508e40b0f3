//! The real mailbox: what mail programs may do, and how what they do ends.

mod cut_off;
