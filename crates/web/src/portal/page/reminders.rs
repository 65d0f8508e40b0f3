//! What is due: one thing first, each with its button and a way to put it off.

use super::home;
use crate::portal::door::Portal;
use crate::portal::visitor::SignedIn;
use crate::portal::{Frame, answer};
use crate::routes::Route;
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use counterfoil_model::reminders::{Pause, Reminder, Topic};
use counterfoil_service::reminders::{ListedReminder, SnoozeRefusal};

/// The page. `/reminders`.
#[derive(Debug, Template)]
#[template(path = "page/reminders.html")]
pub struct Reminders {
    /// The frame.
    pub frame: Frame,
    /// What is due, the first thing to do first.
    pub due: Vec<Thing>,
    /// On which day the owner hears of something again, if nothing is due.
    pub quiet_until: Option<String>,
}

/// Something that is due.
#[derive(Debug)]
pub struct Thing {
    /// What.
    pub heading: String,
    /// Why.
    pub lead: String,
    /// Where it is done.
    pub button: Option<(String, Route)>,
    /// What is put off, where it can be.
    pub topic: Option<&'static str>,
    /// Why it can't be put off, where it can't.
    pub firm: String,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new().route(Route::Reminders.path(), get(show).post(snooze))
}

async fn show(State(portal): State<Portal>, signed_in: SignedIn) -> Result<Response, Failure> {
    listed(&portal, &signed_in, signed_in.frame(&portal)).await
}

async fn listed(portal: &Portal, signed_in: &SignedIn, frame: Frame) -> Result<Response, Failure> {
    let reminders = portal.app.reminders(&signed_in.session).await?;
    let quiet_until = reminders
        .changes_at
        .map(|at| frame.words().date(at.as_micros()));
    Ok(answer(&Reminders {
        due: reminders
            .due
            .iter()
            .map(|due| Thing::of(&frame, *due, reminders.left.unwrap_or(0)))
            .collect(),
        quiet_until,
        frame,
    }))
}

async fn snooze(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let frame = signed_in.frame(&portal);
    let asked = Topic::parse(form.raw("topic")).zip(Pause::parse(form.raw("pause")));
    let (app, session, _) = signed_in.acting(&portal);
    let snoozed = detached(async move {
        match asked {
            Some((topic, pause)) => app.snooze(&session, topic, pause).await,
            None => Err(SnoozeRefusal::NotNow),
        }
    });
    let frame = match snoozed.await? {
        Ok(until) => {
            let until = frame.words().date(until.as_micros());
            let done = frame.one("reminders-snoozed", "until", until);
            frame.done(done)
        }
        Err(SnoozeRefusal::NotNow) => {
            let problem = frame.text("reminders-not-now");
            frame.wrong_overall(problem)
        }
        Err(SnoozeRefusal::Internal(fault)) => return Err(fault.into()),
    };
    listed(&portal, &signed_in, frame).await
}

impl Thing {
    fn of(frame: &Frame, due: ListedReminder, left: usize) -> Self {
        let next = due.reminder.next_thing();
        Self {
            heading: frame.text(next.id()),
            lead: match due.reminder {
                Reminder::NoCodesLeft | Reminder::FewCodesLeft => {
                    frame.one(next.lead_id(), "left", left)
                }
                Reminder::OldSheet | Reminder::Drill | Reminder::AddressReview => {
                    frame.text(next.lead_id())
                }
            },
            button: home::button(next).map(|(label, to)| (frame.text(label), to)),
            topic: due.may_snooze.then(|| due.reminder.topic().as_str()),
            firm: frame.text(match due.reminder {
                Reminder::NoCodesLeft => "reminders-firm-no-codes",
                _ => "reminders-firm-long",
            }),
        }
    }
}

#[cfg(test)]
impl super::samples::Sample for Reminders {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = |due: &[(Reminder, bool)], left| Self {
            frame: frame.clone(),
            due: due
                .iter()
                .map(|&(reminder, may_snooze)| {
                    let listed = ListedReminder {
                        reminder,
                        may_snooze,
                    };
                    Thing::of(frame, listed, left)
                })
                .collect(),
            quiet_until: None,
        };
        let quiet = Self {
            quiet_until: Some("3 March 2027".into()),
            ..page(&[], 8)
        };
        vec![
            ("empty", page(&[], 0)),
            ("quiet", quiet),
            ("drill", page(&[(Reminder::Drill, true)], 8)),
            ("few", page(&[(Reminder::FewCodesLeft, false)], 2)),
            ("none", page(&[(Reminder::NoCodesLeft, false)], 0)),
            ("old", page(&[(Reminder::OldSheet, true)], 8)),
            (
                "two",
                page(
                    &[(Reminder::Drill, true), (Reminder::AddressReview, true)],
                    8,
                ),
            ),
        ]
    }
}
