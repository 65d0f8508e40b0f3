//! Token requests (RFC 6749, sections 4.1.3 and 6) and how a client says who it is (section 2.3.1).

use crate::error::{ErrorCode, OAuthError};
use crate::parameters::Parameters;
use crate::pkce::Challenge;
use crate::scope::Scopes;
use data_encoding::BASE64;
use std::fmt;
use zeroize::Zeroizing;

/// What a client gives for tokens.
pub enum GrantRequest {
    /// The code that its person came back with.
    Code {
        /// As it came.
        code: Zeroizing<String>,
        /// Where the code was sent.
        redirect_uri: String,
        /// The challenge that its verifier belongs to.
        challenge: Option<Challenge>,
    },
    /// A refresh token.
    Refresh {
        /// As it came.
        token: Zeroizing<String>,
        /// Fewer scopes, if it wants fewer.
        scopes: Option<Scopes>,
    },
}

impl fmt::Debug for GrantRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Code { .. } => "GrantRequest::Code(…)",
            Self::Refresh { .. } => "GrantRequest::Refresh(…)",
        })
    }
}

impl GrantRequest {
    /// Reads the form.
    ///
    /// # Errors
    /// [`OAuthError`].
    pub fn read(parameters: &Parameters) -> Result<Self, OAuthError> {
        let wrong = |description| OAuthError::new(ErrorCode::InvalidRequest, description);
        let one = |name| {
            parameters
                .one(name)
                .map_err(|_| wrong("a parameter came twice"))
        };
        let secret = |text: &str| Zeroizing::new(text.to_owned());
        match one("grant_type")? {
            Some("authorization_code") => {
                let verifier = one("code_verifier")?;
                let challenge = verifier.and_then(Challenge::of);
                if verifier.is_some() && challenge.is_none() {
                    let description = "code_verifier can not be one";
                    return Err(OAuthError::new(ErrorCode::InvalidGrant, description));
                }
                Ok(Self::Code {
                    code: secret(one("code")?.ok_or(wrong("code is missing"))?),
                    redirect_uri: one("redirect_uri")?
                        .ok_or(wrong("redirect_uri is missing"))?
                        .to_owned(),
                    challenge,
                })
            }
            Some("refresh_token") => Ok(Self::Refresh {
                token: secret(one("refresh_token")?.ok_or(wrong("refresh_token is missing"))?),
                scopes: one("scope")?.map(Scopes::read),
            }),
            Some(_) => Err(OAuthError::new(
                ErrorCode::UnsupportedGrantType,
                "grant_type must be authorization_code or refresh_token",
            )),
            None => Err(wrong("grant_type is missing")),
        }
    }
}

/// Who a client says it is, and by what.
pub struct Credentials {
    /// `client_id`.
    pub id: String,
    /// Its secret, if it has one.
    pub secret: Option<Zeroizing<String>>,
    /// Whether it came in the header, where the answer to a wrong one must ask for it again (RFC 6749, section 5.2).
    pub by_header: bool,
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials")
            .field("by_header", &self.by_header)
            .finish_non_exhaustive()
    }
}

/// Why it isn't known who a client is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CredentialsProblem {
    /// It said nothing, or nothing that can be read.
    #[error("the client did not say who it is")]
    Missing,
    /// It said it twice.
    #[error("the client said who it is in two ways")]
    Twice,
}

impl Credentials {
    /// Reads the `Authorization` header and the form: `client_secret_basic`, `client_secret_post`, or `none` with a
    /// `client_id` alone. Not two of them (RFC 6749, section 2.3).
    ///
    /// # Errors
    /// [`CredentialsProblem`].
    pub fn read(
        authorization: Option<&str>,
        parameters: &Parameters,
    ) -> Result<Self, CredentialsProblem> {
        let one = |name| parameters.one(name).map_err(|_| CredentialsProblem::Twice);
        let (id, secret) = (one("client_id")?, one("client_secret")?);
        let Some(header) = authorization else {
            return Ok(Self {
                id: id.ok_or(CredentialsProblem::Missing)?.to_owned(),
                secret: secret.map(|secret| Zeroizing::new(secret.to_owned())),
                by_header: false,
            });
        };
        let (own, own_secret) = basic(header).ok_or(CredentialsProblem::Missing)?;
        if secret.is_some() || id.is_some_and(|id| id != own) {
            return Err(CredentialsProblem::Twice);
        }
        Ok(Self {
            id: own,
            secret: Some(own_secret),
            by_header: true,
        })
    }
}

/// `Basic` with both halves form-encoded first (RFC 6749, section 2.3.1). What isn't encoded reads the same, as long as it
/// has none of the characters that need it.
fn basic(header: &str) -> Option<(String, Zeroizing<String>)> {
    let (scheme, rest) = header.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let bytes = Zeroizing::new(BASE64.decode(rest.trim().as_bytes()).ok()?);
    let (id, secret) = std::str::from_utf8(&bytes).ok()?.split_once(':')?;
    let id = decoded(id);
    (!id.is_empty()).then(|| (id.to_string(), decoded(secret)))
}

