//! By which addresses this machine can be reached from others.

use std::collections::BTreeSet;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;
use tokio::net::TcpStream;

/// A neighbour answers in a fraction of this.
const PATIENCE: Duration = Duration::from_millis(500);

/// Every address of this machine that isn't loopback or of one link only, as Linux lists them; none where it doesn't.
#[must_use]
pub fn of_this_machine() -> BTreeSet<IpAddr> {
    let read = |path| std::fs::read_to_string(path).unwrap_or_default();
    let (trie, list) = (read("/proc/net/fib_trie"), read("/proc/net/if_inet6"));
    four(&trie)
        .map(IpAddr::V4)
        .chain(six(&list).map(IpAddr::V6))
        .filter(|address| !address.is_loopback())
        .collect()
}

/// Whether somebody takes connections there.
pub async fn answers_at(address: SocketAddr) -> bool {
    let connected = tokio::time::timeout(PATIENCE, TcpStream::connect(address)).await;
    matches!(connected, Ok(Ok(_)))
}

/// In the trie of routes, an address of this machine is a leaf `|-- A` followed by `/32 host LOCAL`.
fn four(trie: &str) -> impl Iterator<Item = Ipv4Addr> {
    let mut leaf = None;
    let lines = trie.lines().map(str::trim);
    lines.filter_map(move |line| {
        if let Some(address) = line.strip_prefix("|-- ") {
            leaf = address.parse().ok();
        } else if line == "/32 host LOCAL" {
            return leaf;
        }
        None
    })
}

/// 32 hexadecimal digits begin each line; the fourth field is the scope, of which 00 is global.
fn six(list: &str) -> impl Iterator<Item = Ipv6Addr> {
    list.lines().filter_map(|line| {
        let mut fields = line.split_whitespace();
        let digits = fields.next()?;
        let scope = fields.nth(2)?;
        let bits = u128::from_str_radix(digits, 16).ok()?;
        (scope == "00").then(|| Ipv6Addr::from_bits(bits))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_as_linux_lists_them() {
        let trie = "Main:\n  +-- 0.0.0.0/0 3 0 5\n     |-- 0.0.0.0\n        /0 universe UNICAST\n           |-- 127.0.0.1\n              /32 host LOCAL\n           |-- 192.0.2.0\n              /24 link UNICAST\n           |-- 192.0.2.2\n              /32 host LOCAL\n        |-- 192.0.2.255\n           /32 link BROADCAST\n";
        let found: Vec<_> = four(trie).collect();
        assert_eq!(found, [Ipv4Addr::LOCALHOST, Ipv4Addr::new(192, 0, 2, 2)]);
        let list = "fd000000000000000000000000000002 04 40 00 82     eth0\nfe8000000000000000fc00fffe000001 04 40 20 80     eth0\n00000000000000000000000000000001 01 80 10 80       lo\n";
        let found: Vec<_> = six(list).map(|address| address.to_string()).collect();
        assert_eq!(found, ["fd00::2"]);
        assert_eq!(six("noise\n").count() + four("noise\n").count(), 0);
    }
}
