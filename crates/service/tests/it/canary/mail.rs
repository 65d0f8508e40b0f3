//! Mail programs: what they send and what comes of it.

use super::Canaries;
use super::flows::log;
use crate::app_password::made;
use counterfoil_model::Span;
use counterfoil_service::app_password::PolicyHash;
use counterfoil_service::mail::{MailAttempt, MailReport, Sending};
use counterfoil_testkit::faults::{Fault, When};
use counterfoil_testkit::service::{TestService, visit};
use counterfoil_testkit::story::TestOwner;
use sha2::{Digest, Sha256};

/// The nonce of the flying services.
pub(super) const NONCE: &str = "nonce-of-the-flying-services";

pub(super) async fn programs(service: &TestService, canaries: &mut Canaries) {
    canaries.text("policy nonce", NONCE);
    let app = &service.app;
    let owner = service.enrolled_owner().await;
    let shown = log(made(service, &owner).await);
    canaries.text("app password", &shown.text);
    canaries.text("app password", &shown.text.replace('-', ""));
    canaries.text("app password", &shown.text.replace('-', " "));
    let refused = "a password that opens nothing 71";
    canaries.text("refused password of a mail program", refused);
    for password in [shown.text.as_str(), owner.password.as_str(), refused] {
        for operation in [None, Some(2), Some(4)] {
            if let Some(operation) = operation {
                service
                    .faults
                    .strike_at(operation, When::Before, Fault::Fail);
            }
            let attempt = MailAttempt {
                login: &owner.address,
                password,
                service: "imap",
                remote: Some(visit(3).address),
            };
            // Which answer is another test's business.
            let _ = log(app.mail_password(&log(attempt)).await);
            reported(service, canaries, &owner, password).await;
        }
    }
    let _ = service.faults.spare();
    let sending = Sending {
        login: &owner.address,
        recipients: 2_000,
        remote: None,
    };
    log(app.judge_sending(&sending).await.unwrap());
    log(app.record_mail_access().await.unwrap());
    log(app.app_passwords(owner.account).await.unwrap());
    log(app
        .freeze(&owner.session, &owner.visit, None)
        .await
        .unwrap());
    service.clock.advance(Span::minutes(1));
    for password in [shown.text.as_str(), refused] {
        reported(service, canaries, &owner, password).await;
    }
    log(app.record_mail_access().await.unwrap());
}

/// The policy hash of a password, whosever it is, told before and after.
async fn reported(
    service: &TestService,
    canaries: &mut Canaries,
    owner: &TestOwner,
    password: &str,
) {
    let hash = Sha256::digest(format!("{NONCE}{}\0{password}", owner.address));
    canaries.bytes("policy hash", &hash);
    let hash = PolicyHash::parse(&data_encoding::HEXLOWER.encode(&hash));
    let app = &service.app;
    log(app.mail_gate(&owner.address, hash.as_ref()).await.unwrap());
    for success in [true, false] {
        let report = MailReport {
            login: &owner.address,
            service: "imap",
            remote: Some(visit(3).address),
            program: r#""name" "Thunderbird""#,
            success,
            unasked: true,
        };
        // Not logged itself: one of the page words drawn here is "remote", and so is a field's name.
        app.mail_report(&report, hash.as_ref()).await.unwrap();
    }
}
