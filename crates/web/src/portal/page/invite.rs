//! An operator invites somebody: by mail to another address, or with a link on paper.

use crate::portal::door::{Portal, go_to};
use crate::portal::visitor::SignedIn;
use crate::portal::{Frame, answer, refusal};
use crate::routes::Route;
use crate::shell::{Failure, Form, detached};
use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::get;
use counterfoil_lang::Language;
use counterfoil_service::LinkKind;
use counterfoil_service::account::InviteRefusal;
use serde::Deserialize;
use std::fmt;
use zeroize::Zeroizing;

/// The page. `/accounts/invite`.
#[derive(Debug, Template)]
#[template(path = "page/invite.html")]
pub struct Invite {
    /// The frame.
    pub frame: Frame,
    /// The mailbox, as it was typed.
    pub address: String,
    /// The owner's name, as it was typed.
    pub name: String,
    /// Where the invitation is mailed, as it was typed; empty for one on paper.
    pub to: String,
    /// The language the invitation is in, and the mailbox until its owner chooses another.
    pub language: Language,
    /// The invitation that was made just now, to be handed over.
    pub made: Option<OnPaper>,
}

/// An invitation to be printed or copied. Shown once; `Debug` hides the link.
pub struct OnPaper {
    /// Whose mailbox it opens.
    pub address: String,
    /// The link in full.
    pub link: Zeroizing<String>,
}

impl fmt::Debug for OnPaper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OnPaper")
            .field("address", &self.address)
            .finish_non_exhaustive()
    }
}

/// This page's addresses.
pub fn routes() -> Router<Portal> {
    Router::new().route(Route::Invite.path(), get(show).post(submit))
}

impl Invite {
    const fn blank(frame: Frame) -> Self {
        Self {
            language: frame.words().language(),
            frame,
            address: String::new(),
            name: String::new(),
            to: String::new(),
            made: None,
        }
    }
}

/// To everybody but operators there is no such page, and an operator first shows that it is still them.
fn elsewhere(portal: &Portal, signed_in: &SignedIn) -> Result<Option<Response>, Failure> {
    match portal.app.may_invite(&signed_in.session) {
        Ok(()) => Ok(None),
        Err(InviteRefusal::StepUpWanted) => Ok(Some(go_to(&Route::Invite.after_step_up()))),
        Err(_) => Err(Failure::NotFound),
    }
}

/// Whom the page is opened for: somebody whose invitation was lost.
#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    address: String,
    #[serde(default)]
    name: String,
}

async fn show(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    if let Some(elsewhere) = elsewhere(&portal, &signed_in)? {
        return Ok(elsewhere);
    }
    Ok(answer(&Invite {
        address: asked.address,
        name: asked.name,
        ..Invite::blank(signed_in.operators_frame(&portal))
    }))
}

async fn submit(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    if let Some(elsewhere) = elsewhere(&portal, &signed_in)? {
        return Ok(elsewhere);
    }
    let [address, name, to] = ["address", "name", "to"].map(|field| form.text(field).to_owned());
    let frame = signed_in.operators_frame(&portal);
    let (app, _, _) = signed_in.acting(&portal);
    let language = Language::parse(form.text("language")).unwrap_or(frame.words().language());
    let (typed, called, mailed) = (address.clone(), name.clone(), to.clone());
    let invited = detached(async move {
        let to = Some(mailed.as_str()).filter(|to| !to.is_empty());
        app.invite(&typed, &called, language.tag(), to).await
    });
    let words = frame.words();
    let (field, problem) = match invited.await? {
        Ok(invited) => {
            let Some(token) = invited.link else {
                let sent = words.two("operator-invite-sent", "address", address, "to", to);
                return Ok(answer(&Invite::blank(frame.done(sent))));
            };
            let origin = portal.shell.public_url.origin();
            let link = Zeroizing::new(format!("{origin}{}", *LinkKind::Invitation.path(&token)));
            return Ok(answer(&Invite {
                made: Some(OnPaper { address, link }),
                ..Invite::blank(frame)
            }));
        }
        Err(InviteRefusal::Address(error)) => ("address", refusal::address(words, &error)),
        Err(InviteRefusal::Exists) => ("address", words.text("operator-invite-exists")),
        Err(InviteRefusal::To(error)) => ("to", refusal::address(words, &error)),
        Err(InviteRefusal::ToItself) => ("to", words.text("operator-invite-to-itself")),
        Err(InviteRefusal::StepUpWanted | InviteRefusal::OperatorsOnly) => {
            return Err(Failure::NotFound);
        }
        Err(InviteRefusal::Internal(fault)) => return Err(fault.into()),
    };
    Ok(answer(&Invite {
        frame: frame.wrong(field, problem),
        address,
        name,
        to,
        language,
        made: None,
    }))
}

#[cfg(test)]
impl super::samples::Sample for Invite {
    fn samples(frame: &Frame) -> Vec<(&'static str, Self)> {
        let made = OnPaper {
            address: "bob@example.org".into(),
            link: "https://account.example.org/link/invitation/aaaabbbbccccddddeeeeffffgggghhhh"
                .to_owned()
                .into(),
        };
        let sent = frame.two(
            "operator-invite-sent",
            "address",
            "bob@example.org",
            "to",
            "bob@elsewhere.example",
        );
        let wrong = frame
            .clone()
            .wrong("to", frame.text("operator-invite-to-itself"));
        let typed = Self {
            address: "bob@example.org".into(),
            name: "Bob".into(),
            to: "bob@example.org".into(),
            ..Self::blank(wrong)
        };
        vec![
            ("empty", Self::blank(frame.clone())),
            ("wrong", typed),
            ("sent", Self::blank(frame.clone().done(sent))),
            (
                "on_paper",
                Self {
                    made: Some(made),
                    ..Self::blank(frame.clone())
                },
            ),
        ]
    }
}
