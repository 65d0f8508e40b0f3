//! Sentences for one page: in one language, with dates in one time zone.

use counterfoil_lang::{Arg, Language, Sentences, TimeZone};
use counterfoil_model::Setting;
use counterfoil_model::policy::Said;
use std::fmt;
use std::sync::Arc;

/// The sentences, as a page says them.
#[derive(Clone)]
pub struct Words {
    sentences: Arc<Sentences>,
    language: Language,
    zone: TimeZone,
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Words").field(&self.language).finish()
    }
}

impl Words {
    /// For a reader of this language in this zone.
    #[must_use]
    pub const fn new(sentences: Arc<Sentences>, language: Language, zone: TimeZone) -> Self {
        Self {
            sentences,
            language,
            zone,
        }
    }

    /// The language.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// A sentence that needs nothing.
    #[must_use]
    pub fn text(&self, id: &str) -> String {
        self.with(id, &[])
    }

    /// A sentence with its arguments.
    #[must_use]
    pub fn with(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        let text = self.sentences.text(self.language, id, args);
        if !self.sentences.has(id) {
            tracing::error!(id, "a page asked for a sentence that does not exist");
        }
        text
    }

    /// A sentence with one argument.
    #[must_use]
    pub fn one(&self, id: &str, name: &str, value: impl Sayable) -> String {
        self.with(id, &[(name, value.say())])
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
        self.with(id, &[(name, value.say()), (other, other_value.say())])
    }

    /// "3 March 2026 at 14:05", of microseconds since the epoch.
    #[must_use]
    pub fn moment(&self, micros: i64) -> String {
        self.sentences.moment(self.language, micros, &self.zone)
    }

    /// "3 March 2026", of microseconds since the epoch.
    #[must_use]
    pub fn date(&self, micros: i64) -> String {
        self.sentences.date(self.language, micros, &self.zone)
    }

    /// "Firefox on Linux", of a device as it is stored.
    #[must_use]
    pub fn device(&self, stored: &str) -> String {
        self.sentences.device(self.language, stored)
    }

    /// "2 minutes".
    #[must_use]
    pub fn wait(&self, seconds: u64) -> String {
        self.sentences.wait(self.language, seconds)
    }
}

impl Words {
    /// What a setting of the policy is called.
    #[must_use]
    pub fn setting(&self, setting: Setting) -> String {
        self.text(&setting_id(setting))
    }

    /// Why it is there.
    #[must_use]
    pub fn setting_why(&self, setting: Setting) -> String {
        self.text(&format!("{}-why", setting_id(setting)))
    }

    /// A value of it, with its unit.
    #[must_use]
    pub fn setting_value(&self, setting: Setting, value: i64) -> String {
        self.said(setting.said(value))
    }

    /// A sentence that `model` chose.
    #[must_use]
    pub fn said(&self, said: Said) -> String {
        match said {
            Said::Plain(id) => self.text(id),
            Said::Count(id, count) => self.one(id, "count", count),
            Said::Date(id, at) => self.one(id, "date", self.date(at.as_micros())),
        }
    }
}

/// The id of what a setting is called.
fn setting_id(setting: Setting) -> String {
    format!("policy-{}", setting.name().replace('_', "-"))
}

/// What a template may put into a sentence, by value or by reference.
pub trait Sayable {
    /// As an argument.
    fn say(&self) -> Arg<'_>;
}

impl Sayable for str {
    fn say(&self) -> Arg<'_> {
        self.into()
    }
}

impl Sayable for String {
    fn say(&self) -> Arg<'_> {
        self.into()
    }
}

impl Sayable for u8 {
    fn say(&self) -> Arg<'_> {
        (*self).into()
    }
}

impl Sayable for i32 {
    fn say(&self) -> Arg<'_> {
        (*self).into()
    }
}

impl Sayable for i64 {
    fn say(&self) -> Arg<'_> {
        (*self).into()
    }
}

impl Sayable for u32 {
    fn say(&self) -> Arg<'_> {
        (*self).into()
    }
}

impl Sayable for u64 {
    fn say(&self) -> Arg<'_> {
        (*self).into()
    }
}

impl Sayable for usize {
    fn say(&self) -> Arg<'_> {
        (*self).into()
    }
}

impl<T: Sayable + ?Sized> Sayable for &T {
    fn say(&self) -> Arg<'_> {
        (**self).say()
    }
}
