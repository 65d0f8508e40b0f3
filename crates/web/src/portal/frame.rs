//! The frame around every page: who serves it, who reads it, what went wrong with what was typed.

use super::event::Event;
use super::field::Field;
use super::words::{Sayable, Words};
use crate::assets::Assets;
use crate::routes::ItemRoute;
use crate::shell::browser::Browser;
use crate::shell::{Shell, csrf};
use counterfoil_lang::Language;
use counterfoil_model::advisory::Severity;
use counterfoil_service::Attention;
use counterfoil_service::advisory::UnreadAdvisory;
use std::sync::Arc;

/// Everything a page has that is not its own. A template says `frame.text("…")` for its sentences.
#[derive(Clone, Debug)]
pub struct Frame {
    words: Words,
    assets: Arc<Assets>,
    csrf: String,
    /// The page this is, where the choice of a language leads back to.
    pub at: Option<String>,
    /// What the operator calls the mail service.
    pub service: String,
    /// Where codes may be typed: host and port.
    pub host: String,
    /// Who is signed in, by address.
    pub viewer: Option<String>,
    /// What is wrong with what was typed, in the order of the page.
    pub problems: Vec<Problem>,
    /// What just happened.
    pub done: Option<String>,
    /// What everybody on this page should know: mail goes to a folder, a wait is on.
    pub warnings: Vec<String>,
    /// How many things are due.
    pub due: usize,
    /// Advisories to read, the gravest first.
    pub unread: Vec<UnreadAdvisory>,
    /// What happened that this browser has not been told.
    pub news: Option<News>,
}

/// What happened that a browser has not been told.
#[derive(Clone, Debug)]
pub struct News {
    /// The newest of it.
    pub events: Vec<Event>,
    /// How many more there are.
    pub more: usize,
    /// Until when that was, in microseconds since the epoch.
    pub until: i64,
}

/// Something wrong with a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The field it belongs to, if it belongs to one.
    pub field: Option<&'static str>,
    /// What happened, what it means, what to do.
    pub text: String,
}

impl Frame {
    /// For somebody who is not signed in.
    #[must_use]
    pub fn new(words: Words, shell: &Shell, browser: &Browser) -> Self {
        Self {
            words,
            assets: Arc::clone(&shell.assets),
            csrf: shell.csrf.token(browser),
            at: browser.at.clone(),
            service: shell.service_name.clone(),
            host: shell.public_url.authority().to_owned(),
            viewer: None,
            problems: Vec::new(),
            done: None,
            warnings: Vec::new(),
            due: 0,
            unread: Vec::new(),
            news: None,
        }
    }

    /// For a person who is signed in, by address.
    #[must_use]
    pub fn signed_in(mut self, address: impl Into<String>) -> Self {
        self.viewer = Some(address.into());
        self
    }

    /// With what waits for this person's attention.
    #[must_use]
    pub fn attending(mut self, attention: &Attention) -> Self {
        self.due = attention.due;
        self.unread.clone_from(&attention.unread);
        self.news = attention.banner.as_ref().map(|banner| News {
            events: banner
                .events
                .iter()
                .map(|event| Event::of(&self.words, event))
                .collect(),
            more: banner.more,
            until: banner.until.as_micros(),
        });
        self
    }

    /// With one more problem of a field.
    #[must_use]
    pub fn wrong(mut self, field: &'static str, text: String) -> Self {
        self.problems.push(Problem {
            field: Some(field),
            text,
        });
        self
    }

    /// With one more problem of the whole form.
    #[must_use]
    pub fn wrong_overall(mut self, text: String) -> Self {
        self.problems.push(Problem { field: None, text });
        self
    }

    /// With a sentence about what was just done.
    #[must_use]
    pub fn done(mut self, text: String) -> Self {
        self.done = Some(text);
        self
    }

    /// With one more warning.
    #[must_use]
    pub fn warned(mut self, text: String) -> Self {
        self.warnings.push(text);
        self
    }

    /// The title of an advisory, with what became of it.
    #[must_use]
    pub fn title_of(&self, advisory: &UnreadAdvisory) -> String {
        let title = advisory.title.as_str();
        if advisory.withdrawn {
            self.one("advisory-title-withdrawn", "title", title)
        } else if advisory.corrected {
            self.one("advisory-title-corrected", "title", title)
        } else {
            title.to_owned()
        }
    }

    /// Whether an advisory is one to act on now.
    #[must_use]
    pub fn is_urgent(&self, advisory: &UnreadAdvisory) -> bool {
        advisory.severity == Severity::Critical && !advisory.withdrawn
    }

    /// Where an advisory stands in full.
    #[must_use]
    pub fn place_of(&self, advisory: &UnreadAdvisory) -> String {
        ItemRoute::Advisory.of(advisory.id)
    }

    /// The sentences.
    #[must_use]
    pub const fn words(&self) -> &Words {
        &self.words
    }

    /// A sentence.
    #[must_use]
    pub fn text(&self, id: &str) -> String {
        self.words.text(id)
    }

    /// A sentence with one argument.
    #[must_use]
    pub fn one(&self, id: &str, name: &str, value: impl Sayable) -> String {
        self.words.one(id, name, value)
    }

    /// A sentence with two arguments.
    #[must_use]
    pub fn two(
        &self,
        id: &str,
        name: &str,
        value: impl Sayable,
        other: &str,
        other_value: impl Sayable,
    ) -> String {
        self.words.two(id, name, value, other, other_value)
    }

    /// The BCP 47 tag of the page's language.
    #[must_use]
    pub const fn language(&self) -> &'static str {
        self.words.language().tag()
    }

    /// The languages to choose from at the foot of the page, and whether it is in one of them.
    pub fn languages(&self) -> impl Iterator<Item = (Language, bool)> {
        let spoken = self.words.language();
        Language::offered()
            .iter()
            .map(move |language| (*language, *language == spoken))
    }

    /// The path of an asset by its plain name.
    #[must_use]
    pub fn asset(&self, name: &str) -> String {
        self.assets.path(name)
    }

    /// The name of the hidden field of every form.
    #[must_use]
    pub const fn csrf_field(&self) -> &'static str {
        csrf::FIELD
    }

    /// Its value.
    #[must_use]
    pub fn csrf_token(&self) -> &str {
        &self.csrf
    }

    /// What is wrong with a field.
    #[must_use]
    pub fn problem(&self, field: &str) -> Option<String> {
        self.problems
            .iter()
            .find(|problem| problem.field == Some(field))
            .map(|problem| problem.text.clone())
    }

    /// A field of a form, with its label and whatever is wrong with it.
    #[must_use]
    pub fn field(&self, name: &'static str, label: &str) -> Field {
        Field::new(&self.words, name, self.text(label), self.problem(name))
    }

    /// A field whose label is made already: "The word beside code 7".
    #[must_use]
    pub fn labelled(&self, name: &'static str, label: impl Into<String>) -> Field {
        Field::new(&self.words, name, label.into(), self.problem(name))
    }
}
