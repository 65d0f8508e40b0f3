//! What a notice says, before it is text or HTML.

use crate::article::Article;

/// The parts by the names that layouts know them by, and templates that an API keeps.
pub(crate) const PARTS: [&str; 16] = [
    "subject",
    "greeting",
    "phrase",
    "happened",
    "article",
    "facts",
    "to_do",
    "link",
    "code",
    "freeze",
    "freeze_link",
    "account",
    "staff",
    "help",
    "service",
    "url",
];

/// The parts of a notice, in the order in which they are read: what happened and what it means, when and where, the one
/// thing to do, and how to reach a person. [`crate::Layout`] makes text and page of it.
#[derive(Clone)]
pub(crate) struct Letter {
    /// BCP 47 tag.
    pub(crate) language: &'static str,
    pub(crate) service: String,
    pub(crate) public_url: String,
    pub(crate) subject: String,
    pub(crate) greeting: Option<String>,
    pub(crate) happened: String,
    /// What an advisory says.
    pub(crate) article: Option<Article>,
    /// One line each: when, and where and by which device if it was somebody.
    pub(crate) facts: Vec<String>,
    pub(crate) to_do: String,
    /// Where [`Self::to_do`] leads, when it ends in a colon.
    pub(crate) link: Option<String>,
    /// What is typed where [`Self::to_do`] says.
    pub(crate) code: Option<String>,
    /// What else can be done: freezing, and where.
    pub(crate) freeze: Option<(String, String)>,
    /// The sentence with the words by which the owner knows our mail.
    pub(crate) phrase: Option<String>,
    /// Which account this is about, and why it comes here.
    pub(crate) account: Option<String>,
    /// That staff never ask for a code.
    pub(crate) staff: String,
    /// How to reach a person.
    pub(crate) help: String,
}

impl Letter {
    /// The parts by their names, those of [`PARTS`] that it has. `facts` stands for each of its lines.
    pub(crate) fn parts(&self) -> Vec<(&'static str, &str)> {
        let mut parts = vec![
            ("subject", self.subject.as_str()),
            ("happened", &self.happened),
            ("to_do", &self.to_do),
            ("staff", &self.staff),
            ("help", &self.help),
            ("service", &self.service),
            ("url", &self.public_url),
        ];
        parts.extend(self.facts.iter().map(|fact| ("facts", fact.as_str())));
        let optional = [
            ("greeting", &self.greeting),
            ("phrase", &self.phrase),
            ("link", &self.link),
            ("code", &self.code),
            ("account", &self.account),
        ];
        if let Some((sentence, link)) = &self.freeze {
            parts.extend([("freeze", sentence.as_str()), ("freeze_link", link)]);
        }
        parts.extend(
            self.article
                .iter()
                .map(|article| ("article", article.text.as_str())),
        );
        parts.extend(
            optional
                .into_iter()
                .filter_map(|(name, part)| part.as_deref().map(|part| (name, part))),
        );
        parts
    }
}
