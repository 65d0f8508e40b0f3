//! Passkeys: which there are, and adding one.

use super::message::Message;
use crate::portal::door::{Portal, go, go_to, with_session};
use crate::portal::visitor::SignedIn;
use crate::portal::{Frame, PasskeyForm, TypedAnswer, Words, answer, refusal};
use crate::routes::{ItemRoute, Route};
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use counterfoil_model::passkey::Purpose;
use counterfoil_service::freeze::FoundPasskeyRefusal;
use counterfoil_service::passkey::{
    AddPasskeyRefusal, AddedPasskey, ListedPasskey, PasskeyRefusal,
};

/// The page. `/passkeys`.
#[derive(Debug, Template)]
#[template(path = "page/passkeys.html")]
pub struct Passkeys {
    /// The frame.
    pub frame: Frame,
    /// Oldest first.
    pub list: Vec<Passkey>,
    /// What is typed for the name of a new one.
    pub typed: String,
    /// Whether browsers allow passkeys at our address.
    pub possible: bool,
}

/// One of them.
#[derive(Debug)]
pub struct Passkey {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Who keeps it, when it was made and used; a sentence each.
    pub states: Vec<String>,
    /// It doesn't open anything now; why.
    pub waits: Option<String>,
    /// A freeze shut it.
    pub shut: bool,
}

impl Passkey {
    fn of(words: &Words, own: ListedPasskey) -> Self {
        let date = |at: counterfoil_model::Timestamp| words.date(at.as_micros());
        let mut states = Vec::new();
        if let Some(keeper) = own.keeper.filter(|keeper| *keeper != own.name) {
            states.push(words.one("passkeys-kept-by", "keeper", keeper));
        }
        states.push(words.one("passkeys-made", "on", date(own.made_at)));
        states.push(match own.last_used_at {
            Some(at) => words.one("passkeys-used", "at", words.moment(at.as_micros())),
            None => words.text("passkeys-unused"),
        });
        let waits = match own.works_from {
            _ if own.suspended => Some(words.text("passkeys-shut")),
            Some(from) => Some(words.one("passkeys-waits", "from", words.moment(from.as_micros()))),
            None => None,
        };
        Self {
            id: own.id.to_string(),
            name: own.name,
            states,
            waits,
            shut: own.suspended,
        }
    }

    fn at(&self, route: ItemRoute) -> String {
        route.of(&self.id)
    }
}

impl Passkeys {
    fn add(&self) -> PasskeyForm {
        let name = self.frame.field("name", "passkeys-name");
        let name = name.optional().hint("passkeys-name-hint");
        self.frame
            .passkey(
                Purpose::Register,
                Route::Passkeys.path(),
                "button-add-passkey",
            )
            .with(name.value(&self.typed))
            .first()
    }

    fn found(&self) -> PasskeyForm {
        let page = Route::PasskeyFound.path();
        self.frame
            .passkey(Purpose::Found, page, "passkeys-found-button")
    }

    fn any_shut(&self) -> bool {
        self.list.iter().any(|own| own.shut)
    }
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route(Route::Passkeys.path(), get(show).post(add))
        .route(Route::PasskeyFound.path(), post(found))
}

async fn show(State(portal): State<Portal>, signed_in: SignedIn) -> Result<Response, Failure> {
    let frame = signed_in.frame(&portal);
    page(&portal, &signed_in, frame, String::new()).await
}

/// The page, with what an action has to say.
pub(super) async fn page(
    portal: &Portal,
    signed_in: &SignedIn,
    frame: Frame,
    typed: String,
) -> Result<Response, Failure> {
    let list = portal.app.passkeys(signed_in.session.account).await?;
    Ok(answer(&Passkeys {
        list: list
            .into_iter()
            .map(|own| Passkey::of(frame.words(), own))
            .collect(),
        typed,
        possible: portal.app.has_passkeys(),
        frame,
    }))
}

