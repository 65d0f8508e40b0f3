//! Texts with places in them, as `Bearer {{secret.key}}`.

use crate::Mail;
use crate::layout::escaped;
use data_encoding::BASE64;
use secrecy::{ExposeSecret as _, SecretString};
use std::collections::BTreeMap;
use zeroize::Zeroizing;

/// Secrets by name. `Debug` shows the names.
pub type Secrets = BTreeMap<String, SecretString>;

/// What a mail gives. The last ones are the parts of the letter, for an API that keeps the template at its own side; with
/// `html.` before them they are escaped, for one that puts them into HTML as they are.
pub const PLACES: [&str; 27] = [
    "to",
    "from",
    "from_name",
    "subject",
    "text",
    "html",
    "message_id",
    "notice",
    "language",
    "eml_base64",
    "service",
    "html.subject",
    "html.greeting",
    "html.phrase",
    "html.happened",
    "html.article",
    "html.facts",
    "html.to_do",
    "html.link",
    "html.code",
    "html.freeze",
    "html.freeze_link",
    "html.account",
    "html.staff",
    "html.help",
    "html.service",
    "html.url",
];

/// A place that nobody fills.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadPlace {
    /// There is no such place.
    #[error("there is no place {{{{{0}}}}}; there are {list} and secret.NAME", list = PLACES.join(", "))]
    Unknown(String),
    /// There is no such secret.
    #[error("{{{{secret.{0}}}}} is no secret of this section's `secrets`")]
    Secret(String),
    /// A place that doesn't end.
    #[error("a place that begins with {{{{ doesn't end with }}}}")]
    Open,
}

/// A text with places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filling(Vec<Piece>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    Place(String),
    Secret(String),
}

impl Filling {
    /// Reads a text; its secrets are among these.
    ///
    /// # Errors
    /// [`BadPlace`].
    pub fn parse(text: &str, secrets: &Secrets) -> Result<Self, BadPlace> {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once("{{") {
            let (name, after) = after.split_once("}}").ok_or(BadPlace::Open)?;
            if !before.is_empty() {
                pieces.push(Piece::Text(before.to_owned()));
            }
            let name = name.trim();
            pieces.push(match name.strip_prefix("secret.") {
                Some(secret) if secrets.contains_key(secret) => Piece::Secret(secret.to_owned()),
                Some(secret) => return Err(BadPlace::Secret(secret.to_owned())),
                None if PLACES.contains(&name) => Piece::Place(name.to_owned()),
                None => return Err(BadPlace::Unknown(name.to_owned())),
            });
            rest = after;
        }
        if !rest.is_empty() {
            pieces.push(Piece::Text(rest.to_owned()));
        }
        Ok(Self(pieces))
    }

    /// Whether a secret is said.
    #[must_use]
    pub fn has_secret(&self) -> bool {
        self.0.iter().any(|piece| matches!(piece, Piece::Secret(_)))
    }

    /// The text with what this mail gives.
    pub(crate) fn fill(&self, mail: &Mail, secrets: &Secrets) -> Zeroizing<String> {
        let mut out = Zeroizing::new(String::new());
        for piece in &self.0 {
            match piece {
                Piece::Text(text) => out.push_str(text),
                Piece::Place(name) => out.push_str(&value(mail, name)),
                Piece::Secret(name) => out.push_str(
                    secrets
                        .get(name)
                        .map_or("", |secret| secret.expose_secret()),
                ),
            }
        }
        out
    }
}

fn value(mail: &Mail, place: &str) -> Zeroizing<String> {
    let letter = &mail.letter;
    let text = match place {
        "to" => mail.recipient().to_owned(),
        "from" => mail.from.clone(),
        "from_name" | "service" => letter.service.clone(),
        "subject" => mail.subject.clone(),
        "text" => mail.text.clone(),
        "html" => mail.html.clone().unwrap_or_default(),
        "message_id" => mail.message_id.clone(),
        "notice" => mail.notice.to_string(),
        "language" => letter.language.to_owned(),
        "eml_base64" => BASE64.encode(&mail.eml()),
        part => {
            let part = part.strip_prefix("html.").unwrap_or(part);
            let lines: Vec<_> = letter
                .parts()
                .into_iter()
                .filter(|(name, _)| *name == part)
                .map(|(_, text)| escaped(text))
                .collect();
            lines.join("<br>")
        }
    };
    Zeroizing::new(text)
}

#[cfg(test)]
mod tests {
    use super::{BadPlace, Filling, Secrets};

    #[test]
    fn a_place_that_nobody_fills_is_refused() {
        let secrets = Secrets::from([("key".to_owned(), "s3cret".into())]);
        let read = |text| Filling::parse(text, &secrets);
        assert!(read("Bearer {{ secret.key }}").unwrap().has_secret());
        assert!(
            !read("{{to}} and {{from}}, {not} a }} place")
                .unwrap()
                .has_secret()
        );
        assert_eq!(read("{{too}}"), Err(BadPlace::Unknown("too".into())));
        assert_eq!(
            read("{{secret.token}}"),
            Err(BadPlace::Secret("token".into()))
        );
        assert_eq!(read("x {{to"), Err(BadPlace::Open));
        let said = read("{{too}}").unwrap_err().to_string();
        assert!(
            said.starts_with("there is no place {{too}}; there are to, from, "),
            "{said}"
        );
        assert!(!format!("{:?}{secrets:?}", read("{{secret.key}}")).contains("s3cret"));
    }
}
