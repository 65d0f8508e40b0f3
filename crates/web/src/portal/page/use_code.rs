//! Use a code: the sheet's two words, one field, and what happens next. It signs in, or ends a freeze because the phone was
//! taken.

use super::message::{Message, NextPage};
use super::read_as::ReadAs;
use super::you_are_in;
use crate::place::Place;
use crate::portal::door::{Portal, go, go_to, heard_from, with_session};
use crate::portal::visitor::HalfSignedIn;
use crate::portal::{Frame, answer, reading, refusal};
use crate::routes::Route;
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::get;
use counterfoil_model::Taken;
use counterfoil_service::codes::{OldCode, RedeemRefusal};
use counterfoil_service::sign_in::SecondStep;
use counterfoil_service::{FormField, Session, SessionToken};
use serde::Deserialize;
use std::sync::Arc;
use zeroize::Zeroizing;

/// The page. `/sign-in/code`, and `/frozen/code`.
#[derive(Debug, Template)]
#[template(path = "page/use_code.html")]
pub struct UseCode {
    /// The frame.
    pub frame: Frame,
    /// The two words of the sheet.
    pub page_words: Option<(String, String)>,
    /// Unspent codes besides the one that is typed.
    pub left: u8,
    /// What was typed, after something was wrong with it.
    pub typed: String,
    /// What the code is for.
    pub aim: Aim,
    /// Whether the phone is a way in as well.
    pub phone: bool,
    /// Where to go afterwards.
    pub to: Option<Place>,
}

/// What a code is typed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// To sign in.
    SignIn,
    /// To end a freeze: the phone was taken.
    Thaw,
}

impl Aim {
    const fn title(self) -> &'static str {
        match self {
            Self::SignIn => "use-code-title",
            Self::Thaw => "frozen-code-title",
        }
    }

    const fn route(self) -> Route {
        match self {
            Self::SignIn => Route::UseCode,
            Self::Thaw => Route::FrozenCode,
        }
    }

    const fn confirm(self) -> Route {
        match self {
            Self::SignIn => Route::UseCodeConfirm,
            Self::Thaw => Route::FrozenCodeConfirm,
        }
    }

    /// Where a half-session goes that this page isn't for.
    fn elsewhere(self, half: &Session) -> Option<Route> {
        match (self, half.frozen) {
            (Self::SignIn, true) => Some(Route::Frozen),
            (Self::Thaw, false) => Some(Route::SecondStep),
            _ => None,
        }
    }

    const fn sealed_for(self, half: &Session) -> FormField<'_> {
        FormField {
            purpose: match self {
                Self::SignIn => "redeem",
                Self::Thaw => "thaw",
            },
            account: half.account,
            bound_to: &half.hash,
        }
    }
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    [Aim::SignIn, Aim::Thaw]
        .into_iter()
        .fold(Router::new(), |router, aim| {
            let show = move |state, half, asked| show(state, half, asked, aim);
            let submit = move |state, half, form| submit(state, half, form, aim);
            let confirm = move |state, half, form| confirm(state, half, form, aim);
            let back = move || async move { go(aim.route()) };
            router
                .route(aim.route().path(), get(show).post(submit))
                .route(aim.confirm().path(), get(back).post(confirm))
        })
}

impl UseCode {
    /// Where the phone's digits are asked for instead.
    fn phone_at(&self) -> String {
        let phone = Route::SecondStep;
        self.to
            .as_ref()
            .map_or_else(|| phone.path().to_owned(), Place::after_second_step)
    }
}

/// Where to go afterwards.
#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    to: String,
}

async fn show(
    State(portal): State<Portal>,
    half: HalfSignedIn,
    Query(asked): Query<Asked>,
    aim: Aim,
) -> Result<Response, Failure> {
    if let Some(elsewhere) = aim.elsewhere(&half.half) {
        return Ok(go(elsewhere));
    }
    let frame = half.visitor.frame(&portal);
    let to = Place::read(&asked.to);
    page(&portal, &half.half, frame, String::new(), (aim, to)).await
}

async fn submit(
    State(portal): State<Portal>,
    half: HalfSignedIn,
    form: Form,
    aim: Aim,
) -> Result<Response, Failure> {
    let to = Place::read(form.text("to"));
    judge(&portal, half, form.secret("code"), false, (aim, to)).await
}

