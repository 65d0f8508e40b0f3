//! Where a request comes from.

use counterfoil_model::Network;
use sha2::{Digest, Sha256};
use std::net::IpAddr;

/// SHA-256 of a browser's cookie: all that is kept of it.
pub type BrowserHash = [u8; 32];

/// Where a request comes from.
#[derive(Clone, Debug)]
pub struct Visit {
    /// The browser, by its cookie.
    pub browser: BrowserHash,
    /// The client's address.
    pub address: IpAddr,
    /// The browser in words a person recognises: "Firefox on Linux".
    pub device: String,
}

impl Visit {
    /// A visit by the browser that holds this cookie.
    #[must_use]
    pub fn new(browser_cookie: &[u8], address: IpAddr, device: impl Into<String>) -> Self {
        Self {
            browser: Sha256::digest(browser_cookie).into(),
            address,
            device: device.into(),
        }
    }

    /// The client's network, the unit of throttling.
    #[must_use]
    pub fn network(&self) -> Network {
        Network::of(self.address)
    }

    /// Device and address as an owner reads them: "Firefox on Linux, 192.0.2.7".
    #[must_use]
    pub fn described(&self) -> String {
        format!("{}, {}", self.device, self.address.to_canonical())
    }
}
