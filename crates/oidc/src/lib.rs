#![doc = include_str!("../README.md")]

mod assurance;
mod authorize;
mod back_channel;
mod client;
mod discovery;
mod error;
mod id_token;
mod keys;
mod parameters;
mod pkce;
mod prompt;
mod respond;
mod scope;
mod token_request;
mod uri;

pub use assurance::{acr, amr};
pub use authorize::{AuthorizationRequest, AuthorizeRefusal, PageProblem};
pub use back_channel::LogoutClaims;
pub use client::{Client, ClientProblem, SecretHash};
pub use discovery::{Endpoints, discovery};
pub use error::{ErrorCode, OAuthError};
pub use id_token::{IdClaims, access_token_hash};
pub use keys::{Algorithm, KeyProblem, SigningKey, SigningKeys};
pub use parameters::{Parameters, Repeated};
pub use pkce::Challenge;
pub use prompt::Prompt;
pub use respond::{with_code, with_error, with_state};
pub use scope::{Scope, Scopes};
pub use token_request::{Credentials, CredentialsProblem, GrantRequest};
pub use uri::{UriProblem, check_back_channel_uri, check_redirect_uri};
