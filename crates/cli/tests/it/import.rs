//! Taking accounts over from another mail system by the real command, killed in the middle, and looking how far it is.

use crate::program::{Ran, run_in};
use counterfoil_store::{Db, Error, Statement};
use std::fmt::Write;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// "Blumentopf 3" in SHA-512-crypt with 1,000 rounds, by `doveadm pw`.
const FIELD: &str = "{SHA512-CRYPT}$6$rounds=1000$0vo7Hf2FW1brm6gW$3U/39PcR4w1gAsScdTWZenpQUU3r5bLz671WTcmrILbecGcjnnFcc4iO3QKi3hN.afJGDX9eFJs5RwosTHmwn1";

fn place() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let config = "public_url = \"https://account.example.org\"\n";
    fs::write(dir.path().join("counterfoil.toml"), config).unwrap();
    dir
}

fn counterfoil(dir: &Path, arguments: &[&str]) -> Ran {
    run_in(dir, arguments, &[], "")
}

fn listed(dir: &Path, filters: &[&str]) -> Vec<String> {
    let ran = counterfoil(dir, &[&["account", "list"], filters].concat());
    assert_eq!(ran.status, 0, "{}", ran.err);
    ran.out.lines().map(str::to_owned).collect()
}

#[test]
fn the_report_says_which_line_and_what_to_do_and_repeats_no_hash() {
    let dir = place();
    let md5 = "$1$zDyv55rw$FOINlNZhvmwP.t7cQC2/I1";
    let users = format!(
        "# the old house\nanna:{FIELD}:1000:1000:Anna Berg::\nben:{{MD5-CRYPT}}{md5}\n\
         carl:{{PLAIN}}a brook of 4 trout\ndora@elsewhere.example:{FIELD}\nben and dora\n"
    );
    fs::write(dir.path().join("users"), users).unwrap();
    let import = ["account", "import", "users", "--domain", "mail.example"];

    let dry = counterfoil(dir.path(), &[&import[..], &["--dry-run"]].concat());
    assert_eq!(dry.status, 1);
    assert!(
        dry.err
            .starts_with("3 accounts would be taken over, 0 there already, 2 refused")
    );
    assert_eq!(listed(dir.path(), &[]).len(), 0);

    let ran = counterfoil(dir.path(), &import);
    assert_eq!(ran.status, 1);
    let report: Vec<&str> = ran.out.lines().collect();
    assert_eq!(
        report,
        [
            "3\trefused\tben@mail.example\tpassword: the scheme MD5-CRYPT can't be taken over; set the password anew in the \
             old system, or run it again with --without-unknown-passwords and invite the owner",
            "6\trefused\t-\tline: the line hasn't the fields it should have; look for a missing line break or separator",
            "4\tin-clear\tcarl@mail.example\tthe password stood in the file in clear; it is hashed now, and should be changed",
        ]
    );
    assert!(
        ran.err
            .contains("3 accounts taken over, 0 there already, 2 refused, 0 gone.")
    );
    assert!(
        ran.err
            .contains("WARNING: 1 passwords stood in this file in clear."),
        "{}",
        ran.err
    );
    let accounts = listed(
        dir.path(),
        &["--imported", "--without-second-step", "--never-signed-in"],
    );
    let anna = "anna@mail.example\tAnna Berg\towner\tactive\tno\t-\timported\tno";
    assert!(accounts.iter().any(|line| line == anna), "{accounts:?}");
    assert_eq!(accounts.len(), 3);

    // The rest comes without passwords; what was left out is not looked for again.
    let users = format!("anna:{FIELD}\nben:{{MD5-CRYPT}}{md5}\n");
    fs::write(dir.path().join("users"), users).unwrap();
    let report = dir.path().join("report.tsv");
    let options = [
        "--without-unknown-passwords",
        "--suspend-gone",
        "--report",
        "report.tsv",
    ];
    let ran = counterfoil(dir.path(), &[&import[..], &options].concat());
    assert_eq!((ran.status, ran.out.as_str()), (0, ""), "{}", ran.err);
    let written = fs::read_to_string(&report).unwrap();
    assert!(written.contains("2\twithout-password\tben@mail.example\t"));
    assert!(written.contains("-\tsuspended\tcarl@mail.example\t"));
    assert!(
        !written.contains("dora"),
        "another domain's people aren't gone"
    );
    assert_eq!(
        fs::metadata(&report).unwrap().permissions().mode() & 0o777,
        0o600
    );
    let ben = "ben@mail.example\t\towner\tinvited";
    let accounts = listed(dir.path(), &[]);
    assert!(
        accounts.iter().any(|line| line.starts_with(ben)),
        "{accounts:?}"
    );

    let database = fs::read(dir.path().join("data/counterfoil.sqlite")).unwrap();
    for secret in [FIELD.rsplit('$').next().unwrap(), md5, "a brook of 4 trout"] {
        assert!(!written.contains(secret) && !ran.err.contains(secret));
        assert!(
            !database
                .windows(secret.len())
                .any(|part| part == secret.as_bytes())
        );
    }
}

