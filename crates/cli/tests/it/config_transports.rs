//! Ways out of the configuration: their order, and every mistake by its key.

use counterfoil_cli::config::{Config, Settings, Way};

const API: &str = "[[mail_api]]\nname = 'own'\nurl = 'https://api.example.org/send'\nbody = '{\"to\": \"{{to}}\"}'\n";

fn load(text: &str) -> Result<Config, String> {
    let text = format!("public_url = 'https://account.example.org'\n{text}");
    let settings: Settings = toml::from_str(&text).map_err(|error| error.message().to_owned())?;
    Config::from_settings(settings, None).map_err(|error| error.to_string())
}

fn refused(text: &str) -> String {
    load(text).unwrap_err()
}

#[test]
fn ways_out_are_tried_in_the_order_in_which_they_are_written() {
    let config = load(&format!(
        "[notices]\ntransport = ['own', 'smtp', 'folder']\n{API}"
    ))
    .unwrap();
    let ways: Vec<String> = config
        .notices
        .ways
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        ways,
        [
            "sent by own at api.example.org",
            "sent through localhost:587",
            "written to data/mail"
        ]
    );
    let one = load("[notices]\ntransport = 'smtp'").unwrap();
    assert!(matches!(one.notices.ways.as_slice(), [Way::Smtp(_)]));
    let program = load("[notices]\ntransport = 'sendmail'\nsendmail = '/bin/sh'").unwrap();
    assert_eq!(program.notices.ways[0].to_string(), "given to /bin/sh");
}

#[test]
fn the_environment_names_one_way_or_several() {
    for (written, ways) in [("smtp", 1), ("[\"smtp\", \"folder\"]", 2)] {
        let environment = [
            ("COUNTERFOIL__PUBLIC_URL", "https://account.example.org"),
            ("COUNTERFOIL__NOTICES__TRANSPORT", written),
        ];
        let environment = environment.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("empty.toml");
        std::fs::write(&file, "").unwrap();
        let config = Config::load(Some(&file), environment).unwrap();
        assert_eq!(config.notices.ways.len(), ways, "{written}");
    }
}

#[test]
fn a_way_that_isnt_there_is_refused() {
    for (text, key) in [
        ("transport = []", "notices.transport: names no way out"),
        (
            "transport = ['smtp', 'smtp']",
            "notices.transport: names \"smtp\" twice",
        ),
        (
            "transport = 'postmark'",
            "notices.transport: \"postmark\" is neither one of folder, smtp, sendmail, aotsend",
        ),
        (
            "transport = 'sendmail'\nsendmail = 'sendmail'",
            "notices.sendmail: sendmail is no program",
        ),
        (
            "transport = 'sendmail'\nsendmail = '/nowhere/at/all'",
            "notices.sendmail: /nowhere/at/all is no program",
        ),
        ("transport = 'aotsend'", "aotsend.app_key_file: is missing"),
        (
            "transport = 'aotsend'\n[aotsend]\napp_key_file = '/etc/hostname'",
            "aotsend.template_id: is missing",
        ),
    ] {
        let error = refused(&format!("[notices]\n{text}"));
        assert!(
            error.starts_with(&format!("configuration key {key}")),
            "{error}"
        );
    }
    assert!(
        refused("[notices]\ntransport = 'smtp, folder'").contains("is no transport; write a name")
    );
}

#[test]
fn what_an_api_is_told_and_may_answer_is_checked() {
    let api = |change: &str| format!("{API}{change}\n");
    for (text, key) in [
        (
            API.replace("own", "smtp"),
            "mail_api.name: \"smtp\" is the name of another transport",
        ),
        (
            format!("{API}{API}"),
            "mail_api.name: \"own\" is the name of another transport",
        ),
        (
            API.replace("https://api", "http://api"),
            "mail_api.url: must begin with https://",
        ),
        (
            API.replace("//api", "//me:secret@api"),
            "mail_api.url: has a name, a password",
        ),
        (
            API.replace("{{to}}", "{{whom}}"),
            "mail_api.body: of \"own\" there is no place {{whom}}",
        ),
        (
            API.replace("{{to}}", "{{secret.key}}"),
            "mail_api.body: of \"own\" {{secret.key}} is no secret",
        ),
        (
            API.replace("\"}'", "'"),
            "mail_api.body: of \"own\" is no JSON: line 1",
        ),
        (
            api("headers = { Host = 'x' }"),
            "mail_api.headers: of \"own\" host is written by Counterfoil",
        ),
        (
            api("headers = { 'a b' = 'x' }"),
            "mail_api.headers: of \"own\" \"a b\" is no name of a header",
        ),
        (
            api("headers = { X = \"a\\nb\" }"),
            "mail_api.headers: of \"own\" x must be one line",
        ),
        (
            api("answers = [{ http = [999], means = 'retry' }]"),
            "mail_api.answers: of \"own\" 999 is no HTTP status",
        ),
        (
            api("answers = [{ is = [1], means = 'retry' }]"),
            "mail_api.answers: of \"own\" `is` needs `at`",
        ),
        (
            api("answers = [{ at = 'x', means = 'retry' }]"),
            "mail_api.answers: of \"own\" \"x\" is no JSON pointer",
        ),
        (
            api("answers = [{ means = 'never', status = 'x' }]"),
            "mail_api.answers: of \"own\" \"x\" is no status",
        ),
        (
            api("reference = '/id'\nreference_header = 'x'"),
            "mail_api.reference: of \"own\" is written beside",
        ),
        (
            api("timeout = '2 minutes'"),
            "mail_api.timeout: of \"own\" must be between",
        ),
    ] {
        let error = refused(&text);
        assert!(
            error.starts_with(&format!("configuration key {key}")),
            "{text}: {error}"
        );
    }
    let nowhere = refused(&api("secrets = { key = '/nowhere/at/all' }"));
    assert!(nowhere.starts_with("/nowhere/at/all: "), "{nowhere}");
    for here in [
        "http://127.0.0.1:8080/",
        "http://[::1]:8080/",
        "http://localhost/",
    ] {
        load(&API.replace("https://api.example.org/send", here)).unwrap();
    }
}

