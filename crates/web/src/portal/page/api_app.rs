//! One app: its keys, a new one shown once, and how the telling of its events stands.

use super::api_apps::refused;
use crate::portal::door::Portal;
use crate::portal::operator::Operator;
use crate::portal::{Frame, answer};
use crate::routes::{ItemRoute, Route};
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use counterfoil_model::api_rate::PER_MINUTE;
use counterfoil_model::{ApiKeyId, ApiScope, ApiScopes, Span};
use counterfoil_service::api::{ListedApp, ListedKey, MakeKeyRefusal, NewKey};
use counterfoil_service::app_events::ListedWebhook;
use std::fmt;
use zeroize::Zeroizing;

/// How many days a key may be asked to last.
const DAYS_MAX: i64 = 3_650;

/// The page. `/desk/apps/{id}`.
#[derive(Debug, Template)]
#[template(path = "page/api_app.html")]
pub struct ApiApp {
    /// The frame.
    pub frame: Frame,
    /// The app.
    pub app: ListedApp,
    /// Its keys, oldest first, those that ended included.
    pub keys: Vec<ListedKey>,
    /// Where it is told of its events.
    pub webhook: Option<ListedWebhook>,
    /// Whether this operator may make a key now.
    pub fresh: bool,
    /// What was typed and ticked.
    pub typed: Typed,
    /// The key that was made just now.
    pub made: Option<Made>,
}

/// The form as it was sent, or as it begins.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    label: String,
    days: String,
    scopes: Vec<ApiScope>,
}

/// A key to be handed to the app. Shown once; `Debug` hides it.
pub struct Made(Zeroizing<String>);

impl fmt::Debug for Made {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Made(…)")
    }
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route(ItemRoute::ApiApp.pattern(), get(show).post(make))
        .route(ItemRoute::ApiKeyRevoke.pattern(), post(revoke))
}

async fn show(
    State(portal): State<Portal>,
    operator: Operator,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let frame = operator.frame(&portal);
    page(&portal, &operator, frame, &id, Typed::default(), None).await
}

async fn page(
    portal: &Portal,
    operator: &Operator,
    frame: Frame,
    id: &str,
    typed: Typed,
    made: Option<Made>,
) -> Result<Response, Failure> {
    let apps = portal.app.apps().await?;
    let app = apps.into_iter().find(|app| app.id == id);
    Ok(answer(&ApiApp {
        app: app.ok_or(Failure::NotFound)?,
        keys: portal.app.api_keys(id).await?,
        webhook: portal.app.webhook(id).await?,
        fresh: portal.app.may_loosen(&operator.0.session).is_ok(),
        frame,
        typed,
        made,
    }))
}

async fn make(
    State(portal): State<Portal>,
    operator: Operator,
    Path(id): Path<String>,
    form: Form,
) -> Result<Response, Failure> {
    let frame = operator.frame(&portal);
    if let Err(refusal) = portal.app.may_loosen(&operator.0.session) {
        return refused(frame, refusal);
    }
    let typed = Typed {
        label: form.text("label").to_owned(),
        days: form.text("days").trim().to_owned(),
        scopes: ApiScope::ALL
            .iter()
            .copied()
            .filter(|scope| form.has(scope.as_str()))
            .collect(),
    };
    let days: Option<i64> = typed.days.parse().ok();
    let days = days.filter(|days| (1..=DAYS_MAX).contains(days));
    if days.is_none() && !typed.days.is_empty() {
        let problem = frame.text("desk-key-days-wrong");
        let frame = frame.wrong("days", problem);
        return page(&portal, &operator, frame, &id, typed, None).await;
    }
    let lasts = days.map(Span::days);
    let (app, named, wanted) = (portal.app.clone(), id.clone(), typed.clone());
    let made = detached(async move {
        app.make_api_key(NewKey {
            app: &named,
            label: &wanted.label,
            scopes: ApiScopes::of(&wanted.scopes),
            lasts,
            per_minute: PER_MINUTE,
        })
        .await
    });
    let (field, problem) = match made.await? {
        Ok(key) => {
            let made = Some(Made(key.text()));
            return page(&portal, &operator, frame, &id, Typed::default(), made).await;
        }
        Err(MakeKeyRefusal::UnknownApp) => return Err(Failure::NotFound),
        Err(MakeKeyRefusal::NoScope) => ("scopes", frame.text("desk-key-scopes-none")),
        Err(MakeKeyRefusal::Label) => ("label", frame.text("desk-key-label-wrong")),
        Err(MakeKeyRefusal::Never) => ("days", frame.text("desk-key-days-wrong")),
        Err(MakeKeyRefusal::Internal(fault)) => return Err(fault.into()),
    };
    let frame = frame.wrong(field, problem);
    page(&portal, &operator, frame, &id, typed, None).await
}

async fn revoke(
    State(portal): State<Portal>,
    operator: Operator,
    Path(key): Path<String>,
    form: Form,
) -> Result<Response, Failure> {
    let key = ItemRoute::id(&key)
        .map(ApiKeyId::from_bytes)
        .ok_or(Failure::NotFound)?;
    let (app, id) = (portal.app.clone(), form.text("app").to_owned());
    let revoked = detached(async move { app.revoke_api_key(key).await }).await?;
    let frame = operator.frame(&portal);
    let said = frame.text(if revoked? {
        "desk-key-revoked"
    } else {
        "desk-key-revoked-before"
    });
    page(
        &portal,
        &operator,
        frame.done(said),
        &id,
        Typed::default(),
        None,
    )
    .await
}

