//! What a notice says, before it is text or HTML.

use crate::article::Article;

/// The parts of a notice, in the order in which they are read: what happened and what it means, when and where, the one
/// thing to do, and how to reach a person.
#[derive(Debug)]
pub(crate) struct Letter {
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
    /// Which account this is about, why it comes here, that staff never ask for a code, how to reach a person.
    pub(crate) footer: Vec<String>,
}

/// The line between what happened and the small print: the product's perforation.
const PERFORATION: &str = "- - - - - - - - - - - - - - - -";

impl Letter {
    /// As plain text, one paragraph a line: mail programs wrap better than we do. Lines end with LF.
    pub(crate) fn text(&self) -> String {
        let mut paragraphs: Vec<String> = self.greeting.iter().cloned().collect();
        paragraphs.extend(self.phrase.iter().cloned());
        paragraphs.push(self.happened.clone());
        paragraphs.extend(self.article.iter().map(|article| article.text.clone()));
        paragraphs.push(self.facts.join("\n"));
        paragraphs.push(match self.link.as_ref().or(self.code.as_ref()) {
            Some(line) => format!("{}\n{line}", self.to_do),
            None => self.to_do.clone(),
        });
        if let Some((sentence, link)) = &self.freeze {
            paragraphs.push(format!("{sentence}\n{link}"));
        }
        paragraphs.push(PERFORATION.into());
        paragraphs.extend(self.footer.iter().cloned());
        paragraphs.push(format!("{}\n{}", self.service, self.public_url));
        paragraphs.join("\n\n") + "\n"
    }
}
