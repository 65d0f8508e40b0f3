//! How a provider signs: an HMAC-SHA-256 over the time and the body, so that neither can be another's and nothing old is played again.

use axum::http::HeaderMap;
use counterfoil_model::{Span, Timestamp};
use data_encoding::{BASE64, HEXLOWER_PERMISSIVE};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use std::fmt;
use zeroize::Zeroizing;

/// How a provider signs.
pub struct Signature {
    /// What it signs with.
    pub key: Zeroizing<Vec<u8>>,
    /// The header with the signature, or with several: between spaces, or with commas as `t=1700000000,v1=5257a8…`.
    pub header: String,
    /// What stands before each signature there: `v1,` or `sha256=`; empty for nothing.
    pub prefix: String,
    /// How it is written.
    pub encoding: Encoding,
    /// The header with the time, in seconds or milliseconds since the epoch; the same header when it says `t=`.
    pub timestamp_header: String,
    /// The header with the message's id, where that is signed too.
    pub id_header: Option<String>,
    /// What is signed.
    pub signed: SignedText,
    /// So far the time may be from ours.
    pub tolerance: Span,
}

/// How a signature is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// In hexadecimal digits.
    Hex,
    /// In Base64.
    Base64,
}

/// What is signed, as `{id}.{timestamp}.{body}`. It has time and body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedText(Vec<Piece>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    Id,
    Timestamp,
    Body,
}

/// A text that can't be what is signed.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadSignedText {
    /// There is no such part.
    #[error("there is no {{{0}}}; there are {{id}}, {{timestamp}} and {{body}}")]
    Unknown(String),
    /// Without the time an old report could be played again, without the body another written.
    #[error("must have {{timestamp}} and {{body}}")]
    Incomplete,
}

impl SignedText {
    /// Reads it.
    ///
    /// # Errors
    /// [`BadSignedText`].
    pub fn parse(text: &str) -> Result<Self, BadSignedText> {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}').ok_or(BadSignedText::Incomplete)?;
            pieces.push(Piece::Text(before.to_owned()));
            pieces.push(match name {
                "id" => Piece::Id,
                "timestamp" => Piece::Timestamp,
                "body" => Piece::Body,
                other => return Err(BadSignedText::Unknown(other.to_owned())),
            });
            rest = after;
        }
        pieces.push(Piece::Text(rest.to_owned()));
        if !pieces.contains(&Piece::Timestamp) || !pieces.contains(&Piece::Body) {
            return Err(BadSignedText::Incomplete);
        }
        Ok(Self(pieces))
    }

    /// Whether the message's id is in it.
    #[must_use]
    pub fn has_id(&self) -> bool {
        self.0.contains(&Piece::Id)
    }
}

impl Signature {
    /// Whether this was signed by whoever has the key, a moment ago.
    #[must_use]
    pub fn verifies(&self, headers: &HeaderMap, body: &[u8], now: Timestamp) -> bool {
        self.check(headers, body, now).is_some()
    }

    fn check(&self, headers: &HeaderMap, body: &[u8], now: Timestamp) -> Option<()> {
        let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
        let timestamp = header(&self.timestamp_header)?;
        let timestamp = timestamp
            .split(',')
            .find_map(|part| part.trim().strip_prefix("t="))
            .unwrap_or(timestamp);
        let at = moment(timestamp)?;
        if at > now + self.tolerance || now > at + self.tolerance {
            return None;
        }
        let id = match &self.id_header {
            Some(name) => header(name)?,
            None => "",
        };
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.key).ok()?;
        for piece in &self.signed.0 {
            match piece {
                Piece::Text(text) => mac.update(text.as_bytes()),
                Piece::Id => mac.update(id.as_bytes()),
                Piece::Timestamp => mac.update(timestamp.as_bytes()),
                Piece::Body => mac.update(body),
            }
        }
        let written = header(&self.header)?;
        self.signatures(written)
            .any(|signature| mac.clone().verify_slice(&signature).is_ok())
            .then_some(())
    }

    /// Every signature in the header: while a provider changes its secret, there are two.
    fn signatures<'a>(&'a self, written: &'a str) -> impl Iterator<Item = Vec<u8>> + 'a {
        let whole = written.split_ascii_whitespace();
        // A comma may also be part of what stands before.
        let parts = whole.clone().flat_map(|part| part.split(','));
        whole
            .chain(parts)
            .filter_map(|part| part.strip_prefix(self.prefix.as_str()))
            .filter_map(|text| {
                match self.encoding {
                    Encoding::Hex => HEXLOWER_PERMISSIVE.decode(text.as_bytes()),
                    Encoding::Base64 => BASE64.decode(text.as_bytes()),
                }
                .ok()
            })
    }
}