fn decoded(text: &str) -> Zeroizing<String> {
    // As the value of a parameter without a name; "=" and "&" stand for themselves here.
    let whole = Zeroizing::new(format!("v={}", *Zeroizing::new(text.replace('&', "%26"))));
    url::form_urlencoded::parse(whole.as_bytes())
        .next()
        .map(|(_, value)| Zeroizing::new(value.into_owned()))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn form(text: &str) -> Parameters {
        Parameters::read(text.as_bytes())
    }

    fn refused(text: &str) -> ErrorCode {
        GrantRequest::read(&form(text)).unwrap_err().code
    }

    #[test]
    fn what_roundcube_sends() {
        let sent = "code=ncRLboOUHCMTbsm1kcSdxA&client_id=roundcube&client_secret=rc-secret&\
                    redirect_uri=http%3A%2F%2F127.0.0.1%3A10088%2Findex.php%2Flogin%2Foauth&grant_type=authorization_code";
        let GrantRequest::Code {
            code,
            redirect_uri,
            challenge,
        } = GrantRequest::read(&form(sent)).unwrap()
        else {
            panic!()
        };
        assert_eq!(*code, "ncRLboOUHCMTbsm1kcSdxA");
        assert_eq!(redirect_uri, "http://127.0.0.1:10088/index.php/login/oauth");
        assert_eq!(challenge, None);
        let credentials = Credentials::read(None, &form(sent)).unwrap();
        assert_eq!(credentials.id, "roundcube");
        assert_eq!(
            credentials.secret.as_ref().map(|secret| secret.as_str()),
            Some("rc-secret")
        );
        let sent = "client_id=roundcube&client_secret=s&refresh_token=abc&grant_type=refresh_token";
        let GrantRequest::Refresh { token, scopes } = GrantRequest::read(&form(sent)).unwrap()
        else {
            panic!()
        };
        assert_eq!((token.as_str(), scopes), ("abc", None));
    }

    #[test]
    fn each_mistake_by_its_name() {
        assert_eq!(refused(""), ErrorCode::InvalidRequest);
        assert_eq!(
            refused("grant_type=password&username=a&password=b"),
            ErrorCode::UnsupportedGrantType
        );
        assert_eq!(
            refused("grant_type=client_credentials"),
            ErrorCode::UnsupportedGrantType
        );
        assert_eq!(
            refused("grant_type=authorization_code&code=a"),
            ErrorCode::InvalidRequest
        );
        assert_eq!(
            refused("grant_type=refresh_token"),
            ErrorCode::InvalidRequest
        );
        assert_eq!(
            refused("grant_type=authorization_code&code=a&redirect_uri=b&code_verifier=short"),
            ErrorCode::InvalidGrant
        );
        assert_eq!(
            refused("grant_type=refresh_token&refresh_token=a&refresh_token=a"),
            ErrorCode::InvalidRequest
        );
    }

    #[test]
    fn a_client_says_who_it_is_once() {
        let read = |header, text: &str| {
            Credentials::read(header, &form(text)).map(|read| {
                (
                    read.id.clone(),
                    read.secret.as_ref().map(|secret| secret.to_string()),
                    read.by_header,
                )
            })
        };
        let known = |id: &str, secret: Option<&str>, by_header| {
            Ok((id.to_owned(), secret.map(str::to_owned), by_header))
        };
        // RFC 6749, section 2.3.1.
        let header = Some("Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3");
        let secret = Some("7Fjfp0ZBr1KtDRbnfVdmIw");
        assert_eq!(read(header, ""), known("s6BhdRkqt3", secret, true));
        assert_eq!(
            read(header, "client_id=s6BhdRkqt3"),
            known("s6BhdRkqt3", secret, true)
        );
        assert_eq!(
            read(header, "client_id=another"),
            Err(CredentialsProblem::Twice)
        );
        assert_eq!(
            read(header, "client_secret=x"),
            Err(CredentialsProblem::Twice)
        );
        assert_eq!(read(None, "client_id=app"), known("app", None, false));
        assert_eq!(read(None, ""), Err(CredentialsProblem::Missing));
        assert_eq!(
            read(None, "client_id=a&client_id=b"),
            Err(CredentialsProblem::Twice)
        );
        for odd in ["Bearer abc", "Basic", "Basic ???", "Basic OnNlY3JldA==", ""] {
            assert_eq!(
                read(Some(odd), "client_id=a"),
                Err(CredentialsProblem::Missing),
                "{odd}"
            );
        }
    }

    proptest! {
        #[test]
        fn any_header_and_form_are_judged(header in "(Basic )?[ -~]{0,40}", body: Vec<u8>) {
            let parameters = Parameters::read(&body);
            let _ = Credentials::read(Some(&header), &parameters);
            let _ = GrantRequest::read(&parameters);
        }

        #[test]
        fn a_secret_survives_the_header(id in "[a-zA-Z0-9._-]{1,20}", secret in "[ -~]{1,40}") {
            let encode = |text: &str| url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
            let pair = format!("{}:{}", encode(&id), encode(&secret));
            let header = format!("basic {}", BASE64.encode(pair.as_bytes()));
            let read = Credentials::read(Some(&header), &Parameters::default()).unwrap();
            prop_assert_eq!(&read.id, &id);
            prop_assert_eq!(read.secret.as_ref().map(|own| own.as_str()), Some(secret.as_str()));
        }
    }
}