async fn confirm(
    State(portal): State<Portal>,
    half: HalfSignedIn,
    form: Form,
    aim: Aim,
) -> Result<Response, Failure> {
    let to = Place::read(form.text("to"));
    if let Some(code) = portal
        .app
        .open_field(&aim.sealed_for(&half.half), form.text("sealed"))
    {
        return judge(&portal, half, code, true, (aim, to)).await;
    }
    let frame = half.visitor.frame(&portal);
    let late = frame.text("use-code-read-late");
    page(
        &portal,
        &half.half,
        frame.wrong("code", late),
        String::new(),
        (aim, to),
    )
    .await
}

async fn judge(
    portal: &Portal,
    half: HalfSignedIn,
    typed: Zeroizing<String>,
    confirmed: bool,
    (aim, to): (Aim, Option<Place>),
) -> Result<Response, Failure> {
    let HalfSignedIn { visitor, half } = half;
    let (app, visit, session, code) = (
        Arc::clone(&portal.app),
        visitor.visit.clone(),
        half.clone(),
        typed.clone(),
    );
    let judged = detached(async move {
        match aim {
            Aim::SignIn => {
                let redeemed = app.redeem(&session, &visit, &code, confirmed).await?;
                let opened = you_are_in::open(&app, &visit, redeemed).await;
                Ok(Opened::In(Box::new(opened)))
            }
            Aim::Thaw => app
                .thaw_by_code(&session, &visit, Taken::Phone, &code, confirmed)
                .await
                .map(|redeemed| Opened::Back(redeemed.token)),
        }
    });
    let refused = match judged.await? {
        Ok(Opened::In(opened)) => return Ok(opened.answer(portal, visitor, to)),
        Ok(Opened::Back(token)) => return Ok(with_session(go(Route::YouAreBack), &token)),
        Err(refused) => refused,
    };
    let frame = visitor.frame(portal);
    let (words, now) = (frame.words(), portal.app.now());
    let on = |micros: i64| words.moment(micros);
    let until = match &refused {
        RedeemRefusal::Wait(until) => Some(*until),
        RedeemRefusal::Wrong(left) => left.wait_until,
        _ => None,
    };
    let (problem, kept) = match refused {
        RedeemRefusal::Confirm(read) => {
            let sealed = portal.app.seal_field(&aim.sealed_for(&half), &read.text)?;
            let left = left_besides(offered(portal, &half, aim).await?.codes_left);
            return Ok(answer(
                &ReadAs::ask(frame, &read, sealed, aim.confirm(), aim.route())
                    .spending(left)
                    .then(to),
            ));
        }
        RedeemRefusal::Unreadable(refusal) => {
            (reading::refused(words, &refusal), typed.to_string())
        }
        RedeemRefusal::Old(OldCode::Used { at, .. }) => (
            words.one("use-code-spent", "on", on(at.as_micros())),
            String::new(),
        ),
        RedeemRefusal::Old(OldCode::Replaced { at }) => {
            // A lost sheet has no newer one to look for, and the field for a code would lead nowhere.
            if offered(portal, &half, aim).await?.codes_left.is_none() {
                let stopped = words.one("use-code-stopped", "on", on(at.as_micros()));
                return instead(portal, &half, frame, stopped).await;
            }
            (
                words.one("use-code-replaced", "on", on(at.as_micros())),
                String::new(),
            )
        }
        RedeemRefusal::Wrong(left) => (
            refusal::wrong(words, &left, now, "use-code-wrong"),
            String::new(),
        ),
        RedeemRefusal::Wait(until) => (refusal::early(words, until, now), String::new()),
        RedeemRefusal::NoSheet | RedeemRefusal::Suspended if aim == Aim::SignIn => {
            return no_sheet(portal, &half, frame).await;
        }
        RedeemRefusal::NoSheet | RedeemRefusal::Suspended | RedeemRefusal::Frozen => {
            return Ok(go(Route::Frozen));
        }
        RedeemRefusal::Ended => return Ok(go_to(Route::SIGN_IN_LATE)),
        RedeemRefusal::Internal(fault) => return Err(fault.into()),
    };
    let page = page(portal, &half, frame.wrong("code", problem), kept, (aim, to)).await?;
    Ok(heard_from(page, until, now))
}

