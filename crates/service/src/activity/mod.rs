//! What happened to an account, as its owner reads it, and what the owner says of it.

mod answer;
mod feed;

pub use answer::{AnswerRefusal, Denied};
pub use feed::{Activity, Entry};
