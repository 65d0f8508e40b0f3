//! Keys that sign: ES256 and RS256, kept as PEM, published as a JWK set. The newest of each signs, all of them verify.

use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
use aws_lc_rs::rsa::{KeyPair as RsaKeyPair, KeySize};
use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair};
use data_encoding::BASE64;
use jsonwebtoken::jwk::{Jwk, PublicKeyUse};
use jsonwebtoken::{DecodingKey, EncodingKey, Header, Validation};
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::fmt;
use zeroize::Zeroizing;

/// How something is signed (RFC 7518, section 3.1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Algorithm {
    /// ECDSA on P-256.
    Es256,
    /// RSA, which every client must know.
    #[default]
    Rs256,
}

impl Algorithm {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Es256, Self::Rs256];

    /// Its name in tokens.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Es256 => "ES256",
            Self::Rs256 => "RS256",
        }
    }

    /// By its name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|own| own.name() == name)
    }

    const fn jwt(self) -> jsonwebtoken::Algorithm {
        match self {
            Self::Es256 => jsonwebtoken::Algorithm::ES256,
            Self::Rs256 => jsonwebtoken::Algorithm::RS256,
        }
    }
}

/// Why a key can't be used. Never says what is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyProblem {
    /// Not a private key of that algorithm in PEM (PKCS#8).
    #[error("is not a private key for {} in PEM (PKCS#8)", .0.name())]
    Unreadable(Algorithm),
    /// No key of an algorithm.
    #[error("there is no key for {}", .0.name())]
    Missing(Algorithm),
    /// The generator or the signing failed.
    #[error("making or using a key failed")]
    Failed,
}

/// A private key and what everybody may know of it.
pub struct SigningKey {
    algorithm: Algorithm,
    id: String,
    private: EncodingKey,
    public: DecodingKey,
    jwk: Jwk,
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SigningKey({} {})", self.algorithm.name(), self.id)
    }
}

impl SigningKey {
    /// Reads a private key; `id` becomes the `kid` of what it signs.
    ///
    /// # Errors
    /// [`KeyProblem::Unreadable`].
    pub fn from_pem(algorithm: Algorithm, id: &str, pem: &str) -> Result<Self, KeyProblem> {
        let unreadable = |_| KeyProblem::Unreadable(algorithm);
        let private = match algorithm {
            Algorithm::Es256 => EncodingKey::from_ec_pem(pem.as_bytes()),
            Algorithm::Rs256 => EncodingKey::from_rsa_pem(pem.as_bytes()),
        }
        .map_err(unreadable)?;
        let mut jwk = Jwk::from_encoding_key(&private, algorithm.jwt()).map_err(unreadable)?;
        jwk.common.key_id = Some(id.to_owned());
        jwk.common.public_key_use = Some(PublicKeyUse::Signature);
        Ok(Self {
            algorithm,
            id: id.to_owned(),
            public: DecodingKey::from_jwk(&jwk).map_err(unreadable)?,
            private,
            jwk,
        })
    }

    /// Draws a private key, in PEM (PKCS#8): P-256, or RSA with 2048 bits. The library draws from the operating system's
    /// generator itself.
    ///
    /// # Errors
    /// [`KeyProblem::Failed`].
    pub fn draw_pem(algorithm: Algorithm) -> Result<Zeroizing<String>, KeyProblem> {
        let der: Zeroizing<Vec<u8>> = match algorithm {
            Algorithm::Es256 => {
                let pair = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING)
                    .map_err(|_| KeyProblem::Failed)?;
                let der = pair.to_pkcs8v1().map_err(|_| KeyProblem::Failed)?;
                Zeroizing::new(der.as_ref().to_vec())
            }
            Algorithm::Rs256 => {
                let pair =
                    RsaKeyPair::generate(KeySize::Rsa2048).map_err(|_| KeyProblem::Failed)?;
                let der: Pkcs8V1Der<'_> = pair.as_der().map_err(|_| KeyProblem::Failed)?;
                Zeroizing::new(der.as_ref().to_vec())
            }
        };
        let text = Zeroizing::new(BASE64.encode(&der));
        let mut pem = Zeroizing::new(String::from("-----BEGIN PRIVATE KEY-----\n"));
        for line in text.as_bytes().chunks(64) {
            pem.push_str(std::str::from_utf8(line).map_err(|_| KeyProblem::Failed)?);
            pem.push('\n');
        }
        pem.push_str("-----END PRIVATE KEY-----\n");
        Ok(pem)
    }

    /// Its `kid`.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Its algorithm.
    #[must_use]
    pub const fn algorithm(&self) -> Algorithm {
        self.algorithm
    }
}

