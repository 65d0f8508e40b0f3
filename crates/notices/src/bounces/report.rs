//! What a mail that came back says: a delivery status report (RFC 3464), or only that it came.
//!
//! Anybody may write such a mail. Nothing of it is believed but what it says of the one notice whose return path it came to,
//! and nothing of it is kept but a status code.

use counterfoil_model::EnhancedStatus;
use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders};
use std::str::FromStr as _;

/// What it comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Report {
    /// The notice was not delivered, and nobody tries any more.
    Failed(Option<EnhancedStatus>),
    /// It was not delivered yet.
    Delayed,
    /// It says nothing of a failure: a yes, or an automatic answer of a person's mailbox.
    Nothing,
}

/// So many fields of a report are read; a mail to one recipient has two blocks of a dozen.
const FIELDS: usize = 200;

/// Reads a mail that came back. Without a report, coming back is all it says: some systems write what only people can read.
#[must_use]
pub fn read(mail: &[u8]) -> Report {
    let Some(mail) = MessageParser::default().parse(mail) else {
        return Report::Failed(None);
    };
    match mail.parts.iter().find(|part| is_report(part)) {
        Some(part) => fields(&String::from_utf8_lossy(part.contents())),
        None if is_automatic_answer(&mail) => Report::Nothing,
        None => Report::Failed(None),
    }
}

/// `message/delivery-status`, or its sibling for addresses that aren't ASCII (RFC 6533).
fn is_report(part: &MessagePart<'_>) -> bool {
    part.content_type().is_some_and(|kind| {
        let subtype = kind.subtype().unwrap_or_default();
        kind.ctype().eq_ignore_ascii_case("message")
            && ["delivery-status", "global-delivery-status"]
                .iter()
                .any(|ours| subtype.eq_ignore_ascii_case(ours))
    })
}

/// A vacation answer goes to the return path as well (RFC 3834, section 4), with no sender so that nobody answers it. It
/// shows that somebody's mailbox is there.
fn is_automatic_answer(mail: &Message<'_>) -> bool {
    mail.header("Auto-Submitted")
        .and_then(|value| value.as_text())
        .and_then(|value| value.split([';', ' ']).next())
        .is_some_and(|value| value.eq_ignore_ascii_case("auto-replied"))
}

/// The worst of what is said of recipients: a notice has one, but whoever it is forwarded to may be more.
fn fields(text: &str) -> Report {
    let mut worst = Report::Nothing;
    let (mut action, mut status): (Option<String>, _) = (None, None);
    let ends = std::iter::once("");
    for line in text.lines().take(FIELDS).chain(ends) {
        if line.trim().is_empty() {
            worst = worse(worst, of_recipient(action.take().as_deref(), status.take()));
            continue;
        }
        let Some((name, value)) = line.split_once(':') else {
            continue;
        };
        match name.trim().to_ascii_lowercase().as_str() {
            "action" => action = Some(value.trim().to_ascii_lowercase()),
            // A comment may follow (RFC 3464, section 2.3.4 has none, mail servers do).
            "status" => {
                status = value
                    .split_ascii_whitespace()
                    .next()
                    .and_then(|status| EnhancedStatus::from_str(status).ok());
            }
            _ => {}
        }
    }
    worst
}

fn of_recipient(action: Option<&str>, status: Option<EnhancedStatus>) -> Report {
    match action {
        Some("failed") => Report::Failed(status),
        Some("delayed") => Report::Delayed,
        _ => Report::Nothing,
    }
}

const fn worse(one: Report, other: Report) -> Report {
    match (one, other) {
        (Report::Failed(_), _) => one,
        (_, Report::Failed(_)) => other,
        (Report::Delayed, _) => one,
        _ => other,
    }
}

#[cfg(test)]
mod tests {
    use super::{Report, read};
    use counterfoil_model::EnhancedStatus;

    /// As Postfix writes it.
    fn postfix(action: &str, status: &str) -> String {
        format!(
            "From: MAILER-DAEMON@mx.example (Mail Delivery System)\r\n\
             Subject: Undelivered Mail Returned to Sender\r\n\
             Auto-Submitted: auto-replied\r\n\
             MIME-Version: 1.0\r\n\
             Content-Type: multipart/report; report-type=delivery-status;\r\n\tboundary=\"b/mx\"\r\n\
             \r\n\
             --b/mx\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n\
             --b/mx\r\nContent-Description: Delivery report\r\nContent-Type: message/delivery-status\r\n\r\n\
             Reporting-MTA: dns; mx.example\r\nX-Postfix-Sender: rfc822; x@example.org\r\n\r\n\
             Final-Recipient: rfc822; alice@elsewhere.example\r\nAction: {action}\r\nStatus: {status}\r\n\
             Diagnostic-Code: smtp; 550 5.1.1 unknown\r\n\r\n\
             --b/mx\r\nContent-Type: text/rfc822-headers\r\n\r\nSubject: A backup code was used\r\nAction: delivered\r\n\r\n--b/mx--\r\n"
        )
    }

    #[test]
    fn a_report_of_postfix() {
        let unknown = EnhancedStatus::never(1, 1);
        assert_eq!(
            read(postfix("failed", "5.1.1").as_bytes()),
            Report::Failed(Some(unknown))
        );
        assert_eq!(
            read(postfix("delayed", "4.4.1").as_bytes()),
            Report::Delayed
        );
        for well in ["delivered", "relayed", "expanded", "anything"] {
            assert_eq!(read(postfix(well, "2.0.0").as_bytes()), Report::Nothing);
        }
        assert_eq!(
            read(postfix("Failed", "5.1.1 (unknown)").as_bytes()),
            Report::Failed(Some(unknown))
        );
        assert_eq!(
            read(postfix("failed", "no number").as_bytes()),
            Report::Failed(None)
        );
    }

    #[test]
    fn what_only_people_can_read_is_a_failure_by_coming_back() {
        let plain =
            b"From: <>\r\nSubject: failure notice\r\n\r\nHi. This is the qmail-send program.\r\n";
        assert_eq!(read(plain), Report::Failed(None));
        assert_eq!(read(b""), Report::Failed(None));
    }

    #[test]
    fn a_vacation_answer_is_no_failure() {
        let vacation = b"From: alice@elsewhere.example\r\nAuto-Submitted: auto-replied (vacation)\r\n\r\nI am in Brest.\r\n";
        assert_eq!(read(vacation), Report::Nothing);
    }

    #[test]
    fn of_several_recipients_the_worst_counts() {
        let both = postfix("delivered", "2.0.0").replace(
            "Diagnostic-Code",
            "X-Other: 1\r\n\r\nFinal-Recipient: rfc822; bob@elsewhere.example\r\nAction: failed\r\nStatus: 5.2.2\r\nDiagnostic-Code",
        );
        let full = EnhancedStatus::never(2, 2);
        assert_eq!(read(both.as_bytes()), Report::Failed(Some(full)));
    }
}
