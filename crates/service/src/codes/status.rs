//! Where an owner's codes stand.

use super::by_hand::Unwritten;
use crate::{App, Fault};
use counterfoil_model::AccountId;
use counterfoil_model::Timestamp;
use counterfoil_model::code_set::asks_to_renew;

/// Where an account's codes stand.
#[derive(Clone, Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own that a page says or doesn't"
)]
pub struct CodesStatus {
    /// The number of the sheet in force.
    pub sheet: Option<i64>,
    /// What the owner called the mailbox on it.
    pub label: String,
    /// When it was proved.
    pub proved_at: Option<Timestamp>,
    /// How many codes are left.
    pub left: usize,
    /// How many codes stand on it, as long as none of them is a replacement: afterwards "of so many" would only confuse.
    pub total: Option<usize>,
    /// When a drill was last passed.
    pub drilled_at: Option<Timestamp>,
    /// A spent code waits for its replacement.
    pub replacement_owed: bool,
    /// Few are left: renew.
    pub renew: bool,
    /// A sheet waits to be proved.
    pub shown_sheet: Option<i64>,
    /// A sheet is being written by hand.
    pub writing: Option<Unwritten>,
    /// A sheet that was proved waits to take effect.
    pub staged: Option<(i64, Timestamp)>,
    /// The last sheet was disabled by too many wrong codes.
    pub disabled: bool,
    /// The last sheet was reported lost.
    pub lost: bool,
    /// A freeze shut the sheet, because it was taken.
    pub suspended: bool,
}

impl App {
    /// Where an account's codes stand now.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn codes_status(&self, account: AccountId) -> Result<CodesStatus, Fault> {
        let now = self.now();
        let protection = self.protection(account).await?;
        let latest = protection.sets.iter().find(|set| set.proved_at.is_some());
        let mut status = CodesStatus {
            shown_sheet: protection.shown(now).map(|set| set.sheet),
            disabled: latest.is_some_and(|set| set.state == "disabled"),
            lost: latest.is_some_and(|set| set.state == "lost"),
            suspended: protection.stopped(now).codes,
            ..CodesStatus::default()
        };
        if let Some(set) = protection.being_written(now) {
            let written = self.codes_of(account, set.id).await?.len();
            status.writing = Some(Unwritten::of(set, written));
        }
        status.staged = protection
            .sets
            .iter()
            .filter(|set| set.state == "active")
            .find_map(|set| Some((set.sheet, set.effective_at.filter(|at| *at > now)?)));
        if let Some(set) = protection.kept_set(now) {
            let codes = self.codes_of(account, set.id).await?;
            status.sheet = Some(set.sheet);
            status.label.clone_from(&set.label);
            status.proved_at = set.proved_at;
            status.left = codes.iter().filter(|code| code.usable(now)).count();
            let counting = || codes.iter().filter(|code| code.counts_at.is_some());
            let as_printed = counting().all(|code| code.replaces.is_none());
            status.total = as_printed.then(|| counting().count());
            status.drilled_at = set.drilled_at;
            status.replacement_owed = codes.iter().any(|code| code.replacement_owed);
            status.renew = asks_to_renew(status.left);
        }
        Ok(status)
    }
}
