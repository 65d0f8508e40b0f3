//! A form that a client's server sends, and which client that is.

use super::answer;
use crate::portal::door::Portal;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::header;
use axum::response::Response;
use counterfoil_oidc::{
    Client, Credentials, CredentialsProblem, ErrorCode, OAuthError, Parameters,
};
use counterfoil_service::openid::ClientRefusal;

/// What a client's server sent, and which client it proved to be.
pub(super) struct ClientForm {
    pub(super) client: Client,
    pub(super) parameters: Parameters,
}

/// The fields of a form that no browser of ours sent.
pub(super) async fn fields(request: Request, portal: &Portal) -> Result<Parameters, Response> {
    let wrong =
        |description| answer::error_answer(OAuthError::new(ErrorCode::InvalidRequest, description));
    let kind = request
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if !kind.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
        return Err(wrong("the body is not application/x-www-form-urlencoded"));
    }
    let body = Bytes::from_request(request, portal)
        .await
        .map_err(|_| wrong("the body is too long"))?;
    Ok(Parameters::read(&body))
}

impl FromRequest<Portal> for ClientForm {
    type Rejection = Response;

    async fn from_request(request: Request, portal: &Portal) -> Result<Self, Response> {
        let header = request.headers().get(header::AUTHORIZATION);
        let authorization = header.map(|value| value.to_str().unwrap_or("?").to_owned());
        let parameters = fields(request, portal).await?;
        let credentials =
            Credentials::read(authorization.as_deref(), &parameters).map_err(|problem| {
                match problem {
                    CredentialsProblem::Missing => answer::invalid_client(authorization.is_some()),
                    CredentialsProblem::Twice => answer::error_answer(OAuthError::new(
                        ErrorCode::InvalidRequest,
                        "the client said who it is in two ways",
                    )),
                }
            })?;
        match portal.app.authenticated_client(&credentials).await {
            Ok(client) => Ok(Self { client, parameters }),
            Err(ClientRefusal::Unknown) => Err(answer::invalid_client(credentials.by_header)),
            Err(ClientRefusal::Internal(fault)) => Err(answer::fault(&fault)),
        }
    }
}
