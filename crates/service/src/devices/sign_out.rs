//! Signing out one browser, or all but this one: they are forgotten, too. Tightening needs no step-up.

use super::list::id_of;
use crate::announce::Happening;
use crate::session::must_go_on;
use crate::{App, Fault, Session, Visit};
use counterfoil_model::EventKind;
use counterfoil_store::{Error, repo};

/// Why no browser was signed out.
#[derive(Debug, thiserror::Error)]
pub enum SignOutBrowserRefusal {
    /// It isn't on the list, or no longer.
    #[error("that browser is not on the list")]
    Unknown,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl App {
    /// Ends what is open in a browser, with the apps that signed in from it, and forgets it.
    ///
    /// # Errors
    /// [`SignOutBrowserRefusal`].
    pub async fn sign_out_browser(
        &self,
        session: &Session,
        visit: &Visit,
        id: [u8; 16],
    ) -> Result<(), SignOutBrowserRefusal> {
        let (account, now) = (session.account, self.now());
        let done: Result<_, Error> = self
            .db
            .run("sign_out_browser", |tx| async move {
                must_go_on(&tx, session).await?;
                let mut ended = false;
                for kept in repo::session::list(&tx, account).await? {
                    if id_of(&kept.browser_hash) == id
                        && repo::session::end(&tx, account, &kept.hash, now).await?
                    {
                        self.end_apps_of(&tx, account, &kept.hash, visit, now)
                            .await?;
                        ended = true;
                    }
                }
                let mut forgotten = false;
                for device in repo::device::list(&tx, account).await? {
                    if id_of(&device.browser_hash) == id {
                        forgotten =
                            repo::device::forget(&tx, account, &device.browser_hash).await?;
                    }
                }
                if ended {
                    let told = Happening::of(EventKind::SessionEnded).by(visit);
                    self.tell(&tx, account, told, now).await?;
                } else if forgotten {
                    let told = Happening::of(EventKind::DeviceForgotten).by(visit);
                    self.tell(&tx, account, told, now).await?;
                }
                Ok(ended || forgotten)
            })
            .await;
        if done.map_err(Fault::from)? {
            Ok(())
        } else {
            Err(SignOutBrowserRefusal::Unknown)
        }
    }

    /// Ends everything that is open but this session and the apps that signed in from it, and forgets every other browser.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn sign_out_elsewhere(&self, session: &Session, visit: &Visit) -> Result<(), Fault> {
        let (account, now) = (session.account, self.now());
        let done: Result<(), Error> = self
            .db
            .run("sign_out_elsewhere", |tx| async move {
                must_go_on(&tx, session).await?;
                self.end_other_access(&tx, account, &session.hash, now)
                    .await?;
                repo::device::forget_others(&tx, account, &visit.browser).await?;
                let told = Happening::of(EventKind::SignedOutElsewhere).by(visit);
                self.tell(&tx, account, told, now).await
            })
            .await;
        Ok(done?)
    }
}
