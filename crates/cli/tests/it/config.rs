//! The configuration: the example tells the truth, and every mistake is named.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

use counterfoil_cli::config::{Config, Database, Settings, Tls, Way};
use secrecy::ExposeSecret;

use crate::program::run_in;

const EXAMPLE: &str = include_str!("../../../../counterfoil.example.toml");
const URL: (&str, &str) = ("COUNTERFOIL__PUBLIC_URL", "https://account.example.org");

fn load(text: &str, environment: &[(&str, &str)]) -> Result<Config, String> {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("counterfoil.toml");
    std::fs::write(&file, text).unwrap();
    let environment = environment
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    // The directory's name is different each time.
    Config::load(Some(&file), environment).map_err(|error| {
        error
            .to_string()
            .replace(&format!("{}/", dir.path().display()), "")
    })
}

fn refused(text: &str, environment: &[(&str, &str)]) -> String {
    load(text, environment).unwrap_err()
}

/// `section.key` of every `key = value` in the example, also of those behind a `#`.
fn documented() -> BTreeSet<String> {
    let mut section = String::new();
    let mut keys = BTreeSet::new();
    for line in EXAMPLE.lines() {
        if let Some(name) = line.trim_start_matches("# ").strip_prefix('[') {
            section = format!("{}.", name.trim_matches(['[', ']']));
        }
        let Some((key, _)) = line.trim_start_matches("# ").split_once(" = ") else {
            continue;
        };
        if key
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'_')
        {
            keys.insert(format!("{section}{key}"));
        }
    }
    keys
}

/// What the program knows: it lists the keys of a section when it meets one that isn't among them.
fn known() -> BTreeSet<String> {
    let keys_of = |section: &str| -> Vec<String> {
        let header = match section {
            "" => String::new(),
            "client" | "mail_api" => format!("[[{section}]]\n"),
            "mail_api.reports" => format!("[[mail_api]]\n[{section}]\n"),
            _ => format!("[{section}]\n"),
        };
        let error = toml::from_str::<Settings>(&format!("{header}unknown = 1")).unwrap_err();
        let (_, listed) = error.message().split_once("expected ").unwrap();
        listed
            .split('`')
            .skip(1)
            .step_by(2)
            .map(str::to_owned)
            .collect()
    };
    let mut known = BTreeSet::new();
    for key in keys_of("") {
        let headers = [
            format!("\n[{key}]\n"),
            format!("\n# [{key}]\n"),
            format!("\n# [[{key}]]\n"),
        ];
        if headers.iter().any(|header| EXAMPLE.contains(header)) {
            for inner in keys_of(&key) {
                let within = format!("{key}.{inner}");
                if EXAMPLE.contains(&format!("\n# [{within}]\n")) {
                    let deepest = keys_of(&within).into_iter();
                    known.extend(deepest.map(|last| format!("{within}.{last}")));
                } else {
                    known.insert(within);
                }
            }
        } else {
            known.insert(key);
        }
    }
    known
}

#[test]
fn the_example_shows_every_default() {
    let example: Settings = toml::from_str(EXAMPLE).unwrap();
    let defaults = Settings {
        public_url: "https://account.example.org".into(),
        ..Settings::default()
    };
    assert_eq!(example, defaults);
}

#[test]
fn the_example_explains_every_key_and_no_other() {
    assert_eq!(documented(), known());
}

#[test]
fn what_follows_from_other_keys_is_filled_in() {
    let config = load(
        "public_url = 'https://account.example.org'\ndata_dir = '/srv/foil'",
        &[],
    )
    .unwrap();
    assert_eq!(config.keys_dir, Path::new("/srv/foil/keys"));
    assert!(
        matches!(&config.database, Database::Sqlite(path) if path == Path::new("/srv/foil/counterfoil.sqlite"))
    );
    let [Way::Folder(folder)] = config.notices.ways.as_slice() else {
        unreachable!("{:?}", config.notices)
    };
    assert_eq!(folder, Path::new("/srv/foil/mail"));
    assert_eq!(config.notices.from, "counterfoil@account.example.org");
    assert_eq!(config.policy.session_idle.get(), Duration::from_mins(30));
}

