//! Which outside address a page below the list is about.

use crate::portal::door::Portal;
use crate::portal::visitor::SignedIn;
use crate::routes::ItemRoute;
use crate::shell::{Failure, Form};
use axum::extract::{FromRequest, FromRequestParts, Path, Request};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use counterfoil_model::OutsideAddressId;
use counterfoil_service::outside_address::ListedAddress;

/// An address, and its owner who asks for it: what a path below the list names.
pub(super) struct OwnAddress {
    pub(super) signed_in: SignedIn,
    pub(super) address: ListedAddress,
}

/// The same with a form. What isn't a form of this browser and session is refused before any address is looked for.
pub(super) struct OwnAddressForm {
    pub(super) signed_in: SignedIn,
    pub(super) address: ListedAddress,
    pub(super) form: Form,
}

/// Who asks, and for what.
struct Asked {
    signed_in: SignedIn,
    id: Option<OutsideAddressId>,
}

impl Asked {
    async fn read(parts: &mut Parts, portal: &Portal) -> Result<Self, Response> {
        let signed_in = SignedIn::from_request_parts(parts, portal).await;
        let signed_in = signed_in.map_err(IntoResponse::into_response)?;
        let id = Path::<String>::from_request_parts(parts, portal).await.ok();
        let id = id.and_then(|Path(id)| ItemRoute::id(&id));
        Ok(Self {
            signed_in,
            id: id.map(OutsideAddressId::from_bytes),
        })
    }

    async fn address(self, portal: &Portal) -> Result<OwnAddress, Response> {
        let Self { signed_in, id } = self;
        let list = portal
            .app
            .outside_addresses(signed_in.session.account)
            .await
            .map_err(|fault| Failure::from(fault).into_response())?;
        let found = list.into_iter().find(|address| Some(address.id) == id);
        let address = found.ok_or_else(|| Failure::NotFound.into_response())?;
        Ok(OwnAddress { signed_in, address })
    }
}

impl FromRequestParts<Portal> for OwnAddress {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, Response> {
        Asked::read(parts, portal).await?.address(portal).await
    }
}

impl FromRequest<Portal> for OwnAddressForm {
    type Rejection = Response;

    async fn from_request(request: Request, portal: &Portal) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let asked = Asked::read(&mut parts, portal).await?;
        let form = Form::from_request(Request::from_parts(parts, body), portal).await;
        let form = form.map_err(IntoResponse::into_response)?;
        let OwnAddress { signed_in, address } = asked.address(portal).await?;
        Ok(Self {
            signed_in,
            address,
            form,
        })
    }
}
