//! One setting of the policy: what it is, where that comes from, and another value for it.

use super::policy::{at, origin, stop_at, waiting};
use crate::place::Place;
use crate::portal::door::{Portal, go_to};
use crate::portal::operator::{Operator, refused};
use crate::portal::{Frame, answer, setting};
use crate::routes::{ItemRoute, Route};
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::get;
use counterfoil_model::Setting;
use counterfoil_model::policy::{Decision, PolicyRefusal, Unit};
use counterfoil_service::desk::DeskRefusal;
use counterfoil_service::policy::{PolicyChangeRefusal, SettingView};
use serde::Deserialize;

/// The page. `/desk/policy/{id}`.
#[derive(Debug, Template)]
#[template(path = "page/policy_setting.html")]
pub struct PolicySetting {
    /// The frame.
    pub frame: Frame,
    /// The setting.
    pub view: SettingView,
    /// What stands in the field.
    pub typed: String,
    /// Whether an operator's value can give way to the configuration's.
    pub unset: bool,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new().route(ItemRoute::PolicySetting.pattern(), get(show).post(submit))
}

/// What was typed before a step-up.
#[derive(Deserialize)]
struct Asked {
    value: Option<String>,
}

async fn show(
    State(portal): State<Portal>,
    operator: Operator,
    Path(name): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let setting = Setting::parse(&name).ok_or(Failure::NotFound)?;
    let frame = operator.frame(&portal);
    page(&portal, frame, setting, asked.value).await
}

async fn page(
    portal: &Portal,
    frame: Frame,
    setting: Setting,
    typed: Option<String>,
) -> Result<Response, Failure> {
    let settings = portal.app.policy_settings().await?;
    let view = settings.into_iter().find(|view| view.setting == setting);
    let view = view.ok_or(Failure::NotFound)?;
    let zone = &portal.shell.time_zone;
    let typed = typed.filter(|typed| !typed.is_empty());
    let typed = typed.unwrap_or_else(|| setting::written(setting, view.value, zone));
    // As its field takes it.
    let typed = match (setting.unit(), typed.as_str()) {
        (Unit::Date, "never") => String::new(),
        (Unit::DaysOrEver, "never") => "0".to_owned(),
        _ => typed,
    };
    Ok(answer(&PolicySetting {
        unset: view.set_by.is_some(),
        frame,
        view,
        typed,
    }))
}

async fn submit(
    State(portal): State<Portal>,
    operator: Operator,
    Path(name): Path<String>,
    form: Form,
) -> Result<Response, Failure> {
    let setting = Setting::parse(&name).ok_or(Failure::NotFound)?;
    let frame = operator.frame(&portal);
    let typed = form.text("value").trim().to_owned();
    let read = setting::read(setting, &typed, &portal.shell.time_zone);
    let to = read.filter(|_| !form.has("unset"));
    if to.is_none() && !form.has("unset") {
        let problem = frame.text(unreadable(setting));
        return page(&portal, frame.wrong("value", problem), setting, Some(typed)).await;
    }
    let (app, session, visit) = operator.0.acting(&portal);
    let changed = detached(async move {
        app.set_policy_at_the_desk(&session, &visit, setting, to)
            .await
    });
    match changed.await? {
        Ok(decision) => {
            let done = done(&frame, setting, decision, portal.app.now());
            super::policy::page(&portal, frame.done(done)).await
        }
        Err(PolicyChangeRefusal::Internal(fault)) => Err(fault.into()),
        Err(PolicyChangeRefusal::Value(refusal)) => {
            let problem = refused_value(&frame, setting, refusal);
            page(&portal, frame.wrong("value", problem), setting, Some(typed)).await
        }
        Err(PolicyChangeRefusal::Desk(DeskRefusal::StepUpWanted)) => {
            let typed = to.map_or_else(String::new, |value| {
                setting::written(setting, value, &portal.shell.time_zone)
            });
            Ok(go_to(&Place::Setting(setting, typed).after_step_up()))
        }
        Err(PolicyChangeRefusal::Desk(refusal)) => match refused(frame, refusal, Route::Policy)? {
            Ok(frame) => page(&portal, frame, setting, Some(typed)).await,
            Err(elsewhere) => Ok(elsewhere),
        },
    }
}

