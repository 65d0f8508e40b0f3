//! "I still have it": a passkey that a freeze shut opens again, when its owner uses it beside two other factors.

use super::Found;
use super::found::What;
use crate::passkey::{PasskeyAnswer, PasskeyRefusal};
use crate::session::must_go_on;
use crate::{App, Fault, Session, Visit};
use counterfoil_model::SensitiveAction;
use counterfoil_model::passkey::Purpose;
use counterfoil_store::{Error, repo};

/// Why it stays shut.
#[derive(Debug, thiserror::Error)]
pub enum FoundPasskeyRefusal {
    /// Two other factors are needed in this session.
    #[error("a second step is needed first")]
    SecondFactorWanted,
    /// A factor must be proved again.
    #[error("a step-up is needed")]
    StepUpWanted,
    /// The passkey didn't do.
    #[error(transparent)]
    Passkey(#[from] PasskeyRefusal),
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for FoundPasskeyRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

impl App {
    /// Opens a passkey again that a freeze shut; after the hold where a code opened this session.
    ///
    /// # Errors
    /// [`FoundPasskeyRefusal`].
    pub async fn found_passkey(
        &self,
        session: &Session,
        visit: &Visit,
        answer: PasskeyAnswer<'_>,
    ) -> Result<Found, FoundPasskeyRefusal> {
        let now = self.now();
        if !session.methods.two_factors() {
            return Err(FoundPasskeyRefusal::SecondFactorWanted);
        }
        if !session.is_fresh(now) {
            return Err(FoundPasskeyRefusal::StepUpWanted);
        }
        let said = self
            .hear_passkey(session, visit, Purpose::Found, answer)
            .await?;
        let found = self.found_takes_effect(session, SensitiveAction::StageFactor);
        let account = session.account;
        let lifted: Result<_, Error> = self
            .db
            .run("found_passkey", |tx| async move {
                must_go_on(&tx, session).await?;
                let (id, at) = (said.passkey, found.effective_at);
                let lifted = match said.counter() {
                    Some(counter) => {
                        repo::passkey::lift(&tx, account, id, counter, at, now).await?
                    }
                    None => false,
                };
                if !lifted {
                    return self.untaken(&tx, account, visit, said, now).await.map(Err);
                }
                self.tell_found(&tx, session, visit, What::Passkey, id.as_bytes(), found)
                    .await?;
                Ok(Ok(found))
            })
            .await;
        lifted?.map_err(FoundPasskeyRefusal::Passkey)
    }
}