/// What a key with this scope may do, by the id of its sentence.
const fn may(scope: ApiScope) -> &'static str {
    match scope {
        ApiScope::AccountsRead => "desk-scope-accounts-read",
        ApiScope::AccountsWrite => "desk-scope-accounts-write",
        ApiScope::SetsWrite => "desk-scope-sets-write",
        ApiScope::CodesRedeem => "desk-scope-codes-redeem",
        ApiScope::CodesCheck => "desk-scope-codes-check",
        ApiScope::EventsRead => "desk-scope-events-read",
    }
}

impl ApiApp {
    /// Those that work first, then those that ended.
    fn sorted(&self) -> Vec<&ListedKey> {
        let (mut working, ended): (Vec<_>, Vec<_>) = self.keys.iter().partition(|key| key.works);
        working.extend(ended);
        working
    }

    fn name(&self, key: &ListedKey) -> String {
        if key.label.is_empty() {
            self.frame.text("desk-key-no-label")
        } else {
            key.label.clone()
        }
    }

    fn may(&self, key: &ListedKey) -> String {
        let all: Vec<String> = key
            .scopes
            .iter()
            .map(|scope| self.frame.text(may(scope)))
            .collect();
        all.join(" ")
    }

    fn states(&self, key: &ListedKey) -> Vec<String> {
        let (frame, words) = (&self.frame, self.frame.words());
        let moment = |at: counterfoil_model::Timestamp| words.moment(at.as_micros());
        let mut states = vec![frame.one("desk-key-made", "at", moment(key.made_at))];
        states.push(match key.last_used_at {
            Some(at) => frame.one("desk-key-used", "at", moment(at)),
            None => frame.text("desk-key-unused"),
        });
        if let Some(at) = key.ended_at {
            states.push(frame.one("desk-key-ended", "at", moment(at)));
        } else if let Some(at) = key.expires_at {
            states.push(frame.one("desk-key-expires", "at", moment(at)));
        }
        states
    }

    fn revoke_at(key: &ListedKey) -> String {
        ItemRoute::ApiKeyRevoke.of(key.id)
    }

    fn at(&self) -> String {
        ItemRoute::ApiApp.of(&self.app.id)
    }

    fn scopes(&self) -> Vec<(&'static str, String, bool)> {
        ApiScope::ALL
            .iter()
            .map(|scope| {
                let ticked = self.typed.scopes.contains(scope);
                (scope.as_str(), self.frame.text(may(*scope)), ticked)
            })
            .collect()
    }

    /// How the telling stands, and whether all is well with it.
    fn telling(&self) -> Vec<(String, bool)> {
        let Some(webhook) = &self.webhook else {
            return vec![(self.frame.text("desk-webhook-none"), true)];
        };
        let (frame, words) = (&self.frame, self.frame.words());
        let heard = match webhook.heard_at {
            Some(at) => frame.one("desk-webhook-heard", "at", words.moment(at.as_micros())),
            None => frame.text("desk-webhook-unheard"),
        };
        let mut telling = vec![(heard, webhook.heard_at.is_some())];
        if let Some(problem) = &webhook.problem {
            telling.push((frame.one("desk-webhook-problem", "why", problem), false));
        }
        let waiting = webhook.deliveries.queued + webhook.deliveries.deferred;
        if waiting > 0 {
            telling.push((frame.one("desk-webhook-waiting", "count", waiting), false));
        }
        if webhook.deliveries.failed > 0 {
            let failed = webhook.deliveries.failed;
            telling.push((frame.one("desk-webhook-failed", "count", failed), false));
        }
        telling
    }

    fn webhook_url(&self) -> Option<&str> {
        self.webhook.as_ref().map(|webhook| webhook.url.as_str())
    }
}

#[cfg(test)]
impl super::samples::Sample for ApiApp {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        use counterfoil_model::Timestamp;
        let day = Timestamp::from_micros(1_795_442_700_000_000);
        let key = |n, label: &str, works: bool| ListedKey {
            id: ApiKeyId::from_bytes([n; 16]),
            label: label.into(),
            scopes: ApiScopes::of(&[ApiScope::CodesRedeem, ApiScope::EventsRead]),
            per_minute: 600,
            made_at: day,
            expires_at: works.then_some(day),
            last_used_at: works.then_some(day),
            ended_at: (!works).then_some(day),
            works,
        };
        let page = |fresh, keys| Self {
            frame: frame.clone(),
            app: ListedApp {
                id: "shop".into(),
                name: "The shop".into(),
                made_at: day,
                accounts: 1_204,
                keys: 1,
            },
            keys,
            webhook: None,
            fresh,
            typed: Typed::default(),
            made: None,
        };
        let keys = || vec![key(1, "", false), key(2, "sign-in server", true)];
        let webhook = ListedWebhook {
            url: "https://shop.example/counterfoil".into(),
            made_at: day,
            former_until: None,
            heard_at: Some(day),
            problem: Some("status 500".into()),
            deliveries: counterfoil_store::repo::app_event::Deliveries {
                queued: 3,
                deferred: 0,
                failed: 1,
                delivered: 40,
            },
        };
        let wrong = frame
            .clone()
            .wrong("scopes", frame.text("desk-key-scopes-none"));
        vec![
            ("new", page(true, Vec::new())),
            (
                "busy",
                Self {
                    webhook: Some(webhook),
                    ..page(false, keys())
                },
            ),
            (
                "made",
                Self {
                    made: Some(Made(
                        "cfk_0123456789abcdefghjkmnpqrstvwxyz".to_owned().into(),
                    )),
                    ..page(true, keys())
                },
            ),
            (
                "wrong",
                Self {
                    frame: wrong,
                    ..page(true, keys())
                },
            ),
        ]
    }
}
