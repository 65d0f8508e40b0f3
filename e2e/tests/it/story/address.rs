//! Somebody sits down at an open session and changes the addresses: the old one stops it with one click, without signing in.

use super::{OUTSIDE, an_operator_invites, an_owner_arrives, picture, server};
use counterfoil_e2e::letter::{code_in, link_in};
use counterfoil_e2e::{Browser, Look};

const MALLORY: &str = "mallory@evil.example";

#[tokio::test]
async fn an_intruder_changes_the_addresses_and_the_old_one_stops_it() {
    let look = Look::DESK;
    let server = server();
    let browser = Browser::open(server.url(), look).await;
    let reader = Browser::open(server.url(), Look::PHONE.dark().without_script()).await;
    let link = an_operator_invites(&server, &browser, look).await;
    let mut story = an_owner_arrives(server, browser, &link, look).await;
    story.sets_up_the_phone().await;
    story.adds_an_outside_address().await;

    // The session is still open, and fresh.
    let (intruder, server) = (&story.browser, &story.server);
    intruder.visit("/addresses").await;
    intruder
        .type_into("Another mail address of yours", MALLORY)
        .await;
    intruder.press("Add an address").await;
    let mail = server.mail(&["Your code from", MALLORY]);
    intruder
        .type_into("The code from that mail", &code_in(&mail))
        .await;
    intruder.press("Confirm this address").await;
    intruder.sees("It counts from").await;
    picture(intruder, look, "address-waits").await;

    // Whoever reads the old address isn't signed in anywhere.
    let mail = server.mail(&["A new address for notices is waiting", OUTSIDE]);
    reader.visit(&link_in(&mail, server.url())).await;
    reader.sees("Stop this change?").await;
    picture(&reader, look, "stop-address").await;
    reader.press("Stop it").await;
    reader.sees("The change is stopped").await;
    reader.visit("/").await;
    reader.sees("Your password").await;
    intruder.visit("/addresses").await;
    intruder.sees(OUTSIDE).await;
    intruder.does_not_see(MALLORY).await;

    // Then he takes the old one off, and it puts itself back.
    intruder.press(&format!("Remove: {OUTSIDE}")).await;
    intruder.sees("no longer counts").await;
    let mail = server.mail(&["An address for notices was removed", OUTSIDE]);
    reader.visit(&link_in(&mail, server.url())).await;
    reader.press("Stop it").await;
    reader.sees("The change is stopped").await;
    intruder.visit("/addresses").await;
    intruder.sees("Good. Confirmed on").await;

    // "This wasn't me" ends his session, and opens nothing.
    let mail = server.mail(&["A change to your account was stopped", OUTSIDE]);
    reader.visit(&link_in(&mail, server.url())).await;
    reader.sees("Freeze this account?").await;
    picture(&reader, look, "freeze-link").await;
    reader.press("Freeze it now").await;
    reader.sees("Your account is frozen").await;
    picture(&reader, look, "freeze-link-done").await;
    intruder.visit("/").await;
    intruder.sees("Your password").await;
    for seen in [intruder, &reader] {
        assert_eq!(seen.complaints().await, Vec::<String>::new());
    }
}
