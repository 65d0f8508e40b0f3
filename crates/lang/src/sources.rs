//! The one list of files that hold sentences.

/// A file of sentences, compiled in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Source {
    /// Its name in the language's directory.
    pub(crate) file: &'static str,
    /// What it says.
    pub(crate) text: &'static str,
}

macro_rules! english {
    ($($file:literal),+ $(,)?) => {
        /// Every English file, one for each area of the product.
        pub(crate) const ENGLISH: &[Source] =
            &[$(Source { file: $file, text: include_str!(concat!("../en/", $file)) }),+];
    };
}

english![
    "account.ftl",
    "advisories.ftl",
    "apps.ftl",
    "codes.ftl",
    "dates.ftl",
    "desk.ftl",
    "freeze.ftl",
    "mail_filters.ftl",
    "mail_programs.ftl",
    "notices.ftl",
    "operator.ftl",
    "policy.ftl",
    "refusals.ftl",
    "reminders.ftl",
    "sheet.ftl",
    "shell.ftl",
    "sign_in.ftl",
    "spelling.ftl",
];
