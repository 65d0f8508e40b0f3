//! Programs of other services that keep codes here: the list of them, and letting one in.

use crate::portal::door::{Portal, go_to};
use crate::portal::operator::Operator;
use crate::portal::{Frame, answer};
use crate::routes::{ItemRoute, Route};
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use counterfoil_service::api::{AddAppRefusal, ListedApp};
use counterfoil_service::desk::DeskRefusal;

/// The page. `/desk/apps`.
#[derive(Debug, Template)]
#[template(path = "page/api_apps.html")]
pub struct ApiApps {
    /// The frame.
    pub frame: Frame,
    /// Every app, by id.
    pub list: Vec<ListedApp>,
    /// Whether this operator may let one in now; otherwise they first prove that it is them.
    pub fresh: bool,
    /// What was typed.
    pub id: String,
    /// What was typed.
    pub name: String,
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new().route(Route::ApiApps.path(), get(show).post(add))
}

async fn show(State(portal): State<Portal>, operator: Operator) -> Result<Response, Failure> {
    let frame = operator.frame(&portal);
    page(&portal, &operator, frame, "", "").await
}

async fn page(
    portal: &Portal,
    operator: &Operator,
    frame: Frame,
    id: &str,
    name: &str,
) -> Result<Response, Failure> {
    Ok(answer(&ApiApps {
        frame,
        list: portal.app.apps().await?,
        fresh: portal.app.may_loosen(&operator.0.session).is_ok(),
        id: id.to_owned(),
        name: name.to_owned(),
    }))
}

async fn add(
    State(portal): State<Portal>,
    operator: Operator,
    form: Form,
) -> Result<Response, Failure> {
    let frame = operator.frame(&portal);
    if let Err(refusal) = portal.app.may_loosen(&operator.0.session) {
        return refused(frame, refusal);
    }
    let [id, name] = ["id", "name"].map(|field| form.text(field).trim().to_owned());
    let (app, typed, called) = (portal.app.clone(), id.clone(), name.clone());
    let added = detached(async move { app.add_app(&typed, &called).await });
    let (field, problem) = match added.await? {
        Ok(()) => return Ok(go_to(&ItemRoute::ApiApp.of(&id))),
        Err(AddAppRefusal::Id) => ("id", frame.text("desk-apps-id-wrong")),
        Err(AddAppRefusal::Taken) => ("id", frame.text("desk-apps-id-taken")),
        Err(AddAppRefusal::Name) => ("name", frame.text("desk-apps-name-wrong")),
        Err(AddAppRefusal::Internal(fault)) => return Err(fault.into()),
    };
    page(&portal, &operator, frame.wrong(field, problem), &id, &name).await
}

/// A step-up that comes back to this list, or a page that says why not.
pub(super) fn refused(frame: Frame, refusal: DeskRefusal) -> Result<Response, Failure> {
    match crate::portal::operator::refused(frame, refusal, Route::ApiApps)? {
        Ok(frame) => Ok(answer(&ApiApps {
            frame,
            list: Vec::new(),
            fresh: false,
            id: String::new(),
            name: String::new(),
        })),
        Err(elsewhere) => Ok(elsewhere),
    }
}

impl ApiApps {
    fn at(app: &ListedApp) -> String {
        ItemRoute::ApiApp.of(&app.id)
    }

    /// How many accounts and keys it has.
    fn has(&self, app: &ListedApp) -> String {
        let keys = i64::try_from(app.keys).unwrap_or(i64::MAX);
        self.frame
            .two("desk-apps-has", "accounts", app.accounts, "keys", keys)
    }

    const fn good(app: &ListedApp) -> bool {
        app.keys > 0
    }
}

#[cfg(test)]
impl super::samples::Sample for ApiApps {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        use counterfoil_model::Timestamp;
        let app = |id: &str, name: &str, accounts, keys| ListedApp {
            id: id.into(),
            name: name.into(),
            made_at: Timestamp::from_micros(1_795_442_700_000_000),
            accounts,
            keys,
        };
        let page = |fresh, list| Self {
            frame: frame.clone(),
            list,
            fresh,
            id: String::new(),
            name: String::new(),
        };
        let two = vec![
            app("shop", "The shop", 1_204, 2),
            app("wiki", "The wiki of the house", 0, 0),
        ];
        let wrong = frame.clone().wrong("id", frame.text("desk-apps-id-taken"));
        vec![
            ("none", page(true, Vec::new())),
            ("some", page(false, two)),
            (
                "wrong",
                Self {
                    frame: wrong,
                    id: "shop".into(),
                    name: "Another shop".into(),
                    ..page(true, vec![app("shop", "The shop", 1, 1)])
                },
            ),
        ]
    }
}
