//! What every way of signing in ends with.

use crate::announce::Happening;
use crate::session::{Kind, Opening};
use crate::{App, SessionToken, Visit};
use counterfoil_model::{AccountId, EventKind, Method, Methods, Timestamp};
use counterfoil_store::{Error, Tx, repo};

impl App {
    /// Notes the device, tells the owner and opens the session. A code on a device that is not known holds some things back.
    pub(crate) async fn finish_sign_in(
        &self,
        tx: &Tx,
        account: AccountId,
        visit: &Visit,
        methods: Methods,
        now: Timestamp,
    ) -> Result<SessionToken, Error> {
        let by_code = methods.contains(Method::BackupCode);
        let device = repo::device::load(tx, account, &visit.browser).await?;
        let known = device.as_ref().is_some_and(|device| is_known(device, now));
        repo::device::signed_in(tx, account, &visit.browser, &visit.device, !by_code, now).await?;
        if !by_code {
            let kind = if device.is_some() {
                EventKind::SignedIn
            } else {
                EventKind::SignedInFromNewDevice
            };
            self.tell(
                tx,
                account,
                Happening::of(kind).by(visit).with("methods", methods),
                now,
            )
            .await?;
        }
        let opening = Opening {
            account,
            kind: Kind::Full,
            methods,
            held: by_code && !known,
            started_at: now,
            stepped_up_at: now,
        };
        self.open_session(tx, visit, opening).await
    }
}

/// Whether a browser is a known device (rules.md, Signing in).
pub(crate) fn is_known(device: &repo::device::Device, now: Timestamp) -> bool {
    use counterfoil_model::device::{SignInMethod, is_known};
    device
        .trusted_since
        .is_some_and(|since| is_known(since, SignInMethod::Factors, now))
}
