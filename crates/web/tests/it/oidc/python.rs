//! Another relying party that others wrote: Python's Authlib, against the server on a real socket. The browser is ours.

use super::ground::{Arrived, signed_in, travel};
use counterfoil_store::driver::Engine;
use counterfoil_testkit::app::TestApp;
use counterfoil_testkit::apps::{WEBMAIL_REDIRECT, WEBMAIL_SECRET};
use counterfoil_testkit::service::ISSUER;
use serde_json::Value;
use std::net::SocketAddr;
use std::path::Path;
use std::process::Stdio;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;
use tokio::process::Command;

#[tokio::test]
async fn authlib_signs_in_looks_renews_and_gives_back() {
    let app = TestApp::on(Engine::Sqlite).await;
    let owner = app.enrolled_owner().await;
    let mut browser = signed_in(&app, &owner, 1).await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port().to_string();
    let service = app
        .router()
        .into_make_service_with_connect_info::<SocketAddr>();
    let server = tokio::spawn(axum::serve(listener, service).into_future());

    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/oidc/relying_party.py");
    let now = app.now().as_seconds().to_string();
    let mut party = Command::new("/usr/bin/python3")
        .arg(script)
        .args([&port, &now, "webmail", WEBMAIL_SECRET, WEBMAIL_REDIRECT])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    let mut said = BufReader::new(party.stdout.take().unwrap()).lines();
    let mut complaint = party.stderr.take().unwrap();
    let Some(url) = said.next_line().await.unwrap() else {
        let mut text = String::new();
        complaint.read_to_string(&mut text).await.unwrap();
        panic!(
            "Debian's python3-authlib and python3-requests are needed (script/deps test):\n{text}"
        )
    };
    let path = url.strip_prefix(ISSUER).unwrap();
    let Arrived::Away(back) = travel(&mut browser, path).await else {
        panic!("it did not go back to the app")
    };
    let mut typed = party.stdin.take().unwrap();
    typed
        .write_all(format!("{back}\n").as_bytes())
        .await
        .unwrap();
    let learned = said.next_line().await.unwrap();
    let mut text = String::new();
    complaint.read_to_string(&mut text).await.unwrap();
    let learned: Value =
        serde_json::from_str(&learned.unwrap_or_default()).unwrap_or_else(|_| panic!("{text}"));
    assert_eq!(learned["claims"]["email"], owner.address.as_str());
    assert_eq!(
        learned["claims"]["amr"],
        serde_json::json!(["pwd", "otp", "mfa"])
    );
    assert_eq!(
        learned["person"]["preferred_username"],
        owner.address.as_str()
    );
    assert!(party.wait().await.unwrap().success(), "{text}");
    server.abort();
    app.deliver().await;
}
