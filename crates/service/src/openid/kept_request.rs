//! An app's request, kept by the browser while somebody signs in: sealed, so that nobody changes when it was made.

use crate::{App, Fault, Visit};
use counterfoil_model::{AccountId, Span, Timestamp};
use data_encoding::BASE64URL_NOPAD;

/// How long one may take to sign in.
const LASTS: Span = Span::hours(1);
/// A longer query is no request of any app, in bytes.
const LONGEST: usize = 4096;
const PURPOSE: &str = "app-request";

/// A request that was kept.
#[derive(Clone, Debug)]
pub struct KeptRequest {
    /// The query as it came.
    pub query: String,
    /// When it came first: a sign-in after this was made for it.
    pub asked_at: Timestamp,
}

impl App {
    /// Seals a request for this browser; `None` when it is too long to be carried.
    ///
    /// # Errors
    /// [`Fault`] when no key seals.
    pub fn keep_request(
        &self,
        visit: &Visit,
        request: &KeptRequest,
    ) -> Result<Option<String>, Fault> {
        if request.query.len() > LONGEST {
            return Ok(None);
        }
        let mut plain = request.asked_at.as_micros().to_be_bytes().to_vec();
        plain.extend_from_slice(request.query.as_bytes());
        let bound = [AccountId::NOBODY.as_bytes().as_slice(), &visit.browser];
        let sealed = self.seal(PURPOSE, &bound, &plain)?;
        Ok(Some(BASE64URL_NOPAD.encode(&sealed)))
    }

    /// Opens it again; `None` in another browser, or more than an hour later.
    #[must_use]
    pub fn kept_request(&self, visit: &Visit, sealed: &str) -> Option<KeptRequest> {
        let sealed = BASE64URL_NOPAD.decode(sealed.as_bytes()).ok()?;
        let bound = [AccountId::NOBODY.as_bytes().as_slice(), &visit.browser];
        let plain = self.unseal(PURPOSE, &bound, &sealed).ok()?;
        let (asked_at, query) = plain.split_first_chunk::<8>()?;
        let asked_at = Timestamp::from_micros(i64::from_be_bytes(*asked_at));
        let query = std::str::from_utf8(query).ok()?.to_owned();
        (self.now() < asked_at + LASTS).then_some(KeptRequest { query, asked_at })
    }
}
