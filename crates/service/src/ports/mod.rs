//! What the use cases need from the world and what tests put in its place.

mod back_channel;
mod clock;
mod doctor;
mod entropy;
mod mail_system;
mod meter;
mod places;
mod webhooks;

pub use back_channel::{BackChannel, BackChannelError};
pub use clock::{Clock, SystemClock};
pub use doctor::{Doctor, Finding};
pub use entropy::{Chance, Entropy, SystemEntropy};
pub use mail_system::{MailFilter, MailSystem, MailSystemError};
pub use meter::{Counted, Meter, Unmetered};
pub use places::{Country, Place, Places};
pub use webhooks::{WebhookError, WebhookMessage, Webhooks};
