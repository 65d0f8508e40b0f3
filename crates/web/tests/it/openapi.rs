//! The API's document: made from the handlers, committed, served, and true.
//!
//! `COUNTERFOIL_WRITE=1 cargo test -p counterfoil-web --test it openapi` writes `docs/openapi.json` anew.

use axum::body::Body;
use counterfoil_store::driver::Engine;
use counterfoil_testkit::app::TestApp;
use counterfoil_web::api::document;
use serde_json::Value;
use std::path::PathBuf;

fn place() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/openapi.json")
}

fn text() -> String {
    format!("{:#}\n", document())
}

fn operations() -> Vec<(String, String, Value)> {
    let document = document();
    let paths = document.get("paths").unwrap().as_object().unwrap();
    let each = paths.iter().flat_map(|(path, operations)| {
        let operations = operations.as_object().unwrap().iter();
        operations.map(move |(method, operation)| {
            (method.to_uppercase(), path.clone(), operation.clone())
        })
    });
    each.collect()
}

#[test]
fn the_committed_document_is_the_one_the_handlers_make() {
    if std::env::var_os("COUNTERFOIL_WRITE").is_some() {
        std::fs::write(place(), text()).unwrap();
    }
    let committed = std::fs::read_to_string(place()).unwrap();
    assert!(
        committed == text(),
        "docs/openapi.json is not what the handlers make: run this test with COUNTERFOIL_WRITE=1 and look at the change"
    );
    assert_eq!(document()["openapi"], "3.1.0");
}

#[test]
fn every_handler_is_in_the_document() {
    let sources = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/api");
    let mut documented = 0;
    for entry in std::fs::read_dir(sources).unwrap() {
        let source = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        documented += source.matches("#[utoipa::path(").count();
        let routed = source.matches(".route(").count();
        let described = source.matches("#[utoipa::path(").count();
        assert!(
            routed == 0 || described > 0 || source.contains("fn document()"),
            "a route without a description:\n{source}"
        );
    }
    assert_eq!(operations().len(), documented);
}

#[test]
fn every_operation_says_who_may_and_how_it_refuses() {
    for (method, path, operation) in operations() {
        let name = operation["operationId"].as_str().unwrap();
        assert!(
            operation["summary"].is_string(),
            "{method} {path}: no summary"
        );
        assert!(operation["security"][0].is_object(), "{name}");
        let responses = operation["responses"].as_object().unwrap();
        for status in ["401", "403", "429", "500", "503"] {
            assert!(responses.contains_key(status), "{name} {status}");
        }
        assert!(
            responses.keys().any(|status| status.starts_with('2')),
            "{name}"
        );
        for (status, answer) in responses {
            assert!(answer["description"].is_string(), "{name} {status}");
            let refused = answer["content"]["application/problem+json"].is_object();
            assert_eq!(refused, !status.starts_with('2'), "{name} {status}");
        }
    }
}

#[tokio::test]
async fn the_document_is_served_to_everybody_and_what_it_lists_is_there() {
    let app = TestApp::on(Engine::Sqlite).await;
    let mut program = app.browser(40);
    let served = program.get("/api/v1/openapi.json").await;
    assert_eq!(served.status, 200);
    assert_eq!(served.header_lines("content-type"), ["application/json"]);
    assert!(served.html() == text(), "another document is served");
    for (method, path, _) in operations() {
        let id = "0".repeat(32);
        let path = path.replace("{account}", &id).replace("{set}", &id);
        let request = program.request(&method, &path).body(Body::empty());
        let answer = program.send(request).await;
        assert_eq!(answer.status, 401, "{method} {path}: {answer:?}");
    }
}
