//! `[geo]`: where addresses are.

use serde::Deserialize;
use std::path::PathBuf;

/// Databases in the MMDB format, which several providers offer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Geo {
    /// One of countries.
    pub country: Option<PathBuf>,
    /// One of networks (autonomous systems).
    pub network: Option<PathBuf>,
}
