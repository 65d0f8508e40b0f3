//! What a webhook is sent, as Standard Webhooks has it: <https://www.standardwebhooks.com>.

use super::OwnEvent;
use crate::{Fault, WebhookMessage};
use counterfoil_model::{EventId, Timestamp};
use data_encoding::BASE64;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::json;
use sha2::Sha256;
use zeroize::Zeroizing;

/// Random bytes in a secret.
pub(super) const SECRET: usize = 32;

/// The secret as its app keeps it.
pub(super) fn secret_text(secret: &[u8; SECRET]) -> Zeroizing<String> {
    Zeroizing::new(format!("whsec_{}", BASE64.encode(secret)))
}

/// What an app is told of an event: the event as `GET /api/v1/events` shows it, with its type and time outside.
pub(super) fn body(event: &OwnEvent) -> String {
    json!({
        "type": event.kind,
        "timestamp": moment(event.at),
        "data": {
            "id": event.id.to_string(),
            "type": event.kind,
            "at": moment(event.at),
            "account": event.account.to_string(),
            "reference": event.reference,
            "details": event.details,
        },
    })
    .to_string()
}

/// What the operator's webhook is told: what happened, when and to which account, by the id that the desk has. No address, no name, no
/// place, and of the details only what is a number, a moment or a word of ours.
pub(super) fn operators_body(event: &OwnEvent) -> String {
    let mut told = event.clone();
    told.details.retain(|name, _| TOLD.contains(&name.as_str()));
    body(&told)
}

/// The details that the operator's webhook is told.
const TOLD: [&str; 9] = [
    "change", "code", "count", "left", "sheet", "sheets", "taken", "until", "what",
];

/// What an app is told when somebody wants to know whether it hears.
pub(super) fn test_body(now: Timestamp) -> String {
    json!({ "type": "webhook-test", "timestamp": moment(now), "data": {} }).to_string()
}

/// Signs a body: `v1,` and the HMAC-SHA-256 of id, time and body with dots between, once for each secret.
pub(super) fn signed(
    id: EventId,
    now: Timestamp,
    body: String,
    secrets: &[Zeroizing<Vec<u8>>],
) -> Result<WebhookMessage, Fault> {
    let (id, timestamp) = (format!("evt_{id}"), now.as_seconds());
    let mut signatures = Vec::with_capacity(secrets.len());
    for secret in secrets {
        let mut mac = Hmac::<Sha256>::new_from_slice(secret)
            .map_err(|_| Fault::Broken("a webhook's secret is no key"))?;
        mac.update(format!("{id}.{timestamp}.{body}").as_bytes());
        signatures.push(format!(
            "v1,{}",
            BASE64.encode(&mac.finalize().into_bytes())
        ));
    }
    Ok(WebhookMessage {
        id,
        timestamp,
        signature: signatures.join(" "),
        body,
    })
}

/// RFC 3339, in UTC.
fn moment(at: Timestamp) -> String {
    jiff::Timestamp::from_microsecond(at.as_micros())
        .unwrap_or(jiff::Timestamp::UNIX_EPOCH)
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use counterfoil_model::AccountId;

    #[test]
    fn the_operator_is_told_no_address_and_no_name() {
        let details = [
            ("address", "alice@elsewhere.example"),
            ("label", "Laptop"),
            ("app", "Wiki"),
            ("sheet", "3"),
        ];
        let event = OwnEvent {
            id: EventId::from_bytes([7; 16]),
            kind: "outside-address-added".to_owned(),
            at: Timestamp::from_micros(1_700_000_000_000_000),
            account: AccountId::from_bytes([1; 16]),
            reference: None,
            details: details
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .into(),
        };
        assert_eq!(
            operators_body(&event),
            "{\"type\":\"outside-address-added\",\"timestamp\":\"2023-11-14T22:13:20Z\",\"data\":{\"id\":\"07070707070707070707070707070707\",\
             \"type\":\"outside-address-added\",\"at\":\"2023-11-14T22:13:20Z\",\"account\":\"01010101010101010101010101010101\",\"reference\":null,\
             \"details\":{\"sheet\":\"3\"}}}"
        );
    }

    #[test]
    fn a_message_is_signed_as_the_standard_says() {
        // Made with Python: hmac.new(bytes(range(32)), b"evt_0707…07.1700000000.{}", "sha256").
        let id = EventId::from_bytes([7; 16]);
        let now = Timestamp::from_micros(1_700_000_000_999_999);
        let secrets = [(0..32).collect::<Vec<u8>>().into(), vec![9; 32].into()];
        let message = signed(id, now, "{}".to_owned(), &secrets).unwrap();
        assert_eq!(message.id, "evt_07070707070707070707070707070707");
        assert_eq!(message.timestamp, 1_700_000_000);
        assert_eq!(
            message.signature,
            "v1,uIYOVJeNiENlGZbKO0wK+HerARQBvlJZWnXxuND6Sq4= v1,o836PZGro2xlMkx/e9TzHecJkgXyK4tqJhjNklRxUWU="
        );
    }
}
