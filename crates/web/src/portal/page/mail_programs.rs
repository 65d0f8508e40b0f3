//! Mail programs: the app passwords that let them in.

use crate::portal::door::{Portal, go_to};
use crate::portal::page::app_password_made::AppPasswordMade;
use crate::portal::visitor::SignedIn;
use crate::portal::{Frame, Words, answer, refusal};
use crate::routes::{ItemRoute, Route};
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use counterfoil_model::app_password::{AT_MOST, Lasts, Scopes};
use counterfoil_model::{AppPasswordId, MailProtocol, SensitiveAction};
use counterfoil_service::app_password::{
    ListedAppPassword, MakeAppPasswordRefusal, NewAppPassword, RemoveAppPasswordRefusal,
};

/// The page. `/mail-programs`.
#[derive(Debug, Template)]
#[template(path = "page/mail_programs.html")]
pub struct MailPrograms {
    /// The frame.
    pub frame: Frame,
    /// The main password still opens the mailbox to mail programs.
    pub main_works: bool,
    /// Oldest first.
    pub list: Vec<AppPassword>,
    /// What is typed and chosen.
    pub typed: Typed,
    /// How long one may work.
    pub choices: Vec<Lasts>,
}

/// One of them.
#[derive(Debug)]
pub struct AppPassword {
    /// Its id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// What it may do, each a sentence.
    pub may: Vec<String>,
    /// When it was made, how long it works, when it was used; a sentence each.
    pub states: Vec<String>,
    /// It stopped working by itself.
    pub expired: bool,
}

/// The form as it was sent, or as it begins.
#[derive(Clone, Debug)]
pub struct Typed {
    label: String,
    scopes: Option<Scopes>,
    lasts: Lasts,
}

impl Typed {
    /// What most programs need.
    fn fresh(longest_days: u32) -> Self {
        let lasts = [Lasts::Year, Lasts::Quarter, Lasts::Month];
        Self {
            label: String::new(),
            scopes: Scopes::of([MailProtocol::Imap, MailProtocol::Smtp]),
            lasts: lasts
                .into_iter()
                .find(|lasts| lasts.is_allowed(longest_days))
                .unwrap_or(Lasts::Month),
        }
    }

    fn of(form: &Form) -> Self {
        let ticked = MailProtocol::ALL
            .into_iter()
            .filter(|protocol| form.has(protocol.as_str()));
        Self {
            label: form.text("label").to_owned(),
            scopes: Scopes::of(ticked),
            lasts: Lasts::parse(form.raw("lasts")).unwrap_or(Lasts::Month),
        }
    }
}

/// What a program may do with it, by the sentence's id.
const fn may(protocol: MailProtocol) -> &'static str {
    match protocol {
        MailProtocol::Imap => "mail-programs-imap",
        MailProtocol::Pop3 => "mail-programs-pop3",
        MailProtocol::Smtp => "mail-programs-smtp",
        MailProtocol::Sieve => "mail-programs-sieve",
    }
}

impl AppPassword {
    fn of(words: &Words, listed: ListedAppPassword) -> Self {
        let date = |at: counterfoil_model::Timestamp| words.date(at.as_micros());
        let lasts = match listed.expires_at {
            None => words.text("mail-programs-forever"),
            Some(at) if listed.expired => words.one("mail-programs-expired", "until", date(at)),
            Some(at) => words.one("mail-programs-until", "until", date(at)),
        };
        let used = match (listed.last_used_at, listed.last_address) {
            (Some(at), Some(address)) => {
                let at = words.moment(at.as_micros());
                match listed.last_program {
                    None => words.two("mail-programs-used", "at", at, "address", address),
                    Some(program) => words.with(
                        "mail-programs-used-by",
                        &[
                            ("at", at.as_str().into()),
                            ("address", address.as_str().into()),
                            ("program", program.as_str().into()),
                        ],
                    ),
                }
            }
            _ => words.text("mail-programs-unused"),
        };
        Self {
            id: listed.id.to_string(),
            label: listed.label,
            may: listed
                .scopes
                .iter()
                .flat_map(|scopes| scopes.iter())
                .map(|protocol| words.text(may(protocol)))
                .collect(),
            states: vec![
                used,
                words.one("mail-programs-made", "on", date(listed.made_at)),
                lasts,
            ],
            expired: listed.expired,
        }
    }

    fn remove_at(&self) -> String {
        ItemRoute::AppPasswordRemove.of(&self.id)
    }
}

impl MailPrograms {
    fn protocols(&self) -> Vec<(&'static str, String, bool)> {
        let ticked = |protocol| {
            self.typed
                .scopes
                .is_some_and(|scopes| scopes.contains(protocol))
        };
        MailProtocol::ALL
            .into_iter()
            .map(|protocol| {
                (
                    protocol.as_str(),
                    self.frame.text(may(protocol)),
                    ticked(protocol),
                )
            })
            .collect()
    }

    fn lasts(&self) -> Vec<(&'static str, String, bool)> {
        let sentence = |lasts| match lasts {
            Lasts::Month => "mail-programs-lasts-month",
            Lasts::Quarter => "mail-programs-lasts-quarter",
            Lasts::Year => "mail-programs-lasts-year",
            Lasts::UntilRemoved => "mail-programs-lasts-until-removed",
        };
        self.choices
            .iter()
            .map(|lasts| {
                (
                    lasts.as_str(),
                    self.frame.text(sentence(*lasts)),
                    *lasts == self.typed.lasts,
                )
            })
            .collect()
    }
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route(Route::MailPrograms.path(), get(show).post(make))
        .route(ItemRoute::AppPasswordRemove.pattern(), post(remove))
}

