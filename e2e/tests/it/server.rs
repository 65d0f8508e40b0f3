//! The real program starts, says how to get in, and comes back after it was killed.

use counterfoil_e2e::{Browser, Look, Server, Setup};

#[tokio::test]
async fn the_first_operator_is_led_in_by_the_set_up_link() {
    let server = Server::start();
    let link = server.set_up_link();
    for look in [
        Look::DESK,
        Look::DESK.without_script(),
        Look::PHONE.dark(),
        Look::ZOOMED,
    ] {
        let browser = Browser::open(server.url(), look).await;
        browser.visit(&link).await;
        browser.sees("You are the first").await;
        assert!(!browser.scrolls_sideways().await, "{look:?}");
        assert_eq!(browser.complaints().await, [""; 0], "{look:?}");
    }
    let log = server.log();
    assert!(!log.contains(link.rsplit('/').next().unwrap()), "{log}");
}

#[test]
fn it_comes_back_after_it_was_killed() {
    let mut server = Setup::default()
        .set("service_name", "example.org mail")
        .start();
    let before = std::fs::read_dir(server.data().join("keys"))
        .unwrap()
        .count();
    assert!(before > 4, "{before} keys");
    server.kill();
    server.start_again();
    assert_eq!(
        std::fs::read_dir(server.data().join("keys"))
            .unwrap()
            .count(),
        before
    );
    let (status, out, err) = server.run(&["account", "list"]);
    assert_eq!(status, Some(0), "{err}");
    assert!(!out.contains('@'), "{out}");
}
