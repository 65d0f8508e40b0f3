//! Enabling and renewing: the same three steps, at addresses of their own.

use crate::portal::Frame;
use crate::portal::answer;
use crate::portal::door::go_to;
use crate::portal::page::message::{Message, Topic};
use crate::routes::Route;
use crate::shell::Failure;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::Response;
use counterfoil_service::codes::ShowRefusal;
use std::convert::Infallible;

/// Which of the two it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// The first sheet.
    Enable,
    /// A new sheet after another one.
    Renew,
}

impl Flow {
    /// Whether there was a sheet before.
    #[must_use]
    pub const fn renews(self) -> bool {
        matches!(self, Self::Renew)
    }

    /// Step 1.
    #[must_use]
    pub const fn idea(self) -> Route {
        match self {
            Self::Enable => Route::Enable,
            Self::Renew => Route::Renew,
        }
    }

    /// Step 2.
    #[must_use]
    pub const fn paper(self) -> Route {
        match self {
            Self::Enable => Route::EnablePaper,
            Self::Renew => Route::RenewPaper,
        }
    }

    /// Step 2 without a printer.
    #[must_use]
    pub const fn write(self) -> Route {
        match self {
            Self::Enable => Route::EnableWrite,
            Self::Renew => Route::RenewWrite,
        }
    }

    /// Step 3.
    #[must_use]
    pub const fn prove(self) -> Route {
        match self {
            Self::Enable => Route::EnableProve,
            Self::Renew => Route::RenewProve,
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Flow {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let renews = parts.uri.path().starts_with(Route::Renew.path());
        Ok(if renews { Self::Renew } else { Self::Enable })
    }
}

/// What is answered when no sheet may be made yet: what is missing, and the way to it. A step-up comes back to `place`.
pub(super) fn in_the_way(
    frame: Frame,
    refusal: ShowRefusal,
    place: Route,
) -> Result<Response, Failure> {
    match refusal {
        ShowRefusal::SecondFactorWanted => Ok(answer(&Message::about(frame, Topic::PhoneFirst))),
        ShowRefusal::OutsideAddressWanted => {
            Ok(answer(&Message::about(frame, Topic::AddressFirst)))
        }
        ShowRefusal::StepUpWanted => Ok(go_to(&place.after_step_up())),
        ShowRefusal::LabelTooLong => Err(Failure::Internal),
        ShowRefusal::Internal(fault) => Err(fault.into()),
    }
}
