//! The operator writes an advisory, corrects it, takes it back.

use super::Advisory;
use crate::desk::DeskRefusal;
use crate::{App, Fault, Session};
use counterfoil_model::advisory::{AdvisoryError, Audience, Run, Severity, TITLE_MAX, check, line};
use counterfoil_model::{AdvisoryId, Timestamp};
use counterfoil_prose::{Prose, ProseError};
use counterfoil_store::{Error, repo};

/// The most characters of a reason.
const WHY_MAX: usize = 300;

/// An advisory to be.
#[derive(Clone, Debug)]
pub struct Draft {
    /// One line.
    pub title: String,
    /// Markdown.
    pub body: String,
    /// How much it matters.
    pub severity: Severity,
    /// Whom it concerns.
    pub audience: Audience,
    /// Whether anybody may read it, and it stands in the feed.
    pub public: bool,
    /// From when on it holds; `None` for now.
    pub from: Option<Timestamp>,
    /// Until when; `None` for good.
    pub until: Option<Timestamp>,
}

/// What is said instead.
#[derive(Clone, Debug)]
pub struct Correction {
    /// One line.
    pub title: String,
    /// Markdown.
    pub body: String,
    /// Until when it holds; `None` for good.
    pub until: Option<Timestamp>,
}

/// Why an advisory isn't written, corrected or withdrawn.
#[derive(Debug, thiserror::Error)]
pub enum AdvisoryRefusal {
    /// Something beside the text is wrong.
    #[error(transparent)]
    Advisory(#[from] AdvisoryError),
    /// The text can't be taken.
    #[error("text: {0}")]
    Prose(#[from] ProseError),
    /// Whoever read it wants to know why it is taken back.
    #[error("why: one line of at most 300 characters")]
    Why,
    /// There is none of this id, or it was withdrawn.
    #[error("there is no such advisory, or it was withdrawn")]
    Gone,
    /// Not at the desk, or not now.
    #[error(transparent)]
    Desk(#[from] DeskRefusal),
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl App {
    /// Publishes an advisory, now or on its day.
    ///
    /// # Errors
    /// [`AdvisoryRefusal`].
    pub async fn write_advisory(&self, draft: Draft) -> Result<AdvisoryId, AdvisoryRefusal> {
        let now = self.now();
        let advisory = &self.read_draft(draft, now)?;
        let mail_at = mail_at(advisory, now);
        let entered: Result<(), Error> = self
            .db
            .run("advisory_write", |tx| async move {
                repo::advisory::enter(&tx, advisory, mail_at).await
            })
            .await;
        entered.map_err(Fault::from)?;
        tracing::info!(advisory = %advisory.id, severity = advisory.severity.as_str(), "an advisory was written");
        Ok(advisory.id)
    }

    /// What a draft would be, without keeping it: for a preview.
    ///
    /// # Errors
    /// [`AdvisoryRefusal`].
    pub fn read_draft(&self, draft: Draft, now: Timestamp) -> Result<Advisory, AdvisoryRefusal> {
        let title = line(&draft.title, TITLE_MAX)?;
        Prose::read(&draft.body)?;
        let run = Run {
            from: draft.from.unwrap_or(now),
            until: draft.until,
            withdrawn_at: None,
        };
        check(&run, draft.audience, draft.public, now)?;
        Ok(Advisory {
            id: AdvisoryId::draw(&mut self.chance()),
            title,
            body: draft.body,
            severity: draft.severity,
            audience: draft.audience,
            public: draft.public,
            run,
            written_at: now,
            changed_at: now,
            corrected_at: None,
            why: None,
        })
    }

    /// Puts another text in the place of an advisory's. Whoever read the one before is shown this one, and a critical one is mailed
    /// again.
    ///
    /// # Errors
    /// [`AdvisoryRefusal`].
    pub async fn correct_advisory(
        &self,
        id: AdvisoryId,
        correction: Correction,
    ) -> Result<(), AdvisoryRefusal> {
        let now = self.now();
        let title = &line(&correction.title, TITLE_MAX)?;
        Prose::read(&correction.body)?;
        let (body, until) = (correction.body.as_str(), correction.until);
        let corrected: Result<Result<(), AdvisoryRefusal>, Error> = self
            .db
            .run("advisory_correct", |tx| async move {
                let Some(mut advisory) = repo::advisory::load(&tx, id).await? else {
                    return Ok(Err(AdvisoryRefusal::Gone));
                };
                advisory.run.until = until;
                if let Err(error) = check(&advisory.run, advisory.audience, advisory.public, now) {
                    return Ok(Err(error.into()));
                }
                title.clone_into(&mut advisory.title);
                body.clone_into(&mut advisory.body);
                advisory.changed_at = now;
                let mail_at = mail_at(&advisory, now);
                let done = repo::advisory::correct(&tx, &advisory, mail_at).await?;
                Ok(if done {
                    Ok(())
                } else {
                    Err(AdvisoryRefusal::Gone)
                })
            })
            .await;
        corrected.map_err(Fault::from)??;
        tracing::info!(advisory = %id, "an advisory was corrected");
        Ok(())
    }

    /// Takes an advisory back and says why. Whoever was mailed a critical one is mailed that, too.
    ///
    /// # Errors
    /// [`AdvisoryRefusal`].
    pub async fn withdraw_advisory(
        &self,
        id: AdvisoryId,
        why: &str,
    ) -> Result<(), AdvisoryRefusal> {
        let now = self.now();
        let why = &line(why, WHY_MAX).map_err(|_| AdvisoryRefusal::Why)?;
        let withdrawn: Result<bool, Error> = self
            .db
            .run("advisory_withdraw", |tx| async move {
                let Some(advisory) = repo::advisory::load(&tx, id).await? else {
                    return Ok(false);
                };
                let mail_at = mail_at(&advisory, now);
                repo::advisory::withdraw(&tx, id, why, mail_at, now).await
            })
            .await;
        if withdrawn.map_err(Fault::from)? {
            tracing::info!(advisory = %id, "an advisory was withdrawn");
            Ok(())
        } else {
            Err(AdvisoryRefusal::Gone)
        }
    }

    /// Whether this session may write to everybody: as much as to let somebody in.
    ///
    /// # Errors
    /// [`DeskRefusal`].
    pub fn may_write_advisories(&self, session: &Session) -> Result<(), DeskRefusal> {
        self.may_loosen(session)
    }
}

/// When an advisory is mailed by itself: a critical one, on its day.
fn mail_at(advisory: &Advisory, now: Timestamp) -> Option<Timestamp> {
    (advisory.severity == Severity::Critical).then(|| advisory.run.from.max(now))
}
