//! What an API is sent: a JSON document with places in its texts. Places are filled after the document was read, so nothing that stands
//! in a mail can become part of the document.

use super::filling::{BadPlace, Filling, Secrets};
use crate::Mail;
use serde_json::{Map, Value};
use url::form_urlencoded;
use zeroize::Zeroizing;

/// How the document is sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// As it is.
    #[default]
    Json,
    /// As fields of a form; a field that is no text is sent as JSON.
    Form,
}

/// A document with places.
#[derive(Clone, Debug)]
pub struct Body {
    shape: Shape,
    encoding: Encoding,
}

#[derive(Clone, Debug)]
enum Shape {
    /// A number, a yes or no, nothing.
    Fixed(Value),
    Text(Filling),
    List(Vec<Shape>),
    Object(Vec<(String, Shape)>),
}

impl Body {
    /// Reads a document.
    ///
    /// # Errors
    /// What is wrong with it, in words.
    pub fn parse(document: &str, encoding: Encoding, secrets: &Secrets) -> Result<Self, String> {
        let document: Value = serde_json::from_str(document).map_err(|error| {
            // Only where: what stands there may be a secret that was written here by mistake.
            format!(
                "is no JSON: line {}, column {}",
                error.line(),
                error.column()
            )
        })?;
        Self::of(&document, encoding, secrets).map_err(|error| error.to_string())
    }

    pub(crate) fn of(
        document: &Value,
        encoding: Encoding,
        secrets: &Secrets,
    ) -> Result<Self, BadPlace> {
        let shape = Shape::of(document, secrets)?;
        Ok(Self { shape, encoding })
    }

    pub(crate) fn content_type(&self) -> &'static str {
        match self.encoding {
            Encoding::Json => "application/json",
            Encoding::Form => "application/x-www-form-urlencoded",
        }
    }

    pub(crate) fn fill(&self, mail: &Mail, secrets: &Secrets) -> Zeroizing<String> {
        Zeroizing::new(match (self.encoding, &self.shape) {
            (Encoding::Form, Shape::Object(fields)) => {
                let mut form = form_urlencoded::Serializer::new(String::new());
                for (name, shape) in fields {
                    form.append_pair(name, &shape.field(mail, secrets));
                }
                form.finish()
            }
            (_, shape) => shape.fill(mail, secrets).to_string(),
        })
    }
}

impl Shape {
    fn of(value: &Value, secrets: &Secrets) -> Result<Self, BadPlace> {
        Ok(match value {
            Value::String(text) => Self::Text(Filling::parse(text, secrets)?),
            Value::Array(values) => Self::List(
                values
                    .iter()
                    .map(|value| Self::of(value, secrets))
                    .collect::<Result<_, _>>()?,
            ),
            Value::Object(fields) => Self::Object(
                fields
                    .iter()
                    .map(|(name, value)| Ok((name.clone(), Self::of(value, secrets)?)))
                    .collect::<Result<_, _>>()?,
            ),
            fixed => Self::Fixed(fixed.clone()),
        })
    }

    fn fill(&self, mail: &Mail, secrets: &Secrets) -> Value {
        match self {
            Self::Fixed(value) => value.clone(),
            Self::Text(filling) => Value::String(filling.fill(mail, secrets).to_string()),
            Self::List(shapes) => shapes
                .iter()
                .map(|shape| shape.fill(mail, secrets))
                .collect(),
            Self::Object(fields) => Value::Object(
                fields
                    .iter()
                    .map(|(name, shape)| (name.clone(), shape.fill(mail, secrets)))
                    .collect::<Map<_, _>>(),
            ),
        }
    }

    fn field(&self, mail: &Mail, secrets: &Secrets) -> Zeroizing<String> {
        match self {
            Self::Text(filling) => filling.fill(mail, secrets),
            shape => Zeroizing::new(shape.fill(mail, secrets).to_string()),
        }
    }
}
