//! The portal, asked from outside.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "tests say what they expect and stop when it is not so"
)]

mod api;
mod api_freeze;
mod code;
mod corpus;
mod delivery_reports;
mod desk;
mod dress;
mod event_sentences;
mod forgotten;
mod forms;
mod freeze;
mod lanes;
mod language;
mod leaks;
mod links;
mod log;
mod mail_gateway;
mod oidc;
mod openapi;
mod opening_pages;
mod owner;
mod place;
mod re_enrol_account;
mod sending_policy;
mod shell;
mod sign_in;
mod storm;
