//! One account as an operator sees it: what protects it in words, and what may be done. No secret, no mail, no activity.

use crate::portal::door::Portal;
use crate::portal::operator::{Operator, refused};
use crate::portal::{Frame, answer};
use crate::routes::{ItemRoute, Route};
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use counterfoil_model::AccountId;
use counterfoil_service::desk::{AccountView, DeskRefusal};

/// The page. `/accounts/{id}`.
#[derive(Debug, Template)]
#[template(path = "page/account.html")]
pub struct Account {
    /// The frame.
    pub frame: Frame,
    /// The account.
    pub view: AccountView,
    /// Whether it is the operator's own.
    pub own: bool,
}

/// Something about the account.
struct Row {
    title: String,
    state: String,
    /// Whether all is well with it; a mere fact is neither.
    good: Option<bool>,
}

impl Row {
    const fn mark(&self) -> &'static str {
        match self.good {
            Some(true) => " good",
            Some(false) => " open",
            None => "",
        }
    }
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route(ItemRoute::Account.pattern(), get(show))
        .route(ItemRoute::AccountSuspend.pattern(), post(suspend))
        .route(ItemRoute::AccountResume.pattern(), post(resume))
        .route(ItemRoute::AccountFreeze.pattern(), post(freeze))
}

async fn show(
    State(portal): State<Portal>,
    operator: Operator,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let frame = operator.frame(&portal);
    page(&portal, &operator, frame, account(&id)?).await
}

async fn page(
    portal: &Portal,
    operator: &Operator,
    frame: Frame,
    account: AccountId,
) -> Result<Response, Failure> {
    let view = portal.app.view_account(account).await?;
    Ok(answer(&Account {
        frame,
        view: view.ok_or(Failure::NotFound)?,
        own: account == operator.0.session.account,
    }))
}

async fn suspend(
    State(portal): State<Portal>,
    operator: Operator,
    Path(id): Path<String>,
    _form: Form,
) -> Result<Response, Failure> {
    let account = account(&id)?;
    let (app, session, _) = operator.0.acting(&portal);
    let done = detached(async move { app.suspend_at_the_desk(&session, account).await }).await?;
    after(&portal, &operator, account, done, "desk-suspended").await
}

async fn resume(
    State(portal): State<Portal>,
    operator: Operator,
    Path(id): Path<String>,
    _form: Form,
) -> Result<Response, Failure> {
    let account = account(&id)?;
    let (app, session, _) = operator.0.acting(&portal);
    let done = detached(async move { app.resume_at_the_desk(&session, account).await }).await?;
    after(&portal, &operator, account, done, "desk-resumed").await
}

async fn freeze(
    State(portal): State<Portal>,
    operator: Operator,
    Path(id): Path<String>,
    _form: Form,
) -> Result<Response, Failure> {
    let account = account(&id)?;
    let (app, session, visit) = operator.0.acting(&portal);
    let done = detached(async move {
        let frozen = app.freeze_at_the_desk(&session, &visit, account).await;
        frozen.map(|_| ())
    });
    after(&portal, &operator, account, done.await?, "desk-froze").await
}

async fn after(
    portal: &Portal,
    operator: &Operator,
    account: AccountId,
    done: Result<(), DeskRefusal>,
    said: &str,
) -> Result<Response, Failure> {
    let frame = operator.frame(portal);
    let frame = match done {
        Ok(()) => {
            let done = frame.text(said);
            frame.done(done)
        }
        Err(refusal) => match refused(frame, refusal, Route::Accounts)? {
            Ok(frame) => frame,
            Err(elsewhere) => return Ok(elsewhere),
        },
    };
    page(portal, operator, frame, account).await
}

fn account(id: &str) -> Result<AccountId, Failure> {
    ItemRoute::id(id)
        .map(AccountId::from_bytes)
        .ok_or(Failure::NotFound)
}

impl Account {
    /// What the state of the account means, where it isn't simply in use.
    fn states(&self) -> Vec<String> {
        let (frame, words, view) = (&self.frame, self.frame.words(), &self.view);
        let mut states = Vec::new();
        match view.state.as_str() {
            "invited" => states.push(match view.invited_until {
                Some(until) => frame.one(
                    "desk-account-invited",
                    "until",
                    words.moment(until.as_micros()),
                ),
                None => frame.text("desk-account-invited-over"),
            }),
            "suspended" => states.push(frame.text("desk-account-suspended-long")),
            _ => {}
        }
        if let Some(since) = view.frozen_at {
            let since = words.moment(since.as_micros());
            states.push(frame.one("desk-account-frozen-long", "since", since));
        }
        if let Some(until) = view.held_until {
            let until = words.moment(until.as_micros());
            states.push(frame.one("desk-account-held", "until", until));
        }
        states
    }

    fn enrolled(&self) -> bool {
        self.view.state != "invited"
    }

