//! `AOTsend` and the APIs of docs/mail-apis.md, against a stub that answers what their documentation says, and what it doesn't.

mod house;
mod reports;
mod stub;

use super::HttpMailApis;
use crate::config::{Config, Settings, Way};
use counterfoil_model::Timestamp;
use counterfoil_notices::Transport;
use counterfoil_notices::transport::InOrder;
use counterfoil_notices::transport::mail_api::{Description, MailApi, aotsend};
use house::House;
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Duration;
use stub::{Says, Stub};

const EXAMPLES: &str = include_str!("../../../../docs/mail-apis.md");
/// Also right where a secret is in Base64.
const SECRET: &str = "c3VwZXItc2VjcmV0LW9mLW91cnM=";

/// The examples of the documentation that have this line.
fn example(with: &str) -> String {
    let blocks = EXAMPLES.split("```toml\n").skip(1);
    blocks
        .filter_map(|block| block.split_once("\n```"))
        .map(|(block, _)| block)
        .find(|block| block.contains(with))
        .unwrap()
        .to_owned()
}

/// What an example describes, at the stub instead of its provider.
fn described(block: &str, stub: &Stub) -> Description {
    match configured(block, stub).notices.ways.into_iter().next() {
        Some(Way::Api(description)) => *description,
        way => panic!("{way:?}"),
    }
}

fn configured(block: &str, stub: &Stub) -> Config {
    let secret = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(secret.path(), SECRET).unwrap();
    let mut lines = String::new();
    for line in block.lines() {
        let line = match line.split_once("\"/etc/counterfoil/") {
            Some((before, after)) => {
                let (_, after) = after.split_once('"').unwrap();
                format!("{before}\"{}\"{after}", secret.path().display())
            }
            None => line.to_owned(),
        };
        let line = match line.strip_prefix("url = \"") {
            Some(url) => {
                let (_, path) = url.split_once("://").unwrap();
                let (_, path) = path.split_once('/').unwrap();
                format!("url = \"{}/{path}", stub.url)
            }
            None => line,
        };
        lines += &line;
        lines.push('\n');
    }
    if block.contains("[aotsend]") {
        lines.extend(["url = \"", &stub.url, "/index/api/send_email\"\n"]);
    }
    let settings: Settings = toml::from_str(&format!(
        "public_url = \"https://account.example.org\"\n{lines}"
    ))
    .unwrap();
    let config = Config::from_settings(settings, None).unwrap();
    assert!(!format!("{config:?}").contains(SECRET));
    config
}

/// 23 November 2026, 14:05 UTC.
fn now() -> Timestamp {
    Timestamp::from_micros(1_795_442_700_000_000)
}

/// Sends one notice for each answer; each must end in its state, for its reason.
async fn ends(with: &str, table: &[(Says, &str, &str)]) -> Vec<Option<String>> {
    let stub = Stub::start().await;
    let mut house = House::new().await;
    let description = described(&example(with), &stub);
    let http = Arc::new(HttpMailApis::new().unwrap());
    let mut references = Vec::new();
    for (says, state, why) in table {
        stub.says(says.clone());
        let mut description = description.clone();
        if matches!(says, Says::Nothing) {
            // Whoever never answers is given up soon; everybody else may be as slow as this machine.
            description.patience = Duration::from_secs(1);
        }
        let api = MailApi::new(description, http.clone(), now);
        let (ended, word, reference) = house.tells(&api).await;
        assert_eq!((ended, word.as_str()), (*state, *why), "{with}: {says:?}");
        references.push(reference);
    }
    assert_eq!(stub.asked().len(), table.len(), "one request for each try");
    references
}

fn says(status: u16, body: &Value) -> Says {
    Says::Answer(status, vec![], body.to_string())
}

/// What any server may do, whatever it is for.
fn whatever_happens() -> Vec<(Says, &'static str, &'static str)> {
    vec![
        (Says::Nothing, "deferred", "no answer"),
        (Says::HangUp, "deferred", "no answer"),
        (
            Says::Answer(
                302,
                vec![("location", "https://evil.example/")],
                String::new(),
            ),
            "deferred",
            "302",
        ),
        (
            Says::Answer(500, vec![], "<html>".into()),
            "deferred",
            "500",
        ),
        (Says::Answer(503, vec![], String::new()), "deferred", "503"),
        (
            Says::Answer(429, vec![("retry-after", "1")], "{}".into()),
            "deferred",
            "429",
        ),
        (Says::Huge(500), "deferred", "500"),
    ]
}

