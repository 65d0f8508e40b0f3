//! The two alphabets of `crypt(5)`, and the order in which SHA-crypt writes its octets.

use data_encoding::{BitOrder, Encoding, Specification};
use std::sync::LazyLock;

const SHA_CRYPT_SYMBOLS: &str = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const BCRYPT_SYMBOLS: &str = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/// Of SHA-256-crypt and SHA-512-crypt.
pub(super) static SHA_CRYPT: LazyLock<Encoding> =
    LazyLock::new(|| encoding(SHA_CRYPT_SYMBOLS, BitOrder::LeastSignificantFirst));

/// Of bcrypt.
pub(super) static BCRYPT: LazyLock<Encoding> =
    LazyLock::new(|| encoding(BCRYPT_SYMBOLS, BitOrder::MostSignificantFirst));

#[expect(
    clippy::expect_used,
    reason = "sixty-four different symbols are an encoding, and every test of a vector reads them"
)]
fn encoding(symbols: &str, bit_order: BitOrder) -> Encoding {
    let mut specification = Specification::new();
    specification.symbols.push_str(symbols);
    specification.bit_order = bit_order;
    specification.encoding().expect("an alphabet")
}

const ORDER_256: [usize; 32] = [
    20, 10, 0, 11, 1, 21, 2, 22, 12, 23, 13, 3, 14, 4, 24, 5, 25, 15, 26, 16, 6, 17, 7, 27, 8, 28,
    18, 29, 19, 9, 30, 31,
];
const ORDER_512: [usize; 64] = [
    42, 21, 0, 1, 43, 22, 23, 2, 44, 45, 24, 3, 4, 46, 25, 26, 5, 47, 48, 27, 6, 7, 49, 28, 29, 8,
    50, 51, 30, 9, 10, 52, 31, 32, 11, 53, 54, 33, 12, 13, 55, 34, 35, 14, 56, 57, 36, 15, 16, 58,
    37, 38, 17, 59, 60, 39, 18, 19, 61, 40, 41, 20, 62, 63,
];

/// A digest of 32 octets in the order of the text.
pub(super) fn in_order_256(digest: &[u8; 32]) -> Vec<u8> {
    in_order(digest, &ORDER_256)
}

/// A digest of 64 octets in the order of the text.
pub(super) fn in_order_512(digest: &[u8; 64]) -> Vec<u8> {
    in_order(digest, &ORDER_512)
}

fn in_order(digest: &[u8], order: &[usize]) -> Vec<u8> {
    order
        .iter()
        .filter_map(|from| digest.get(*from).copied())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_octet_is_written_once() {
        let digest: [u8; 64] = std::array::from_fn(|n| u8::try_from(n).unwrap());
        let mut written = in_order_512(&digest);
        written.sort_unstable();
        assert_eq!(written, digest);
        let digest: [u8; 32] = std::array::from_fn(|n| u8::try_from(n).unwrap());
        let mut written = in_order_256(&digest);
        written.sort_unstable();
        assert_eq!(written, digest);
    }
}
