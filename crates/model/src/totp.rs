//! TOTP (RFC 6238) as every authenticator app does it: HMAC-SHA-1, six digits, thirty seconds.

use crate::Timestamp;
use data_encoding::BASE32_NOPAD;
use rand::CryptoRng;
use std::fmt::{self, Write as _};
use totp_rs::{Algorithm, Builder, Totp};
use zeroize::{Zeroize, Zeroizing};

/// Seconds in a step.
pub const STEP_SECONDS: i64 = 30;

/// So many steps before and after the present one are taken, for clocks that are a little off.
pub const SKEW: i64 = 1;

const DIGITS: usize = 6;
/// 160 bits, as long as the hash (RFC 4226, section 4, R6).
const SECRET_BYTES: usize = 20;

/// What an authenticator app and the service share. Wiped when dropped, never shown by `Debug`.
pub struct TotpSecret([u8; SECRET_BYTES]);

/// A step of thirty seconds since the epoch: what is stored so that no digits work twice.
pub type Step = i64;

/// Six digits, as somebody typed them.
pub struct TypedDigits([u8; DIGITS]);

impl TotpSecret {
    /// Draws a new one.
    pub fn draw(rng: &mut impl CryptoRng) -> Self {
        let mut bytes = [0; SECRET_BYTES];
        rng.fill_bytes(&mut bytes);
        Self(bytes)
    }

    /// From its twenty bytes, as they come out of sealed storage.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; SECRET_BYTES]) -> Self {
        Self(bytes)
    }

    /// Its twenty bytes, to be sealed.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; SECRET_BYTES] {
        &self.0
    }

    /// The key for typing it by hand: base32 in eight groups of four.
    #[must_use]
    pub fn key_text(&self) -> Zeroizing<String> {
        let key = Zeroizing::new(BASE32_NOPAD.encode(&self.0));
        let mut text = Zeroizing::new(String::with_capacity(key.len() + key.len() / 4));
        for (place, symbol) in key.chars().enumerate() {
            if place > 0 && place % 4 == 0 {
                text.push(' ');
            }
            text.push(symbol);
        }
        text
    }

    /// The address that an app reads from a QR code. Every parameter is written out; the label is
    /// `issuer:address` and neither may bring a colon of its own, so one in the issuer is left out.
    #[must_use]
    pub fn otpauth_uri(&self, issuer: &str, address: &str) -> Zeroizing<String> {
        let key = Zeroizing::new(BASE32_NOPAD.encode(&self.0));
        let issuer = percent_encoded(&issuer.replace(':', ""));
        let address = percent_encoded(address);
        let mut uri = Zeroizing::new(String::with_capacity(512));
        uri.push_str("otpauth://totp/");
        for part in [
            &issuer, ":", &address, "?secret=", &key, "&issuer=", &issuer,
        ] {
            uri.push_str(part);
        }
        uri.push_str("&algorithm=SHA1&digits=6&period=30");
        uri
    }

    fn generator(&self) -> Totp {
        Builder::new()
            .with_algorithm(Algorithm::SHA1)
            .with_secret(self.0)
            .build_noncompliant()
    }
}

impl Drop for TotpSecret {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl fmt::Debug for TotpSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TotpSecret(…)")
    }
}

impl TypedDigits {
    /// Reads exactly six digits: white space and hyphens are dropped, full-width digits and those of
    /// Arabic, Persian and Devanagari keyboards are folded. `None` for anything else.
    #[must_use]
    pub fn read(typed: &str) -> Option<Self> {
        let mut digits = [0; DIGITS];
        let mut places = digits.iter_mut();
        for character in typed.chars() {
            if character.is_whitespace() || matches!(character, '-' | '\u{200b}'..='\u{200f}') {
                continue;
            }
            *places.next()? = digit(character)?;
        }
        places.next().is_none().then_some(Self(digits))
    }
}

impl fmt::Debug for TypedDigits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TypedDigits(…)")
    }
}

/// The value of a decimal digit.
pub(crate) fn digit(character: char) -> Option<u8> {
    const ZEROS: [u32; 5] = [0x30, 0xFF10, 0x0660, 0x06F0, 0x0966];
    let code = u32::from(character);
    let value = ZEROS
        .iter()
        .find_map(|zero| code.checked_sub(*zero).filter(|value| *value < 10))?;
    u8::try_from(value).ok()
}

/// The step that these digits belong to, if they are right: of the steps around `now`, the first
/// one after `last_step`. Store it as the new `last_step` in the same conditional write that lets
/// somebody in, so that no digits work twice (RFC 6238, section 5.2).
#[must_use]
pub fn check(
    secret: &TotpSecret,
    typed: &TypedDigits,
    now: Timestamp,
    last_step: Option<Step>,
) -> Option<Step> {
    let generator = secret.generator();
    let present = now.as_seconds().div_euclid(STEP_SECONDS);
    let mut found = None;
    // All steps are compared whatever matched, so that time tells nothing.
    for step in (present - SKEW..=present + SKEW).rev() {
        let fresh = last_step.is_none_or(|last| step > last);
        if digits_of(&generator, step).is_some_and(|digits| same(digits, typed.0)) && fresh {
            found = Some(step);
        }
    }
    found
}

