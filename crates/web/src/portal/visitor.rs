//! Who is asking: anybody, somebody between two steps, or somebody signed in.

use super::before_codes::opens_before_codes;
use super::device_name::device_name;
use super::door::{Portal, go, go_to, without_session};
use super::{Frame, Words};
use crate::routes::Route;
use crate::shell::{ClientAddr, Failure, browser::Browser};
use axum::extract::{FromRequestParts, MatchedPath, OptionalFromRequestParts};
use axum::http::request::Parts;
use axum::http::{Method, header};
use axum::response::{IntoResponse, Response};
use counterfoil_lang::Language;
use counterfoil_model::{Hold, SensitiveAction};
use counterfoil_service::{App, Attention, NoSession, Session, SessionToken, Visit};
use std::convert::Infallible;
use std::sync::Arc;

/// Anybody: a browser, where it is, and the language it asks for.
#[derive(Clone, Debug)]
pub struct Visitor {
    /// What its cookies say.
    pub browser: Browser,
    /// Where it comes from, as the use cases take it.
    pub visit: Visit,
    /// The sentences in its language.
    pub words: Words,
    accepts: Option<String>,
}

impl Visitor {
    fn of(parts: &Parts, portal: &Portal) -> Result<Self, Failure> {
        let browser = parts
            .extensions
            .get::<Browser>()
            .cloned()
            .ok_or(Failure::Internal)?;
        let address = parts
            .extensions
            .get::<ClientAddr>()
            .ok_or(Failure::Internal)?
            .0;
        let header = |name| {
            parts
                .headers
                .get(name)
                .and_then(|value| value.to_str().ok())
        };
        let device = device_name(header(header::USER_AGENT).unwrap_or_default());
        let accepts = header(header::ACCEPT_LANGUAGE).map(str::to_owned);
        let chosen = browser.language.map(Language::tag);
        let words = words(portal, chosen, accepts.as_deref());
        let visit = Visit::new(browser.id.as_bytes(), address, device);
        Ok(Self {
            browser,
            visit,
            words,
            accepts,
        })
    }

    /// The frame of a page for somebody who isn't signed in.
    #[must_use]
    pub fn frame(&self, portal: &Portal) -> Frame {
        Frame::new(self.words.clone(), &portal.shell, &self.browser)
    }

    /// The same visitor under a session that was opened just now: the forms of this very answer belong to it.
    #[must_use]
    pub fn under(mut self, token: &SessionToken) -> Self {
        self.browser.session = Some(token.text().to_string());
        self
    }

    /// The tag of the page's language, for an account that is made here.
    #[must_use]
    pub fn language(&self) -> &'static str {
        self.words.language().tag()
    }

    fn token(&self) -> Option<SessionToken> {
        self.browser
            .session
            .as_deref()
            .and_then(SessionToken::parse)
    }
}

/// In the language of the account, or the one that was chosen in this browser; else in one that the browser asks for.
fn words(portal: &Portal, chosen: Option<&str>, accepts: Option<&str>) -> Words {
    let language = Language::wanted(chosen, accepts).unwrap_or(portal.shell.language);
    Words::new(
        Arc::clone(&portal.shell.sentences),
        language,
        portal.shell.time_zone.clone(),
    )
}

impl FromRequestParts<Portal> for Visitor {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, Failure> {
        Self::of(parts, portal)
    }
}

/// Somebody signed in. Whoever isn't is asked to sign in and comes back to the same place.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The browser.
    pub visitor: Visitor,
    /// The session.
    pub session: Session,
    /// What every page says beside its own matter. Only where a page is opened: an answer to a form is about that form.
    pub attention: Attention,
}

impl SignedIn {
    /// Looks the session up that this visitor's cookie names.
    ///
    /// # Errors
    /// [`NoSession`].
    pub async fn find(portal: &Portal, mut visitor: Visitor) -> Result<Self, NoSession> {
        let token = visitor.token().ok_or(NoSession::SignedOut)?;
        let session = portal.app.session(&token, &visitor.visit).await?;
        visitor.words = words(
            portal,
            Some(&session.owner.language),
            visitor.accepts.as_deref(),
        );
        Ok(Self {
            visitor,
            session,
            attention: Attention::default(),
        })
    }

