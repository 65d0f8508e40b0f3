//! "We fixed it: try again": a code is mailed to an address that notices came back from. Typed here, it shows that mail arrives.

use super::change::NotNow;
use super::code::count_mailed_code;
use crate::announce::Happening;
use crate::session::must_go_on;
use crate::{App, Fault, Session, Visit};
use counterfoil_model::{EventKind, IssuedCode, OutsideAddressId, Timestamp};
use counterfoil_store::{Error, repo};

/// Why an address isn't tried again.
#[derive(Debug, thiserror::Error)]
pub enum TryAgainRefusal {
    /// Nothing came back from it, or it isn't there.
    #[error("nothing came back from that address")]
    Well,
    /// So many codes were mailed within the hour that the next one waits until then.
    #[error("too many codes were mailed")]
    TooOften(Timestamp),
    /// Not in this session.
    #[error(transparent)]
    NotNow(#[from] NotNow),
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for TryAgainRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

impl App {
    /// Mails a code to an address that counts and that notices came back from. Nothing is loosened by it: the address hears of
    /// everything before, meanwhile and afterwards. So no step-up is asked for.
    ///
    /// # Errors
    /// [`TryAgainRefusal`].
    pub async fn try_address_again(
        &self,
        session: &Session,
        visit: &Visit,
        id: OutsideAddressId,
    ) -> Result<(), TryAgainRefusal> {
        let (account, now) = (session.account, self.now());
        self.session_may_change_addresses(session)?;
        let code = &IssuedCode::draw(&mut self.chance());
        let mailed: Result<_, Error> = self
            .db
            .run("try_address_again", |tx| async move {
                must_go_on(&tx, session).await?;
                let there = repo::outside_address::list(&tx, account).await?;
                let unreached = there.into_iter().find(|own| {
                    own.id == id
                        && own.verified_at.is_some()
                        && own.removed_at.is_none()
                        && own.bounces > 0
                });
                let Some(unreached) = unreached else {
                    return Ok(Err(TryAgainRefusal::Well));
                };
                if let Err(until) = count_mailed_code(&tx, account, now).await? {
                    return Ok(Err(TryAgainRefusal::TooOften(until)));
                }
                let until = self.keep_address_code(&tx, account, id, code, now).await?;
                let mailed = Happening::of(EventKind::AddressCodeMailed)
                    .by(visit)
                    .with("address", &unreached.address)
                    .with("until", until.as_micros());
                let mailed = mailed.code(code, until).mailed_to(&unreached.address);
                self.tell(&tx, account, mailed, now).await?;
                Ok(Ok(()))
            })
            .await;
        mailed?
    }
}
