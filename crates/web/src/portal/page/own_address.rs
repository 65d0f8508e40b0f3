//! Which outside address a page below the list is about.

use crate::portal::door::Portal;
use crate::portal::visitor::SignedIn;
use crate::routes::ItemRoute;
use crate::shell::Failure;
use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use counterfoil_model::OutsideAddressId;
use counterfoil_service::outside_address::ListedAddress;

/// An address, and its owner who asks for it: what a path below the list names.
pub(super) struct OwnAddress {
    pub(super) signed_in: SignedIn,
    pub(super) address: ListedAddress,
}

impl FromRequestParts<Portal> for OwnAddress {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, Response> {
        let signed_in = SignedIn::from_request_parts(parts, portal).await;
        let signed_in = signed_in.map_err(IntoResponse::into_response)?;
        let id = Path::<String>::from_request_parts(parts, portal).await.ok();
        let id = id.and_then(|Path(id)| ItemRoute::id(&id));
        let id = id.map(OutsideAddressId::from_bytes);
        let list = portal
            .app
            .outside_addresses(signed_in.session.account)
            .await
            .map_err(|fault| Failure::from(fault).into_response())?;
        let found = list.into_iter().find(|address| Some(address.id) == id);
        let address = found.ok_or_else(|| Failure::NotFound.into_response())?;
        Ok(Self { signed_in, address })
    }
}
