//! What providers report, in the words of their own documentation.

use super::stub::Stub;
use super::{configured, example};
use counterfoil_model::EnhancedStatus;
use counterfoil_model::delivery::Report;
use counterfoil_web::delivery_reports::Reported;
use serde_json::json;

/// What each provider's documentation shows of its reports, and what we read of it.
#[tokio::test]
async fn what_providers_report_is_read_as_their_examples_say() {
    let notice = "00112233445566778899aabbccddeeff";
    let unknown = Report::Bounced(Some(EnhancedStatus::never(1, 1)));
    let postmark = |record: &str, kind: &str, details: &str| {
        json!({"RecordType": record, "Type": kind, "MessageID": "883953f4", "Metadata": {"notice": notice},
               "Details": details, "Email": "john@example.com"})
    };
    let resend = |kind: &str| {
        json!({"type": kind, "created_at": "2026-11-22T23:41:12.126Z", "data": {"email_id": "56761188", "to": ["john@example.com"],
               "bounce": {"message": "550 5.1.1 unknown", "type": "Permanent"}, "tags": {"notice": notice}}})
    };
    let sendgrid = |kind: &str| json!([{"email": "john@example.com", "event": kind, "notice": notice, "status": "5.1.1", "type": "bounce"}]);
    let ses = |kind: &str| {
        json!({"source": "aws.ses", "detail": {"eventType": kind, "mail": {"messageId": "EXAMPLE7c191be45"},
               "bounce": {"bounceType": "Permanent", "bouncedRecipients": [{"status": "5.1.1"}]}}})
    };
    let table = [
        (
            "postmark",
            postmark("Delivery", "", ""),
            Some(Report::Delivered),
        ),
        (
            "postmark",
            postmark("Bounce", "HardBounce", "smtp;550 5.1.1 no"),
            Some(unknown),
        ),
        (
            "postmark",
            postmark("Bounce", "BadEmailAddress", ""),
            Some(unknown),
        ),
        (
            "postmark",
            postmark("Bounce", "SoftBounce", "x"),
            Some(Report::Bounced(None)),
        ),
        (
            "postmark",
            postmark("Bounce", "Transient", ""),
            Some(Report::Deferred(None)),
        ),
        (
            "postmark",
            postmark("SpamComplaint", "SpamComplaint", ""),
            Some(Report::Complained),
        ),
        ("postmark", postmark("Open", "", ""), None),
        ("resend", resend("email.delivered"), Some(Report::Delivered)),
        ("resend", resend("email.bounced"), Some(unknown)),
        (
            "resend",
            resend("email.complained"),
            Some(Report::Complained),
        ),
        ("resend", resend("email.opened"), None),
        ("sendgrid", sendgrid("delivered"), Some(Report::Delivered)),
        ("sendgrid", sendgrid("bounce"), Some(unknown)),
        ("sendgrid", sendgrid("spamreport"), Some(Report::Complained)),
        ("sendgrid", sendgrid("processed"), None),
        ("ses", ses("Delivery"), Some(Report::Delivered)),
        ("ses", ses("Bounce"), Some(unknown)),
        ("ses", ses("Complaint"), Some(Report::Complained)),
        ("ses", ses("Send"), None),
    ];
    let stub = Stub::start().await;
    for (name, document, means) in table {
        let config = configured(&example(&format!("name = \"{name}\"")), &stub);
        let [provider] = &*config.notices.providers else {
            panic!("{name} tells nothing")
        };
        assert_eq!(provider.name, name);
        let read = provider.events.read(document.to_string().as_bytes());
        let read = read.unwrap().into_iter().next();
        assert_eq!(read.as_ref().map(|event| event.report), means, "{document}");
        // Ours, or what it was called when it was taken.
        let known = |event: Reported| event.notice.is_some() || event.reference.is_some();
        assert!(read.is_none_or(known), "{document}");
    }
}
