//! An authorization request, judged (OpenID Connect Core, section 3.1.2.2; RFC 9700): who may not be sent back reads a page,
//! everybody else goes back to the app with an error.

use crate::client::Client;
use crate::error::{ErrorCode, OAuthError};
use crate::parameters::Parameters;
use crate::pkce::Challenge;
use crate::prompt::Prompt;
use crate::scope::Scopes;

/// The longest `state` and `nonce`, in bytes.
const LONGEST: usize = 1024;

/// Why a request is answered with a page: sending anybody anywhere would be an open redirect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageProblem {
    /// No `client_id`, or one that isn't registered.
    UnknownClient,
    /// No `redirect_uri`, or one that isn't registered, byte by byte.
    RedirectUri,
    /// One of the two came twice.
    Repeated,
}

/// Why a request leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AuthorizeRefusal {
    /// A page says so.
    Page(PageProblem),
    /// The app hears it.
    Redirect {
        /// Registered for this client.
        redirect_uri: String,
        /// As it came.
        state: Option<String>,
        /// What is wrong.
        error: OAuthError,
    },
}

/// What an app asks for, once nothing is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthorizationRequest {
    /// Registered for this client.
    pub redirect_uri: String,
    /// What it gets of what it asked for.
    pub scopes: Scopes,
    /// Given back as it came.
    pub state: Option<String>,
    /// Put into the ID token as it came.
    pub nonce: Option<String>,
    /// PKCE.
    pub challenge: Option<Challenge>,
    /// Whom to ask.
    pub prompt: Prompt,
    /// How many seconds ago the sign-in may be.
    pub max_age: Option<i64>,
}

impl AuthorizationRequest {
    /// The client that a request names.
    ///
    /// # Errors
    /// [`PageProblem`].
    pub fn client_id(parameters: &Parameters) -> Result<&str, PageProblem> {
        parameters
            .one("client_id")
            .map_err(|_| PageProblem::Repeated)?
            .ok_or(PageProblem::UnknownClient)
    }

    /// Reads and judges a request of this client.
    ///
    /// # Errors
    /// [`AuthorizeRefusal`].
    pub fn read(parameters: &Parameters, client: &Client) -> Result<Self, AuthorizeRefusal> {
        let page = AuthorizeRefusal::Page;
        let redirect_uri = parameters
            .one("redirect_uri")
            .map_err(|_| page(PageProblem::Repeated))?
            .filter(|uri| client.redirects_to(uri))
            .ok_or(page(PageProblem::RedirectUri))?;
        let state = parameters.one("state").ok().flatten().map(str::to_owned);
        Self::read_rest(parameters, client, redirect_uri).map_err(|error| {
            AuthorizeRefusal::Redirect {
                redirect_uri: redirect_uri.to_owned(),
                state,
                error,
            }
        })
    }

    fn read_rest(
        parameters: &Parameters,
        client: &Client,
        redirect_uri: &str,
    ) -> Result<Self, OAuthError> {
        let wrong = |description| OAuthError::new(ErrorCode::InvalidRequest, description);
        let one = |name| {
            parameters
                .one(name)
                .map_err(|_| wrong("a parameter came twice"))
        };
        let state = text(one("state")?).ok_or(wrong("state is too long or has odd characters"))?;
        if one("request")?.is_some() {
            let description = "request objects are not taken";
            return Err(OAuthError::new(ErrorCode::RequestNotSupported, description));
        }
        if one("request_uri")?.is_some() {
            let description = "requests by reference are not taken";
            return Err(OAuthError::new(
                ErrorCode::RequestUriNotSupported,
                description,
            ));
        }
        match one("response_type")? {
            Some("code") => {}
            Some(_) => {
                let description = "response_type must be code";
                return Err(OAuthError::new(
                    ErrorCode::UnsupportedResponseType,
                    description,
                ));
            }
            None => return Err(wrong("response_type is missing")),
        }
        if one("response_mode")?.is_some_and(|mode| mode != "query") {
            return Err(wrong("response_mode must be query"));
        }
        let nonce = text(one("nonce")?).ok_or(wrong("nonce is too long or has odd characters"))?;
        let prompt = Prompt::read(one("prompt")?.unwrap_or_default())
            .map_err(|()| wrong("prompt has a value that is not known, or none beside another"))?;
        let max_age = one("max_age")?
            .map(|seconds| seconds.parse::<u32>().map(i64::from))
            .transpose()
            .map_err(|_| wrong("max_age is not a number of seconds"))?;
        let challenge = challenge(one("code_challenge")?, one("code_challenge_method")?)?;
        if challenge.is_none() && client.needs_pkce() {
            return Err(wrong("code_challenge is missing"));
        }
        Ok(Self {
            redirect_uri: redirect_uri.to_owned(),
            scopes: client.grants(Scopes::read(one("scope")?.unwrap_or_default())),
            state,
            nonce,
            challenge,
            prompt,
            max_age,
        })
    }
}

