//! Who may do what at the desk: every operator reads and tightens; what opens something asks for a proof that it is still them.

use crate::{App, Fault, Session};
use counterfoil_model::{Hold, SensitiveAction, Timestamp};
use counterfoil_store::Error;

/// Why nothing is done at the desk.
#[derive(Debug, thiserror::Error)]
pub enum DeskRefusal {
    /// Only operators work here.
    #[error("only an operator does that")]
    OperatorsOnly,
    /// A factor must be proved again.
    #[error("a step-up is needed")]
    StepUpWanted,
    /// After a code on a device that is not known: not before then.
    #[error("not yet")]
    NotBefore(Timestamp),
    /// The policy asks this operator for backup codes first.
    #[error("backup codes are required first")]
    CodesFirst,
    /// Nobody does that to an account of their own.
    #[error("that is your own account")]
    Own,
    /// The account is gone, or isn't in a state for that.
    #[error("the account is not in that state")]
    NotSo,
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for DeskRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

impl App {
    /// Whether this session works at the desk: an operator's. That is enough to read and to tighten.
    ///
    /// # Errors
    /// [`DeskRefusal::OperatorsOnly`].
    pub const fn may_use_the_desk(&self, session: &Session) -> Result<(), DeskRefusal> {
        if session.owner.operator {
            Ok(())
        } else {
            Err(DeskRefusal::OperatorsOnly)
        }
    }

    /// Whether this session may open or loosen something for others: an operator's, with a factor proved lately, and not one that
    /// a code opened on a device that is not known.
    ///
    /// # Errors
    /// [`DeskRefusal`], the first thing that is missing.
    pub fn may_loosen(&self, session: &Session) -> Result<(), DeskRefusal> {
        self.may_use_the_desk(session)?;
        if session.codes_duty().is_overdue() {
            return Err(DeskRefusal::CodesFirst);
        }
        if let Hold::NotBefore { allowed_at: at }
        | Hold::AfterDelay {
            takes_effect_at: at,
        } = session.hold(SensitiveAction::RemoveFactor, self)
        {
            return Err(DeskRefusal::NotBefore(at));
        }
        if session.is_fresh(self.now()) {
            Ok(())
        } else {
            Err(DeskRefusal::StepUpWanted)
        }
    }
}