/// All keys that sign or verify, oldest first.
#[derive(Debug)]
pub struct SigningKeys(Vec<SigningKey>);

impl SigningKeys {
    /// Of these keys, oldest first; each algorithm needs one.
    ///
    /// # Errors
    /// [`KeyProblem::Missing`].
    pub fn new(keys: Vec<SigningKey>) -> Result<Self, KeyProblem> {
        for algorithm in Algorithm::ALL {
            if !keys.iter().any(|key| key.algorithm == algorithm) {
                return Err(KeyProblem::Missing(algorithm));
            }
        }
        Ok(Self(keys))
    }

    /// Signs with the newest key of the algorithm, as a JWT of this type (`JWT`, `logout+jwt`).
    ///
    /// # Errors
    /// [`KeyProblem`].
    pub fn sign(
        &self,
        algorithm: Algorithm,
        kind: &str,
        claims: &impl Serialize,
    ) -> Result<String, KeyProblem> {
        let key = self
            .0
            .iter()
            .rev()
            .find(|key| key.algorithm == algorithm)
            .ok_or(KeyProblem::Missing(algorithm))?;
        let mut header = Header::new(algorithm.jwt());
        header.kid = Some(key.id.clone());
        header.typ = Some(kind.to_owned());
        jsonwebtoken::encode(&header, claims, &key.private).map_err(|_| KeyProblem::Failed)
    }

    /// The claims of an ID token that we signed, whether or not it is still good (OpenID Connect RP-Initiated Logout,
    /// section 2: an expired hint is a hint). `None` for anything that we didn't sign: `alg` must be that of the key
    /// that `kid` names, so neither `none` nor a public key taken for a shared secret gets anywhere.
    #[must_use]
    pub fn read_own(&self, token: &str, issuer: &str) -> Option<Map<String, Value>> {
        let header = jsonwebtoken::decode_header(token).ok()?;
        if header.typ.as_deref() != Some("JWT") {
            return None;
        }
        let kid = header.kid?;
        let key = self.0.iter().find(|key| key.id == kid)?;
        let mut validation = Validation::new(key.algorithm.jwt());
        validation.validate_exp = false;
        validation.validate_aud = false;
        validation.set_required_spec_claims(&["iss", "aud", "sub"]);
        validation.set_issuer(&[issuer]);
        jsonwebtoken::decode::<Map<String, Value>>(token, &key.public, &validation)
            .ok()
            .map(|read| read.claims)
    }

    /// The public halves of all keys (RFC 7517, section 5).
    #[must_use]
    pub fn jwks(&self) -> Value {
        let keys: Vec<&Jwk> = self.0.iter().map(|key| &key.jwk).collect();
        json!({ "keys": keys })
    }

    /// The keys themselves, oldest first.
    #[must_use]
    pub fn into_keys(self) -> Vec<SigningKey> {
        self.0
    }

    /// The ids of all keys, oldest first.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(SigningKey::id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use data_encoding::BASE64URL_NOPAD;

    const ISSUER: &str = "https://op.example";

    fn keys(generation: u8) -> Vec<SigningKey> {
        Algorithm::ALL
            .map(|algorithm| {
                let pem = SigningKey::draw_pem(algorithm).unwrap();
                let id = format!("{}-{generation}", algorithm.name());
                SigningKey::from_pem(algorithm, &id, &pem).unwrap()
            })
            .into()
    }

