//! `counterfoil mail setup`: files with this installation's secrets, written once and never over somebody's changes.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use tempfile::TempDir;

use crate::program::{Ran, run_in};

const CONFIG: &str = "public_url = 'https://account.example.org'\n[mail]\ndoveadm = 'http://127.0.0.1:8080/doveadm/v1'\n";

fn home(config: &str) -> TempDir {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("counterfoil.toml"), config).unwrap();
    home
}

fn setup(home: &TempDir, arguments: &[&str]) -> Ran {
    let all = [&["mail", "setup"], arguments].concat();
    run_in(home.path(), &all, &[], "")
}

fn secret(home: &TempDir, name: &str) -> String {
    let path = home.path().join("data/keys").join(name);
    fs::read_to_string(path).unwrap().trim().to_owned()
}

fn states(ran: &Ran) -> Vec<&str> {
    let lines = ran.out.lines();
    lines.filter_map(|line| line.split('\t').next()).collect()
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn the_files_hold_the_secrets_of_the_key_directory_and_are_written_once() {
    let home = home(CONFIG);
    let ran = setup(&home, &["--dovecot", "2.3", "--postfix"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert_eq!(states(&ran), ["written"; 5]);
    assert!(ran.err.contains("The old password database must go"));
    let out = home.path().join("counterfoil-mail");
    let main = out.join("dovecot/99-counterfoil.conf");
    let text = fs::read_to_string(&main).unwrap();
    let tokens = fs::read_to_string(out.join("dovecot/counterfoil-tokens.conf.ext")).unwrap();
    assert!(text.contains(&secret(&home, "mail-policy-nonce.secret")));
    assert!(text.contains(&secret(&home, "mail-doveadm.secret")));
    assert!(tokens.contains(&secret(&home, "mail-gateway.secret")));
    assert!(tokens.contains("http://127.0.0.1:4180/introspect"));
    assert_eq!(mode(&main), 0o600);
    for name in ["mail-gateway.secret", "mail-doveadm.secret"] {
        let secret = secret(&home, name);
        assert!(!ran.out.contains(&secret) && !ran.err.contains(&secret));
    }

    let again = setup(&home, &["--dovecot", "2.3", "--postfix"]);
    assert_eq!((again.status, states(&again)), (0, vec!["same"; 5]));

    let changed = text.replace("auth_cache_size = 0", "auth_cache_size = 1M");
    fs::write(&main, &changed).unwrap();
    let ran = setup(&home, &["--dovecot", "2.3"]);
    assert_eq!(
        (ran.status, states(&ran)),
        (1, vec!["differs", "same", "same"])
    );
    assert!(
        ran.out.contains("2 lines differ (auth_cache_size)"),
        "{}",
        ran.out
    );
    assert_eq!(fs::read_to_string(&main).unwrap(), changed);

    let ran = setup(&home, &["--dovecot", "2.3", "--force"]);
    assert_eq!(
        (ran.status, states(&ran)),
        (0, vec!["written", "same", "same"])
    );
    assert_eq!(fs::read_to_string(&main).unwrap(), text);
}

#[test]
fn places_are_as_the_command_line_says() {
    let home = home(CONFIG);
    let arguments = [
        "--dovecot",
        "2.3",
        "--postfix",
        "--out",
        "lab",
        "--dovecot-dir",
        "/srv/lab/dovecot/",
        "--sasl",
        "127.0.0.1:10026",
    ];
    let ran = setup(&home, &arguments);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let text = |file: &str| fs::read_to_string(home.path().join("lab").join(file)).unwrap();
    let dovecot = text("dovecot/99-counterfoil.conf");
    assert!(dovecot.contains("args = /srv/lab/dovecot/counterfoil-tokens.conf.ext"));
    assert!(
        dovecot.contains("port = 10026")
            && text("postfix/main.cf").contains("inet:127.0.0.1:10026")
    );
}

#[test]
fn what_is_missing_is_said() {
    let ran = setup(
        &home("public_url = 'https://account.example.org'\n"),
        &["--postfix"],
    );
    assert_eq!(ran.status, 2);
    assert!(
        ran.err.contains("there is no [mail] section"),
        "{}",
        ran.err
    );
    let ran = setup(&home(CONFIG), &[]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("say what for"), "{}", ran.err);

    let open = "public_url = 'https://account.example.org'\n[mail]\ngateway = '0.0.0.0:4180'\ngateway_open = true\n";
    let open = home(open);
    let ran = setup(&open, &["--dovecot", "2.4"]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("--reached-as"), "{}", ran.err);
    let ran = setup(&open, &["--dovecot", "2.4", "--reached-as", "counterfoil"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(ran.err.contains("will not end connections"), "{}", ran.err);
    assert!(ran.err.contains("gateway_open is set"), "{}", ran.err);
}

#[test]
fn roundcube_is_registered_once_and_its_secret_stays() {
    let home = home(CONFIG);
    let webmail = [
        "--roundcube",
        "--webmail",
        "https://webmail.example.org/mail/",
    ];
    let ran = setup(&home, &webmail);
    assert_eq!(
        (ran.status, states(&ran)),
        (0, vec!["registered", "written"]),
        "{}",
        ran.err
    );
    assert!(
        ran.out
            .contains("https://webmail.example.org/mail/index.php/login/oauth"),
        "{}",
        ran.out
    );
    let path = home
        .path()
        .join("counterfoil-mail/roundcube/counterfoil.inc.php");
    let text = fs::read_to_string(&path).unwrap();
    assert!(
        text.contains("'https://account.example.org/oauth/authorize'"),
        "{text}"
    );
    assert!(text.contains("['preferred_username', 'email']"), "{text}");
    assert_eq!(mode(&path), 0o640);

    let again = setup(&home, &webmail);
    assert_eq!(
        (again.status, states(&again)),
        (0, vec!["same"]),
        "{}",
        again.err
    );

    // A secret that is lost can't be shown again: only another one can be made.
    fs::remove_file(&path).unwrap();
    let lost = setup(&home, &webmail);
    assert_eq!((lost.status, states(&lost)), (1, vec!["differs"]));
    assert!(
        lost.out
            .contains("its secret is not in the output directory"),
        "{}",
        lost.out
    );
    let anew = setup(&home, &[&webmail[..], &["--force"]].concat());
    assert_eq!(
        (anew.status, states(&anew)),
        (0, vec!["registered", "written"])
    );
    assert_ne!(fs::read_to_string(&path).unwrap(), text);

    let moved = setup(
        &home,
        &["--roundcube", "--webmail", "https://elsewhere.example.org"],
    );
    assert_eq!(moved.status, 1);
    assert!(
        moved.out.contains("it stands at another address"),
        "{}",
        moved.out
    );
    assert_eq!(setup(&home, &["--roundcube"]).status, 2);
}
