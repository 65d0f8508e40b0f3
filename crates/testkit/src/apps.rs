//! Apps that sign people in: a webmail and a wiki, and somebody who signs in at one.

#![expect(
    clippy::unwrap_used,
    reason = "a story whose beginning fails must stop and say where"
)]

use crate::service::TestService;
use crate::story::TestOwner;
use counterfoil_oidc::{
    Algorithm, AuthorizationRequest, Challenge, Client, Parameters, SecretHash,
};
use counterfoil_service::openid::Issued;

/// The secret of [`webmail`].
pub const WEBMAIL_SECRET: &str = "webmail-secret-of-the-tests-0123456789";
/// Where [`webmail`] gets its codes.
pub const WEBMAIL_REDIRECT: &str = "https://webmail.mail.example/index.php/login/oauth";
/// Where [`wiki`] gets its codes.
pub const WIKI_REDIRECT: &str = "https://wiki.mail.example/callback";
/// A PKCE verifier (RFC 7636, appendix B).
pub const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
/// Its challenge.
pub const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

/// A webmail as Roundcube 1.6 is: with a secret, without PKCE, and with the right to read mail.
#[must_use]
pub fn webmail() -> Client {
    Client {
        id: "webmail".into(),
        name: "Webmail".into(),
        secret: Some(SecretHash::of(WEBMAIL_SECRET)),
        redirect_uris: vec![WEBMAIL_REDIRECT.into()],
        post_logout_redirect_uris: vec!["https://webmail.mail.example/".into()],
        back_channel_logout_uri: None,
        mail: true,
        pkce_optional: true,
        signing: Algorithm::Rs256,
    }
}

/// A wiki that can keep no secret and has nothing to do with mail.
#[must_use]
pub fn wiki() -> Client {
    Client {
        id: "wiki".into(),
        name: "Wiki".into(),
        secret: None,
        redirect_uris: vec![WIKI_REDIRECT.into()],
        post_logout_redirect_uris: Vec::new(),
        back_channel_logout_uri: None,
        mail: false,
        pkce_optional: false,
        signing: Algorithm::Es256,
    }
}

/// What a client asks for: these scopes, with PKCE.
///
/// # Panics
/// When the request is refused.
#[must_use]
pub fn asking(client: &Client, scopes: &str) -> AuthorizationRequest {
    let redirect_uri = client.redirect_uris.first().unwrap();
    let query = format!(
        "response_type=code&client_id={}&redirect_uri={redirect_uri}&scope={}&nonce=n-0S6_WzA2Mj&code_challenge={CHALLENGE}&\
         code_challenge_method=S256",
        client.id,
        scopes.replace(' ', "+")
    );
    AuthorizationRequest::read(&Parameters::read(query.as_bytes()), client).unwrap()
}

impl TestService {
    /// What the app holds after the owner's session signed in at it, with these scopes.
    ///
    /// # Panics
    /// When a step is refused.
    pub async fn signed_in_at(&self, client: &Client, owner: &TestOwner, scopes: &str) -> Issued {
        let request = asking(client, scopes);
        let code = self
            .app
            .authorize_app(&owner.session, &owner.visit, client, &request)
            .await
            .unwrap();
        let challenge = Challenge::of(VERIFIER);
        self.app
            .exchange_code(
                client,
                &code.text(),
                &request.redirect_uri,
                challenge.as_ref(),
            )
            .await
            .unwrap()
    }
}
