//! What is done without anybody asking; any number of nodes may do it.

mod apply_changes;
mod refused_sign_ins;
mod sweep;
