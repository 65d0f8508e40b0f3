//! Between a request and a use case: what every handler holds, and the answers that are no page.

use crate::delivery_reports::Provider;
use crate::portal::Letterhead;
use crate::portal::page::app_password_made::MailServers;
use crate::routes::Route;
use crate::shell::{Failure, Shell, cookie};
use axum::extract::FromRef;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use counterfoil_model::Timestamp;
use counterfoil_service::{App, Doctor, Fault, SessionToken};
use std::fmt;
use std::sync::Arc;

/// What every handler of the portal holds.
#[derive(Clone)]
pub struct Portal {
    /// The use cases.
    pub app: Arc<App>,
    /// The shell around the pages.
    pub shell: Arc<Shell>,
    /// Notices go to a folder, not to people: operators are warned.
    pub notices_to_folder: bool,
    /// How to reach the help desk, in the operator's words; printed on pages that end in "ask us".
    pub help_line: Arc<str>,
    /// What the operator adds to every sheet.
    pub letterhead: Arc<Letterhead>,
    /// Looks this installation over, for operators.
    pub doctor: Arc<dyn Doctor>,
    /// What owners type into a mail program; `None` while there is no mail software.
    pub mail_servers: Option<Arc<MailServers>>,
    /// E-mail providers that tell us what became of mails.
    pub providers: Arc<[Arc<Provider>]>,
}

impl fmt::Debug for Portal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Portal")
            .field("shell", &self.shell)
            .finish_non_exhaustive()
    }
}

impl FromRef<Portal> for Arc<Shell> {
    fn from_ref(portal: &Portal) -> Self {
        Self::clone(&portal.shell)
    }
}

/// The cause goes to the log with the request's id, the visitor gets a page that says whether to try again.
impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        let passes = fault.passes();
        if matches!(fault, Fault::Full) {
            // Under a flood that is most answers, and nobody's fault.
            tracing::debug!("a lane is full");
            return Self::Busy(5);
        }
        tracing::error!(error = %fault, cause = ?std::error::Error::source(&fault).map(ToString::to_string), passes, "a request failed");
        if passes {
            Self::Busy(5)
        } else {
            Self::Internal
        }
    }
}

/// See that page next (303), by GET.
#[must_use]
pub fn go(to: Route) -> Response {
    go_to(to.path())
}

/// See that path next (303), by GET. Only for paths that [`crate::routes`] made.
#[must_use]
pub fn go_to(path: &str) -> Response {
    match HeaderValue::from_str(path) {
        Ok(path) => (StatusCode::SEE_OTHER, [(header::LOCATION, path)]).into_response(),
        Err(_) => Failure::Internal.into_response(),
    }
}

/// The answer, with the cookie of a new session. The cookie ends with the browser; the session ends by the rules.
#[must_use]
pub fn with_session(mut response: Response, token: &SessionToken) -> Response {
    let line = zeroize::Zeroizing::new(cookie::set(cookie::SESSION, &token.text(), None));
    if let Ok(mut line) = HeaderValue::from_str(&line) {
        line.set_sensitive(true);
        response.headers_mut().append(header::SET_COOKIE, line);
    }
    response
}

/// The answer, taking the session's cookie away.
#[must_use]
pub fn without_session(mut response: Response) -> Response {
    if let Ok(line) = HeaderValue::from_str(&cookie::clear(cookie::SESSION)) {
        response.headers_mut().append(header::SET_COOKIE, line);
    }
    response
}

/// The answer, telling programs too when the next try is heard (RFC 9110, section 10.2.3). It stays a page: people read it.
#[must_use]
pub fn heard_from(mut response: Response, until: Option<Timestamp>, now: Timestamp) -> Response {
    if let Some(until) = until {
        let seconds = HeaderValue::from(seconds_until(until, now));
        response.headers_mut().insert(header::RETRY_AFTER, seconds);
    }
    response
}

/// Whole seconds from now until then, at least one.
#[must_use]
pub fn seconds_until(until: Timestamp, now: Timestamp) -> u64 {
    (until - now).as_seconds_up().max(1)
}
