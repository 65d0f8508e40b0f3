//! The owner's list of browsers.

use crate::sign_in::is_known;
use crate::{App, BrowserHash, Fault, Session, Visit};
use counterfoil_model::{Methods, Timestamp};
use counterfoil_store::Error;
use counterfoil_store::repo::{self, device::Device, session::Session as Kept};

/// A browser that is signed in, or was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnBrowser {
    /// What it is named by in an address: half of what is kept of its cookie's hash.
    pub id: [u8; 16],
    /// In words a person recognises: "Firefox on Linux".
    pub name: String,
    /// Whether it is the one that asks.
    pub current: bool,
    /// First sign-in that is remembered.
    pub first_seen_at: Timestamp,
    /// Last use.
    pub last_seen_at: Timestamp,
    /// Its session, if it is signed in.
    pub session: Option<OpenSession>,
    /// Whether its owner has used it for so long that it has a lane of its own.
    pub known: bool,
}

/// A session that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenSession {
    /// What was proved in it.
    pub methods: Methods,
    /// Since when.
    pub since: Timestamp,
    /// From which network.
    pub network: String,
}

/// The id of a browser.
pub(super) fn id_of(browser: &BrowserHash) -> [u8; 16] {
    let mut id = [0; 16];
    for (to, from) in id.iter_mut().zip(browser) {
        *to = *from;
    }
    id
}

impl App {
    /// The browsers of an account: this one first, then those that are signed in, then the others, each the last seen first.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn own_browsers(
        &self,
        session: &Session,
        visit: &Visit,
    ) -> Result<Vec<OwnBrowser>, Fault> {
        let (account, now) = (session.account, self.now());
        let found: Result<_, Error> = self
            .db
            .read("own_browsers", |tx| async move {
                let devices = repo::device::list(&tx, account).await?;
                Ok((devices, repo::session::list(&tx, account).await?))
            })
            .await;
        let (devices, mut sessions) = found?;
        let limits = session.policy().session();
        sessions.retain(|kept| limits.is_live(kept.started_at, kept.seen_at, now));
        let mut browsers: Vec<OwnBrowser> = Vec::new();
        for kept in &sessions {
            // One browser has one session; of two that are left over the last used counts.
            if browsers
                .iter()
                .all(|own| own.id != id_of(&kept.browser_hash))
            {
                let device = devices
                    .iter()
                    .find(|device| device.browser_hash == kept.browser_hash);
                browsers.push(signed_in(kept, device, visit, now)?);
            }
        }
        for device in &devices {
            if browsers
                .iter()
                .all(|own| own.id != id_of(&device.browser_hash))
            {
                browsers.push(remembered(device, visit, now));
            }
        }
        browsers.sort_by_key(|own| {
            let order = (!own.current, own.session.is_none());
            (order, std::cmp::Reverse(own.last_seen_at))
        });
        Ok(browsers)
    }
}

fn signed_in(
    kept: &Kept,
    device: Option<&Device>,
    visit: &Visit,
    now: Timestamp,
) -> Result<OwnBrowser, Fault> {
    let methods = Methods::parse(&kept.methods)
        .map_err(|_| Fault::Broken("a session names an unknown method"))?;
    let first = device.map_or(kept.started_at, |device| device.first_seen_at);
    Ok(OwnBrowser {
        id: id_of(&kept.browser_hash),
        name: kept.device.clone(),
        current: kept.browser_hash == visit.browser,
        first_seen_at: first.min(kept.started_at),
        last_seen_at: kept.seen_at,
        session: Some(OpenSession {
            methods,
            since: kept.started_at,
            network: kept.network.clone(),
        }),
        known: device.is_some_and(|device| is_known(device, now)),
    })
}

fn remembered(device: &Device, visit: &Visit, now: Timestamp) -> OwnBrowser {
    OwnBrowser {
        id: id_of(&device.browser_hash),
        name: device.name.clone(),
        current: device.browser_hash == visit.browser,
        first_seen_at: device.first_seen_at,
        last_seen_at: device.seen_at,
        session: None,
        known: is_known(device, now),
    }
}