/// The digits of a step, 0 to 9 each; `None` before the epoch.
fn digits_of(generator: &Totp, step: Step) -> Option<[u8; DIGITS]> {
    let seconds = u64::try_from(step.checked_mul(STEP_SECONDS)?).ok()?;
    let text = Zeroizing::new(generator.generate(seconds).to_string());
    TypedDigits::read(&text).map(|digits| digits.0)
}

fn same(left: [u8; DIGITS], right: [u8; DIGITS]) -> bool {
    left.into_iter()
        .zip(right)
        .fold(0, |difference, (l, r)| difference | (l ^ r))
        == 0
}

/// Everything but the unreserved characters of RFC 3986 as `%XX`; a space is `%20`, because apps
/// show a `+` as it is.
fn percent_encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing to a String can't fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// RFC 6238, appendix B: the SHA-1 key and its eight digits, of which an app shows the last six.
    const RFC_SECRET: TotpSecret = TotpSecret(*b"12345678901234567890");
    const RFC_VECTORS: [(i64, &str); 6] = [
        (59, "94287082"),
        (1_111_111_109, "07081804"),
        (1_111_111_111, "14050471"),
        (1_234_567_890, "89005924"),
        (2_000_000_000, "69279037"),
        (20_000_000_000, "65353130"),
    ];

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_micros(seconds * 1_000_000)
    }

    fn checked(typed: &str, seconds: i64, last_step: Option<Step>) -> Option<Step> {
        check(
            &RFC_SECRET,
            &TypedDigits::read(typed)?,
            at(seconds),
            last_step,
        )
    }

    #[test]
    fn rfc_6238_vectors() {
        for (seconds, digits) in RFC_VECTORS {
            assert_eq!(
                checked(&digits[2..], seconds, None),
                Some(seconds / 30),
                "{seconds}"
            );
        }
    }

    #[test]
    fn one_step_before_and_after_is_taken_and_no_more() {
        assert_eq!(checked("287082", 59 + 30, None), Some(1));
        assert_eq!(checked("287082", 29, None), Some(1));
        assert_eq!(checked("287082", 59 + 60, None), None);
    }

    #[test]
    fn digits_are_read_as_people_type_them() {
        let read = |typed| TypedDigits::read(typed).map(|digits| digits.0);
        for typed in [
            " 287 082 ",
            "287-082",
            "２８７０８２",
            "٢٨٧٠٨٢",
            "۲۸۷۰۸۲",
            "287\u{a0}082",
        ] {
            assert_eq!(read(typed), Some([2, 8, 7, 0, 8, 2]), "{typed}");
        }
        for typed in [
            "", "28708", "2870822", "28708O", "+287082", "287082.0", "½87082",
        ] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }

    #[test]
    fn the_uri_says_everything_an_app_needs() {
        let uri = RFC_SECRET.otpauth_uri("Example: Mail", "jo+x@example.org");
        assert_eq!(
            uri.as_str(),
            "otpauth://totp/Example%20Mail:jo%2Bx%40example.org?secret=\
             GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Example%20Mail\
             &algorithm=SHA1&digits=6&period=30"
        );
        let read = Totp::from_url(uri.as_str()).unwrap();
        assert_eq!(read.generate(59).to_string(), "287082");
    }

    #[test]
    fn the_key_for_typing_is_in_groups_of_four() {
        assert_eq!(
            RFC_SECRET.key_text().as_str(),
            "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ"
        );
    }

    #[test]
    fn debug_shows_nothing() {
        assert_eq!(format!("{RFC_SECRET:?}"), "TotpSecret(…)");
        assert_eq!(
            format!("{:?}", TypedDigits::read("287082")),
            "Some(TypedDigits(…))"
        );
    }

    proptest! {
        #[test]
        fn a_step_is_never_taken_twice(
            bytes in any::<[u8; SECRET_BYTES]>(),
            seconds in 0_i64..4_000_000_000,
            tries in proptest::collection::vec(-90_i64..90, 1..12),
        ) {
            let secret = TotpSecret::from_bytes(bytes);
            let typed = TypedDigits(digits_of(&secret.generator(), seconds / 30).unwrap());
            let mut last = None;
            for offset in tries {
                if let Some(step) = check(&secret, &typed, at(seconds + offset), last) {
                    prop_assert!(last.is_none_or(|last| step > last));
                    last = Some(step);
                }
            }
        }

        #[test]
        fn it_agrees_with_totp_rs(bytes in any::<[u8; SECRET_BYTES]>(), seconds in 60_u64..4_000_000_000) {
            let secret = TotpSecret::from_bytes(bytes);
            let digits = secret.generator().generate(seconds).to_string();
            let now = at(i64::try_from(seconds).unwrap());
            let ours = check(&secret, &TypedDigits::read(&digits).unwrap(), now, None);
            let theirs = secret.generator().check(&digits, seconds);
            prop_assert_eq!(ours, theirs.map(|step| i64::try_from(step).unwrap()));
        }

        #[test]
        fn anything_may_be_typed(typed in any::<String>(), now in any::<i64>()) {
            if let Some(digits) = TypedDigits::read(&typed) {
                let _ = check(&RFC_SECRET, &digits, Timestamp::from_micros(now), None);
            }
        }
    }
}
