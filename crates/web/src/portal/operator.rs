//! Who works at the operator's desk, and what becomes of what is refused there.

use super::Frame;
use super::door::{Portal, go, go_to};
use super::visitor::SignedIn;
use crate::routes::Route;
use crate::shell::Failure;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use counterfoil_service::desk::DeskRefusal;

/// An operator who is signed in. To everybody else the desk's pages don't exist; whoever isn't signed in is asked to.
#[derive(Clone, Debug)]
pub struct Operator(pub SignedIn);

impl FromRequestParts<Portal> for Operator {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, Response> {
        // Whoever has to make codes first still tightens here: what loosens asks for them itself.
        let signed_in = SignedIn::even_without_codes(parts, portal)
            .await
            .map_err(IntoResponse::into_response)?;
        match portal.app.may_use_the_desk(&signed_in.session) {
            Ok(()) => Ok(Self(signed_in)),
            Err(_) => Err(Failure::NotFound.into_response()),
        }
    }
}

impl Operator {
    /// The frame of a page at the desk.
    #[must_use]
    pub fn frame(&self, portal: &Portal) -> Frame {
        self.0.operators_frame(portal)
    }
}

/// What a refusal leads to: a step-up that comes back to `place`, or a frame that says what is wrong.
///
/// # Errors
/// [`Failure`] for what no operator can mend on this page.
pub fn refused(
    frame: Frame,
    refusal: DeskRefusal,
    place: Route,
) -> Result<Result<Frame, Response>, Failure> {
    let problem = match refusal {
        DeskRefusal::Internal(fault) => return Err(fault.into()),
        DeskRefusal::OperatorsOnly => return Err(Failure::NotFound),
        DeskRefusal::CodesFirst => return Ok(Err(go(Route::CodesRequired))),
        DeskRefusal::StepUpWanted => return Ok(Err(go_to(&place.after_step_up()))),
        DeskRefusal::NotBefore(at) => {
            frame.one("desk-held", "until", frame.words().moment(at.as_micros()))
        }
        DeskRefusal::Own => frame.text("desk-own"),
        DeskRefusal::NotSo => frame.text("desk-not-so"),
    };
    Ok(Ok(frame.wrong_overall(problem)))
}
