//! Requests to Amazon, which wants each of them signed: Signature Version 4
//! (<https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html>), an HMAC over the request under a key that is made
//! anew each day.

use super::Secrets;
use counterfoil_model::Timestamp;
use data_encoding::HEXLOWER;
use hmac::{Hmac, KeyInit as _, Mac as _};
use secrecy::ExposeSecret as _;
use sha2::{Digest as _, Sha256};
use url::Url;
use zeroize::Zeroizing;

/// Who signs, and for which of Amazon's services where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aws {
    /// As `eu-west-1`.
    pub region: String,
    /// As `ses`.
    pub service: String,
    /// The id of the access key.
    pub key_id: String,
    /// The name of the secret with the access key.
    pub secret: String,
}

/// What is signed of a request, beside the time.
pub(crate) struct Unsigned<'a> {
    pub(crate) method: &'a str,
    pub(crate) url: &'a Url,
    pub(crate) content_type: &'a str,
    pub(crate) body: &'a str,
}

/// The headers that are signed, as they are named and in their order.
const SIGNED: &str = "content-type;host;x-amz-date";

impl Aws {
    /// The headers that make it a signed request: the time and the signature.
    pub(crate) fn sign(
        &self,
        request: &Unsigned<'_>,
        secrets: &Secrets,
        now: Timestamp,
    ) -> [(&'static str, Zeroizing<String>); 2] {
        let at = jiff::Timestamp::from_microsecond(now.as_micros()).unwrap_or_default();
        let time = at.strftime("%Y%m%dT%H%M%SZ").to_string();
        let day = at.strftime("%Y%m%d").to_string();
        let scope = format!("{day}/{}/{}/aws4_request", self.region, self.service);
        let canonical = sha256(&canonical(request, &time));
        let to_sign = format!("AWS4-HMAC-SHA256\n{time}\n{scope}\n{canonical}");
        let secret = secrets
            .get(&self.secret)
            .map_or("", |secret| secret.expose_secret());
        let first = Zeroizing::new(format!("AWS4{secret}"));
        let parts = [day.as_str(), &self.region, &self.service, "aws4_request"];
        let key = parts
            .into_iter()
            .fold(Zeroizing::new(first.as_bytes().to_vec()), |key, part| {
                mac(&key, part)
            });
        let signature = HEXLOWER.encode(&mac(&key, &to_sign));
        let authorization = format!(
            "AWS4-HMAC-SHA256 Credential={}/{scope}, SignedHeaders={SIGNED}, Signature={signature}",
            self.key_id
        );
        [
            ("x-amz-date", Zeroizing::new(time)),
            ("authorization", Zeroizing::new(authorization)),
        ]
    }
}

fn canonical(request: &Unsigned<'_>, time: &str) -> String {
    let url = request.url;
    let host = url.host_str().unwrap_or_default();
    let host = match url.port() {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    };
    let mut query: Vec<&str> = url.query().unwrap_or_default().split('&').collect();
    query.sort_unstable();
    format!(
        "{}\n{}\n{}\ncontent-type:{}\nhost:{host}\nx-amz-date:{time}\n\n{SIGNED}\n{}",
        request.method,
        url.path(),
        query.join("&"),
        request.content_type,
        sha256(request.body)
    )
}

fn sha256(text: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(text))
}

fn mac(key: &[u8], text: &str) -> Zeroizing<Vec<u8>> {
    // A key of any length is one.
    let mac = Hmac::<Sha256>::new_from_slice(key).map(|mac| mac.chain_update(text).finalize());
    Zeroizing::new(mac.map(|mac| mac.into_bytes().to_vec()).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::{Aws, Secrets, Unsigned};
    use counterfoil_model::Timestamp;

    /// `post-x-www-form-urlencoded` of Amazon's own test suite for Signature Version 4.
    #[test]
    fn amazons_own_example_is_signed_as_amazon_does() {
        let aws = Aws {
            region: "us-east-1".into(),
            service: "service".into(),
            key_id: "AKIDEXAMPLE".into(),
            secret: "key".into(),
        };
        let secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
        let secrets = Secrets::from([("key".to_owned(), secret.into())]);
        let request = Unsigned {
            method: "POST",
            url: &"https://example.amazonaws.com/".parse().unwrap(),
            content_type: "application/x-www-form-urlencoded",
            body: "Param1=value1",
        };
        // 30 August 2015, 12:36:00 UTC.
        let now = Timestamp::from_micros(1_440_938_160_000_000);
        let [(_, time), (_, authorization)] = aws.sign(&request, &secrets, now);
        assert_eq!(*time, "20150830T123600Z");
        assert_eq!(
            *authorization,
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, \
             SignedHeaders=content-type;host;x-amz-date, \
             Signature=ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a"
        );
    }
}