async fn show(State(portal): State<Portal>, signed_in: SignedIn) -> Result<Response, Failure> {
    let frame = signed_in.frame_before(
        &portal,
        SensitiveAction::MakeAppPassword,
        "mail-programs-not-before",
    );
    page(&portal, &signed_in, frame, None).await
}

async fn page(
    portal: &Portal,
    signed_in: &SignedIn,
    frame: Frame,
    typed: Option<Typed>,
) -> Result<Response, Failure> {
    let account = signed_in.session.account;
    let list = portal.app.app_passwords(account).await?;
    let list = list
        .into_iter()
        .map(|listed| AppPassword::of(frame.words(), listed))
        .collect();
    let longest = signed_in.session.policy().app_password_longest_days;
    Ok(answer(&MailPrograms {
        main_works: portal.app.main_password_opens_mail(account).await?,
        list,
        typed: typed.unwrap_or_else(|| Typed::fresh(longest)),
        choices: Lasts::ALL
            .into_iter()
            .filter(|lasts| lasts.is_allowed(longest))
            .collect(),
        frame,
    }))
}

async fn make(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let frame = signed_in.frame(&portal);
    let typed = Typed::of(&form);
    let (app, session, visit) = signed_in.acting(&portal);
    let wanted = typed.clone();
    let made = detached(async move {
        let new = NewAppPassword {
            label: &wanted.label,
            scopes: wanted.scopes,
            lasts: wanted.lasts,
        };
        app.make_app_password(&session, &visit, new).await
    })
    .await?;
    let frame = match made {
        Ok(made) => {
            let servers = portal.mail_servers.as_deref();
            return Ok(answer(&AppPasswordMade::of(frame, &made, servers)));
        }
        Err(MakeAppPasswordRefusal::Label(error)) => {
            let said = refusal::label(frame.words(), error);
            frame.wrong("label", said)
        }
        Err(MakeAppPasswordRefusal::NoScope) => {
            let said = frame.text("mail-programs-scopes-none");
            frame.wrong("imap", said)
        }
        Err(MakeAppPasswordRefusal::TooLong(days)) => {
            let said = frame.one("mail-programs-lasts-long", "days", days);
            frame.wrong_overall(said)
        }
        Err(MakeAppPasswordRefusal::TooMany) => {
            let said = frame.one("mail-programs-full", "most", AT_MOST);
            frame.wrong_overall(said)
        }
        Err(MakeAppPasswordRefusal::StepUpWanted) => {
            return Ok(go_to(&Route::MailPrograms.after_step_up()));
        }
        Err(MakeAppPasswordRefusal::NotBefore(at)) => {
            let at = frame.words().moment(at.as_micros());
            let said = frame.one("mail-programs-not-before", "at", at);
            frame.wrong_overall(said)
        }
        Err(MakeAppPasswordRefusal::Internal(fault)) => return Err(fault.into()),
    };
    page(&portal, &signed_in, frame, Some(typed)).await
}

async fn remove(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    Path(id): Path<String>,
    _form: Form,
) -> Result<Response, Failure> {
    let id = ItemRoute::id(&id)
        .map(AppPasswordId::from_bytes)
        .ok_or(Failure::NotFound)?;
    let frame = signed_in.frame(&portal);
    let (app, session, visit) = signed_in.acting(&portal);
    let removed =
        detached(async move { app.remove_app_password(&session, &visit, id).await }).await?;
    let frame = match removed {
        Ok(label) => {
            let said = frame.one("mail-programs-removed", "label", label);
            frame.done(said)
        }
        // Removed a moment ago, on another page, or not this account's: the list says what there is.
        Err(RemoveAppPasswordRefusal::Unknown) => frame,
        Err(RemoveAppPasswordRefusal::Internal(fault)) => return Err(fault.into()),
    };
    page(&portal, &signed_in, frame, None).await
}

#[cfg(test)]
impl super::samples::Sample for MailPrograms {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        use counterfoil_model::Timestamp;
        let at = Timestamp::from_micros(1_795_400_000_000_000);
        let listed = |label: &str, expired, used: bool| ListedAppPassword {
            id: AppPasswordId::from_bytes([7; 16]),
            label: label.into(),
            scopes: Scopes::parse("imap smtp"),
            made_at: at,
            made_by: "Firefox on Linux, 192.0.2.7".into(),
            expires_at: Some(at),
            expired,
            last_used_at: used.then_some(at),
            last_address: used.then(|| "192.0.2.7".into()),
            last_program: used.then(|| "Thunderbird 140".into()),
        };
        let page = |main_works, list: Vec<ListedAppPassword>| Self {
            frame: frame.clone(),
            main_works,
            list: list
                .into_iter()
                .map(|listed| AppPassword::of(frame.words(), listed))
                .collect(),
            typed: Typed::fresh(0),
            choices: Lasts::ALL.to_vec(),
        };
        let nothing_ticked = frame.text("mail-programs-scopes-none");
        let wrong = Self {
            frame: frame.clone().wrong("imap", nothing_ticked),
            typed: Typed {
                label: "Alice's laptop".into(),
                scopes: None,
                lasts: Lasts::Month,
            },
            choices: vec![Lasts::Month],
            ..page(false, Vec::new())
        };
        vec![
            ("empty", page(true, Vec::new())),
            (
                "list",
                page(
                    false,
                    vec![
                        listed("Alice's phone", false, true),
                        listed("Alice's old laptop", true, false),
                    ],
                ),
            ),
            ("wrong", wrong),
        ]
    }
}