#[test]
fn the_environment_overrides_the_file() {
    let config = load(
        "public_url = 'https://old.example.org'\n[policy]\ncodes_per_sheet = 8\nrequire_outside_address = true",
        &[
            URL,
            ("COUNTERFOIL__POLICY__CODES_PER_SHEET", "12"),
            ("COUNTERFOIL__POLICY__SESSION_IDLE", "1h"),
            ("COUNTERFOIL__TRUSTED_PROXIES", r#"["127.0.0.1", "fd00::/8"]"#),
            ("COUNTERFOIL__SERVICE_NAME", "12"),
            ("COUNTERFOIL_THOROUGH", "1"),
            ("PATH", "/bin"),
        ],
    )
    .unwrap();
    assert_eq!(config.public_url.as_str(), "https://account.example.org/");
    assert_eq!(config.policy.codes_per_sheet, 12);
    assert!(
        config.policy.require_outside_address,
        "its neighbour in the file stays"
    );
    assert_eq!(config.policy.session_idle.get(), Duration::from_hours(1));
    let proxies = ["127.0.0.1", "fd00::/8"].map(|text| text.parse().unwrap());
    assert_eq!(config.trusted_proxies, proxies);
    assert_eq!(config.service_name, "12", "a name may look like a number");
}

#[test]
fn an_unknown_key_is_refused_with_its_line() {
    let error = refused(
        "service_name = 'x'\n\n[policy]\ncodes_per_shet = 10\n",
        &[URL],
    );
    assert!(
        error.starts_with("counterfoil.toml, line 4: unknown field `codes_per_shet`"),
        "{error}"
    );
    let error = refused("[polciy]\n", &[URL]);
    assert!(
        error.starts_with("counterfoil.toml, line 1: unknown field `polciy`"),
        "{error}"
    );
    let error = refused("", &[URL, ("COUNTERFOIL__POLICY__CODES", "10")]);
    assert!(
        error.starts_with("environment variable COUNTERFOIL__POLICY__CODES: unknown field `codes`"),
        "{error}"
    );
}

#[test]
fn a_value_of_the_wrong_kind_is_refused_with_its_line() {
    let error = refused("\nlisten = 'everywhere'", &[URL]);
    assert!(error.starts_with("counterfoil.toml, line 2: "), "{error}");
    let error = refused("[policy]\nsession_idle = 'soon'", &[URL]);
    assert!(
        error.starts_with("counterfoil.toml, line 2: \"soon\" is not a length of time"),
        "{error}"
    );
    let error = refused("trusted_proxies = ['10.0.0.0/99']", &[URL]);
    assert!(
        error.contains("line 1: \"10.0.0.0/99\" is not a network"),
        "{error}"
    );
    let error = refused("", &[URL, ("COUNTERFOIL__POLICY__CODES_PER_SHEET", "many")]);
    assert!(
        error.starts_with("environment variable COUNTERFOIL__POLICY__CODES_PER_SHEET: "),
        "{error}"
    );
    assert!(refused("this is no toml", &[]).starts_with("counterfoil.toml, line 1: "));
}

#[test]
fn the_public_address_is_required_and_encrypted() {
    assert!(refused("", &[]).starts_with("configuration key public_url: is missing"));
    for written in [
        "http://account.example.org",
        "http://192.0.2.1",
        "ftp://localhost",
        "https://account.example.org/codes",
        "https://account.example.org/?a=b",
        "https://me:secret@account.example.org",
        "account.example.org",
    ] {
        let error = refused("", &[("COUNTERFOIL__PUBLIC_URL", written)]);
        assert!(
            error.starts_with("configuration key public_url: "),
            "{written}: {error}"
        );
    }
    for written in [
        "https://account.example.org:8443",
        "http://localhost:8420",
        "http://127.0.0.1:1",
        "http://[::1]:1",
    ] {
        assert!(
            load("", &[("COUNTERFOIL__PUBLIC_URL", written)]).is_ok(),
            "{written}"
        );
    }
}

#[test]
fn a_policy_out_of_bounds_is_refused_by_its_key() {
    for (written, key) in [
        ("codes_per_sheet = 3", "policy.codes_per_sheet"),
        ("codes_per_sheet = 21", "policy.codes_per_sheet"),
        ("session_idle = '10 s'", "policy.session_idle"),
        ("session_absolute = '10 minutes'", "policy.session_absolute"),
        (
            "app_password_longest_days = 3651",
            "policy.app_password_longest_days",
        ),
        ("sending_floor = 0", "policy.sending_floor"),
        ("sending_floor = 1001", "policy.sending_floor"),
        ("address_change_days = 6", "policy.address_change_days"),
        ("address_review_days = 731", "policy.address_review_days"),
        ("sending_ceiling = 1000001", "policy.sending_ceiling"),
    ] {
        let error = refused(&format!("[policy]\n{written}"), &[URL]);
        assert!(
            error.starts_with(&format!("configuration key {key}: ")),
            "{written}: {error}"
        );
    }
    for codes in [4, 20] {
        assert!(
            load(&format!("[policy]\ncodes_per_sheet = {codes}"), &[URL]).is_ok(),
            "{codes}"
        );
    }
    assert!(
        refused("time_zone = 'Europe/Lyon'", &[URL])
            .starts_with("configuration key time_zone: \"Europe/Lyon\"")
    );
    assert!(refused("service_name = ' '", &[URL]).starts_with("configuration key service_name: "));
}

#[test]
fn secrets_come_from_files_and_are_never_shown() {
    let dir = tempfile::tempdir().unwrap();
    let secret = dir.path().join("password");
    std::fs::write(&secret, "s3cret/word\n").unwrap();
    let path = secret.display();
    let config = load(
        &format!(
            "[database]\nurl = 'postgres://foil@db.example.org/foil'\npassword_file = '{path}'\n\
             [notices]\ntransport = 'smtp'\nfrom = 'account@example.org'\n\
             [smtp]\nhost = 'mail.example.org'\nuser = 'foil'\npassword_file = '{path}'"
        ),
        &[URL],
    )
    .unwrap();
    let Database::Postgres(url) = &config.database else {
        unreachable!("{:?}", config.database)
    };
    assert_eq!(
        url.expose_secret(),
        "postgres://foil:s3cret%2Fword@db.example.org/foil"
    );
    let [Way::Smtp(server)] = config.notices.ways.as_slice() else {
        unreachable!("{:?}", config.notices)
    };
    assert_eq!(server.tls, Tls::Required);
    assert_eq!(
        server.login.as_ref().unwrap().password.expose_secret(),
        "s3cret/word"
    );
    assert!(!format!("{config:?}{}", config.database).contains("s3cret"));
}

#[test]
fn a_password_in_a_broken_file_is_not_repeated() {
    let error = refused(
        "[database]\nurl = 'mysql://foil:s3cret@db.example.org/foil'",
        &[URL],
    );
    assert_eq!(
        error,
        "configuration key database.url: begins with neither \"sqlite:\" nor \"postgres://\""
    );
    let error = refused(
        "[database]\nurl = 'postgres://foil:s3cret@db'\nurl = 'again'",
        &[URL],
    );
    assert!(
        error.starts_with("counterfoil.toml, line 3: ") && !error.contains("s3cret"),
        "{error}"
    );
}

#[test]
fn mail_in_clear_stays_on_this_machine() {
    let smtp = |lines: &str| format!("[notices]\ntransport = 'smtp'\n[smtp]\n{lines}");
    let error = refused(&smtp("host = 'mail.example.org'\ntls = 'none'"), &[URL]);
    assert!(error.starts_with("configuration key smtp.tls: "), "{error}");
    for host in ["localhost", "127.0.0.1", "::1"] {
        assert!(
            load(&smtp(&format!("host = '{host}'\ntls = 'none'")), &[URL]).is_ok(),
            "{host}"
        );
    }
    let error = refused(&smtp("user = 'foil'"), &[URL]);
    assert!(
        error.starts_with("configuration key smtp.password_file: "),
        "{error}"
    );
    let error = refused(
        &smtp("user = 'foil'\npassword_file = '/nowhere/at/all'"),
        &[URL],
    );
    assert!(error.starts_with("/nowhere/at/all: "), "{error}");
    let error = refused("[notices]\nfrom = 'Foil <account@example.org>'", &[URL]);
    assert!(
        error.starts_with("configuration key notices.from: "),
        "{error}"
    );
}

#[test]
fn check_reads_the_file_beside_it() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("counterfoil.toml"), EXAMPLE).unwrap();
    let ran = run_in(
        dir.path(),
        &["config", "check"],
        &[("COUNTERFOIL__SERVICE_NAME", "example.org mail")],
        "",
    );
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert!(ran.out.contains("file\tcounterfoil.toml\n"), "{}", ran.out);
    assert!(
        ran.out.contains("service\texample.org mail\n"),
        "{}",
        ran.out
    );

    let ran = run_in(
        dir.path(),
        &["--config", "other.toml", "config", "check"],
        &[],
        "",
    );
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert!(
        ran.err.starts_with("counterfoil: other.toml: "),
        "{}",
        ran.err
    );
}

