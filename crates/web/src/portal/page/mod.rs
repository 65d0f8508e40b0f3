//! The pages: one file and one template each, holding plain view data. A handler fills one and hands it to
//! [`crate::portal::answer`].

pub mod account;
pub mod accounts;
pub mod activity;
pub mod activity_export;
pub mod activity_not_me;
pub mod activity_record;
pub mod address_change;
pub mod address_code;
pub mod address_name;
pub mod addresses;
pub mod advisories;
pub mod advisories_feed;
pub mod api_app;
pub mod api_apps;
pub mod app_password_made;
pub mod apps;
pub mod changes;
pub mod check;
pub mod check_up;
pub mod codes;
pub mod codes_required;
pub mod deliveries;
pub mod desk;
pub mod desk_advisories;
pub mod desk_advisory_write;
pub mod desk_health;
pub mod devices;
pub mod drill;
pub mod enable_idea;
pub mod enable_paper;
pub mod enable_prove;
pub mod enable_write;
pub mod error;
pub mod flow;
pub mod forgotten;
pub mod forgotten_password;
pub mod forgotten_second_step;
pub mod freeze;
pub mod freeze_link;
pub mod frozen;
pub mod frozen_digits;
pub mod guest_list;
pub mod home;
pub mod invitation;
pub mod invite;
pub mod invite_many;
pub mod language;
pub mod link;
pub mod lost;
pub mod mail_filters;
pub mod mail_programs;
pub mod message;
mod own_address;
pub mod papers;
pub mod passkey_ask;
pub mod passkey_name;
pub mod passkey_remove;
pub mod passkeys;
pub mod password;
pub mod password_advice;
pub mod phone_found;
pub mod phrase;
pub mod policy;
pub mod policy_setting;
pub mod re_enrol_account;
pub mod re_enrolment;
pub mod read_as;
pub mod read_code;
pub mod reminders;
pub mod second_step;
pub mod set_up;
pub mod sheet_found;
pub mod sign_in;
pub mod sign_out;
pub mod sign_out_everywhere;
pub mod step_up;
pub mod two_step;
pub mod two_step_remove;
pub mod two_step_set_up;
pub mod use_code;
pub mod ways_in;
pub mod you_are_back;
pub mod you_are_in;

use super::door::Portal;
use axum::Router;

/// Every page with its addresses.
pub fn routes() -> Router<Portal> {
    [
        sign_in::routes(),
        second_step::routes(),
        home::routes(),
        activity::routes(),
        activity_export::routes(),
        activity_not_me::routes(),
        activity_record::routes(),
        reminders::routes(),
        check_up::routes(),
        ways_in::routes(),
        advisories::routes(),
        advisories_feed::routes(),
        desk_advisories::routes(),
        desk_advisory_write::routes(),
        mail_filters::routes(),
        changes::routes(),
        codes::routes(),
        codes_required::routes(),
        enable_idea::routes(),
        enable_paper::routes(),
        enable_prove::routes(),
        enable_write::routes(),
        drill::routes(),
        check::routes(),
        papers::routes(),
        lost::routes(),
        freeze::routes(),
        frozen::routes(),
        frozen_digits::routes(),
        you_are_back::routes(),
        phone_found::routes(),
        sheet_found::routes(),
        password::routes(),
        password_advice::routes(),
        passkeys::routes(),
        passkey_ask::routes(),
        passkey_name::routes(),
        passkey_remove::routes(),
        two_step::routes(),
        two_step_set_up::routes(),
        two_step_remove::routes(),
        addresses::routes(),
        address_change::routes(),
        address_code::routes(),
        address_name::routes(),
        phrase::routes(),
        mail_programs::routes(),
        apps::routes(),
        devices::routes(),
        desk::routes(),
        desk_health::routes(),
        accounts::routes(),
        account::routes(),
        deliveries::routes(),
        api_apps::routes(),
        api_app::routes(),
        policy::routes(),
        policy_setting::routes(),
        invite::routes(),
        invite_many::routes(),
        guest_list::routes(),
        re_enrol_account::routes(),
        use_code::routes(),
        you_are_in::routes(),
        step_up::routes(),
        language::routes(),
        sign_out::routes(),
        sign_out_everywhere::routes(),
        forgotten::routes(),
        forgotten_second_step::routes(),
        forgotten_password::routes(),
        set_up::routes(),
        invitation::routes(),
        link::routes(),
        freeze_link::routes(),
        re_enrolment::routes(),
        read_code::routes(),
    ]
    .into_iter()
    .fold(Router::new(), Router::merge)
}

#[cfg(test)]
pub(crate) mod samples;
#[cfg(test)]
mod seen;