    /// The same person under a session that goes on under a new id: the forms of this very answer belong to it.
    #[must_use]
    pub fn under(self, token: &SessionToken) -> Self {
        Self {
            visitor: self.visitor.under(token),
            ..self
        }
    }

    /// The frame of a page whose one change may have to wait in this session: then it says until when, by the sentence of
    /// this id, which takes `at`.
    #[must_use]
    pub fn frame_before(&self, portal: &Portal, change: SensitiveAction, id: &str) -> Frame {
        let frame = self.frame(portal);
        match self.session.hold(change, &portal.app) {
            Hold::NotBefore { allowed_at } => {
                let warning = frame.one(id, "at", frame.words().moment(allowed_at.as_micros()));
                frame.warned(warning)
            }
            Hold::AtOnce | Hold::AfterDelay { .. } => frame,
        }
    }

    /// What a change needs that goes on whether or not this request does.
    #[must_use]
    pub fn acting(&self, portal: &Portal) -> (Arc<App>, Session, Visit) {
        (
            Arc::clone(&portal.app),
            self.session.clone(),
            self.visitor.visit.clone(),
        )
    }

    /// The frame of a page for this person.
    #[must_use]
    pub fn frame(&self, portal: &Portal) -> Frame {
        self.visitor
            .frame(portal)
            .signed_in(&self.session.owner.address)
            .attending(&self.attention)
    }

    /// The same, with what an operator has to be told before anything goes wrong.
    #[must_use]
    pub fn operators_frame(&self, portal: &Portal) -> Frame {
        let frame = self.frame(portal);
        if portal.notices_to_folder && self.session.owner.operator {
            let warning = frame.text("home-mail-in-folder");
            return frame.warned(warning);
        }
        frame
    }
}

/// The answer to whoever isn't signed in.
pub struct SignInFirst(Response);

impl IntoResponse for SignInFirst {
    fn into_response(self) -> Response {
        self.0
    }
}

impl SignedIn {
    /// Somebody signed in, also where the operator requires codes first.
    ///
    /// # Errors
    /// [`SignInFirst`].
    pub async fn even_without_codes(
        parts: &mut Parts,
        portal: &Portal,
    ) -> Result<Self, SignInFirst> {
        let visitor =
            Visitor::of(parts, portal).map_err(|failure| SignInFirst(failure.into_response()))?;
        let (token, visit) = (visitor.token(), visitor.visit.clone());
        match Self::find(portal, visitor).await {
            Ok(mut signed_in) => {
                if parts.method == Method::GET {
                    let attention = portal
                        .app
                        .attention(&signed_in.session, &signed_in.visitor.visit)
                        .await;
                    signed_in.attention = attention
                        .map_err(|fault| SignInFirst(Failure::from(fault).into_response()))?;
                }
                Ok(signed_in)
            }
            Err(NoSession::Internal(fault)) => {
                Err(SignInFirst(Failure::from(fault).into_response()))
            }
            Err(NoSession::SignedOut) => {
                let place = Route::place(parts.uri.path())
                    .filter(|_| parts.method == Method::GET || token.is_some());
                let Some(token) = token else {
                    let to =
                        place.map_or_else(|| Route::SignIn.path().to_owned(), Route::after_sign_in);
                    return Err(SignInFirst(go_to(&to)));
                };
                // Whoever looks elsewhere between two steps doesn't have to begin again.
                if portal.app.half_session(&token, &visit).await.is_ok() {
                    let to = place.map_or_else(
                        || Route::SecondStep.path().to_owned(),
                        Route::after_second_step,
                    );
                    return Err(SignInFirst(go_to(&to)));
                }
                if portal.app.reset_grant(&token, &visit).await.is_ok() {
                    return Err(SignInFirst(go_to(Route::SignIn.path())));
                }
                let to =
                    place.map_or_else(|| Route::SignIn.path().to_owned(), Route::after_sign_in);
                Err(SignInFirst(without_session(go_to(&to))))
            }
        }
    }
}

impl FromRequestParts<Portal> for SignedIn {
    type Rejection = SignInFirst;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, SignInFirst> {
        let signed_in = Self::even_without_codes(parts, portal).await?;
        let pattern = parts
            .extensions
            .get::<MatchedPath>()
            .map(MatchedPath::as_str);
        if signed_in.session.codes_duty().is_overdue() && !pattern.is_some_and(opens_before_codes) {
            return Err(SignInFirst(go(Route::CodesRequired)));
        }
        Ok(signed_in)
    }
}

