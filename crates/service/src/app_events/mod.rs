//! Apps of other services hear what happened to their accounts: by asking for a page, or by a webhook.

mod delivery;
mod feed;
mod message;
mod operator;
mod webhook;

pub use feed::{EventPage, EventsRefusal, OwnEvent};
pub use operator::{OPERATOR, OperatorWebhookRefusal, read_secret};
pub use webhook::{FORMER_SIGNS, ListedWebhook, SetWebhookRefusal, TestWebhookRefusal};
