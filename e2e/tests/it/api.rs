//! The API as people meet it: the guide's examples, the clients, a webhook, and a fuzzer that others wrote.

use counterfoil_e2e::{Server, Setup, free_port};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;

const SCOPES: [&str; 6] = [
    "accounts:read",
    "accounts:write",
    "sets:write",
    "codes:redeem",
    "codes:check",
    "events:read",
];

fn house() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A server that may call this machine, with an app `shop`; and a key of it that may do everything.
fn shop() -> (Server, String) {
    let server = Setup::default()
        .set("webhooks.allow_private", "true")
        .start();
    run(&server, &["app", "add", "shop", "--name", "The shop"]);
    let mut add = vec!["app", "key", "add", "shop", "--per-minute", "1000000"];
    for scope in SCOPES {
        add.extend(["--scope", scope]);
    }
    let key = run(&server, &add);
    (server, key)
}

fn run(server: &Server, arguments: &[&str]) -> String {
    let (status, out, err) = server.run(arguments);
    assert_eq!(status, Some(0), "{arguments:?}: {err}");
    out.trim_end().to_owned()
}

/// Runs a program with the server's address and a key; what it says when it fails.
fn must_succeed(mut command: Command, server: &Server, key: &str) {
    let command = command.env("URL", server.url()).env("KEY", key);
    let output = command.output().expect("a program that is installed");
    let said = String::from_utf8_lossy(&output.stdout);
    let talked = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success(),
        "{said}\n{talked}\n{}",
        server.log()
    );
}

#[test]
fn the_examples_of_the_guide_work() {
    let guide = std::fs::read_to_string(house().join("docs/api.md")).unwrap();
    let examples: Vec<&str> = guide
        .split("```sh\n")
        .skip(1)
        .map(|rest| rest.split("```").next().unwrap())
        .collect();
    assert!(examples.len() > 8, "{} examples", examples.len());
    let (server, key) = shop();
    let mut bash = Command::new("bash");
    bash.args(["-euo", "pipefail", "-c", &examples.concat()]);
    must_succeed(bash, &server, &key);
}

#[test]
fn the_clients_are_those_that_the_document_makes() {
    let output = Command::new(house().join("script/clients"))
        .arg("--check")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
}

#[test]
fn the_clients_in_python_and_typescript_go_all_the_way() {
    let (server, key) = shop();
    let heard = server.home().join("heard.json");
    std::fs::write(&heard, hears_a_test(&server).to_string()).unwrap();
    for (program, folder, test) in [
        ("python3", "clients/python", "test.py"),
        ("node", "clients/typescript", "test.mjs"),
    ] {
        let mut command = Command::new(program);
        command.arg(test).current_dir(house().join(folder));
        // Nothing is left beside the sources.
        command
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .env("HEARD", &heard);
        must_succeed(command, &server, &key);
    }
}

/// Sets a webhook, tries it out, and gives what was heard: secret, headers and body.
fn hears_a_test(server: &Server) -> serde_json::Value {
    let port = free_port();
    let listener = TcpListener::bind(("127.0.0.1", port)).unwrap();
    let url = format!("http://127.0.0.1:{port}/hooks");
    let secret = run(server, &["app", "webhook", "set", "shop", &url]);
    let ear = std::thread::spawn(move || hear(&listener));
    run(server, &["app", "webhook", "test", "shop"]);
    let (headers, body) = ear.join().unwrap();
    serde_json::json!({ "secret": secret, "headers": headers, "body": body })
}

/// One request: its headers and its body. It is answered with 204.
fn hear(listener: &TcpListener) -> (serde_json::Map<String, serde_json::Value>, String) {
    let (stream, _) = listener.accept().unwrap();
    let mut reader = BufReader::new(stream);
    let mut headers = serde_json::Map::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        if line.trim().is_empty() {
            break;
        }
        if let Some((name, value)) = line.trim().split_once(": ") {
            headers.insert(name.to_lowercase(), value.into());
        }
    }
    let length: usize = headers["content-length"].as_str().unwrap().parse().unwrap();
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    let answer = b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n";
    reader.get_mut().write_all(answer).unwrap();
    (headers, String::from_utf8(body).unwrap())
}

#[test]
fn a_webhook_hears_what_happened_although_it_was_away() {
    let (server, key) = shop();
    let port = free_port();
    let url = format!("http://127.0.0.1:{port}/hooks");
    run(&server, &["app", "webhook", "set", "shop", &url]);
    let mut curl = Command::new("curl");
    curl.args(["--silent", "--fail", "--header"]);
    curl.arg(format!("Authorization: Bearer {key}"));
    curl.args(["--json", r#"{"reference": "customer-1"}"#]);
    curl.arg(format!("{}/api/v1/accounts", server.url()));
    must_succeed(curl, &server, &key);
    // Nobody listens yet; then somebody does.
    let listener = loop {
        let shown = run(&server, &["app", "webhook", "show", "shop"]);
        if shown.contains("problem\tit can't be reached") {
            break TcpListener::bind(("127.0.0.1", port)).unwrap();
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    };
    let (headers, body) = hear(&listener);
    assert!(body.contains(r#""type":"account-created""#), "{body}");
    assert!(body.contains(r#""reference":"customer-1""#), "{body}");
    assert!(
        headers["webhook-signature"]
            .as_str()
            .unwrap()
            .starts_with("v1,")
    );
}

/// A fuzzer that others wrote reads the document and tries to make the server answer what isn't in it. It is fetched from
/// Python's package index, and takes its time.
#[test]
fn schemathesis_finds_nothing() {
    if std::env::var_os("COUNTERFOIL_THOROUGH").is_none() {
        return;
    }
    let (server, key) = shop();
    let place = server.home().join("schemathesis");
    let st = schemathesis(&place);
    let account = format!("{}/api/v1/accounts", server.url());
    let mut command = Command::new("bash");
    command.args(["-euo", "pipefail", "-c"]).arg(format!(
        "curl -sf -H \"Authorization: Bearer $KEY\" --json '{{\"reference\":\"one\"}}' {account} >/dev/null; \
         exec {} run $URL/api/v1/openapi.json --header \"Authorization: Bearer $KEY\" --exclude-tag mailboxes \
         --checks all --exclude-checks positive_data_acceptance --max-examples 60 --seed 1 --continue-on-failure --no-color",
        st.display()
    ));
    command.current_dir(server.home());
    must_succeed(command, &server, &key);
}

/// The program, in an environment of its own.
fn schemathesis(place: &Path) -> PathBuf {
    let program = |name: &str| place.join("bin").join(name);
    let made = Command::new("python3")
        .args(["-m", "venv"])
        .arg(place)
        .status();
    assert!(made.unwrap().success());
    let fetched = Command::new(program("pip"))
        .args([
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "schemathesis==4.32.5",
        ])
        .status();
    assert!(fetched.unwrap().success());
    program("st")
}
