//! A set's life after it was issued: activated by one typed code, retired, and where it stands.

use super::Caller;
use super::codes::{Closed, CodeRefusal, open_account};
use crate::announce::Happening;
use crate::guess::{Guessed, right_guess};
use crate::lanes::inside;
use crate::{App, Fault, Visit};
use counterfoil_model::code_set::{PROVE_WITHIN, asks_to_renew};
use counterfoil_model::key_rotation::RestsOn;
use counterfoil_model::{AccountId, EventKind, KeySet, SetId, Timestamp, ToRenew};
use counterfoil_store::repo::{self, code::Counterfoil, code_set::CodeSet};
use counterfoil_store::{Error, Tx};
use zeroize::Zeroizing;

/// Where a set stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ApiSetState {
    /// Drawn, waiting for one of its codes to be typed back.
    Shown,
    /// Its codes are spent one by one.
    Active,
    /// Was active once.
    Retired,
    /// Was active once; too many wrong codes in a row ended it (N11).
    Disabled,
    /// Was never active: not proved within the hour, drawn again, or retired before.
    Discarded,
}

/// Where a set stands, and never a code of it.
#[derive(Clone, Debug)]
pub struct SetStatus {
    /// Its id.
    pub id: SetId,
    /// The account's own number of it, as printed.
    pub sheet: i64,
    /// What it is called.
    pub label: String,
    /// Where it stands.
    pub state: ApiSetState,
    /// How many codes were drawn.
    pub total: usize,
    /// How many can be spent now: none unless it is active.
    pub left: usize,
    /// Few are left, or it rests on a key that may have been stolen: time to issue another one.
    pub renew: bool,
    /// When it was drawn.
    pub shown_at: Timestamp,
    /// Until when it can be activated, while it is shown.
    pub prove_before: Option<Timestamp>,
    /// When it was activated.
    pub activated_at: Option<Timestamp>,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
    /// When a drill was last passed with it.
    pub drilled_at: Option<Timestamp>,
}

/// The words that stand on an active sheet, for the owner to compare before typing a code.
pub struct PageWords {
    /// The set.
    pub set: SetId,
    /// The number printed on the sheet.
    pub sheet: i64,
    /// The two words.
    pub words: [Zeroizing<String>; 2],
}

impl std::fmt::Debug for PageWords {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PageWords({})", self.set)
    }
}

