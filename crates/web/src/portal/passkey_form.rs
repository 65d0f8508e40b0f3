//! A button that asks a passkey. Without script it isn't there, and every page does without it.

use super::Frame;
use super::field::Field;
use crate::place::Place;
use crate::routes::Route;
use crate::shell::Form;
use askama::Template;
use counterfoil_model::passkey::Purpose;
use counterfoil_service::passkey::PasskeyAnswer;
use zeroize::Zeroizing;

/// The form around the button. Built in a template: `frame.passkey(purpose, action, label).first()|safe`.
#[derive(Clone, Debug, Template)]
#[template(path = "part/passkey.html")]
pub struct PasskeyForm {
    purpose: Purpose,
    action: String,
    label: String,
    about: Option<String>,
    nothing: String,
    csrf_field: &'static str,
    csrf_token: String,
    carried: Vec<(&'static str, String)>,
    field: Option<Field>,
    first: bool,
    autofill: bool,
}

impl Frame {
    /// A button that asks a passkey and sends the answer to `action`.
    #[must_use]
    pub fn passkey(&self, purpose: Purpose, action: &str, label: &str) -> PasskeyForm {
        PasskeyForm {
            purpose,
            action: action.to_owned(),
            label: self.text(label),
            about: None,
            nothing: self.text(match purpose {
                Purpose::Register => "passkey-nothing-made",
                _ => "passkey-nothing-given",
            }),
            csrf_field: self.csrf_field(),
            csrf_token: self.csrf_token().to_owned(),
            carried: Vec::new(),
            field: None,
            first: false,
            autofill: false,
        }
    }
}

impl PasskeyForm {
    /// It is the page's one next thing.
    #[must_use]
    pub fn first(mut self) -> Self {
        self.first = true;
        self
    }

    /// The browser offers its passkeys in the field of the address as well.
    #[must_use]
    pub fn in_a_field(mut self) -> Self {
        self.autofill = true;
        self
    }

    /// What comes back with the answer.
    #[must_use]
    pub fn carrying(mut self, name: &'static str, value: &str) -> Self {
        self.carried.push((name, value.to_owned()));
        self
    }

    /// Where to go afterwards.
    #[must_use]
    pub fn on_the_way(self, to: Option<&Place>) -> Self {
        match to {
            Some(to) => self.carrying("to", &to.to_string()),
            None => self,
        }
    }

    /// What is typed beside it.
    #[must_use]
    pub fn with(mut self, field: Field) -> Self {
        self.field = Some(field);
        self
    }

    /// Which one of several it is about, for who doesn't see the list.
    #[must_use]
    pub fn about(mut self, what: &str) -> Self {
        self.about = Some(what.to_owned());
        self
    }
}

/// What came back.
pub struct TypedAnswer {
    ceremony: String,
    credential: Zeroizing<String>,
}

impl TypedAnswer {
    /// The answer in a form, if it carries one.
    #[must_use]
    pub fn of(form: &Form) -> Option<Self> {
        let credential = form.secret("credential");
        (!credential.is_empty()).then(|| Self {
            ceremony: form.text("ceremony").to_owned(),
            credential,
        })
    }

    /// As the use cases take it.
    #[must_use]
    pub fn answer(&self) -> PasskeyAnswer<'_> {
        PasskeyAnswer {
            ceremony: &self.ceremony,
            credential: &self.credential,
        }
    }
}

impl std::fmt::Debug for TypedAnswer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TypedAnswer(…)")
    }
}
