//! The policy: every rule with its value, its reason and where it comes from, and what waits.

use crate::portal::door::Portal;
use crate::portal::operator::{Operator, refused};
use crate::portal::{Frame, Words, answer};
use crate::routes::{ItemRoute, Route};
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use counterfoil_model::Setting;
use counterfoil_model::policy::{Group, Origin};
use counterfoil_service::policy::SettingView;

/// The page. `/desk/policy`.
#[derive(Debug, Template)]
#[template(path = "page/policy.html")]
pub struct Policy {
    /// The frame.
    pub frame: Frame,
    /// Every setting, in the order of the page.
    pub settings: Vec<SettingView>,
}

/// A rule that stands there and can't be changed.
struct Fixed {
    title: &'static str,
    why: &'static str,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route(Route::Policy.path(), get(show))
        .route(ItemRoute::PolicyStop.pattern(), post(stop))
}

async fn show(State(portal): State<Portal>, operator: Operator) -> Result<Response, Failure> {
    let frame = operator.frame(&portal);
    page(&portal, frame).await
}

/// The page below a frame that says what was just done.
///
/// # Errors
/// [`Failure`].
pub async fn page(portal: &Portal, frame: Frame) -> Result<Response, Failure> {
    let settings = portal.app.policy_settings().await?;
    Ok(answer(&Policy { frame, settings }))
}

async fn stop(
    State(portal): State<Portal>,
    operator: Operator,
    Path(name): Path<String>,
    _form: Form,
) -> Result<Response, Failure> {
    let setting = Setting::parse(&name).ok_or(Failure::NotFound)?;
    let (app, session, visit) = operator.0.acting(&portal);
    let stopped = detached(async move {
        app.stop_policy_change_at_the_desk(&session, &visit, setting)
            .await
    });
    let frame = operator.frame(&portal);
    let frame = match stopped.await? {
        Ok(stopped) => {
            let said = frame.text(if stopped {
                "policy-stopped"
            } else {
                "policy-stop-none"
            });
            frame.done(said)
        }
        Err(refusal) => match refused(frame, refusal, Route::Policy)? {
            Ok(frame) => frame,
            Err(elsewhere) => return Ok(elsewhere),
        },
    };
    page(&portal, frame).await
}

impl Policy {
    /// What belongs together: the heading, what always holds, and the settings.
    fn groups(&self) -> Vec<(String, Option<Fixed>, Vec<&SettingView>)> {
        let of = |group| {
            let settings = self.settings.iter();
            settings
                .filter(|view| view.setting.group() == group)
                .collect()
        };
        Group::ALL
            .map(|group| (self.frame.text(group.id()), fixed(group), of(group)))
            .into()
    }

    fn name(&self, view: &SettingView) -> String {
        self.frame.words().setting(view.setting)
    }

    fn value(&self, view: &SettingView) -> String {
        self.frame.words().setting_value(view.setting, view.value)
    }

    fn why(&self, view: &SettingView) -> String {
        self.frame.words().setting_why(view.setting)
    }

    fn origin(&self, view: &SettingView) -> String {
        origin(self.frame.words(), view)
    }

    fn waiting(&self, view: &SettingView) -> Option<String> {
        waiting(self.frame.words(), view)
    }

    fn at(view: &SettingView) -> String {
        at(view.setting)
    }

    fn stop_at(view: &SettingView) -> String {
        stop_at(view.setting)
    }
}

/// What always holds in a group.
const fn fixed(group: Group) -> Option<Fixed> {
    match group {
        Group::Factors => Some(Fixed {
            title: "policy-fixed-totp",
            why: "policy-fixed-totp-why",
        }),
        Group::Passwords => Some(Fixed {
            title: "policy-fixed-blocklist",
            why: "policy-fixed-blocklist-why",
        }),
        _ => None,
    }
}

/// Where a value comes from, as a sentence.
#[must_use]
pub fn origin(words: &Words, view: &SettingView) -> String {
    match (view.origin, &view.set_by) {
        (Origin::Operator, Some((Some(by), at))) => words.two(
            "policy-from-operator",
            "by",
            by,
            "at",
            words.moment(at.as_micros()),
        ),
        (Origin::Operator, Some((None, at))) => {
            words.one("policy-from-command", "at", words.moment(at.as_micros()))
        }
        (Origin::Pinned, _) => words.text("policy-from-pinned"),
        (Origin::File, _) => words.text("policy-from-file"),
        (Origin::Default | Origin::Operator, _) => words.text("policy-from-default"),
    }
}

/// What waits, and who asked for it.
#[must_use]
pub fn waiting(words: &Words, view: &SettingView) -> Option<String> {
    let waits = view.waiting.as_ref()?;
    let what = words.two(
        "policy-waits",
        "at",
        words.moment(waits.effective_at.as_micros()),
        "value",
        words.setting_value(view.setting, waits.to),
    );
    let by = match &waits.by {
        Some(by) => words.one("policy-waits-by", "by", by),
        None => words.text("policy-waits-by-command"),
    };
    Some(format!("{what} {by}"))
}

/// The path of a setting's page.
#[must_use]
pub fn at(setting: Setting) -> String {
    ItemRoute::PolicySetting.of(setting.name())
}

/// The path that stops what waits of it.
#[must_use]
pub fn stop_at(setting: Setting) -> String {
    ItemRoute::PolicyStop.of(setting.name())
}

#[cfg(test)]
pub(super) fn sample_settings() -> Vec<SettingView> {
    use counterfoil_model::{Policy as Values, Timestamp};
    use counterfoil_service::policy::WaitingSetting;
    let day = Timestamp::from_micros(1_795_442_700_000_000);
    let mut settings: Vec<SettingView> = Setting::ALL
        .into_iter()
        .map(|setting| SettingView {
            setting,
            value: setting.of(&Values::default()),
            base: setting.of(&Values::default()),
            origin: Origin::Default,
            written: false,
            pinned: false,
            set_by: None,
            waiting: None,
        })
        .collect();
    for view in &mut settings {
        match view.setting {
            Setting::CodesRequiredFrom => {
                view.value = 1_806_444_000_000_000;
                view.origin = Origin::Operator;
                view.set_by = Some((Some("olga@example.org".into()), day));
            }
            Setting::SessionIdle => {
                view.value = 30;
                view.origin = Origin::File;
                view.waiting = Some(WaitingSetting {
                    to: 120,
                    effective_at: day,
                    by: Some("olga@example.org".into()),
                });
            }
            Setting::SessionAbsolute => {
                view.origin = Origin::Operator;
                view.set_by = Some((None, day));
                view.waiting = Some(WaitingSetting {
                    to: 72,
                    effective_at: day,
                    by: None,
                });
            }
            Setting::Hold => {
                view.origin = Origin::Pinned;
                view.pinned = true;
            }
            _ => {}
        }
    }
    settings
}

#[cfg(test)]
impl super::samples::Sample for Policy {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = Self {
            frame: frame.clone(),
            settings: sample_settings(),
        };
        vec![("busy", page)]
    }
}