#[test]
fn without_a_section_there_is_no_mail_software() {
    assert!(load("", &[URL]).unwrap().mail.is_none());
    let mail = load("[mail]", &[URL]).unwrap().mail.unwrap();
    assert_eq!(mail.gateway.to_string(), "127.0.0.1:4180");
    assert_eq!(mail.sending_policy.to_string(), "127.0.0.1:4181");
    assert!(!mail.gateway_open && mail.doveadm.is_none() && mail.imap.is_none());
    let by_environment = load("", &[URL, ("COUNTERFOIL__MAIL__GATEWAY", "127.0.0.1:1")]).unwrap();
    assert_eq!(
        by_environment.mail.unwrap().gateway.to_string(),
        "127.0.0.1:1"
    );
}

#[test]
fn the_commented_example_of_the_mail_section_is_right() {
    let (_, section) = EXAMPLE.split_once("# [mail]\n").unwrap();
    let (section, _) = section.split_once("\n[").unwrap();
    let written: String = section
        .lines()
        .map(|line| line.trim_start_matches("# "))
        .filter(|line| line.contains(" = "))
        .fold("[mail]\n".to_owned(), |text, line| text + line + "\n");
    let mail = load(&written, &[URL]).unwrap().mail.unwrap();
    assert_eq!(
        mail.doveadm.unwrap().as_str(),
        "http://127.0.0.1:8080/doveadm/v1"
    );
    assert_eq!(mail.imap.unwrap().to_string(), "mail.example.org:993");
    assert_eq!(mail.smtp.unwrap().port, 465);
}