#[test]
fn a_secret_is_in_no_debug_and_no_message() {
    let dir = tempfile::tempdir().unwrap();
    let secret = dir.path().join("key");
    std::fs::write(&secret, "s3cret-key\n").unwrap();
    let text = format!(
        "[notices]\ntransport = 'own'\n{API}secrets = {{ key = '{}' }}\nheaders = {{ Authorization = 'Bearer {{{{secret.key}}}}' }}\n",
        secret.display()
    );
    let config = load(&text).unwrap();
    assert!(!format!("{config:?}").contains("s3cret"));
    std::fs::write(&secret, "s3cret\u{1}key\n").unwrap();
    let error = refused(&text);
    assert!(
        error.contains("must be one line of ASCII") && !error.contains("s3cret"),
        "{error}"
    );
}

#[test]
fn what_a_provider_reports_is_checked_by_the_name_of_its_key() {
    let dir = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| {
        let path = dir.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.display().to_string()
    };
    let good = file("good", "0123456789abcdef-secret\n");
    let short = file("short", "short\n");
    let line = "{ at = '/Type', is = ['HardBounce'], means = 'bounced' }";
    let reports = |secret: &str, rest: &str| {
        format!(
            "{API}[mail_api.reports]\nsecret_file = '{secret}'\nreference = '/MessageID'\n{rest}\n"
        )
    };
    let with = |rest: &str| reports(&good, &format!("events = [{line}]\n{rest}"));
    let signs = "signature_header = 'x-signature'\ntimestamp_header = 'x-time'";
    for (text, key) in [
        (
            reports(&short, &format!("events = [{line}]")),
            "secret_file: of \"own\" is shorter than 16",
        ),
        (
            with(&format!("{signs}\nsecret_encoding = 'hex'")),
            "secret_file: of \"own\" isn't written as secret_encoding says",
        ),
        (
            with("signature_header = 'x-signature'"),
            "timestamp_header: of \"own\" is missing",
        ),
        (
            with("timestamp_header = 'x-time'"),
            "timestamp_header: of \"own\" is for a provider that signs",
        ),
        (
            with("tolerance = '1 minute'"),
            "tolerance: of \"own\" is for a provider that signs",
        ),
        (
            with(&format!("{signs}\nsigned = '{{body}}'")),
            "signed: of \"own\" must have {timestamp} and {body}",
        ),
        (
            with(&format!("{signs}\nsigned = '{{time}}.{{body}}'")),
            "signed: of \"own\" there is no {time}",
        ),
        (
            with(&format!("{signs}\nid_header = 'x-id'")),
            "id_header: of \"own\" and {id}",
        ),
        (
            with(&format!("{signs}\ntolerance = '2 hours'")),
            "tolerance: of \"own\" must be between",
        ),
        (
            with(&format!("{signs}\nsecret_header = 'x-secret'")),
            "secret_header: of \"own\" is for a provider that signs nothing",
        ),
        (
            with("secret_header = 'a b'"),
            "secret_header: of \"own\" \"a b\" is no name",
        ),
        (with("list = 'events'"), "list: of \"own\" \"events\" is no"),
        (with("status = 'x'"), "status: of \"own\" \"x\" is no"),
        (with("notice = 'x'"), "notice: of \"own\" \"x\" is no"),
        (
            reports(&good, "events = []"),
            "events: of \"own\" has no line that means",
        ),
        (
            reports(
                &good,
                "events = [{ at = '/Type', is = [], means = 'bounced' }]",
            ),
            "events: of \"own\" has a line without a value",
        ),
        (
            reports(
                &good,
                "events = [{ at = '/Type', is = [1], means = 'bounced', status = 'x' }]",
            ),
            "events: of \"own\" \"x\" is no status",
        ),
        (
            with("").replace("reference = '/MessageID'\n", ""),
            "reference: of \"own\" is missing",
        ),
    ] {
        let error = refused(&text);
        let expected = format!("configuration key mail_api.reports.{key}");
        assert!(error.starts_with(&expected), "{text}: {error}");
    }
    let config = load(&with(signs)).unwrap();
    assert_eq!(config.notices.providers.len(), 1);
    assert!(!format!("{config:?}").contains("0123456789abcdef"));
    assert!(refused(&with("unknown = 1")).contains("unknown field"));
}
