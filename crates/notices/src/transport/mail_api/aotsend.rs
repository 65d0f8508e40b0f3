//! `AOTsend`, as its handbook describes it (<https://aotsend.com/doc/?id=86>): one POST with a form, and `code` in the JSON
//! that comes back, whatever the HTTP status.
//!
//! The template is kept at `AOTsend` and names variables; one that it isn't given, it removes without a word. So all are always
//! given, each escaped for HTML, since nothing says that they are escaped there. Its answers have no name for the mail, and
//! the mail can't have headers of ours.

use super::{Body, Description, Encoding, Filling, Means, Rule, Secrets};
use crate::letter::PARTS;
use counterfoil_model::EnhancedStatus;
use secrecy::SecretString;
use serde_json::{Map, Value, json};
use std::time::Duration;
use url::Url;

/// The transport's name in the configuration.
pub const NAME: &str = "aotsend";

/// Where it takes mails.
pub const URL: &str = "https://www.aotsend.com/index/api/send_email";

/// The variables that a template at `AOTsend` is given.
pub const VARIABLES: [&str; 16] = PARTS;

/// What an account at `AOTsend` has.
#[derive(Debug)]
pub struct Account {
    /// Where it takes mails; [`URL`].
    pub url: Url,
    /// The key of its API.
    pub app_key: SecretString,
    /// The template that notices are written with.
    pub template_id: String,
    /// Where answers of people go.
    pub reply_to: Option<String>,
    /// For one mail.
    pub patience: Duration,
}

impl Account {
    /// The description of its API.
    ///
    /// # Errors
    /// What is wrong with one of the texts, in words.
    pub fn description(self) -> Result<Description, String> {
        let mut secrets = Secrets::new();
        secrets.insert("app_key".to_owned(), self.app_key);
        let data: Map<String, Value> = VARIABLES
            .into_iter()
            .map(|name| (name.to_owned(), json!(format!("{{{{html.{name}}}}}"))))
            .collect();
        let mut document = json!({
            "app_key": "{{secret.app_key}}",
            "template_id": self.template_id,
            "to": "{{to}}",
            "alias": "{{service}}",
            "data": data,
        });
        if let (Some(reply_to), Some(fields)) = (self.reply_to, document.as_object_mut()) {
            fields.insert("reply_to".to_owned(), reply_to.into());
        }
        let body =
            Body::of(&document, Encoding::Form, &secrets).map_err(|error| error.to_string())?;
        let accept =
            Filling::parse("application/json", &secrets).map_err(|error| error.to_string())?;
        Ok(Description {
            name: NAME.to_owned(),
            method: "POST",
            url: self.url,
            headers: vec![("accept".to_owned(), accept)],
            body,
            aws: None,
            secrets,
            answers: answers(),
            reference: None,
            patience: self.patience,
        })
    }
}

/// 200 is a yes. 40004 and 40005 are about the recipient's address, 40008 is about what we sent; the key (40001, 40002), the template
/// (40003), the address for answers (40006) and the balance (40007) are the operator's to put right. They are asked again, and so is a
/// code that isn't in the handbook: the next transport has the mail meanwhile.
fn answers() -> Vec<Rule> {
    let rule = |is: &[i64], means, status| Rule {
        http: Vec::new(),
        at: Some("/code".to_owned()),
        is: is.iter().map(|code| Value::from(*code)).collect(),
        means,
        status,
    };
    let login = Some(EnhancedStatus::never(7, 8));
    vec![
        rule(&[200], Means::Accepted, None),
        rule(
            &[40004, 40005],
            Means::Never,
            Some(EnhancedStatus::never(1, 3)),
        ),
        rule(&[40001, 40002], Means::Retry, login),
        rule(&[40008], Means::Never, None),
        rule(&[], Means::Retry, None),
    ]
}
