//! The network a request comes from: what throttles count by.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// A /24 of IPv4 or a /56 of IPv6: about what one subscriber or one office has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Network {
    /// The first 24 bits of an IPv4 address; the rest is zero.
    V4(Ipv4Addr),
    /// The first 56 bits of an IPv6 address; the rest is zero.
    V6(Ipv6Addr),
}

impl Network {
    /// The network of a client. An IPv4 address in IPv6 clothes (`::ffff:192.0.2.7`) is IPv4, so
    /// that the way a socket was opened doesn't give a guesser a second lane.
    #[must_use]
    pub fn of(address: IpAddr) -> Self {
        match address.to_canonical() {
            IpAddr::V4(v4) => Self::V4(Ipv4Addr::from_bits(v4.to_bits() & (u32::MAX << 8))),
            IpAddr::V6(v6) => Self::V6(Ipv6Addr::from_bits(v6.to_bits() & (u128::MAX << 72))),
        }
    }
}

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::V4(v4) => write!(f, "{v4}/24"),
            Self::V6(v6) => write!(f, "{v6}/56"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn network(address: &str) -> String {
        Network::of(address.parse().unwrap()).to_string()
    }

    #[test]
    fn a_network_is_a_slash_24_or_a_slash_56() {
        assert_eq!(network("192.0.2.77"), "192.0.2.0/24");
        assert_eq!(network("2001:db8:1:2ff:3:4:5:6"), "2001:db8:1:200::/56");
        assert_eq!(network("2001:db8:1:2::1"), network("2001:db8:1:ff::1"));
        assert_ne!(network("2001:db8:1:2::1"), network("2001:db8:1:102::1"));
    }

    #[test]
    fn an_ipv4_address_in_ipv6_clothes_is_the_same_network() {
        assert_eq!(network("::ffff:192.0.2.77"), "192.0.2.0/24");
    }
}