#[test]
fn a_table_is_known_by_its_ending_and_wrong_options_stop_it() {
    let dir = place();
    let table = format!("address,password\nanna@mail.example,{}\n", &FIELD[14..]);
    fs::write(dir.path().join("people.CSV"), table).unwrap();
    let ran = counterfoil(dir.path(), &["account", "import", "people.CSV"]);
    assert_eq!((ran.status, ran.out.as_str()), (0, ""), "{}", ran.err);
    for (arguments, said) in [
        (&["nobody"][..], "counterfoil: nobody: No such file"),
        (
            &["people.CSV", "--domain", "not a domain"],
            "counterfoil: --domain not a domain: ",
        ),
        (
            &["people.CSV", "--default-scheme", "MD5-CRYPT"],
            "error: invalid value 'MD5-CRYPT'",
        ),
        (
            &["counterfoil.toml", "--format", "csv"],
            "counterfoil: counterfoil.toml: the first line names no column password",
        ),
    ] {
        let ran = counterfoil(dir.path(), &[&["account", "import"], arguments].concat());
        assert_eq!(ran.status, 2, "{}", ran.err);
        assert!(ran.err.starts_with(said), "{}", ran.err);
    }
}

const LINES: usize = 420;
const HALF_MADE: Statement = Statement::new(
    "test_half_made",
    "SELECT (SELECT COUNT(*) FROM account) AS accounts, (SELECT COUNT(*) FROM address_book) AS keys, \
     (SELECT COUNT(DISTINCT account_id) FROM security_event WHERE kind = 'account-imported') AS events, \
     (SELECT COUNT(*) FROM account JOIN address_book ON account.account_id = address_book.account_id \
      WHERE password IS NOT NULL AND password_pepper IS NOT NULL AND password_setting IS NOT NULL AND state = 'active') AS whole",
);

/// Accounts, after looking that each has its address, its password and its event.
fn whole_accounts(dir: &Path) -> i64 {
    let url = format!("sqlite:{}", dir.join("data/counterfoil.sqlite").display());
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let row = runtime.block_on(async {
        let db: Db = counterfoil_store::open(&url).await.unwrap();
        let rows: Result<_, Error> = db
            .read("test_half_made", |tx| async move {
                tx.query(&HALF_MADE, &[]).await
            })
            .await;
        rows.unwrap()
    });
    let count = |column: &str| row[0].get::<i64>(column).unwrap();
    let accounts = count("accounts");
    for column in ["keys", "events", "whole"] {
        assert_eq!(count(column), accounts, "{column}");
    }
    accounts
}

/// Issue 3, item 6: nothing half-imported after a kill in the middle, and running it again makes the rest.
#[test]
fn killed_in_the_middle_every_account_is_whole_or_absent() {
    let dir = place();
    let mut users = String::new();
    for n in 1..=LINES {
        let field = if n % 100 == 0 { "{CRAM-MD5}00" } else { FIELD };
        writeln!(users, "owner-{n}@mail.example:{field}").unwrap();
    }
    fs::write(dir.path().join("users"), users).unwrap();
    assert_eq!(listed(dir.path(), &[]).len(), 0);

    let import = ["account", "import", "users"];
    let (mut in_the_middle, mut before) = (0, 0);
    for later in [0, 700] {
        let report = dir.path().join(format!("killed-{later}"));
        let mut running = Command::new(env!("CARGO_BIN_EXE_counterfoil"))
            .args(import)
            .arg("--report")
            .arg(&report)
            .current_dir(dir.path())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // A batch was made once its wrong lines are in the report.
        let began = Instant::now();
        while fs::metadata(&report).map_or(0, |report| report.len()) == 0 {
            assert!(began.elapsed() < Duration::from_mins(2), "it doesn't run");
            std::thread::sleep(Duration::from_millis(2));
        }
        std::thread::sleep(Duration::from_millis(later));
        running.kill().unwrap();
        running.wait().unwrap();
        let made = whole_accounts(dir.path());
        assert!(made >= before && made > 0, "{made}");
        in_the_middle += usize::from(made < 416);
        before = made;
    }
    assert!(in_the_middle > 0, "it was never killed in the middle");

    let ran = counterfoil(dir.path(), &import);
    assert_eq!(ran.status, 1);
    let refused: Vec<_> = ran
        .out
        .lines()
        .map(|line| line.split('\t').next().unwrap())
        .collect();
    assert_eq!(refused, ["100", "200", "300", "400"]);
    assert_eq!(whole_accounts(dir.path()), 416);
    let again = counterfoil(dir.path(), &import);
    assert!(
        again
            .err
            .contains("0 accounts taken over, 416 there already, 4 refused, 0 gone."),
        "{}",
        again.err
    );
}
