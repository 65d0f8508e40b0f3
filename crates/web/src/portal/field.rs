//! A field of a form: label, hint and error beside it, told to screen readers and password managers alike.

use super::words::Words;
use crate::routes::Route;
use askama::Template;

/// One field. Built in a template: `frame.field("address", "field-address").address().value(address)|safe`.
#[derive(Clone, Debug, Template)]
#[template(path = "part/field.html")]
pub struct Field {
    words: Words,
    name: &'static str,
    label: String,
    hint: Option<String>,
    error: Option<String>,
    value: String,
    kind: &'static str,
    autocomplete: &'static str,
    mode: Option<&'static str>,
    look: Look,
    optional: bool,
    strength: bool,
    first: bool,
}

/// What is typed into it, for size and script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    Line,
    Secret,
    Code,
    Digits,
}

impl Field {
    pub(super) fn new(
        words: &Words,
        name: &'static str,
        label: String,
        error: Option<String>,
    ) -> Self {
        Self {
            words: words.clone(),
            name,
            label,
            hint: None,
            error,
            value: String::new(),
            kind: "text",
            autocomplete: "off",
            mode: None,
            look: Look::Line,
            optional: false,
            strength: false,
            first: false,
        }
    }

    /// With a hint, by its sentence's id.
    #[must_use]
    pub fn hint(self, id: &str) -> Self {
        let hint = self.words.text(id);
        Self {
            hint: Some(hint),
            ..self
        }
    }

    /// With what was typed before.
    #[must_use]
    pub fn value(self, value: &str) -> Self {
        Self {
            value: value.to_owned(),
            ..self
        }
    }

    /// A mail address that names an account.
    #[must_use]
    pub fn address(self) -> Self {
        Self {
            kind: "email",
            autocomplete: "username",
            mode: Some("email"),
            ..self
        }
    }

    /// The browser offers passkeys in it.
    #[must_use]
    pub fn or_passkey(self) -> Self {
        Self {
            autocomplete: "username webauthn",
            ..self
        }
    }

    /// A mail address that names no account.
    #[must_use]
    pub fn other_address(self) -> Self {
        Self {
            kind: "email",
            autocomplete: "email",
            mode: Some("email"),
            ..self
        }
    }

    /// A person's name.
    #[must_use]
    pub fn person(self) -> Self {
        Self {
            autocomplete: "name",
            ..self
        }
    }

    /// The password that is.
    #[must_use]
    pub fn current_password(self) -> Self {
        Self {
            kind: "password",
            autocomplete: "current-password",
            look: Look::Secret,
            ..self
        }
    }

    /// The password to be, with its strength.
    #[must_use]
    pub fn new_password(self) -> Self {
        Self {
            kind: "password",
            autocomplete: "new-password",
            look: Look::Secret,
            strength: true,
            ..self
        }
    }

    /// With a hint that was said already.
    #[must_use]
    pub fn said(self, hint: String) -> Self {
        Self {
            hint: Some(hint),
            ..self
        }
    }

    /// A whole number.
    #[must_use]
    pub fn number(self) -> Self {
        Self {
            mode: Some("numeric"),
            ..self
        }
    }

    /// A day.
    #[must_use]
    pub fn day(self) -> Self {
        Self {
            kind: "date",
            ..self
        }
    }

    /// Six digits of the phone.
    #[must_use]
    pub fn digits(self) -> Self {
        Self {
            autocomplete: "one-time-code",
            mode: Some("numeric"),
            look: Look::Digits,
            ..self
        }
    }

    /// A backup code.
    #[must_use]
    pub fn code(self) -> Self {
        Self {
            look: Look::Code,
            ..self
        }
    }

    /// May stay empty.
    #[must_use]
    pub fn optional(self) -> Self {
        Self {
            optional: true,
            ..self
        }
    }

    /// Where the cursor stands when the page opens, unless something is wrong.
    #[must_use]
    pub fn first(self) -> Self {
        Self {
            first: true,
            ..self
        }
    }

    /// The ids of what describes it, for `aria-describedby`.
    fn described_by(&self) -> String {
        let mut ids = Vec::new();
        if self.error.is_some() {
            ids.push(format!("{}-error", self.name));
        }
        if self.hint.is_some() {
            ids.push(format!("{}-hint", self.name));
        }
        ids.join(" ")
    }

    fn is_secret(&self) -> bool {
        self.look == Look::Secret
    }

    fn is_code(&self) -> bool {
        self.look == Look::Code
    }

    fn is_digits(&self) -> bool {
        self.look == Look::Digits
    }
}
