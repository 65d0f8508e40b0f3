//! The rules of the door, told as stories, on SQLite and on PostgreSQL; then what many hands, crashes and faults do to them.
//!
//! `COUNTERFOIL_THOROUGH=1` repeats what depends on luck ten times as often.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "tests say what they expect and stop when it is not so"
)]

mod activity;
mod address_changes;
mod advisories;
mod api;
mod app_events;
mod app_password;
mod audit;
mod banners;
mod by_hand;
mod canary;
mod check_up;
mod cut_off;
mod desk;
mod devices;
mod enrol;
mod fail_over;
mod faults;
mod faults_freeze;
mod found;
mod freeze;
mod freeze_by_app;
mod ground;
mod guesses;
mod hands;
mod hold;
mod imported;
mod invariants;
mod invite_many;
mod key_rotation;
mod keys;
mod kill;
mod lost_sheet;
mod mail_access;
mod mail_sign_in;
mod notice_links;
mod notices;
mod openid;
mod outside_address;
mod paper;
mod papers;
mod passkey;
mod passkey_rules;
mod policy;
mod race;
mod race_addresses;
mod race_elsewhere;
mod race_freeze;
mod re_enrol;
mod re_enrol_request;
mod redeem;
mod refused_sign_ins;
mod reminders;
mod replacement;
mod reset;
mod returns;
mod sessions;
mod sets;
mod sign_in;
mod slow_hashes;
mod staged;
mod suspend;
mod thaw;
mod totp;
mod ways_in;