async fn add(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let Some(answered) = TypedAnswer::of(&form) else {
        return Ok(go(Route::Passkeys));
    };
    let (app, session, visit) = signed_in.acting(&portal);
    let typed = form.text("name").to_owned();
    let name = typed.clone();
    let added = detached(async move {
        app.add_passkey(&session, &visit, answered.answer(), &name)
            .await
    })
    .await?;
    let frame = signed_in.frame(&portal);
    let problem = match added {
        Ok(added) => {
            let signed_in = signed_in.under(&added.token);
            let frame = signed_in.frame(&portal);
            return Ok(with_session(answer(&done(frame, &added)), &added.token));
        }
        Err(AddPasskeyRefusal::StepUpWanted) => return Ok(go_to(&Route::Passkeys.after_step_up())),
        Err(AddPasskeyRefusal::Name(error)) => {
            let said = refusal::passkey_name(frame.words(), error);
            return page(&portal, &signed_in, frame.wrong("name", said), typed).await;
        }
        Err(AddPasskeyRefusal::TooMany) => refusal::enough_passkeys(frame.words()),
        Err(AddPasskeyRefusal::Over) => frame.text("passkey-over"),
        Err(AddPasskeyRefusal::Refused) => frame.text("passkeys-refused"),
        Err(AddPasskeyRefusal::Internal(fault)) => return Err(fault.into()),
    };
    page(&portal, &signed_in, frame.wrong_overall(problem), typed).await
}

fn done(frame: Frame, added: &AddedPasskey) -> Message {
    let (title, paragraphs) = if added.at_once {
        let lead = frame.one("passkeys-done-lead", "name", added.name.as_str());
        (
            "passkeys-done-title",
            vec![lead, frame.text("passkeys-done-then")],
        )
    } else {
        let until = frame.words().moment(added.effective_at.as_micros());
        let lead = frame.two(
            "passkeys-staged",
            "name",
            added.name.as_str(),
            "until",
            until,
        );
        (
            "passkeys-staged-title",
            vec![lead, frame.text("passkeys-staged-then")],
        )
    };
    Message::say(frame, title, paragraphs, ("passkeys-see", Route::Passkeys))
}

async fn found(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let Some(answered) = TypedAnswer::of(&form) else {
        return Ok(go(Route::Passkeys));
    };
    let (app, session, visit) = signed_in.acting(&portal);
    let found =
        detached(async move { app.found_passkey(&session, &visit, answered.answer()).await })
            .await?;
    let frame = signed_in.frame(&portal);
    let now = portal.app.now();
    let frame = match found {
        Ok(found) if found.at_once => {
            let said = frame.text("passkeys-found");
            frame.done(said)
        }
        Ok(found) => {
            let until = frame.words().moment(found.effective_at.as_micros());
            let said = frame.one("passkeys-found-waits", "until", until);
            frame.done(said)
        }
        Err(FoundPasskeyRefusal::StepUpWanted) => {
            return Ok(go_to(&Route::Passkeys.after_step_up()));
        }
        Err(FoundPasskeyRefusal::SecondFactorWanted) => {
            let said = frame.text("passkeys-found-second");
            frame.wrong_overall(said)
        }
        Err(
            FoundPasskeyRefusal::Internal(fault)
            | FoundPasskeyRefusal::Passkey(PasskeyRefusal::Internal(fault)),
        ) => return Err(fault.into()),
        Err(FoundPasskeyRefusal::Passkey(refused)) => {
            match refusal::passkey(frame.words(), &refused, now) {
                Some(said) => frame.wrong_overall(said),
                None => return Ok(go(Route::SignIn)),
            }
        }
    };
    page(&portal, &signed_in, frame, String::new()).await
}

#[cfg(test)]
impl super::samples::Sample for Passkeys {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        use counterfoil_model::{PasskeyId, Timestamp};
        let at = Timestamp::from_micros(1_795_400_000_000_000);
        let own = |name: &str, suspended, works_from: Option<Timestamp>| ListedPasskey {
            id: PasskeyId::from_bytes([7; 16]),
            name: name.into(),
            keeper: Some("Bitwarden"),
            made_at: at,
            last_used_at: works_from.is_none().then_some(at),
            works_from,
            suspended,
        };
        let page = |frame: &Frame, list: Vec<ListedPasskey>| Self {
            frame: frame.clone(),
            list: list
                .into_iter()
                .map(|own| Passkey::of(frame.words(), own))
                .collect(),
            typed: String::new(),
            possible: true,
        };
        let three = vec![
            own("Blue phone", false, None),
            own("Bitwarden", false, Some(at)),
            own("Old key", true, None),
        ];
        let taken = frame
            .clone()
            .wrong("name", frame.text("passkeys-name-taken"));
        let nowhere = Self {
            possible: false,
            ..page(frame, Vec::new())
        };
        vec![
            ("empty", page(frame, Vec::new())),
            ("list", page(frame, three)),
            (
                "wrong",
                Self {
                    typed: "Blue phone".into(),
                    ..page(&taken, vec![own("Blue phone", false, None)])
                },
            ),
            ("not_possible", nowhere),
        ]
    }
}
