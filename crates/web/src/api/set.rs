//! Where a set stands, as programs see it.

use super::named::NO_SET;
use super::{Problem, refusal, time};
use axum::http::StatusCode;
use counterfoil_model::Timestamp;
use counterfoil_service::api::{ApiSetState, SetRefusal, SetStatus};
use serde::Serialize;
use utoipa::ToSchema;

/// Where a set of codes stands. No code is in it.
#[derive(Serialize, ToSchema)]
pub(super) struct Set {
    /// Its id: 32 hexadecimal digits.
    id: String,
    /// The account's own number of it, to be printed.
    sheet: i64,
    /// What it is called.
    label: String,
    /// Where it stands.
    state: SetState,
    /// How many codes were drawn.
    total: usize,
    /// How many can be spent now: none unless it is active.
    left: usize,
    /// Few are left, or it rests on a key that may have been stolen: time to issue another set.
    renew: bool,
    /// When it was drawn.
    #[schema(format = DateTime)]
    shown_at: String,
    /// Until when it can be activated, while it is shown.
    #[schema(format = DateTime)]
    activate_before: Option<String>,
    /// When it was activated.
    #[schema(format = DateTime)]
    activated_at: Option<String>,
    /// When it ended.
    #[schema(format = DateTime)]
    ended_at: Option<String>,
    /// When a drill was last passed with it.
    #[schema(format = DateTime)]
    drilled_at: Option<String>,
}

/// Where a set stands.
#[derive(Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum SetState {
    /// Drawn, waiting for one of its codes to be typed back.
    Shown,
    /// Its codes are spent one by one.
    Active,
    /// Was active once.
    Retired,
    /// Was active once; a hundred wrong codes in a row ended it.
    Disabled,
    /// Was never active.
    Discarded,
}

impl From<ApiSetState> for SetState {
    fn from(state: ApiSetState) -> Self {
        match state {
            ApiSetState::Shown => Self::Shown,
            ApiSetState::Active => Self::Active,
            ApiSetState::Retired => Self::Retired,
            ApiSetState::Disabled => Self::Disabled,
            ApiSetState::Discarded => Self::Discarded,
        }
    }
}

impl From<SetStatus> for Set {
    fn from(status: SetStatus) -> Self {
        Self {
            id: status.id.to_string(),
            sheet: status.sheet,
            label: status.label,
            state: status.state.into(),
            total: status.total,
            left: status.left,
            renew: status.renew,
            shown_at: time::text(status.shown_at),
            activate_before: status.prove_before.map(time::text),
            activated_at: status.activated_at.map(time::text),
            ended_at: status.ended_at.map(time::text),
            drilled_at: status.drilled_at.map(time::text),
        }
    }
}

/// Why nothing is said of a set, or done with it.
pub(super) fn refused(refusal: SetRefusal, now: Timestamp) -> Problem {
    match refusal {
        SetRefusal::Code(why) => refusal::code(why, now),
        SetRefusal::Unknown => NO_SET,
        SetRefusal::NotShown(state) => Problem::new(
            StatusCode::CONFLICT,
            "set-not-shown",
            "Only a set that was issued within the hour, and not replaced since, is activated. Issue another one.",
        )
        .with("state", serde_json::to_value(SetState::from(state)).unwrap_or_default()),
        SetRefusal::Internal(fault) => fault.into(),
    }
}
