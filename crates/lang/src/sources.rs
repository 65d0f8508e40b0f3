//! The one list of files that hold sentences.

use crate::Language;

/// A file of sentences.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Source<'a> {
    /// Its path: of ours, in this crate.
    pub(crate) file: &'a str,
    /// What it says.
    pub(crate) text: &'a str,
}

macro_rules! sources {
    ($($file:literal),+ $(,)?) => {
        /// The English files, one for each area of the product.
        const ENGLISH: &[Source<'static>] =
            &[$(Source { file: concat!("en/", $file), text: include_str!(concat!("../en/", $file)) }),+];
        /// The same in German.
        const GERMAN: &[Source<'static>] =
            &[$(Source { file: concat!("de/", $file), text: include_str!(concat!("../de/", $file)) }),+];
        /// The same in French.
        const FRENCH: &[Source<'static>] =
            &[$(Source { file: concat!("fr/", $file), text: include_str!(concat!("../fr/", $file)) }),+];
        /// The same in Spanish.
        const SPANISH: &[Source<'static>] =
            &[$(Source { file: concat!("es/", $file), text: include_str!(concat!("../es/", $file)) }),+];
    };
}

sources![
    "account.ftl",
    "activity.ftl",
    "advisories.ftl",
    "apps.ftl",
    "check_up.ftl",
    "codes.ftl",
    "dates.ftl",
    "desk.ftl",
    "devices.ftl",
    "freeze.ftl",
    "mail_filters.ftl",
    "mail_programs.ftl",
    "notices.ftl",
    "operator.ftl",
    "passkeys.ftl",
    "policy.ftl",
    "refusals.ftl",
    "reminders.ftl",
    "sheet.ftl",
    "shell.ftl",
    "sign_in.ftl",
    "spelling.ftl",
];

/// The files of a language. The pseudo-language is made from the English ones.
pub(crate) const fn of(language: Language) -> &'static [Source<'static>] {
    match language {
        Language::English | Language::Pseudo => ENGLISH,
        Language::German => GERMAN,
        Language::French => FRENCH,
        Language::Spanish => SPANISH,
    }
}