/// Why a set isn't activated, retired or shown.
#[derive(Debug, thiserror::Error)]
pub enum SetRefusal {
    /// The code that was typed back didn't do, or nothing is judged.
    #[error(transparent)]
    Code(#[from] CodeRefusal),
    /// The account has no such set.
    #[error("the account has no such set")]
    Unknown,
    /// It doesn't wait to be activated any more.
    #[error("the set doesn't wait to be activated")]
    NotShown(ApiSetState),
    /// Something else failed.
    #[error(transparent)]
    Internal(#[from] Fault),
}

impl From<Error> for SetRefusal {
    fn from(error: Error) -> Self {
        Self::Internal(error.into())
    }
}

impl From<Closed> for SetRefusal {
    fn from(closed: Closed) -> Self {
        Self::Code(closed.into())
    }
}

/// The most sets that are listed.
const LISTED: usize = 50;

fn state(set: &CodeSet, now: Timestamp) -> ApiSetState {
    if set.in_force(now) {
        ApiSetState::Active
    } else if set.waits_for_proof(now) {
        ApiSetState::Shown
    } else if set.state == "disabled" {
        ApiSetState::Disabled
    } else if set.proved_at.is_some() {
        ApiSetState::Retired
    } else {
        ApiSetState::Discarded
    }
}

fn status(set: &CodeSet, codes: &[Counterfoil], stolen: &KeySet, now: Timestamp) -> SetStatus {
    let state = state(set, now);
    let left = match state {
        ApiSetState::Active => codes.iter().filter(|code| code.usable(now)).count(),
        _ => 0,
    };
    let rests = RestsOn {
        codes: codes.iter().map(|code| code.pepper.clone()).collect(),
        tags: codes.iter().map(|code| code.tag_key.clone()).collect(),
        ..RestsOn::default()
    };
    let exposed = ToRenew::of(&rests, stolen).sheet;
    let prove_before = set.shown_at + PROVE_WITHIN;
    SetStatus {
        id: set.id,
        sheet: set.sheet,
        label: set.label.clone(),
        state,
        total: codes.len(),
        left,
        renew: state == ApiSetState::Active && (asks_to_renew(left) || exposed),
        shown_at: set.shown_at,
        prove_before: (state == ApiSetState::Shown).then_some(prove_before),
        activated_at: set.proved_at,
        ended_at: match state {
            ApiSetState::Active | ApiSetState::Shown => None,
            _ => Some(set.ended_at.unwrap_or(prove_before)),
        },
        drilled_at: set.drilled_at,
    }
}

impl App {
    async fn status_in(
        &self,
        tx: &Tx,
        account: AccountId,
        set: SetId,
        now: Timestamp,
    ) -> Result<Option<SetStatus>, Error> {
        let sets = repo::code_set::list(tx, account).await?;
        let Some(set) = sets.iter().find(|own| own.id == set) else {
            return Ok(None);
        };
        let codes = repo::code::list(tx, account, set.id).await?;
        Ok(Some(status(set, &codes, &self.known_stolen(), now)))
    }

    /// The sets of an app's account, the newest first: the last fifty.
    ///
    /// # Errors
    /// [`SetRefusal`].
    pub async fn api_sets(
        &self,
        caller: &Caller,
        account: AccountId,
    ) -> Result<Vec<SetStatus>, SetRefusal> {
        let (app, now) = (caller.app.as_str(), self.now());
        let stolen = &self.known_stolen();
        let found: Result<_, Error> = self
            .db
            .read("api_sets", |tx| async move {
                if repo::api_account::load(&tx, app, account).await?.is_none() {
                    return Ok(None);
                }
                let mut listed = Vec::new();
                for set in repo::code_set::list(&tx, account)
                    .await?
                    .iter()
                    .take(LISTED)
                {
                    let codes = repo::code::list(&tx, account, set.id).await?;
                    listed.push(status(set, &codes, stolen, now));
                }
                Ok(Some(listed))
            })
            .await;
        found?.ok_or(SetRefusal::from(Closed::NoAccount))
    }

    /// Where one set stands.
    ///
    /// # Errors
    /// [`SetRefusal`].
    pub async fn api_set(
        &self,
        caller: &Caller,
        account: AccountId,
        set: SetId,
    ) -> Result<SetStatus, SetRefusal> {
        let (app, now) = (caller.app.as_str(), self.now());
        let found: Result<_, Error> = self
            .db
            .read("api_set", |tx| async move {
                if repo::api_account::load(&tx, app, account).await?.is_none() {
                    return Ok(Err(SetRefusal::from(Closed::NoAccount)));
                }
                let found = self.status_in(&tx, account, set, now).await?;
                Ok(found.ok_or(SetRefusal::Unknown))
            })
            .await;
        found?
    }

    /// The words on the active sheet, to be shown before a code is asked for.
    ///
    /// # Errors
    /// [`SetRefusal`].
    pub async fn page_words_for_app(
        &self,
        caller: &Caller,
        account: AccountId,
    ) -> Result<PageWords, SetRefusal> {
        let now = self.now();
        let found: Result<_, Error> = self
            .db
            .read("api_page_words", |tx| async move {
                if let Err(closed) = open_account(&tx, caller, account).await? {
                    return Ok(Err(closed));
                }
                let sets = repo::code_set::list(&tx, account).await?;
                let active = sets.into_iter().find(|set| set.in_force(now));
                Ok(active.ok_or(Closed::NoSet))
            })
            .await;
        let set = found??;
        Ok(PageWords {
            set: set.id,
            sheet: set.sheet,
            words: self.page_words(account, &set)?,
        })
    }

    /// Activates a shown set by one of its codes, which is checked and not spent; the set before it retires in the same
    /// transaction. Asked again with a code of it, nothing changes.
    ///
    /// # Errors
    /// [`SetRefusal`].
    pub async fn activate_set(
        &self,
        caller: &Caller,
        account: AccountId,
        set: SetId,
        visit: &Visit,
        typed: &str,
        confirmed: bool,
    ) -> Result<SetStatus, SetRefusal> {
        let open: Result<_, Error> = self
            .db
            .read("api_activate_open", |tx| async move {
                open_account(&tx, caller, account).await
            })
            .await;
        open??;
        let attempt = self.read_for_app(account, visit, typed, confirmed).await?;
        let lane = self.slow_hash.lane(inside(account)).await?;
        let now = self.now();
        let judging = self
            .judging(account, visit, attempt.slot(), |_| Some(set), now)
            .await?;
        let waiting = judging.sets.iter().find(|own| own.id == set);
        let stands = state(waiting.ok_or(SetRefusal::Unknown)?, now);
        if !matches!(stands, ApiSetState::Shown | ApiSetState::Active) {
            return Err(SetRefusal::NotShown(stands));
        }
        if let Err(wait) = judging.heard {
            return Err(CodeRefusal::Wait(wait.until).into());
        }
        let kept = judging.kept.as_ref();
        if !self.is_code(&lane, account, set, kept, &attempt).await? {
            let counted: Result<_, Error> = self
                .db
                .run("api_activate_wrong", |tx| async move {
                    self.wrong_guess(&tx, account, visit, Guessed::Other, now)
                        .await
                })
                .await;
            return Err(CodeRefusal::Wrong(counted?).into());
        }
        drop(lane);
        let first = judging.active(now).is_none();
        let activated: Result<_, Error> = self
            .db
            .run("api_activate", |tx| async move {
                if let Err(closed) = open_account(&tx, caller, account).await? {
                    return Ok(Err(closed.into()));
                }
                if let Some(sheet) = repo::code_set::activate(&tx, account, set, now, now).await? {
                    repo::code::count_all(&tx, account, set, now).await?;
                    right_guess(&tx, account, visit).await?;
                    let kind = if first {
                        EventKind::CodesActivated
                    } else {
                        EventKind::CodesRenewed
                    };
                    let counts = Happening::of(kind).by(visit).with("sheet", sheet);
                    self.record(&tx, account, &counts, now).await?;
                }
                let after = self.status_in(&tx, account, set, now).await?;
                Ok(match after {
                    Some(after) if after.state == ApiSetState::Active => Ok(after),
                    Some(after) => Err(SetRefusal::NotShown(after.state)),
                    None => Err(SetRefusal::Unknown),
                })
            })
            .await;
        activated?
    }

    /// Ends a set: its codes are spent no more. Asked again, nothing changes.
    ///
    /// # Errors
    /// [`SetRefusal`].
    pub async fn retire_set(
        &self,
        caller: &Caller,
        account: AccountId,
        set: SetId,
        visit: &Visit,
    ) -> Result<SetStatus, SetRefusal> {
        let (app, now) = (caller.app.as_str(), self.now());
        let retired: Result<_, Error> = self
            .db
            .run("api_retire", |tx| async move {
                // A suspended account's sets can be ended as well: that only tightens.
                if repo::api_account::load(&tx, app, account).await?.is_none() {
                    return Ok(Err(SetRefusal::from(Closed::NoAccount)));
                }
                let before = self.status_in(&tx, account, set, now).await?;
                if let Some(sheet) = repo::api_code::retire(&tx, account, set, now).await? {
                    let was_active =
                        before.is_some_and(|before| before.state == ApiSetState::Active);
                    let kind = if was_active {
                        EventKind::CodesRetired
                    } else {
                        EventKind::CodesDiscarded
                    };
                    let retired = Happening::of(kind).by(visit).with("sheet", sheet);
                    self.record(&tx, account, &retired, now).await?;
                }
                let after = self.status_in(&tx, account, set, now).await?;
                Ok(after.ok_or(SetRefusal::Unknown))
            })
            .await;
        retired?
    }
}
