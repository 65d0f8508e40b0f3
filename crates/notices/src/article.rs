//! What an advisory says stands in its mail in full: it is read when the mail is written, so that a text which was corrected or withdrawn
//! meanwhile isn't mailed.

use crate::compose::ComposeError;
use counterfoil_model::{AdvisoryId, EventKind};
use counterfoil_prose::{Dress, Prose};
use counterfoil_store::repo::advisory;
use counterfoil_store::repo::outbox::Notice;
use counterfoil_store::{Error, Tx};
use data_encoding::HEXLOWER;
use serde_json::{Map, Value};

/// The detail that holds Markdown. Every other one is a line.
pub(crate) const PROSE: &str = "prose";

/// Mail programs know no style sheet.
const DRESS: Dress = Dress {
    block: "style=\"margin:0 0 16px\"",
    heading: "style=\"margin:0 0 8px;font-size:20px;line-height:1.3\"",
    link: "style=\"color:inherit;word-break:break-all\"",
};

/// The text of an advisory, both ways.
#[derive(Clone, Debug)]
pub(crate) struct Article {
    pub(crate) text: String,
    pub(crate) page: String,
}

impl Article {
    /// The one in a notice's details, if there is one.
    pub(crate) fn of(details: &str) -> Result<Option<Self>, ComposeError> {
        let read: Map<String, Value> =
            serde_json::from_str(details).map_err(|_| ComposeError::Details)?;
        let Some(markdown) = read.get(PROSE).and_then(Value::as_str) else {
            return Ok(None);
        };
        let prose = Prose::read(markdown).map_err(|_| ComposeError::Details)?;
        Ok(Some(Self {
            text: prose.text(),
            page: prose.html(&DRESS),
        }))
    }
}

/// Adds to a notice's details what its advisory says now. One that was withdrawn says only why.
pub(crate) async fn enclose(tx: &Tx, notice: &mut Notice) -> Result<(), Error> {
    if notice.kind != EventKind::AdvisoryMailed.as_str() {
        return Ok(());
    }
    let Ok(mut details) = serde_json::from_str::<Map<String, Value>>(&notice.details) else {
        return Ok(());
    };
    let id = details
        .get("advisory")
        .and_then(Value::as_str)
        .and_then(|id| HEXLOWER.decode(id.as_bytes()).ok())
        .and_then(|bytes| bytes.try_into().ok());
    let Some(id) = id.map(AdvisoryId::from_bytes) else {
        return Ok(());
    };
    if let Some(now) = advisory::load(tx, id).await? {
        if now.run.withdrawn_at.is_some() {
            details.insert("state".to_owned(), "withdrawn".into());
            details.insert("why".to_owned(), now.why.unwrap_or_default().into());
        } else {
            details.insert(PROSE.to_owned(), now.body.into());
        }
        details.insert("title".to_owned(), now.title.into());
    }
    notice.details = Value::Object(details).to_string();
    Ok(())
}