fn done(
    frame: &Frame,
    setting: Setting,
    decision: Decision,
    now: counterfoil_model::Timestamp,
) -> String {
    let (words, name) = (frame.words(), frame.words().setting(setting));
    if decision.effective_at > now {
        let at = words.moment(decision.effective_at.as_micros());
        frame.two("policy-done-later", "setting", name, "at", at)
    } else {
        frame.one("policy-done-now", "setting", name)
    }
}

const fn unreadable(setting: Setting) -> &'static str {
    match setting.unit() {
        Unit::Switch => "policy-wrong-choice",
        Unit::Date => "policy-wrong-date",
        _ => "policy-wrong-number",
    }
}

fn refused_value(frame: &Frame, setting: Setting, refusal: PolicyRefusal) -> String {
    match refusal {
        PolicyRefusal::OutOfRange { .. } if setting.unit() == Unit::Date => {
            frame.text("policy-wrong-day")
        }
        PolicyRefusal::OutOfRange { min, max } => {
            frame.two("policy-wrong-range", "min", min, "max", max)
        }
        PolicyRefusal::Day => frame.text("policy-wrong-day"),
        PolicyRefusal::Contradicts(other) => {
            frame.one("policy-wrong-other", "other", frame.words().setting(other))
        }
        PolicyRefusal::Pinned => frame.text("policy-wrong-pinned"),
        PolicyRefusal::Same => frame.text("policy-wrong-same"),
    }
}

impl PolicySetting {
    fn name(&self) -> String {
        self.frame.words().setting(self.view.setting)
    }

    fn why(&self) -> String {
        self.frame.words().setting_why(self.view.setting)
    }

    fn at(&self) -> String {
        at(self.view.setting)
    }

    fn stop_at(&self) -> String {
        stop_at(self.view.setting)
    }

    fn value(&self) -> String {
        self.said(self.view.value)
    }

    fn said(&self, value: i64) -> String {
        self.frame.words().setting_value(self.view.setting, value)
    }

    fn origin(&self) -> String {
        origin(self.frame.words(), &self.view)
    }

    fn waiting(&self) -> Option<String> {
        waiting(self.frame.words(), &self.view)
    }

    fn is_choice(&self) -> bool {
        self.view.setting.unit() == Unit::Switch
    }

    fn is_day(&self) -> bool {
        self.view.setting.unit() == Unit::Date
    }

    /// What may be typed.
    fn range(&self) -> String {
        let (min, max) = self.view.setting.range();
        match self.view.setting.unit() {
            Unit::Date => self.frame.text("policy-date-hint"),
            Unit::Recipients => self.frame.text("policy-range-recipients"),
            Unit::DaysOrEver => {
                self.frame
                    .two("policy-range-ever", "min", 1_i64, "max", self.said(max))
            }
            _ => self
                .frame
                .two("policy-range", "min", min, "max", self.said(max)),
        }
    }

    /// What happens when it is changed.
    fn then(&self) -> String {
        let sideways = self.view.setting.strictness(0).is_none();
        self.frame.text(if sideways {
            "policy-sideways"
        } else {
            "policy-stricter"
        })
    }

    fn unset_says(&self) -> String {
        let id = if self.view.written {
            "policy-unset"
        } else {
            "policy-unset-default"
        };
        self.frame.one(id, "base", self.said(self.view.base))
    }
}

#[cfg(test)]
impl super::samples::Sample for PolicySetting {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let of = |setting: Setting| {
            let mut settings = super::policy::sample_settings().into_iter();
            settings.find(|view| view.setting == setting).unwrap()
        };
        let page = |setting: Setting, typed: &str| Self {
            frame: frame.clone(),
            view: of(setting),
            typed: typed.into(),
            unset: of(setting).set_by.is_some(),
        };
        let refused = refused_value(
            frame,
            Setting::Hold,
            PolicyRefusal::Contradicts(Setting::RemovalHold),
        );
        let wrong = Self {
            frame: frame.clone().wrong("value", refused),
            ..page(Setting::Hold, "50")
        };
        vec![
            ("number", page(Setting::SessionIdle, "30")),
            ("choice", page(Setting::CodesAsFirstSecondFactor, "no")),
            ("day", page(Setting::CodesRequiredFrom, "2027-03-31")),
            ("ever", page(Setting::AppPasswordLongest, "0")),
            ("sideways", page(Setting::CodesPerSheet, "10")),
            ("wrong", wrong),
        ]
    }
}