/// Something that is given back as it came: not too long, and nothing that a database or a header can't hold.
#[expect(
    clippy::option_option,
    reason = "outside: whether it may be kept; inside: whether it was there"
)]
fn text(value: Option<&str>) -> Option<Option<String>> {
    let fits = |text: &str| text.len() <= LONGEST && !text.chars().any(char::is_control);
    value.is_none_or(fits).then(|| value.map(str::to_owned))
}

fn challenge(
    challenge: Option<&str>,
    method: Option<&str>,
) -> Result<Option<Challenge>, OAuthError> {
    let wrong = |description| OAuthError::new(ErrorCode::InvalidRequest, description);
    match (challenge, method) {
        (None, None) => Ok(None),
        (Some(challenge), Some("S256")) => Challenge::read(challenge)
            .map(Some)
            .ok_or(wrong("code_challenge is not base64url of a SHA-256")),
        // A method that isn't named is plain (RFC 7636, section 4.3).
        (Some(_), _) => Err(wrong("code_challenge_method must be S256")),
        (None, Some(_)) => Err(wrong("code_challenge is missing")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::client::SecretHash;
    use crate::keys::Algorithm;
    use proptest::prelude::*;

    const URI: &str = "https://webmail.example/cb";
    const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    fn client(secret: bool, pkce_optional: bool) -> Client {
        Client {
            id: "webmail".into(),
            name: "Webmail".into(),
            secret: secret.then(|| SecretHash::of("secret")),
            redirect_uris: vec![URI.into()],
            post_logout_redirect_uris: Vec::new(),
            back_channel_logout_uri: None,
            mail: false,
            pkce_optional,
            signing: Algorithm::Es256,
        }
    }

    /// Roundcube's request, with these parameters added or, where they are empty, taken away.
    fn judged(
        client: &Client,
        changes: &[(&str, &str)],
    ) -> Result<AuthorizationRequest, AuthorizeRefusal> {
        let mut pairs = vec![
            ("response_type", "code"),
            ("client_id", "webmail"),
            ("scope", "openid email mail offline_access"),
            ("redirect_uri", URI),
            ("state", "HnQbAQPSL0Qe"),
        ];
        for (name, value) in changes {
            pairs.retain(|(own, _)| own != name);
            pairs.push((name, value));
        }
        let query = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(pairs)
            .finish();
        AuthorizationRequest::read(&Parameters::read(query.as_bytes()), client)
    }

    fn error(client: &Client, changes: &[(&str, &str)]) -> ErrorCode {
        match judged(client, changes) {
            Err(AuthorizeRefusal::Redirect {
                redirect_uri,
                state,
                error,
            }) => {
                assert_eq!(
                    (redirect_uri.as_str(), state.as_deref()),
                    (URI, Some("HnQbAQPSL0Qe"))
                );
                error.code
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn roundcube_comes_without_pkce_where_it_is_marked_so() {
        let request = judged(&client(true, true), &[]).unwrap();
        assert_eq!(request.scopes.to_string(), "openid email offline_access");
        assert_eq!(request.state.as_deref(), Some("HnQbAQPSL0Qe"));
        assert_eq!(request.challenge, None);
        for strict in [client(true, false), client(false, false)] {
            assert_eq!(error(&strict, &[]), ErrorCode::InvalidRequest);
        }
    }

    #[test]
    fn pkce_is_s256_and_nothing_else() {
        let strict = client(false, false);
        let s256 = ("code_challenge_method", "S256");
        let request = judged(&strict, &[("code_challenge", CHALLENGE), s256]).unwrap();
        assert_eq!(request.challenge, Challenge::read(CHALLENGE));
        for wrong in [
            &[("code_challenge", CHALLENGE)][..],
            &[
                ("code_challenge", CHALLENGE),
                ("code_challenge_method", "plain"),
            ],
            &[("code_challenge", "short"), s256],
            &[s256],
        ] {
            // And for a client that could do without.
            assert_eq!(error(&client(true, true), wrong), ErrorCode::InvalidRequest);
        }
    }

    #[test]
    fn a_wrong_redirect_is_a_page() {
        for uri in ["", "https://webmail.example/cb/", "https://evil.example/"] {
            let refused = judged(&client(true, true), &[("redirect_uri", uri)]).unwrap_err();
            assert_eq!(refused, AuthorizeRefusal::Page(PageProblem::RedirectUri));
        }
    }

    #[test]
    fn each_mistake_by_its_name() {
        let lax = client(true, true);
        for (changes, code) in [
            (
                ("response_type", "token"),
                ErrorCode::UnsupportedResponseType,
            ),
            (
                ("response_type", "code id_token"),
                ErrorCode::UnsupportedResponseType,
            ),
            (("response_type", ""), ErrorCode::InvalidRequest),
            (("response_mode", "fragment"), ErrorCode::InvalidRequest),
            (("request", "e30.e30."), ErrorCode::RequestNotSupported),
            (
                ("request_uri", "https://a.example/"),
                ErrorCode::RequestUriNotSupported,
            ),
            (("prompt", "none login"), ErrorCode::InvalidRequest),
            (("max_age", "-1"), ErrorCode::InvalidRequest),
            (("max_age", "soon"), ErrorCode::InvalidRequest),
            (("nonce", "a\0b"), ErrorCode::InvalidRequest),
        ] {
            assert_eq!(error(&lax, &[changes]), code, "{changes:?}");
        }
        let long = "x".repeat(1025);
        assert_eq!(error(&lax, &[("nonce", &long)]), ErrorCode::InvalidRequest);
    }

    #[test]
    fn a_parameter_that_comes_twice_is_refused() {
        let read = |query: &str| {
            AuthorizationRequest::read(&Parameters::read(query.as_bytes()), &client(true, true))
        };
        let once = "response_type=code&redirect_uri=https://webmail.example/cb";
        assert!(read(once).is_ok());
        assert_eq!(
            read(&format!("{once}&redirect_uri=https://webmail.example/cb")),
            Err(AuthorizeRefusal::Page(PageProblem::Repeated))
        );
        for twice in [
            "&nonce=1&nonce=2",
            "&state=1&state=2",
            "&response_type=code",
        ] {
            let refused = read(&format!("{once}{twice}"));
            assert!(
                matches!(
                    &refused,
                    Err(AuthorizeRefusal::Redirect { state: None, .. })
                ),
                "{refused:?}"
            );
        }
    }

    proptest! {
        #[test]
        fn no_request_leads_anywhere_but_to_a_registered_address(query in "(redirect_uri=[a-z:/.%&=]{0,30}|[a-z_]{1,14}=[ -~]{0,20}|&){0,8}") {
            let parameters = Parameters::read(query.as_bytes());
            match AuthorizationRequest::read(&parameters, &client(true, true)) {
                Ok(request) => prop_assert_eq!(request.redirect_uri, URI),
                Err(AuthorizeRefusal::Redirect { redirect_uri, .. }) => prop_assert_eq!(redirect_uri, URI),
                Err(AuthorizeRefusal::Page(_)) => {}
            }
        }
    }
}
