//! You are back: what a freeze stopped, and what to do now, each with one button.

use crate::portal::door::Portal;
use crate::portal::visitor::SignedIn;
use crate::portal::{Frame, answer};
use crate::routes::Route;
use crate::shell::Failure;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use counterfoil_model::{Hold, SensitiveAction};
use counterfoil_service::freeze::Stopped;

/// The page. `/you-are-back`.
#[derive(Debug, Template)]
#[template(path = "page/you_are_back.html")]
pub struct YouAreBack {
    /// The frame.
    pub frame: Frame,
    /// What stays shut.
    pub stopped: Stopped,
    /// Whether the code that opened the account is owed its replacement.
    pub owed: bool,
    /// When the password can be changed, where that has to wait.
    pub password_from: Option<String>,
}

/// One thing to do.
struct Task {
    title: &'static str,
    why: String,
    button: &'static str,
    to: Option<Route>,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new().route(Route::YouAreBack.path(), get(show))
}

async fn show(State(portal): State<Portal>, signed_in: SignedIn) -> Result<Response, Failure> {
    let (app, account) = (&portal.app, signed_in.session.account);
    let frame = signed_in.frame(&portal);
    let password_from = match signed_in.session.hold(SensitiveAction::ChangePassword, app) {
        Hold::NotBefore { allowed_at } => Some(frame.words().moment(allowed_at.as_micros())),
        Hold::AtOnce | Hold::AfterDelay { .. } => None,
    };
    Ok(answer(&YouAreBack {
        stopped: app.stopped_by_a_freeze(account).await?,
        owed: app.owed_replacement(account).await?.is_some(),
        password_from,
        frame,
    }))
}

impl YouAreBack {
    fn tasks(&self) -> Vec<Task> {
        let task = |title, why, button, to| Task {
            title,
            why: self.frame.text(why),
            button,
            to: Some(to),
        };
        let mut tasks = Vec::new();
        if self.owed {
            tasks.push(task(
                "back-replacement",
                "back-replacement-why",
                "button-replacement",
                Route::YouAreIn,
            ));
        }
        let password = task(
            "back-password",
            "back-password-why",
            "button-change-password",
            Route::Password,
        );
        tasks.push(match &self.password_from {
            None => password,
            Some(until) => Task {
                why: self.frame.one("back-password-held", "until", until),
                to: None,
                ..password
            },
        });
        if self.stopped.passkeys {
            tasks.push(task(
                "back-passkeys",
                "back-passkeys-why",
                "button-see",
                Route::Passkeys,
            ));
        }
        if self.stopped.phone {
            tasks.push(task(
                "back-phone",
                "back-phone-why",
                "button-new-phone",
                Route::TwoStep,
            ));
        }
        if self.stopped.codes {
            tasks.push(task(
                "back-codes",
                "back-codes-why",
                "button-renew",
                Route::Renew,
            ));
        }
        tasks.push(task(
            "back-filters",
            "back-filters-why",
            "button-see",
            Route::MailFilters,
        ));
        tasks.push(task(
            "back-programs",
            "back-programs-why",
            "button-see",
            Route::MailPrograms,
        ));
        tasks.push(task(
            "back-activity",
            "back-activity-why",
            "button-see",
            Route::Activity,
        ));
        tasks.push(task(
            "back-addresses",
            "back-addresses-why",
            "button-see",
            Route::Addresses,
        ));
        tasks
    }
}

#[cfg(test)]
impl super::samples::Sample for YouAreBack {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let page = |phone, codes| Self {
            frame: frame.clone(),
            stopped: Stopped {
                phone,
                codes,
                passkeys: phone,
            },
            owed: phone,
            password_from: phone.then(|| "25 November 2026 at 14:05".into()),
        };
        vec![
            ("by_code", page(true, false)),
            ("by_phone", page(false, true)),
            ("replaced", page(false, false)),
        ]
    }
}