/// Seconds, or milliseconds: the year 5138 in the one is 1973 in the other.
fn moment(text: &str) -> Option<Timestamp> {
    const SECONDS_END: i64 = 100_000_000_000;
    let number: i64 = text.parse().ok().filter(|number| *number >= 0)?;
    let micros = if number < SECONDS_END {
        number.checked_mul(1_000_000)?
    } else {
        number.checked_mul(1_000)?
    };
    Some(Timestamp::from_micros(micros))
}

/// Without the key.
impl fmt::Debug for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Signature({}, {:?})", self.header, self.signed)
    }
}

#[cfg(test)]
mod tests {
    use super::{BadSignedText, Encoding, Signature, SignedText};
    use axum::http::{HeaderMap, HeaderName, HeaderValue};
    use counterfoil_model::{Span, Timestamp};
    use data_encoding::{BASE64, HEXLOWER};
    use hmac::{Hmac, KeyInit as _, Mac as _};
    use sha2::Sha256;

    const NOW: Timestamp = Timestamp::from_micros(1_700_000_000_000_000);

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| {
                (
                    HeaderName::from_static(name),
                    HeaderValue::from_str(value).unwrap(),
                )
            })
            .collect()
    }

    fn mac(text: &str) -> Vec<u8> {
        let mac = Hmac::<Sha256>::new_from_slice(b"key").unwrap();
        mac.chain_update(text).finalize().into_bytes().to_vec()
    }

    fn svix() -> Signature {
        Signature {
            key: b"key".to_vec().into(),
            header: "svix-signature".into(),
            prefix: "v1,".into(),
            encoding: Encoding::Base64,
            timestamp_header: "svix-timestamp".into(),
            id_header: Some("svix-id".into()),
            signed: SignedText::parse("{id}.{timestamp}.{body}").unwrap(),
            tolerance: Span::minutes(5),
        }
    }

    #[test]
    fn what_was_signed_a_moment_ago_is_let_in() {
        let good = BASE64.encode(&mac("msg_1.1700000000.{}"));
        let with = |signature: &str, at: &str, body: &[u8]| {
            let headers = headers(&[
                ("svix-id", "msg_1"),
                ("svix-timestamp", at),
                ("svix-signature", signature),
            ]);
            svix().verifies(&headers, body, NOW)
        };
        assert!(with(&format!("v1,{good}"), "1700000000", b"{}"));
        assert!(with(
            &format!("v1,AAAA v2,x v1,{good}"),
            "1700000000",
            b"{}"
        ));
        assert!(!with(&good, "1700000000", b"{}"));
        assert!(!with(&format!("v1,{good}"), "1700000000", b"{ }"));
        assert!(!with(&format!("v1,{good}"), "1700000001", b"{}"));
        assert!(!with("", "1700000000", b"{}"));
        assert!(!svix().verifies(&headers(&[]), b"{}", NOW));
    }

    #[test]
    fn what_is_old_or_not_yet_is_not_played_again() {
        for (at, good) in [
            (1_700_000_000 - 300, true),
            (1_700_000_000 - 301, false),
            (1_700_000_000 + 300, true),
            (1_700_000_000 + 301, false),
            (-1, false),
            (i64::MAX, false),
        ] {
            let at = at.to_string();
            let signature = format!("v1,{}", BASE64.encode(&mac(&format!("m.{at}.{{}}"))));
            let headers = headers(&[
                ("svix-id", "m"),
                ("svix-timestamp", &at),
                ("svix-signature", &signature),
            ]);
            assert_eq!(svix().verifies(&headers, b"{}", NOW), good, "{at}");
        }
    }

    #[test]
    fn time_and_signature_may_share_a_header() {
        let signature = Signature {
            header: "x-signature".into(),
            prefix: "v1=".into(),
            encoding: Encoding::Hex,
            timestamp_header: "x-signature".into(),
            id_header: None,
            signed: SignedText::parse("{timestamp}.{body}").unwrap(),
            ..svix()
        };
        let good = HEXLOWER.encode(&mac("1700000000.{}"));
        let headers = headers(&[("x-signature", &format!("t=1700000000,v1=00,v1={good}"))]);
        assert!(signature.verifies(&headers, b"{}", NOW));
        assert!(!signature.verifies(&headers, b"[]", NOW));
    }

    #[test]
    fn a_text_without_time_or_body_is_refused() {
        for text in [
            "{body}",
            "{timestamp}",
            "{id}.{body}",
            "",
            "{timestamp}{body",
        ] {
            assert_eq!(
                SignedText::parse(text),
                Err(BadSignedText::Incomplete),
                "{text}"
            );
        }
        assert_eq!(
            SignedText::parse("{time}"),
            Err(BadSignedText::Unknown("time".into()))
        );
        assert!(
            SignedText::parse("{id}.{timestamp}.{body}")
                .unwrap()
                .has_id()
        );
        assert!(!format!("{:?}", svix()).contains("key"));
    }
}