#[tokio::test]
async fn aotsend_ends_each_notice_in_the_state_of_its_code() {
    let code = |code: i64| {
        says(
            200,
            &json!({"code": code, "message": "to guest@elsewhere.example"}),
        )
    };
    let mut table = vec![
        (code(200), "handed over", ""),
        (code(40001), "deferred", "200 40001"),
        (code(40002), "deferred", "200 40002"),
        (code(40003), "deferred", "200 40003"),
        (code(40004), "bounced", "200 40004"),
        (code(40005), "bounced", "200 40005"),
        (code(40006), "deferred", "200 40006"),
        (code(40007), "deferred", "200 40007"),
        (code(40008), "failed", "200 40008"),
        (code(49999), "deferred", "200 49999"),
        // A yes that can't be read may have been one.
        (
            Says::Answer(200, vec![], "{\"code\": 2".into()),
            "deferred",
            "200",
        ),
        (
            Says::Answer(200, vec![], "<html>".into()),
            "deferred",
            "200",
        ),
        (Says::Huge(200), "deferred", "200"),
        (Says::Half(200), "deferred", "200"),
    ];
    table.extend(whatever_happens());
    ends("[aotsend]", &table).await;
}

#[tokio::test]
async fn postmark_ends_each_notice_in_the_state_of_its_code() {
    let error = |code: i64| {
        says(
            422,
            &json!({"ErrorCode": code, "Message": "guest@elsewhere.example"}),
        )
    };
    let taken = json!({"ErrorCode": 0, "Message": "OK", "MessageID": "b7bc2f4a-e38e-4336-af7d-e6c392c2f817"});
    let mut table = vec![
        (says(200, &taken), "handed over", ""),
        (
            says(
                401,
                &json!({"ErrorCode": 10, "Message": "Bad or missing API token"}),
            ),
            "deferred",
            "401 10",
        ),
        (error(100), "deferred", "422 100"),
        (error(300), "failed", "422 300"),
        (error(400), "deferred", "422 400"),
        (error(401), "deferred", "422 401"),
        (error(402), "failed", "422 402"),
        (error(403), "failed", "422 403"),
        (error(405), "deferred", "422 405"),
        (error(406), "bounced", "422 406"),
        (error(409), "failed", "422 409"),
        (error(411), "failed", "422 411"),
        (error(412), "deferred", "422 412"),
        (error(413), "deferred", "422 413"),
        (error(999), "failed", "422"),
        (Says::Huge(200), "deferred", "200"),
    ];
    table.extend(whatever_happens());
    let references = ends("name = \"postmark\"", &table).await;
    assert_eq!(
        references[0].as_deref(),
        Some("b7bc2f4a-e38e-4336-af7d-e6c392c2f817")
    );
}

#[tokio::test]
async fn resend_ends_each_notice_in_the_state_of_its_error() {
    let error = |status: u16, name: &str| {
        says(
            status,
            &json!({"statusCode": status, "name": name, "message": "x"}),
        )
    };
    let mut table = vec![
        (
            says(200, &json!({"id": "49a3999c-0ce1-4ea6-ab68-afcd6dc2e794"})),
            "handed over",
            "",
        ),
        (error(400, "validation_error"), "failed", "400"),
        (error(401, "missing_api_key"), "deferred", "401"),
        (error(403, "invalid_api_key"), "deferred", "403"),
        (error(404, "not_found"), "deferred", "404"),
        (error(405, "method_not_allowed"), "deferred", "405"),
        (error(409, "invalid_idempotent_request"), "failed", "409"),
        (
            error(409, "concurrent_idempotent_requests"),
            "deferred",
            "409",
        ),
        (error(422, "invalid_parameter"), "failed", "422"),
        (error(429, "daily_quota_exceeded"), "deferred", "429"),
        (error(451, "security_error"), "deferred", "451"),
        (Says::Huge(200), "handed over", ""),
    ];
    table.extend(whatever_happens());
    let references = ends("name = \"resend\"", &table).await;
    assert_eq!(
        references[0].as_deref(),
        Some("49a3999c-0ce1-4ea6-ab68-afcd6dc2e794")
    );
}

#[tokio::test]
async fn sendgrid_ends_each_notice_in_the_state_of_its_status() {
    let error = |status: u16| {
        says(
            status,
            &json!({"errors": [{"message": "x", "field": null, "help": null}]}),
        )
    };
    let taken = Says::Answer(
        202,
        vec![("X-Message-Id", "14c5d75ce93.dfd.64b469")],
        String::new(),
    );
    let mut table = vec![
        (taken, "handed over", ""),
        (error(400), "failed", "400"),
        (error(401), "deferred", "401"),
        (error(403), "deferred", "403"),
        (error(404), "deferred", "404"),
        (error(405), "deferred", "405"),
        (error(413), "failed", "413"),
        (error(415), "failed", "415"),
    ];
    table.extend(whatever_happens());
    let references = ends("name = \"sendgrid\"", &table).await;
    assert_eq!(references[0].as_deref(), Some("14c5d75ce93.dfd.64b469"));
}

#[tokio::test]
async fn ses_ends_each_notice_in_the_state_of_its_error() {
    let error = |status: u16| says(status, &json!({"message": "x"}));
    let mut table = vec![
        (
            says(200, &json!({"MessageId": "010201-000000"})),
            "handed over",
            "",
        ),
        (error(400), "deferred", "400"),
        (error(403), "deferred", "403"),
        (error(404), "deferred", "404"),
    ];
    table.extend(whatever_happens());
    let references = ends("name = \"ses\"", &table).await;
    assert_eq!(references[0].as_deref(), Some("010201-000000"));
}

