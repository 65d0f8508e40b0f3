//! Health, readiness and metrics.

use super::{Server, get};

/// The value of a line of metrics that begins with this.
fn value(metrics: &str, series: &str) -> f64 {
    let line = metrics.lines().find_map(|line| line.strip_prefix(series));
    let value = line.unwrap_or_else(|| panic!("no {series} in:\n{metrics}"));
    value.trim().parse().unwrap()
}

#[test]
fn whoever_watches_reads_how_it_is() {
    let mut server = Server::start(&[]);
    let public = get(server.public, "/readyz").unwrap();
    assert_eq!((public.status, public.body.as_str()), (200, "ready\n"));
    assert!(public.head.contains("cache-control: no-store"));
    assert_eq!(get(server.public, "/healthz").unwrap().status, 200);
    assert_eq!(get(server.public, "/metrics").unwrap().status, 404);
    let parts = get(server.metrics, "/readyz").unwrap();
    assert_eq!(
        (parts.status, parts.body.as_str()),
        (
            200,
            "serving\tok\ndatabase\tok\nschema\tok\nkeys\tok\njobs\tok\n"
        )
    );
    let (status, said) = server.run(&["health"]);
    assert_eq!((status, said), (0, parts.body));

    // A sign-in that goes wrong, and a one-time link that nobody made.
    let port = server.public.port();
    let page = get(server.public, "/sign-in").unwrap();
    assert_eq!(page.status, 200);
    let secret = "in-a-path-and-nowhere-else";
    get(server.public, &format!("/link/invitation/{secret}")).unwrap();
    get(server.public, "/no/such/page").unwrap();
    server.until("every job has looked around", |server| {
        server
            .metrics()
            .matches("counterfoil_job_last_success_timestamp_seconds{")
            .count()
            >= 4
    });

    let metrics = server.metrics();
    assert!(metrics.ends_with("# EOF\n"), "as OpenMetrics ends");
    assert!(metrics.contains(concat!(
        "counterfoil_build_info{version=\"",
        env!("CARGO_PKG_VERSION"),
        "\",engine=\"sqlite\"} 1"
    )));
    let of_sign_in = "counterfoil_http_requests_total{door=\"portal\",method=\"GET\",route=\"/sign-in\",status=\"2xx\"}";
    assert!(value(&metrics, of_sign_in) >= 1.0);
    let lost = "counterfoil_http_requests_total{door=\"portal\",method=\"GET\",route=\"(none)\",status=\"4xx\"}";
    assert!(value(&metrics, lost) >= 1.0);
    for part in ["serving", "database", "schema", "keys", "jobs"] {
        let series = format!("counterfoil_ready{{part=\"{part}\"}}");
        assert!((value(&metrics, &series) - 1.0).abs() < f64::EPSILON);
    }
    assert!(value(&metrics, "counterfoil_outbox_notices{state=\"queued\"}").abs() < f64::EPSILON);
    assert!(value(&metrics, "counterfoil_slow_hashes_total") >= 1.0);
    assert!(value(&metrics, "counterfoil_process_resident_memory_bytes") > 1e6);
    let swept = "counterfoil_transactions_total{name=\"sweep\",outcome=\"committed\"}";
    assert!(value(&metrics, swept) >= 1.0);
    assert!(metrics.contains("counterfoil_transaction_duration_seconds_bucket{"));

    // Routes are patterns, so a link's token is no label; nor does the page of our own port stand there.
    assert!(!metrics.contains(secret));
    assert!(!metrics.contains(&port.to_string()));
}

#[test]
fn a_database_that_is_away_is_named_and_comes_back() {
    let mut server = Server::start(&[]);
    let data = server.dir.path().join("data/counterfoil.sqlite");
    let database = rusqlite::Connection::open(&data).unwrap();
    let change = |statement: &str| database.execute_batch(statement).unwrap();
    change("ALTER TABLE schema_migration RENAME TO schema_migration_away");
    server.until("it says that it isn't ready", |server| {
        get(server.public, "/readyz").is_some_and(|answer| answer.status == 503)
    });
    let public = get(server.public, "/readyz").unwrap();
    assert_eq!(public.body, "not ready\n");
    let parts = get(server.metrics, "/readyz").unwrap();
    assert_eq!(parts.status, 503);
    assert!(parts.body.contains("\tthe database "), "{}", parts.body);
    assert_eq!(server.run(&["health"]), (1, parts.body));
    // Alive it is: whoever would restart it for this would only add to the trouble.
    assert_eq!(get(server.public, "/healthz").unwrap().status, 200);
    change("ALTER TABLE schema_migration_away RENAME TO schema_migration");
    server.until("it is ready again", |server| {
        get(server.public, "/readyz").is_some_and(|answer| answer.status == 200)
    });
    assert!(server.log().contains("not ready"));
}

/// Names of metrics in a text, without what is told of a histogram or counter.
fn names(text: &str) -> std::collections::BTreeSet<String> {
    let word = |c: char| !(c.is_ascii_alphanumeric() || c == '_');
    text.split(word)
        .filter(|name| name.starts_with("counterfoil_"))
        .map(|name| {
            name.trim_end_matches("_total")
                .trim_end_matches("_bucket")
                .to_owned()
        })
        .collect()
}

#[test]
fn alerts_and_the_guide_name_metrics_that_there_are() {
    let mut server = Server::start(&[]);
    server.until("every job has looked around", |server| {
        server.metrics().contains("last_success_timestamp_seconds{")
    });
    let metrics = server.metrics();
    let known = |name: &str| metrics.contains(&format!("# TYPE {name} "));
    let docs = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs");
    let rules = std::fs::read_to_string(docs.join("prometheus-rules.yml")).unwrap();
    assert!(names(&rules).len() >= 7);
    for name in names(&rules) {
        assert!(known(&name), "{name} is in no metrics:\n{metrics}");
    }
    let guide = std::fs::read_to_string(docs.join("monitoring.md")).unwrap();
    let told = guide.lines().filter_map(|line| line.strip_prefix("| `"));
    let told: String = told
        .filter(|line| !line.starts_with('/'))
        .collect::<Vec<_>>()
        .join(" ");
    for name in metrics
        .lines()
        .filter_map(|line| line.strip_prefix("# TYPE counterfoil_"))
    {
        let name = name.split(' ').next().unwrap();
        assert!(
            told.contains(name),
            "docs/monitoring.md says nothing of {name}"
        );
    }
}