#[test]
fn what_hears_passwords_is_reached_from_this_machine_only_unless_said_otherwise() {
    for (written, key) in [
        ("gateway = '0.0.0.0:4180'", "mail.gateway"),
        ("gateway = '[::]:4180'", "mail.gateway"),
        ("gateway = '192.0.2.1:4180'", "mail.gateway"),
        ("sending_policy = '0.0.0.0:4181'", "mail.sending_policy"),
        ("sending_policy = '127.0.0.1:4180'", "mail.sending_policy"),
        ("doveadm = 'http://mail.example.org:8080/'", "mail.doveadm"),
        ("doveadm = 'https://127.0.0.1:8080/'", "mail.doveadm"),
        (
            "doveadm = 'http://doveadm:s3cret@127.0.0.1/'",
            "mail.doveadm",
        ),
        ("doveadm = '127.0.0.1'", "mail.doveadm"),
        ("imap = 'mail.example.org'", "mail.imap"),
        ("smtp = ':465'", "mail.smtp"),
        ("smtp = 'mail.example.org:0'", "mail.smtp"),
    ] {
        let error = refused(&format!("[mail]\n{written}"), &[URL]);
        assert!(
            error.starts_with(&format!("configuration key {key}: ")),
            "{written}: {error}"
        );
    }
    let open =
        "[mail]\ngateway = '0.0.0.0:4180'\ndoveadm = 'http://dovecot:8080/'\ngateway_open = true";
    assert!(load(open, &[URL]).unwrap().mail.unwrap().gateway_open);
}

#[test]
fn a_bad_logo_is_found_before_anybody_prints() {
    let dir = tempfile::tempdir().unwrap();
    let logo = dir.path().join("logo.svg");
    let text = format!("[sheet]\nlogo = {:?}", logo.to_str().unwrap());
    let missing = refused(&text, &[URL]);
    assert!(
        missing.contains("key sheet.logo: ") && missing.contains("No such file"),
        "{missing}"
    );

    let svg = |inside: &str| {
        format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">{inside}</svg>")
    };
    std::fs::write(&logo, svg("<script>x()</script>")).unwrap();
    let script = refused(&text, &[URL]);
    assert!(
        script.contains("key sheet.logo: ") && script.contains("<script>"),
        "{script}"
    );

    std::fs::write(&logo, svg("<path d=\"M0 0 L9 9 L0 9 Z\"/>")).unwrap();
    let config = load(&text, &[URL, ("COUNTERFOIL__HELP_LINE", "Ring 555 0100")]).unwrap();
    assert!(config.letterhead.logo.is_some());
    assert_eq!(config.letterhead.help.as_deref(), Some("Ring 555 0100"));

    let long = format!("[sheet]\nhelp = {:?}", "x".repeat(121));
    let long = refused(&long, &[URL]);
    assert!(long.contains("key sheet.help: "), "{long}");
}

#[test]
fn the_operators_webhook_needs_a_secret_of_its_own() {
    let written = |more: &str, secret: &str| {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("secret");
        std::fs::write(&file, secret).unwrap();
        let more = more.replace("FILE", file.to_str().unwrap());
        let text = format!("public_url = 'https://account.example.org'\n[notices.webhook]\n{more}");
        load(&text, &[]).map(|config| config.operator_webhook.map(|webhook| webhook.url))
    };
    let url = "url = 'https://watch.example.org/in'";
    let good = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n";
    assert_eq!(
        written(&format!("{url}\nsecret_file = 'FILE'"), good),
        Ok(Some("https://watch.example.org/in".to_owned()))
    );
    assert_eq!(written("", good), Ok(None));
    let missing = written(url, good).unwrap_err();
    assert!(
        missing.contains("is missing beside notices.webhook.url"),
        "{missing}"
    );
    let short = written(&format!("{url}\nsecret_file = 'FILE'"), "whsec_AAAA").unwrap_err();
    assert!(short.contains("24 to 64 random bytes"), "{short}");
}
