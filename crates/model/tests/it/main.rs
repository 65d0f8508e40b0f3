//! What the decisions promise, checked from outside.

mod corpus;
