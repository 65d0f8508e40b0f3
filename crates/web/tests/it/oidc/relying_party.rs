//! A relying party that others wrote: the `openidconnect` crate, talking to the server in memory.

use super::ground::{Arrived, send, signed_in, travel};
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderValue, header};
use counterfoil_store::driver::Engine;
use counterfoil_testkit::app::TestApp;
use counterfoil_testkit::apps::{WEBMAIL_REDIRECT, WEBMAIL_SECRET, WIKI_REDIRECT};
use counterfoil_testkit::service::ISSUER;
use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreIdTokenVerifier, CoreJwsSigningAlgorithm,
    CoreProviderMetadata, CoreUserInfoClaims,
};
use openidconnect::{
    AuthorizationCode, ClientId, ClientSecret, CsrfToken, HttpRequest, HttpResponse, IssuerUrl,
    Nonce, OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope,
    TokenResponse,
};
use std::convert::Infallible;
use std::net::SocketAddr;
use std::time::{Duration, SystemTime};

/// One request of the relying party, as the server gets it.
async fn over(app: &TestApp, request: HttpRequest) -> Result<HttpResponse, Infallible> {
    let (mut parts, body) = request.into_parts();
    let path = parts.uri.path_and_query().unwrap().to_string();
    parts.uri = path.parse().unwrap();
    let host = HeaderValue::from_static("account.mail.example");
    parts.headers.insert(header::HOST, host);
    let peer = SocketAddr::from(([192, 0, 2, 9], 4_000));
    parts.extensions.insert(ConnectInfo(peer));
    let request = axum::http::Request::from_parts(parts, Body::from(body));
    let answer = send(app, request).await;
    let mut response = HttpResponse::new(answer.body);
    *response.status_mut() = answer.status;
    *response.headers_mut() = answer.headers;
    Ok(response)
}

/// The server's clock, as the relying party takes it.
fn clock(app: &TestApp) -> SystemTime {
    let seconds = u64::try_from(app.now().as_seconds()).unwrap();
    SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)
}

async fn metadata(app: &TestApp) -> CoreProviderMetadata {
    let http = async |request| over(app, request).await;
    let http = &|request| http(request);
    let issuer = IssuerUrl::new(ISSUER.to_owned()).unwrap();
    CoreProviderMetadata::discover_async(issuer, http)
        .await
        .unwrap()
}

fn trusting<'a>(verifier: CoreIdTokenVerifier<'a>, app: &TestApp) -> CoreIdTokenVerifier<'a> {
    let now = clock(app);
    let algorithms = [
        CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
        CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    ];
    verifier
        .set_allowed_algs(algorithms)
        .set_time_fn(move || now.into())
}

fn code_of(arrived: Arrived, redirect: &str, state: &CsrfToken) -> AuthorizationCode {
    let Arrived::Away(url) = arrived else {
        panic!("{arrived:?}")
    };
    assert!(url.as_str().starts_with(redirect));
    let got = |name: &str| {
        let pair = url.query_pairs().find(|(own, _)| own == name);
        pair.unwrap().1.into_owned()
    };
    assert_eq!(got("state"), *state.secret());
    AuthorizationCode::new(got("code"))
}

#[tokio::test]
async fn openidconnect_signs_in_refreshes_and_asks_who_it_is() {
    for (id, secret, redirect) in [
        ("webmail", Some(WEBMAIL_SECRET), WEBMAIL_REDIRECT),
        ("wiki", None, WIKI_REDIRECT),
    ] {
        let app = TestApp::on(Engine::Sqlite).await;
        let owner = app.enrolled_owner().await;
        let mut browser = signed_in(&app, &owner, 1).await;
        let http = async |request| over(&app, request).await;
        let http = &|request| http(request);
        let secret = secret.map(|secret| ClientSecret::new(secret.to_owned()));
        let client = CoreClient::from_provider_metadata(
            metadata(&app).await,
            ClientId::new(id.to_owned()),
            secret,
        )
        .set_redirect_uri(RedirectUrl::new(redirect.to_owned()).unwrap());
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let (url, state, nonce) = client
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                CsrfToken::new_random,
                Nonce::new_random,
            )
            .add_scopes(
                ["email", "profile", "offline_access"].map(|name| Scope::new(name.to_owned())),
            )
            .set_pkce_challenge(challenge)
            .url();
        let path = url.as_str().strip_prefix(ISSUER).unwrap();
        let code = code_of(travel(&mut browser, path).await, redirect, &state);
        let answer = client
            .exchange_code(code)
            .unwrap()
            .set_pkce_verifier(verifier)
            .request_async(http)
            .await
            .unwrap();
        let token = answer.id_token().unwrap();
        let claims = token.claims(&trusting(client.id_token_verifier(), &app), &nonce);
        let claims = claims.unwrap();
        assert_eq!(claims.email().unwrap().as_str(), owner.address);
        assert_eq!(claims.email_verified(), Some(true));
        assert_eq!(claims.subject().as_str(), owner.account.to_string());
        // Another nonce, and another app's eyes, refuse it.
        let other = Nonce::new("another".to_owned());
        assert!(
            token
                .claims(&trusting(client.id_token_verifier(), &app), &other)
                .is_err()
        );
        let stranger = CoreClient::from_provider_metadata(
            metadata(&app).await,
            ClientId::new("stranger".to_owned()),
            None,
        );
        let wrong_audience = token.claims(&trusting(stranger.id_token_verifier(), &app), &nonce);
        assert!(wrong_audience.is_err());

        let who: CoreUserInfoClaims = client
            .user_info(answer.access_token().clone(), None)
            .unwrap()
            .request_async(http)
            .await
            .unwrap();
        assert_eq!(who.preferred_username().unwrap().as_str(), owner.address);
        let again = client
            .exchange_refresh_token(answer.refresh_token().unwrap())
            .unwrap()
            .request_async(http)
            .await
            .unwrap();
        assert_ne!(
            again.access_token().secret(),
            answer.access_token().secret()
        );
        // The one that was used is not good any more, and ends the family.
        let reused = client
            .exchange_refresh_token(answer.refresh_token().unwrap())
            .unwrap()
            .request_async(http)
            .await;
        assert!(reused.is_err());
        app.deliver().await;
    }
}

#[tokio::test]
async fn openidconnect_is_refused_with_a_wrong_verifier() {
    let app = TestApp::on(Engine::Sqlite).await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, &owner, 1).await;
    let http = async |request| over(&app, request).await;
    let http = &|request| http(request);
    let client = CoreClient::from_provider_metadata(
        metadata(&app).await,
        ClientId::new("wiki".to_owned()),
        None,
    )
    .set_redirect_uri(RedirectUrl::new(WIKI_REDIRECT.to_owned()).unwrap());
    let (challenge, _) = PkceCodeChallenge::new_random_sha256();
    let (url, state, _) = client
        .authorize_url(
            CoreAuthenticationFlow::AuthorizationCode,
            CsrfToken::new_random,
            Nonce::new_random,
        )
        .set_pkce_challenge(challenge)
        .url();
    let path = url.as_str().strip_prefix(ISSUER).unwrap();
    let code = code_of(travel(&mut browser, path).await, WIKI_REDIRECT, &state);
    let wrong = PkceCodeVerifier::new("x".repeat(43));
    let refused = client
        .exchange_code(code)
        .unwrap()
        .set_pkce_verifier(wrong)
        .request_async(http)
        .await
        .unwrap_err();
    assert!(
        refused.to_string().contains("invalid_grant")
            || format!("{refused:?}").contains("InvalidGrant")
    );
    app.deliver().await;
}
