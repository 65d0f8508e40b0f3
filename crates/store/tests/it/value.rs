//! Values go in and come out the same, and errors tell nothing of them.

use crate::ground::{GET, INSERT, on_both_engines};
use counterfoil_model::{AccountId, Timestamp};
use counterfoil_store::{Error, FromValue, Row, Statement, Value};
use counterfoil_testkit::database::TestDatabase;

on_both_engines! {
    parameters_repeat_and_come_in_any_order,
    every_kind_of_value_survives,
    null_is_every_type,
    bytes_are_not_text,
    a_text_with_nul_is_refused,
    a_wrong_number_of_values_is_refused,
    a_column_of_another_type_is_named_and_not_shown,
    column_names_are_lower_case,
    ids_times_and_truths_are_columns,
}

const SHUFFLED: Statement = Statement::new(
    "test.shuffled",
    "SELECT CAST($3 AS TEXT) AS c, CAST($1 AS BIGINT) AS a, CAST($2 AS TEXT) AS b, '$1 $2' AS literal, \
     CAST($1 AS BIGINT) + CAST($1 AS BIGINT) AS twice /* $9 */ -- $8",
);
const ECHO: Statement = Statement::new(
    "test.echo",
    "SELECT CAST($1 AS BIGINT) AS n, CAST($2 AS TEXT) AS t, bytes AS Shout FROM thing",
);

async fn parameters_repeat_and_come_in_any_order(ground: TestDatabase) {
    let values = [Value::from(21), "second".into(), "third".into()];
    let row = one(&ground, &SHUFFLED, &values).await.unwrap();
    assert_eq!(row.get::<i64>("a").unwrap(), 21);
    assert_eq!(row.get::<String>("b").unwrap(), "second");
    assert_eq!(row.get::<String>("c").unwrap(), "third");
    assert_eq!(row.get::<i64>("twice").unwrap(), 42);
    assert_eq!(row.get::<String>("literal").unwrap(), "$1 $2");
}

async fn every_kind_of_value_survives(ground: TestDatabase) {
    let numbers = [0, 1, -1, i64::MAX, i64::MIN, 1 << 53, (1 << 53) + 1];
    let words = [
        "",
        "plain",
        "O'Brien \"quoted\" $1 ?1 :a",
        "ÅngstrÖm 日本 👩‍👩‍👧 \u{202e}",
        "\r\n\t\\x00",
        "1e3",
        "007",
    ];
    let blobs: [Vec<u8>; 7] = [
        vec![],
        vec![0],
        vec![0, 0, 0, 0, 0, 0, 0, 1],
        (0..=255).collect(),
        vec![0xff; 70_000],
        b"text".to_vec(),
        b"\\x41".to_vec(),
    ];
    for (at, ((number, word), blob)) in (1_i64..).zip(numbers.into_iter().zip(words).zip(blobs)) {
        let values = [at.into(), number.into(), word.into(), blob.clone().into()];
        ground
            .db
            .run("insert", |tx| {
                let values = &values;
                async move { tx.execute(&INSERT, values).await }
            })
            .await
            .unwrap();
        let row = one(&ground, &GET, &[at.into()]).await.unwrap();
        assert_eq!(row.get::<i64>("number").unwrap(), number);
        assert_eq!(row.get::<String>("word").unwrap(), word);
        assert_eq!(row.get::<Vec<u8>>("bytes").unwrap(), blob);
        assert_eq!(row.get::<Option<i64>>("spent_at").unwrap(), None);
    }
}

async fn null_is_every_type(ground: TestDatabase) {
    insert(
        &ground,
        [
            1.into(),
            Value::Null,
            None::<&str>.into(),
            None::<Vec<u8>>.into(),
        ],
    )
    .await
    .unwrap();
    let row = one(&ground, &GET, &[1.into()]).await.unwrap();
    assert_eq!(row.get::<Option<i64>>("number").unwrap(), None);
    assert_eq!(row.get::<Option<String>>("word").unwrap(), None);
    assert_eq!(row.get::<Option<[u8; 16]>>("bytes").unwrap(), None);
    assert!(matches!(
        row.get::<i64>("number"),
        Err(Error::Inconsistent { .. })
    ));
}