impl OptionalFromRequestParts<Portal> for SignedIn {
    type Rejection = Infallible;

    async fn from_request_parts(
        parts: &mut Parts,
        portal: &Portal,
    ) -> Result<Option<Self>, Infallible> {
        let Ok(visitor) = Visitor::of(parts, portal) else {
            return Ok(None);
        };
        Ok(Self::find(portal, visitor).await.ok())
    }
}

/// Somebody whose password was right and whose second step is open.
#[derive(Clone, Debug)]
pub struct HalfSignedIn {
    /// The browser.
    pub visitor: Visitor,
    /// The half-session.
    pub half: Session,
}

impl FromRequestParts<Portal> for HalfSignedIn {
    type Rejection = SignInFirst;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, SignInFirst> {
        let mut visitor =
            Visitor::of(parts, portal).map_err(|failure| SignInFirst(failure.into_response()))?;
        let found = match visitor.token() {
            Some(token) => portal.app.half_session(&token, &visitor.visit).await,
            None => Err(NoSession::SignedOut),
        };
        match found {
            Ok(half) => {
                // A choice at the foot of this page isn't the account's yet: only a password was right.
                let chosen = visitor
                    .browser
                    .language
                    .map_or_else(|| half.owner.language.clone(), |own| own.tag().to_owned());
                visitor.words = words(portal, Some(&chosen), visitor.accepts.as_deref());
                Ok(Self { visitor, half })
            }
            Err(NoSession::Internal(fault)) => {
                Err(SignInFirst(Failure::from(fault).into_response()))
            }
            Err(NoSession::SignedOut) if visitor.browser.session.is_some() => {
                Err(SignInFirst(go_to(Route::SIGN_IN_LATE)))
            }
            Err(NoSession::SignedOut) => Err(SignInFirst(go_to(Route::SignIn.path()))),
        }
    }
}

/// Somebody who proved at least one factor: signed in, or on the way in. That is enough to tighten (N23).
#[derive(Clone, Debug)]
pub struct Somebody {
    /// The frame of a page for them.
    pub frame: Frame,
    /// The session, or the half-session.
    pub session: Session,
    /// Where they are.
    pub visit: Visit,
    /// Whether it is a whole session.
    pub signed_in: bool,
}

impl FromRequestParts<Portal> for Somebody {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, Response> {
        if let Ok(half) =
            <HalfSignedIn as FromRequestParts<Portal>>::from_request_parts(parts, portal).await
        {
            let (frame, visit) = (half.visitor.frame(portal), half.visitor.visit);
            return Ok(Self {
                frame,
                session: half.half,
                visit,
                signed_in: false,
            });
        }
        match <SignedIn as FromRequestParts<Portal>>::from_request_parts(parts, portal).await {
            Ok(signed_in) => {
                let (frame, visit) = (signed_in.frame(portal), signed_in.visitor.visit);
                Ok(Self {
                    frame,
                    session: signed_in.session,
                    visit,
                    signed_in: true,
                })
            }
            Err(sign_in_first) => Err(sign_in_first.into_response()),
        }
    }
}

/// Somebody who proved a code and a number and may set a new password now.
#[derive(Clone, Debug)]
pub struct Resetting {
    /// The browser.
    pub visitor: Visitor,
    /// The grant.
    pub grant: Session,
}

impl FromRequestParts<Portal> for Resetting {
    type Rejection = SignInFirst;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, SignInFirst> {
        let visitor =
            Visitor::of(parts, portal).map_err(|failure| SignInFirst(failure.into_response()))?;
        let found = match visitor.token() {
            Some(token) => portal.app.reset_grant(&token, &visitor.visit).await,
            None => Err(NoSession::SignedOut),
        };
        match found {
            Ok(grant) => Ok(Self { visitor, grant }),
            Err(NoSession::Internal(fault)) => {
                Err(SignInFirst(Failure::from(fault).into_response()))
            }
            Err(NoSession::SignedOut) => Err(SignInFirst(go_to(Route::Forgotten.path()))),
        }
    }
}
