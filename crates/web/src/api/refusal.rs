//! What is said when a code isn't good, whichever way it was judged.

use super::{Problem, named::NO_ACCOUNT, time};
use crate::portal::door::seconds_until;
use axum::http::StatusCode;
use counterfoil_model::Timestamp;
use counterfoil_model::guesses::TriesLeft;
use counterfoil_service::api::{Closed, CodeRefusal};
use counterfoil_service::codes::OldCode;
use serde_json::{Value, json};

/// The `Idempotency-Key` was used for something else.
pub(super) fn other_request() -> Problem {
    Problem::new(
        StatusCode::UNPROCESSABLE_ENTITY,
        "idempotency-key-reused",
        "This Idempotency-Key came with another request before. Use a new one for each request.",
    )
    .about("Idempotency-Key")
}

/// Nothing is judged.
pub(super) fn closed(closed: Closed) -> Problem {
    let (code, hint) = match closed {
        Closed::NoAccount => return NO_ACCOUNT,
        Closed::Suspended => ("account-suspended", "Resume the account first."),
        Closed::NoSet => ("no-active-set", "Issue a set and activate it first."),
        Closed::Disabled => (
            "codes-disabled",
            "A hundred wrong codes in a row disabled the set. Issue another one.",
        ),
    };
    Problem::new(StatusCode::CONFLICT, code, hint)
}

/// Too early for another code.
pub(super) fn wait(until: Timestamp, now: Timestamp) -> Problem {
    Problem::new(
        StatusCode::TOO_MANY_REQUESTS,
        "wait",
        "Too many wrong or unreadable codes came. The next is heard as Retry-After says.",
    )
    .with("wait_until", time::text(until))
    .again_after(seconds_until(until, now))
}

/// What is left before a wait, and before the codes are disabled (N25).
pub(super) fn tries(left: TriesLeft) -> Value {
    json!({
        "before_wait": left.before_wait,
        "before_disabled": left.before_disabled,
        "wait_until": left.wait_until.map(time::text),
    })
}

/// A code that isn't good.
pub(super) fn code(refusal: CodeRefusal, now: Timestamp) -> Problem {
    let about =
        |code, hint| Problem::new(StatusCode::UNPROCESSABLE_ENTITY, code, hint).about("code");
    match refusal {
        CodeRefusal::Closed(why) => closed(why),
        CodeRefusal::Unreadable(why) => about(
            "code-unreadable",
            "This can't be read as a code. Nothing was counted; let the owner compare it with the sheet.",
        )
        .with("reason", why.id())
        .with("detail", why.to_string()),
        CodeRefusal::Confirm(read) => about(
            "code-to-confirm",
            "It was read after repair. Show the owner what was read; send that with confirm: true if it is what the sheet says.",
        )
        .with("read", read.text.as_str())
        .with("slot", read.slot.get())
        .with("places", read.places),
        CodeRefusal::Old(OldCode::Used { at, .. }) => {
            about("code-spent", "This code was spent before. Nothing was counted.")
                .with("spent_at", time::text(at))
        }
        CodeRefusal::Old(OldCode::Replaced { at }) => about(
            "code-retired",
            "This code is from a set that was retired. Nothing was counted.",
        )
        .with("retired_at", time::text(at)),
        CodeRefusal::Wrong(left) => {
            about("code-wrong", "This is no code of the set.").with("tries", tries(left))
        }
        CodeRefusal::Wait(until) => wait(until, now),
        CodeRefusal::OtherRequest => other_request(),
        CodeRefusal::Internal(fault) => fault.into(),
    }
}