#[tokio::test]
async fn nothing_in_a_mail_becomes_part_of_the_document_or_the_form() {
    for (with, key) in [
        ("name = \"postmark\"", "HtmlBody"),
        ("name = \"resend\"", "html"),
    ] {
        let stub = Stub::start().await;
        let house = House::new().await;
        let api = MailApi::new(
            described(&example(with), &stub),
            Arc::new(HttpMailApis::new().unwrap()),
            now,
        );
        stub.says(says(200, &json!({"ErrorCode": 0, "id": "1"})));
        house.invites(&api).await;
        let asked = stub.asked().remove(0);
        let sent: Value = serde_json::from_str(&asked.body).unwrap();
        let html = sent[key].as_str().unwrap();
        // The name is text, and its place stays a name.
        assert!(html.contains("Ann &quot;\\ {{to}}"), "{html}");
        assert!(asked.head.contains(SECRET), "the key is sent");
        assert!(!format!("{api:?}").contains(SECRET));
    }
    let stub = Stub::start().await;
    let house = House::new().await;
    let api = MailApi::new(
        described(&example("[aotsend]"), &stub),
        Arc::new(HttpMailApis::new().unwrap()),
        now,
    );
    stub.says(says(200, &json!({"code": 200})));
    house.invites(&api).await;
    let asked = stub.asked().remove(0);
    assert!(
        asked
            .head
            .starts_with("POST /index/api/send_email HTTP/1.1\r\n"),
        "{}",
        asked.head
    );
    assert!(
        asked
            .head
            .contains("content-type: application/x-www-form-urlencoded\r\n"),
        "{}",
        asked.head
    );
    let fields: std::collections::BTreeMap<String, String> =
        url::form_urlencoded::parse(asked.body.as_bytes())
            .into_owned()
            .collect();
    assert_eq!(fields["app_key"], SECRET);
    assert_eq!(fields["template_id"], "E_100000000000");
    assert_eq!(fields["to"], "guest@elsewhere.example");
    assert_eq!(fields["alias"], "Example & \"Sons\"");
    let data: Value = serde_json::from_str(&fields["data"]).unwrap();
    let names: Vec<&str> = data
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    assert_eq!(names, aotsend::VARIABLES);
    assert_eq!(data["greeting"], "Hello Ann &quot;\\ {{to}},");
    assert!(
        data["link"]
            .as_str()
            .unwrap()
            .starts_with("https://account.example.org/"),
        "{data}"
    );
    for name in names {
        assert!(
            EXAMPLES.contains(&format!("{{{{{name}}}}}")),
            "the template to paste has {name}"
        );
    }
}

#[tokio::test]
async fn a_key_that_isnt_taken_is_no_reason_not_to_tell() {
    let (first, second) = (Stub::start().await, Stub::start().await);
    let mut house = House::new().await;
    let http = Arc::new(HttpMailApis::new().unwrap());
    let api = |with: &str, stub: &Stub| {
        Arc::new(MailApi::new(
            described(&example(with), stub),
            http.clone(),
            now,
        )) as Arc<dyn Transport>
    };
    let both = InOrder::new(vec![
        api("[aotsend]", &first),
        api("name = \"postmark\"", &second),
    ]);
    first.says(says(
        200,
        &json!({"code": 40007, "message": "Insufficient balance"}),
    ));
    second.says(says(200, &json!({"ErrorCode": 0, "MessageID": "abc"})));
    let (state, _, reference) = house.tells(&both).await;
    assert_eq!((state, reference.as_deref()), ("handed over", Some("abc")));
    // What is about the recipient is not asked twice.
    first.says(says(200, &json!({"code": 40005, "message": "x"})));
    assert_eq!(house.tells(&both).await.0, "bounced");
    assert_eq!((first.asked().len(), second.asked().len()), (2, 1));
}

#[tokio::test]
async fn what_goes_to_amazon_is_signed_and_whole() {
    let stub = Stub::start().await;
    let house = House::new().await;
    let http = Arc::new(HttpMailApis::new().unwrap());
    let api = MailApi::new(described(&example("name = \"ses\""), &stub), http, now);
    stub.says(says(200, &json!({"MessageId": "1"})));
    house.invites(&api).await;
    let asked = stub.asked().remove(0);
    let credential =
        "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261123/eu-west-1/ses/aws4_request, ";
    assert!(
        asked.head.contains(&format!("authorization: {credential}")),
        "{}",
        asked.head
    );
    assert!(
        asked.head.contains("x-amz-date: 20261123T140500Z\r\n"),
        "{}",
        asked.head
    );
    assert!(!asked.head.contains(SECRET), "the key stays here");
    let sent: Value = serde_json::from_str(&asked.body).unwrap();
    let raw = sent["Content"]["Raw"]["Data"].as_str().unwrap();
    let mail = data_encoding::BASE64.decode(raw.as_bytes()).unwrap();
    let mail = String::from_utf8(mail).unwrap();
    assert!(
        mail.contains("\r\nAuto-Submitted: auto-generated\r\n"),
        "{mail}"
    );
}
