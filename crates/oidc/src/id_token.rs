//! What an ID token says (OpenID Connect Core, section 2).

use crate::assurance::{acr, amr};
use crate::scope::{Scope, Scopes};
use counterfoil_model::{AccountId, GrantId, Methods, Timestamp};
use data_encoding::BASE64URL_NOPAD;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

/// What an ID token, or the userinfo endpoint, says of somebody.
#[derive(Clone, Debug)]
pub struct IdClaims<'a> {
    /// Who we are.
    pub issuer: &'a str,
    /// Whom it is for.
    pub client_id: &'a str,
    /// Whose mailbox: `sub`, stable and the same for every app.
    pub account: AccountId,
    /// The sign-in at this app: `sid`.
    pub grant: GrantId,
    /// What the app may know.
    pub scopes: Scopes,
    /// The mailbox's address.
    pub address: &'a str,
    /// What the mail software calls the account.
    pub login: &'a str,
    /// The owner's name.
    pub name: &'a str,
    /// What was proved.
    pub methods: Methods,
    /// When.
    pub auth_time: Timestamp,
}

impl IdClaims<'_> {
    /// What userinfo answers: `sub`, and what the scopes allow.
    #[must_use]
    pub fn of_person(&self) -> Map<String, Value> {
        let mut claims = Map::new();
        claims.insert("sub".into(), self.account.to_string().into());
        if self.scopes.contains(Scope::Email) {
            claims.insert("email".into(), self.address.into());
            // It is the mailbox this server is about; nobody else reads it.
            claims.insert("email_verified".into(), true.into());
        }
        if self.scopes.contains(Scope::Profile) {
            claims.insert("name".into(), self.name.into());
        }
        // What a mail program signs in with is what an app needs that may open the mailbox.
        if self.scopes.contains(Scope::Profile) || self.scopes.contains(Scope::Mail) {
            claims.insert("preferred_username".into(), self.login.into());
        }
        claims
    }

    /// The claims of an ID token issued now, good until `expires_at`, that comes with this access token.
    #[must_use]
    pub fn of_token(
        &self,
        nonce: Option<&str>,
        access_token: &str,
        now: Timestamp,
        expires_at: Timestamp,
    ) -> Map<String, Value> {
        let mut claims = self.of_person();
        let more = json!({
            "iss": self.issuer,
            "aud": self.client_id,
            "azp": self.client_id,
            "iat": now.as_seconds(),
            "exp": expires_at.as_seconds(),
            "auth_time": self.auth_time.as_seconds(),
            "acr": acr(self.methods),
            "amr": amr(self.methods),
            "sid": self.grant.to_string(),
            "at_hash": access_token_hash(access_token),
        });
        if let Value::Object(more) = more {
            claims.extend(more);
        }
        if let Some(nonce) = nonce {
            claims.insert("nonce".into(), nonce.into());
        }
        claims
    }
}

/// `at_hash`: base64url of the left half of the token's SHA-256 (section 3.1.3.6); both of our algorithms hash so.
#[must_use]
pub fn access_token_hash(token: &str) -> String {
    let digest = Sha256::digest(token.as_bytes());
    BASE64URL_NOPAD.encode(digest.get(..16).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use counterfoil_model::Method;

    fn claims(scopes: &str) -> IdClaims<'static> {
        IdClaims {
            issuer: "https://op.example",
            client_id: "webmail",
            account: AccountId::from_bytes([0xab; 16]),
            grant: GrantId::from_bytes([1; 16]),
            scopes: Scopes::read(scopes),
            address: "Alice@mail.example",
            login: "alice@mail.example",
            name: "Alice",
            methods: Methods::NONE
                .with(Method::Password)
                .with(Method::BackupCode),
            auth_time: Timestamp::from_micros(1_800_000_000_900_000),
        }
    }

    #[test]
    fn a_scope_opens_its_claims_and_no_others() {
        let names = |scopes: &str| {
            let person = claims(scopes).of_person();
            let mut names: Vec<_> = person.keys().map(String::as_str).collect();
            names.sort_unstable();
            names.join(" ")
        };
        assert_eq!(names("openid"), "sub");
        assert_eq!(names("openid email"), "email email_verified sub");
        assert_eq!(names("openid profile"), "name preferred_username sub");
        assert_eq!(names("openid mail"), "preferred_username sub");
    }

    #[test]
    fn an_id_token_says_who_when_and_by_what() {
        let now = Timestamp::from_micros(1_800_000_100_000_000);
        let said = claims("openid email").of_token(Some("n"), "token", now, now);
        assert_eq!(said["sub"], "ab".repeat(16));
        assert_eq!(said["aud"], "webmail");
        assert_eq!(said["auth_time"], 1_800_000_000);
        assert_eq!(said["iat"], 1_800_000_100);
        assert_eq!(said["nonce"], "n");
        assert_eq!(said["amr"], json!(["pwd", "code", "mfa"]));
        assert_eq!(said["acr"], "urn:counterfoil:acr:backup-code");
        let without = claims("openid").of_token(None, "token", now, now);
        assert!(!without.contains_key("nonce"));
    }

    #[test]
    fn openid_connect_core_appendix_a_3() {
        assert_eq!(
            access_token_hash("jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y"),
            "77QmUPtjPfzWtF2AnpK9RQ"
        );
    }
}
