//! `counterfoil webhook …`: the operator's own, as the configuration has it.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::Path;

use crate::program::{Ran, run_in};

const SECRET: &str = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n";

fn run(dir: &Path, command: &str, more: &[(&str, &str)]) -> Ran {
    let url = format!("sqlite:{}", dir.join("counterfoil.sqlite").display());
    let mut environment = vec![
        ("COUNTERFOIL__PUBLIC_URL", "https://account.example.org"),
        ("COUNTERFOIL__DATABASE__URL", url.as_str()),
    ];
    environment.extend(more);
    run_in(dir, &["webhook", command], &environment, "")
}

#[test]
fn where_none_is_configured_there_is_none() {
    let home = tempfile::tempdir().unwrap();
    for command in ["show", "test"] {
        let ran = run(home.path(), command, &[]);
        assert_eq!(ran.status, 1, "{command}: {}", ran.err);
        assert!(ran.err.contains("there is no webhook"), "{}", ran.err);
    }
    assert_eq!(run(home.path(), "resend", &[]).out, "0\n");
}

#[test]
fn it_hears_a_test_and_is_shown_and_what_it_did_not_hear_is_said() {
    let home = tempfile::tempdir().unwrap();
    let secret = home.path().join("secret");
    std::fs::write(&secret, SECRET).unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/in", listener.local_addr().unwrap());
    let heard = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut got = String::new();
        let mut buffer = [0; 4096];
        while !got.ends_with('}') {
            let read = stream.read(&mut buffer).unwrap();
            got.push_str(std::str::from_utf8(&buffer[..read]).unwrap());
        }
        write!(stream, "HTTP/1.1 204 No Content\r\n\r\n").unwrap();
        got
    });
    let configured = [
        ("COUNTERFOIL__NOTICES__WEBHOOK__URL", url.as_str()),
        (
            "COUNTERFOIL__NOTICES__WEBHOOK__SECRET_FILE",
            secret.to_str().unwrap(),
        ),
        ("COUNTERFOIL__WEBHOOKS__ALLOW_PRIVATE", "true"),
    ];
    let ran = run(home.path(), "test", &configured);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let got = heard.join().unwrap();
    assert!(got.contains("webhook-signature: v1,"), "{got}");
    assert!(got.contains("\"type\":\"webhook-test\""), "{got}");
    let shown = run(home.path(), "show", &configured).out;
    assert!(shown.contains(&format!("url\t{url}\n")), "{shown}");
    assert!(!shown.contains("whsec_"), "{shown}");
    // Nobody listens there any more.
    let ran = run(home.path(), "test", &configured);
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("did not hear it"), "{}", ran.err);
}
