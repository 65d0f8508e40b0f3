//! The one list of files that hold sentences.

/// A file of sentences.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Source<'a> {
    /// Its name in the language's directory.
    pub(crate) file: &'a str,
    /// What it says.
    pub(crate) text: &'a str,
}

macro_rules! english {
    ($($file:literal),+ $(,)?) => {
        /// Every English file, one for each area of the product.
        pub(crate) const ENGLISH: &[Source<'static>] =
            &[$(Source { file: $file, text: include_str!(concat!("../en/", $file)) }),+];
    };
}

english![
    "account.ftl",
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