    fn claims() -> Value {
        json!({ "iss": ISSUER, "aud": "webmail", "sub": "ab", "exp": 1 })
    }

    #[test]
    fn what_we_sign_we_know_again_also_when_it_is_over() {
        let keys = SigningKeys::new(keys(1)).unwrap();
        for algorithm in Algorithm::ALL {
            let token = keys.sign(algorithm, "JWT", &claims()).unwrap();
            let header = jsonwebtoken::decode_header(&token).unwrap();
            assert_eq!(header.kid, Some(format!("{}-1", algorithm.name())));
            assert_eq!(keys.read_own(&token, ISSUER).unwrap()["aud"], "webmail");
            assert_eq!(keys.read_own(&token, "https://other.example"), None);
            // A logout token is no ID token.
            let other = keys.sign(algorithm, "logout+jwt", &claims()).unwrap();
            assert_eq!(keys.read_own(&other, ISSUER), None);
        }
    }

    #[test]
    fn neither_none_nor_a_key_of_another_kind_signs_for_us() {
        let keys = SigningKeys::new(keys(1)).unwrap();
        let token = keys.sign(Algorithm::Rs256, "JWT", &claims()).unwrap();
        let [_, body, signature] = token.split('.').collect::<Vec<_>>()[..] else {
            panic!()
        };
        let forged = |header: Value, signature: &str| {
            let header = BASE64URL_NOPAD.encode(header.to_string().as_bytes());
            format!("{header}.{body}.{signature}")
        };
        for alg in ["none", "None", "HS256", "ES256", "RS384"] {
            let header = json!({ "alg": alg, "typ": "JWT", "kid": "RS256-1" });
            assert_eq!(keys.read_own(&forged(header.clone(), ""), ISSUER), None);
            assert_eq!(keys.read_own(&forged(header, signature), ISSUER), None);
        }
        let header = json!({ "alg": "RS256", "typ": "JWT" });
        assert_eq!(keys.read_own(&forged(header, signature), ISSUER), None);
        for odd in ["", ".", "..", "a.b.c", "€.€.€"] {
            assert_eq!(keys.read_own(odd, ISSUER), None);
        }
    }

    #[test]
    fn the_newest_signs_and_the_old_ones_stay_published() {
        let mut all = keys(1);
        let before = SigningKeys::new(keys(1)).unwrap();
        all.extend(keys(2));
        let both = SigningKeys::new(all).unwrap();
        let token = both.sign(Algorithm::Es256, "JWT", &claims()).unwrap();
        assert_eq!(
            jsonwebtoken::decode_header(&token).unwrap().kid.as_deref(),
            Some("ES256-2")
        );
        let published = both.jwks();
        let ids: Vec<_> = published["keys"]
            .as_array()
            .unwrap()
            .iter()
            .map(|key| (key["kid"].as_str().unwrap(), key["use"].as_str().unwrap()))
            .collect();
        let kids = ["ES256-1", "RS256-1", "ES256-2", "RS256-2"].map(|id| (id, "sig"));
        assert_eq!(ids, kids);
        assert!(!published.to_string().contains("\"d\""));
        // Another house's key of the same name is not ours.
        let foreign = before.sign(Algorithm::Rs256, "JWT", &claims()).unwrap();
        assert_eq!(both.read_own(&foreign, ISSUER), None);
    }

    #[test]
    fn a_key_of_the_other_algorithm_is_refused() {
        let pem = SigningKey::draw_pem(Algorithm::Es256).unwrap();
        let refused = SigningKey::from_pem(Algorithm::Rs256, "x", &pem).unwrap_err();
        assert_eq!(refused, KeyProblem::Unreadable(Algorithm::Rs256));
        assert!(SigningKey::from_pem(Algorithm::Es256, "x", "").is_err());
        let one = SigningKey::from_pem(Algorithm::Es256, "x", &pem).unwrap();
        assert_eq!(
            SigningKeys::new(vec![one]).unwrap_err(),
            KeyProblem::Missing(Algorithm::Rs256)
        );
    }
}
