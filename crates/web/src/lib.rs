#![doc = include_str!("../README.md")]

pub mod api;
pub mod assets;
pub mod delivery_reports;
pub mod mail_gateway;
pub mod oidc;
pub mod place;
pub mod portal;
pub mod routes;
pub mod sending_policy;
pub mod shell;
mod way_back;
