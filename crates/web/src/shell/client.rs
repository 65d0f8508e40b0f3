//! Where a request comes from: the peer's address, unless the peer is a proxy we trust.

use axum::http::HeaderMap;
use std::net::IpAddr;
use std::str::FromStr;
use thiserror::Error;

/// The address that throttles and events go by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ClientAddr(pub IpAddr);

/// A network in CIDR notation, `10.0.0.0/8`, or one address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    base: IpAddr,
    bits: u8,
}

/// A text that names no network.
#[derive(Debug, Error)]
#[error(
    "{0:?} is not a network: write an address, or an address and a prefix length such as 10.0.0.0/8"
)]
pub struct BadNetwork(String);

impl FromStr for Network {
    type Err = BadNetwork;

    fn from_str(text: &str) -> Result<Self, BadNetwork> {
        let bad = || BadNetwork(text.to_owned());
        let (base, bits) = match text.split_once('/') {
            Some((base, bits)) => (base, Some(bits.parse::<u8>().map_err(|_| bad())?)),
            None => (text, None),
        };
        let base: IpAddr = base.trim().parse().map_err(|_| bad())?;
        let widest = if base.is_ipv4() { 32 } else { 128 };
        let bits = bits.unwrap_or(widest);
        if bits > widest {
            Err(bad())
        } else {
            Ok(Self { base, bits })
        }
    }
}

impl Network {
    /// Whether an address is in it. An IPv4 address in IPv6 clothes counts as IPv4.
    #[must_use]
    pub fn holds(&self, address: IpAddr) -> bool {
        let differs = match (self.base.to_canonical(), address.to_canonical()) {
            (IpAddr::V4(base), IpAddr::V4(address)) => {
                (u32::from(base) ^ u32::from(address)).leading_zeros()
            }
            (IpAddr::V6(base), IpAddr::V6(address)) => {
                (u128::from(base) ^ u128::from(address)).leading_zeros()
            }
            _ => return false,
        };
        differs >= u32::from(self.bits)
    }
}

/// The proxies whose `X-Forwarded-For` is believed.
#[derive(Clone, Debug, Default)]
pub struct TrustedProxies(pub Vec<Network>);

impl TrustedProxies {
    fn trust(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.holds(address))
    }

    /// The client's address: the peer's, or, when the peer is trusted, the rightmost address of `X-Forwarded-For` that is not
    /// a trusted proxy. An entry that is no address ends the search: what stands left of it was not written by a proxy of ours.
    #[must_use]
    pub fn client(&self, peer: IpAddr, headers: &HeaderMap) -> ClientAddr {
        let mut client = peer.to_canonical();
        let lines: Vec<&str> = headers
            .get_all("x-forwarded-for")
            .iter()
            .map(|line| line.to_str().unwrap_or("?"))
            .collect();
        for entry in lines.iter().rev().flat_map(|line| line.rsplit(',')) {
            if !self.trust(client) {
                break;
            }
            let Ok(address) = entry.trim().parse::<IpAddr>() else {
                break;
            };
            client = address.to_canonical();
        }
        ClientAddr(client)
    }
}

#[cfg(test)]
mod tests {
    use super::{Network, TrustedProxies};
    use axum::http::{HeaderMap, HeaderValue};

    fn client(trusted: &[&str], peer: &str, forwarded: &[&str]) -> String {
        let proxies = TrustedProxies(
            trusted
                .iter()
                .map(|network| network.parse().unwrap())
                .collect(),
        );
        let mut headers = HeaderMap::new();
        for line in forwarded {
            headers.append("x-forwarded-for", HeaderValue::from_str(line).unwrap());
        }
        proxies
            .client(peer.parse().unwrap(), &headers)
            .0
            .to_string()
    }

    #[test]
    fn a_stranger_names_no_address_but_its_own() {
        assert_eq!(client(&[], "203.0.113.9", &["198.51.100.1"]), "203.0.113.9");
        assert_eq!(
            client(&["10.0.0.0/8"], "203.0.113.9", &["198.51.100.1"]),
            "203.0.113.9"
        );
    }

    #[test]
    fn the_rightmost_address_that_is_not_ours_counts() {
        let ours = &["10.0.0.0/8", "2001:db8::/32"];
        assert_eq!(
            client(ours, "10.1.1.1", &["1.2.3.4, 198.51.100.1, 10.2.2.2"]),
            "198.51.100.1"
        );
        assert_eq!(
            client(ours, "10.1.1.1", &["1.2.3.4", "198.51.100.1"]),
            "198.51.100.1"
        );
        assert_eq!(
            client(ours, "::ffff:10.1.1.1", &["198.51.100.1"]),
            "198.51.100.1"
        );
        assert_eq!(client(ours, "2001:db8::1", &["2001:db9::5"]), "2001:db9::5");
        assert_eq!(client(ours, "10.1.1.1", &["1.2.3.4, nonsense"]), "10.1.1.1");
        assert_eq!(client(ours, "10.1.1.1", &[]), "10.1.1.1");
        assert_eq!(client(ours, "10.1.1.1", &["10.3.3.3"]), "10.3.3.3");
    }

    #[test]
    fn networks_are_read_or_refused() {
        assert!(
            "10.0.0.0/8"
                .parse::<Network>()
                .unwrap()
                .holds("10.255.0.1".parse().unwrap())
        );
        assert!(
            "0.0.0.0/0"
                .parse::<Network>()
                .unwrap()
                .holds("9.9.9.9".parse().unwrap())
        );
        assert!(
            !"10.0.0.1"
                .parse::<Network>()
                .unwrap()
                .holds("10.0.0.2".parse().unwrap())
        );
        for bad in ["10.0.0.0/33", "10.0.0.0/", "host", "", "::1/129"] {
            assert!(bad.parse::<Network>().is_err(), "{bad}");
        }
    }
}
