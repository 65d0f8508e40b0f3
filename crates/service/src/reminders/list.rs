//! What is due, as its owner reads it.

use crate::{App, Fault, Session};
use counterfoil_model::Timestamp;
use counterfoil_model::reminders::Reminder;

/// What is due now, and what comes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminders {
    /// What is due, the first thing to do first.
    pub due: Vec<ListedReminder>,
    /// Codes left on the sheet in force, if there is one.
    pub left: Option<usize>,
    /// When that changes by itself.
    pub changes_at: Option<Timestamp>,
}

/// Something that is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListedReminder {
    /// What.
    pub reminder: Reminder,
    /// Whether it can be put off.
    pub may_snooze: bool,
}

impl App {
    /// What is due for the owner of a session.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn reminders(&self, session: &Session) -> Result<Reminders, Fault> {
        let now = self.now();
        let calendar = self.calendar(session.account).await?;
        let due = calendar.due(now);
        Ok(Reminders {
            due: due
                .iter()
                .map(|due| ListedReminder {
                    reminder: due.reminder,
                    may_snooze: calendar.may_snooze(due),
                })
                .collect(),
            left: calendar.sheet.map(|sheet| sheet.left),
            changes_at: calendar.changes_at(now),
        })
    }
}
