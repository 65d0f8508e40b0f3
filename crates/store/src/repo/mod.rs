//! One repository per aggregate, each statement written once for both engines.

pub mod account;
pub mod activity;
pub mod advisory;
pub mod api_account;
pub mod api_app;
pub mod api_code;
pub mod api_retry;
pub mod app_code;
pub mod app_event;
pub mod app_grant;
pub mod app_password;
pub mod app_token;
pub mod app_webhook;
pub mod audit;
pub mod browser_told;
pub mod change;
pub mod client;
pub mod clock;
pub mod code;
pub mod code_set;
pub mod codes_duty;
pub mod cut_off;
pub mod desk;
pub mod device;
pub mod event;
pub mod freeze;
pub mod import;
pub mod key_use;
pub mod key_walk;
pub mod link;
pub mod logout_call;
pub mod mail_access;
pub mod node;
pub mod outbox;
pub mod outside_address;
pub mod paper_place;
pub mod passkey;
pub mod passkey_ceremony;
pub mod policy;
pub mod re_enrolment;
pub mod reminder;
pub mod restored;
pub mod sealed;
pub(crate) mod search;
pub mod sent_hour;
pub mod session;
pub mod snooze;
pub mod stolen_key;
pub mod totp;

use crate::Statement;

/// Every statement of every repository: the suite prepares all of them on both engines.
#[must_use]
pub fn statements() -> Vec<&'static Statement> {
    [
        account::ALL,
        activity::ALL,
        advisory::ALL,
        api_account::ALL,
        api_app::ALL,
        api_code::ALL,
        api_retry::ALL,
        app_password::ALL,
        app_code::ALL,
        app_event::ALL,
        app_grant::ALL,
        app_token::ALL,
        app_webhook::ALL,
        audit::ALL,
        browser_told::ALL,
        change::ALL,
        client::ALL,
        clock::ALL,
        code::ALL,
        code_set::ALL,
        codes_duty::ALL,
        cut_off::ALL,
        desk::accounts::ALL,
        desk::deliveries::ALL,
        desk::guest_list::ALL,
        desk::totals::ALL,
        device::ALL,
        event::ALL,
        freeze::ALL,
        import::ALL,
        key_use::ALL,
        key_walk::ALL,
        link::ALL,
        logout_call::ALL,
        mail_access::ALL,
        node::ALL,
        outbox::ALL,
        outside_address::ALL,
        passkey::ALL,
        passkey_ceremony::ALL,
        paper_place::ALL,
        policy::ALL,
        re_enrolment::ALL,
        reminder::ALL,
        restored::ALL,
        sealed::ALL,
        search::ALL,
        sent_hour::ALL,
        session::ALL,
        snooze::ALL,
        stolen_key::ALL,
        totp::ALL,
    ]
    .concat()
}
