//! An address or a range of addresses.

use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;

use serde::Deserialize;

/// `10.0.0.0/8`, `fd00::/8`, or one address alone.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Network {
    address: IpAddr,
    prefix: u8,
}

impl Network {
    /// The first address and how many leading bits count.
    #[must_use]
    pub fn parts(self) -> (IpAddr, u8) {
        (self.address, self.prefix)
    }

    /// Whether the address is of this network. An IPv4 address written as IPv6 counts as IPv4.
    #[must_use]
    pub fn contains(self, address: IpAddr) -> bool {
        match (self.address, address.to_canonical()) {
            (IpAddr::V4(network), IpAddr::V4(address)) => {
                self.leading(32, network.to_bits().into())
                    == self.leading(32, address.to_bits().into())
            }
            (IpAddr::V6(network), IpAddr::V6(address)) => {
                self.leading(128, network.to_bits()) == self.leading(128, address.to_bits())
            }
            _ => false,
        }
    }

    fn leading(self, width: u8, bits: u128) -> u128 {
        bits.checked_shr(u32::from(width - self.prefix))
            .unwrap_or(0)
    }
}

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.address, self.prefix)
    }
}

impl fmt::Debug for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Network {
    type Err = String;

    fn from_str(written: &str) -> Result<Self, Self::Err> {
        let refused = || {
            format!(
                "{written:?} is not an address or a network; write \"192.0.2.7\" or \"10.0.0.0/8\""
            )
        };
        let (address, prefix) = match written.split_once('/') {
            Some((address, prefix)) => (address, Some(prefix)),
            None => (written, None),
        };
        let address: IpAddr = address.trim().parse().map_err(|_| refused())?;
        let width = if address.is_ipv4() { 32 } else { 128 };
        let prefix = match prefix {
            Some(digits) => digits.trim().parse().map_err(|_| refused())?,
            None => width,
        };
        if prefix > width {
            return Err(refused());
        }
        Ok(Self { address, prefix })
    }
}

impl TryFrom<String> for Network {
    type Error = String;

    fn try_from(written: String) -> Result<Self, Self::Error> {
        written.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(network: &str, address: &str) -> bool {
        network
            .parse::<Network>()
            .unwrap()
            .contains(address.parse().unwrap())
    }

    #[test]
    fn a_network_holds_its_own_addresses_only() {
        assert!(holds("10.0.0.0/8", "10.255.1.2"));
        assert!(!holds("10.0.0.0/8", "11.0.0.1"));
        assert!(holds("192.0.2.7", "192.0.2.7"));
        assert!(!holds("192.0.2.7", "192.0.2.8"));
        assert!(holds("0.0.0.0/0", "203.0.113.9"));
        assert!(!holds("0.0.0.0/0", "2001:db8::1"));
        assert!(holds("2001:db8::/32", "2001:db8:7::1"));
        assert!(!holds("2001:db8::/32", "2001:db9::1"));
        assert!(holds("::/0", "2001:db9::1"));
        assert!(holds("127.0.0.0/8", "::ffff:127.0.0.1"));
    }

    #[test]
    fn what_is_no_network_is_refused() {
        for written in [
            "",
            "10.0.0.0/33",
            "::/129",
            "10.0.0/8",
            "proxy.example.org",
            "10.0.0.0/-1",
            "10.0.0.0/",
        ] {
            assert!(written.parse::<Network>().is_err(), "{written}");
        }
    }
}