    fn rows(&self) -> Vec<Row> {
        let (frame, words, view) = (&self.frame, self.frame.words(), &self.view);
        let row = |title: &str, state, good| Row {
            title: frame.text(title),
            state,
            good,
        };
        let never = || frame.text("desk-account-not-yet");
        let moment = |at: Option<counterfoil_model::Timestamp>| {
            at.map_or_else(never, |at| words.moment(at.as_micros()))
        };
        let phone = match view.phone_since {
            Some(since) => frame.one("desk-account-phone", "since", words.date(since.as_micros())),
            None => frame.text("home-phone-off"),
        };
        let strong = view.phone_since.is_some() || view.passkeys > 0;
        let mut rows = vec![
            row(
                "passkeys-title",
                frame.one("desk-account-passkeys", "count", view.passkeys),
                Some(strong),
            ),
            row("home-phone", phone, Some(strong)),
        ];
        rows.push(row(
            "codes-title",
            self.codes(),
            Some(view.codes.sheet.is_some() && !view.codes.renew),
        ));
        rows.push(row(
            "home-outside",
            frame.one("desk-account-outside", "count", view.outside),
            Some(view.outside > 0),
        ));
        rows.push(row(
            "desk-account-app-passwords",
            frame.one("desk-count-number", "count", view.app_passwords),
            None,
        ));
        rows.push(row("desk-account-browser", moment(view.browser_at), None));
        rows.push(row("desk-account-mail", moment(view.mail_at), None));
        if view.waiting > 0 {
            rows.push(row(
                "home-waiting",
                frame.one("desk-count-number", "count", view.waiting),
                Some(false),
            ));
        }
        rows
    }

    fn codes(&self) -> String {
        let (frame, codes) = (&self.frame, &self.view.codes);
        if codes.sheet.is_some() {
            return frame.one("desk-account-codes", "left", codes.left);
        }
        frame.text(if codes.disabled {
            "desk-account-codes-disabled"
        } else if codes.lost {
            "desk-account-codes-lost"
        } else if codes.suspended {
            "desk-account-codes-shut"
        } else if codes.shown_sheet.is_some() {
            "desk-account-codes-shown"
        } else {
            "home-codes-off"
        })
    }

    /// Since when it is there, and where it came from.
    fn made(&self) -> String {
        let id = if self.view.imported {
            "desk-account-imported"
        } else {
            "desk-account-made"
        };
        let at = self.frame.words().date(self.view.created_at.as_micros());
        self.frame.one(id, "at", at)
    }

    fn invite_at(&self) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.append_pair("address", &self.view.address);
        query.append_pair("name", &self.view.name);
        format!("{}?{}", Route::Invite, query.finish())
    }

    fn re_enrol_at(&self) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.append_pair("address", &self.view.address);
        format!("{}?{}", Route::ReEnrolAccount, query.finish())
    }

    fn at(&self, route: ItemRoute) -> String {
        route.of(self.view.id)
    }
}

#[cfg(test)]
impl super::samples::Sample for Account {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        use counterfoil_model::Timestamp;
        use counterfoil_service::codes::CodesStatus;
        let day = Timestamp::from_micros(1_795_442_700_000_000);
        let codes = CodesStatus {
            sheet: Some(2),
            left: 8,
            ..CodesStatus::default()
        };
        let page = |edit: fn(&mut AccountView, Timestamp), own| {
            let mut view = AccountView {
                id: AccountId::from_bytes([7; 16]),
                address: "alice@example.org".into(),
                name: "Alice Adams".into(),
                operator: false,
                state: "active".into(),
                created_at: day,
                imported: false,
                frozen_at: None,
                held_until: None,
                invited_until: None,
                phone_since: Some(day),
                passkeys: 2,
                codes: codes.clone(),
                outside: 1,
                app_passwords: 2,
                browser_at: Some(day),
                mail_at: Some(day),
                waiting: 0,
            };
            edit(&mut view, day);
            Self {
                frame: frame.clone(),
                view,
                own,
            }
        };
        let without = |view: &mut AccountView, _| {
            view.phone_since = None;
            view.passkeys = 0;
            view.codes = CodesStatus::default();
            view.outside = 0;
            view.browser_at = None;
            view.mail_at = None;
        };
        vec![
            ("active", page(|_, _| {}, false)),
            ("bare", page(without, false)),
            (
                "invited",
                page(
                    |view, day| {
                        view.state = "invited".into();
                        view.invited_until = Some(day);
                    },
                    false,
                ),
            ),
            (
                "frozen",
                page(
                    |view, day| {
                        view.frozen_at = Some(day);
                        view.held_until = Some(day);
                        view.waiting = 1;
                        view.codes.sheet = None;
                        view.codes.disabled = true;
                        view.imported = true;
                    },
                    false,
                ),
            ),
            (
                "suspended",
                page(
                    |view, _| {
                        view.state = "suspended".into();
                        view.codes.sheet = None;
                        view.codes.lost = true;
                    },
                    false,
                ),
            ),
            ("own", page(|view, _| view.operator = true, true)),
        ]
    }
}
