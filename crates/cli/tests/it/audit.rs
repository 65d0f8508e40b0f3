//! `counterfoil audit …`: what an operator reads when everything stands, and when something doesn't.

use crate::backup::house::{House, on_both_engines};
use counterfoil_store::driver::Engine;
use counterfoil_store::{Error, Statement};
use counterfoil_testkit::service::TestService;

on_both_engines! {
    a_change_is_named_and_the_status_says_so,
}

const LATER: Statement = Statement::new(
    "test_later",
    "UPDATE security_event SET device = 'elsewhere' WHERE position = 1",
);
const REMOVE: Statement = Statement::new(
    "test_remove",
    "DELETE FROM security_event WHERE position = 2",
);

async fn tamper(service: &TestService, statement: &'static Statement) {
    let done: Result<u64, Error> = service
        .db
        .run("test_tamper", |tx| async move {
            tx.execute(statement, &[]).await
        })
        .await;
    assert_eq!(done.unwrap(), 1);
}

async fn a_change_is_named_and_the_status_says_so(engine: Engine) {
    let house = House::new(engine).await;
    let nothing = house.run(&["audit", "head"]);
    assert_eq!((nothing.status, nothing.out.as_str()), (1, ""));
    let service = house.service(1).await;
    service.enrolled_owner().await;
    service.app.append_events().await.unwrap();

    let head = house.run(&["audit", "head"]);
    assert_eq!(head.status, 0, "{}", head.err);
    let names = head
        .out
        .lines()
        .map(|line| line.split('\t').next().unwrap());
    let names: Vec<&str> = names.collect();
    assert_eq!(
        names,
        [
            "line",
            "events",
            "root",
            "signed",
            "key",
            "public-key",
            "signature"
        ]
    );
    let first = head.out.lines().next().unwrap();
    let line = first.strip_prefix("line\t").unwrap().to_owned();
    let verify = |more: &[&str]| house.run(&[&["audit", "verify"], more].concat());
    let holds = verify(&["--head", &line]);
    assert_eq!((holds.status, holds.out.as_str()), (0, ""), "{}", holds.err);
    assert!(holds.err.starts_with("All "), "{}", holds.err);
    assert!(
        holds.err.contains("The line belongs to this tree"),
        "{}",
        holds.err
    );

    // Another line, and one that is none.
    let other = verify(&["--head", "0000 0000 0000 0000 0000"]);
    assert_eq!(other.status, 1);
    assert!(
        other.err.contains("THE LINE DOES NOT MATCH"),
        "{}",
        other.err
    );
    assert_eq!(verify(&["--head", "0000"]).status, 2);

    tamper(&service, &LATER).await;
    tamper(&service, &REMOVE).await;
    let found = verify(&[]);
    assert_eq!(found.status, 1);
    let lines: Vec<Vec<&str>> = (found.out.lines())
        .map(|line| line.split('\t').collect())
        .collect();
    let begin: Vec<_> = lines.iter().map(|line| (line[0], line[1])).collect();
    assert_eq!(begin, [("edited", "1"), ("removed", "2")], "{}", found.out);
    assert!(
        lines
            .iter()
            .all(|line| line.len() == 6 && line[2].len() == 32)
    );
    assert!(
        found.err.starts_with("2 things are not as they were"),
        "{}",
        found.err
    );

    let json = verify(&["--json", "--head", &line]);
    assert_eq!((json.status, json.err.as_str()), (1, ""));
    let document: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(document["holds"], false);
    assert_eq!(document["head"]["verdict"], "belongs");
    assert_eq!(document["findings"][0]["what"], "edited");
    assert_eq!(document["findings"][1]["place"], 2);
}
