//! Stories of whole people.

mod harness;