async fn bytes_are_not_text(ground: TestDatabase) {
    insert(&ground, [1.into(), 5.into(), "word".into(), b"word".into()])
        .await
        .unwrap();
    let row = one(&ground, &GET, &[1.into()]).await.unwrap();
    assert!(row.get::<String>("bytes").is_err());
    assert!(row.get::<Vec<u8>>("word").is_err());
    assert_eq!(row.get::<[u8; 4]>("bytes").unwrap(), *b"word");
    assert!(
        row.get::<[u8; 5]>("bytes").is_err(),
        "a length that differs is noticed"
    );
    assert!(row.get::<bool>("number").is_err(), "5 is no truth");
}

async fn a_text_with_nul_is_refused(ground: TestDatabase) {
    let error = insert(&ground, [1.into(), 1.into(), "a\0b".into(), Value::Null])
        .await
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "the store failed: thing.insert: $3 is a text with NUL in it"
    );
    assert!(one(&ground, &GET, &[1.into()]).await.is_none());
}

async fn a_wrong_number_of_values_is_refused(ground: TestDatabase) {
    let run = ground.db.run("insert", |tx| async move {
        tx.execute(&INSERT, &[1.into(), 2.into()]).await
    });
    let error: Error = run.await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "the store failed: thing.insert: 2 values for 4 parameters"
    );
}

async fn a_column_of_another_type_is_named_and_not_shown(ground: TestDatabase) {
    insert(
        &ground,
        [1.into(), 4242.into(), "s3cret".into(), b"s3cret".into()],
    )
    .await
    .unwrap();
    let row = one(&ground, &GET, &[1.into()]).await.unwrap();
    let error = row.get::<i64>("word").unwrap_err();
    assert!(matches!(error, Error::Inconsistent { .. }));
    assert!(
        error
            .to_string()
            .contains("thing.get, column word: text where integer belongs"),
        "{error}"
    );
    let missing = row.get::<i64>("absent").unwrap_err();
    assert_eq!(
        missing.to_string(),
        "the store failed: thing.get has no column absent"
    );
    for shown in [
        format!("{error:?}"),
        format!("{row:?}"),
        format!("{:?}", Value::from("s3cret")),
    ] {
        assert!(
            !shown.contains("s3cret") && !shown.contains("115, 51"),
            "{shown}"
        );
    }
}

async fn column_names_are_lower_case(ground: TestDatabase) {
    insert(&ground, [1.into(), 1.into(), "w".into(), b"loud".into()])
        .await
        .unwrap();
    let row = one(&ground, &ECHO, &[7.into(), "t".into()]).await.unwrap();
    assert_eq!(row.get::<[u8; 4]>("shout").unwrap(), *b"loud");
}

async fn ids_times_and_truths_are_columns(ground: TestDatabase) {
    let id = AccountId::from_bytes([7; 16]);
    insert(&ground, [1.into(), true.into(), "w".into(), id.into()])
        .await
        .unwrap();
    let row = one(&ground, &GET, &[1.into()]).await.unwrap();
    assert_eq!(row.get::<AccountId>("bytes").unwrap(), id);
    assert!(row.get::<bool>("number").unwrap());
    assert_eq!(
        row.get::<Timestamp>("number").unwrap(),
        Timestamp::from_micros(1)
    );
    assert_eq!(Option::<Timestamp>::from_value(&Value::Null), Some(None));
    assert_eq!(Value::from(Some(Timestamp::from_micros(3))), Value::Int(3));
}

async fn insert(ground: &TestDatabase, values: [Value; 4]) -> Result<u64, Error> {
    let values = &values;
    ground
        .db
        .run(
            "insert",
            |tx| async move { tx.execute(&INSERT, values).await },
        )
        .await
}

async fn one(
    ground: &TestDatabase,
    statement: &'static Statement,
    values: &[Value],
) -> Option<Row> {
    ground
        .db
        .read("one", |tx| async move { tx.one(statement, values).await })
        .await
        .unwrap_or_else(|error: Error| panic!("{error}"))
}