/// How many are left once the code that is typed is spent.
fn left_besides(left: Option<usize>) -> u8 {
    let besides = left.unwrap_or_default().saturating_sub(1);
    u8::try_from(besides).unwrap_or(u8::MAX)
}

/// What a code opened: the mailbox, or a frozen account.
enum Opened {
    In(Box<you_are_in::Opened>),
    Back(SessionToken),
}

/// What there is to open with here.
async fn offered(portal: &Portal, half: &Session, aim: Aim) -> Result<SecondStep, Failure> {
    let frozen = match aim {
        Aim::SignIn => None,
        Aim::Thaw => portal.app.frozen(half).await?,
    };
    Ok(match frozen {
        None => portal.app.second_step(half).await?,
        Some(frozen) => SecondStep {
            totp: false,
            codes_left: frozen.codes_left,
            page_words: frozen.page_words,
            ..SecondStep::default()
        },
    })
}

async fn page(
    portal: &Portal,
    half: &Session,
    frame: Frame,
    typed: String,
    (aim, to): (Aim, Option<Place>),
) -> Result<Response, Failure> {
    let step = offered(portal, half, aim).await?;
    if step.codes_left.is_none() {
        return match aim {
            Aim::SignIn => no_sheet(portal, half, frame).await,
            Aim::Thaw => Ok(go(Route::Frozen)),
        };
    }
    let frame = if step.codes_left == Some(0) {
        let warning = frame.text("use-code-all-used");
        frame.warned(warning)
    } else {
        frame
    };
    let phone = step.is_strong();
    let page_words = step
        .page_words
        .map(|[first, second]| (first.to_string(), second.to_string()));
    Ok(answer(&UseCode {
        frame,
        page_words,
        left: left_besides(step.codes_left),
        typed,
        aim,
        phone,
        to,
    }))
}

/// What somebody reads who has no code that could open anything now, and where to go instead.
async fn no_sheet(portal: &Portal, half: &Session, frame: Frame) -> Result<Response, Failure> {
    let status = portal.app.codes_status(half.account).await?;
    let why = match status.staged {
        Some((_, until)) => frame.one(
            "use-code-staged",
            "until",
            frame.words().moment(until.as_micros()),
        ),
        None if status.suspended => frame.text("use-code-suspended"),
        None if status.disabled => frame.text("use-code-disabled"),
        None => frame.text("use-code-none"),
    };
    instead(portal, half, frame, why).await
}

/// Why no code opens anything now, and the way to what does.
async fn instead(
    portal: &Portal,
    half: &Session,
    frame: Frame,
    why: String,
) -> Result<Response, Failure> {
    let next = if portal.app.second_step(half).await?.is_strong() {
        NextPage {
            label: frame.text("use-code-phone-found"),
            to: Route::SecondStep,
        }
    } else {
        NextPage {
            label: frame.text("shell-back-sign-in"),
            to: Route::SignIn,
        }
    };
    Ok(answer(&Message {
        title: frame.text("use-code-title"),
        paragraphs: vec![why],
        next: Some(next),
        frame,
    }))
}

#[cfg(test)]
impl super::samples::Sample for UseCode {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let words = || Some(("lantern".to_owned(), "orchard".to_owned()));
        let say = |text| frame.clone().wrong("code", text);
        let page = |frame, typed: &str| Self {
            frame,
            page_words: words(),
            left: 7,
            typed: typed.into(),
            aim: Aim::SignIn,
            phone: true,
            to: None,
        };
        let thaw = Self {
            aim: Aim::Thaw,
            phone: false,
            ..page(frame.clone(), "")
        };
        let phone_shut = Self {
            phone: false,
            ..page(frame.clone(), "")
        };
        vec![
            ("empty", page(frame.clone(), "")),
            ("thaw", thaw),
            ("phone_shut", phone_shut),
            (
                "unreadable",
                page(say(frame.text("use-code-unreadable")), "7K3QF 9XW2M T4HNJ"),
            ),
            (
                "spent",
                page(
                    say(frame.one("use-code-spent", "on", "3 March 2026 at 14:05")),
                    "",
                ),
            ),
            (
                "replaced",
                page(
                    say(frame.one("use-code-replaced", "on", "3 March 2026")),
                    "",
                ),
            ),
        ]
    }
}
