//! A PostgreSQL cluster of the tests' own: one per test process, in a temporary directory, gone when the process is.

#![expect(
    clippy::panic,
    reason = "a test without its database must stop and say why, never pass"
)]

use crate::database::temporary;
use counterfoil_model::Timestamp;
use std::fs;
use std::os::unix::fs::{MetadataExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};
use tokio::sync::OnceCell;
use tokio_postgres::{Client, NoTls};

/// A running cluster to use instead, as the URL of a superuser.
const ELSEWHERE: &str = "COUNTERFOIL_TEST_POSTGRES";
const INSTALLED: &str = "/usr/lib/postgresql";
const MISSING: &str = "these tests need PostgreSQL: `apt-get install postgresql-15`, or set COUNTERFOIL_TEST_POSTGRES \
                       to the URL of a superuser on a running cluster";

/// Runs the server and outlives this process by a moment: standard input is a pipe whose other end only this process
/// holds, so the end of the process, however it comes, is the end of the input. The second signal is for a server
/// that was still starting when the first one came.
const WATCHDOG: &str = r#"
trap '' HUP INT TERM
"$@" > "$0/log" 2>&1 &
server=$!
read -r _
kill -QUIT "$server"
sleep 1
kill -QUIT "$server" 2> /dev/null
wait "$server"
rm -rf "$0"
"#;

static CLUSTER: OnceCell<Cluster> = OnceCell::const_new();
static TEMPLATE: OnceCell<String> = OnceCell::const_new();
static COUNT: AtomicU32 = AtomicU32::new(0);

/// Hands out databases. The cluster starts with the first one and stops with the process.
#[derive(Debug)]
pub struct TestPostgres;

struct Cluster {
    /// The superuser's URL, to the database `postgres`.
    url: String,
    /// What the names of this process's databases begin with.
    prefix: String,
    /// Waits for the end of its input, which is held in here.
    _watchdog: Option<Child>,
}

impl TestPostgres {
    /// The URL of a new database with the current schema, copied from a template.
    ///
    /// # Panics
    /// When there is no PostgreSQL; a test that needs it never passes without it.
    pub async fn fresh_database() -> String {
        let cluster = cluster().await;
        let template = TEMPLATE.get_or_init(|| cluster.template()).await;
        cluster.create(&format!(" TEMPLATE {template}")).await
    }

    /// The URL of a new database with nothing in it.
    ///
    /// # Panics
    /// As [`fresh_database`](Self::fresh_database).
    pub async fn empty_database() -> String {
        cluster().await.create("").await
    }
}

async fn cluster() -> &'static Cluster {
    CLUSTER.get_or_init(Cluster::start).await
}

impl Cluster {
    async fn start() -> Self {
        if let Ok(url) = std::env::var(ELSEWHERE) {
            let client = connect(&url)
                .await
                .unwrap_or_else(|error| panic!("{ELSEWHERE} can't be reached: {error}"));
            let prefix = elsewhere(&client).await;
            return Self {
                url,
                prefix,
                _watchdog: None,
            };
        }
        let (directory, watchdog) = tokio::task::spawn_blocking(|| launch_at(None, None, &[]))
            .await
            .unwrap_or_else(|error| panic!("PostgreSQL couldn't be started: {error}"));
        let socket = address_of(&directory);
        let url = format!("postgres:///postgres?host={socket}&user=postgres");
        let started = Instant::now();
        while let Err(error) = connect(&url).await {
            let late = started.elapsed() > Duration::from_mins(1);
            assert!(
                !late,
                "PostgreSQL didn't start: {error}\n{}",
                told(&directory)
            );
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Self {
            url,
            prefix: "test".into(),
            _watchdog: Some(watchdog),
        }
    }

    async fn create(&self, options: &str) -> String {
        let name = format!("{}_{}", self.prefix, COUNT.fetch_add(1, Ordering::Relaxed));
        let client = connect(&self.url)
            .await
            .unwrap_or_else(|error| panic!("the cluster went away: {error}"));
        client
            .batch_execute(&format!("CREATE DATABASE {name}{options}"))
            .await
            .unwrap_or_else(|error| panic!("CREATE DATABASE {name}{options}: {error:?}"));
        with_database(&self.url, &name)
    }

    async fn template(&self) -> String {
        let url = self.create("").await;
        let migrated = async {
            let db = counterfoil_store::open_with(&url, 1).await?;
            counterfoil_store::migrate(&db, Timestamp::from_micros(0)).await
        };
        migrated
            .await
            .unwrap_or_else(|error| panic!("the template can't be migrated: {error}"));
        database_of(&url).into()
    }
}

/// The directory of a server's socket, as a URL has it.
pub(crate) fn address_of(directory: &Path) -> String {
    let path = directory.to_string_lossy();
    path.replace('%', "%25").replace('/', "%2F")
}

/// What a server logged.
pub(crate) fn told(directory: &Path) -> String {
    fs::read_to_string(directory.join("log")).unwrap_or_default()
}

/// Fills a data directory.
pub(crate) type Fill<'a> = &'a dyn Fn(&Path);

/// Makes a cluster, in memory where there is room unless a place is given, from nothing unless `fill` fills its data directory, and starts its server under a watchdog.
pub(crate) fn launch_at(
    place: Option<&Path>,
    fill: Option<Fill<'_>>,
    more: &[&str],
) -> (PathBuf, Child) {
    let binaries = binaries();
    let made = match place {
        Some(place) => tempfile::Builder::new()
            .prefix("counterfoil-pg-")
            .tempdir_in(place),
        None => temporary("counterfoil-pg-"),
    };
    let directory = made.unwrap_or_else(|error| panic!("no temporary directory: {error}"));
    let user = Unprivileged::find();
    user.give(directory.path());
    let data = directory.path().join("data");
    match fill {
        Some(fill) => fill(&data),
        None => init(&user, &binaries, directory.path(), &data),
    }

    let directory = directory.keep();
    let server = user.command(&binaries.join("postgres"), &directory);
    let mut watchdog = Command::new("sh");
    watchdog
        .arg("-c")
        .arg(WATCHDOG)
        .arg(&directory)
        .arg(server.get_program())
        .args(server.get_args());
    watchdog
        .arg("-D")
        .arg(&data)
        .arg("-k")
        .arg(&directory)
        .args([
            "-c",
            "listen_addresses=",
            "-c",
            "max_connections=200",
            "-c",
            "shared_buffers=64MB",
        ])
        .args(more);
    // A group of its own: an interrupt from the keyboard ends the tests, and they end the server.
    let watchdog = watchdog
        .current_dir(&directory)
        .process_group(0)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|error| panic!("PostgreSQL can't be started: {error}"));
    (directory, watchdog)
}

fn init(user: &Unprivileged, binaries: &Path, directory: &Path, data: &Path) {
    let initdb = user
        .command(&binaries.join("initdb"), directory)
        .args([
            "--no-locale",
            "--encoding=UTF8",
            "--auth=trust",
            "--username=postgres",
            "--no-sync",
            "-D",
        ])
        .arg(data)
        .stdin(Stdio::null())
        .output()
        .unwrap_or_else(|error| panic!("initdb can't be run: {error}"));
    assert!(
        initdb.status.success(),
        "initdb: {}",
        String::from_utf8_lossy(&initdb.stderr)
    );
}

/// The newest version that is installed.
pub(crate) fn binaries() -> PathBuf {
    let versions = fs::read_dir(INSTALLED).into_iter().flatten().flatten();
    versions
        .filter_map(|entry| {
            Some((
                entry.file_name().to_str()?.parse::<u32>().ok()?,
                entry.path().join("bin"),
            ))
        })
        .filter(|(_, path)| path.join("initdb").exists() && path.join("postgres").exists())
        .max()
        .map_or_else(|| panic!("{MISSING}"), |(_, path)| path)
}

/// Who the server runs as: PostgreSQL refuses to run as root.
pub(crate) struct Unprivileged(Option<(u32, u32)>);

impl Unprivileged {
    pub(crate) fn find() -> Self {
        let me = fs::metadata("/proc/self").map_or(0, |process| process.uid());
        if me != 0 {
            return Self(None);
        }
        let known = ["postgres", "nobody"]
            .into_iter()
            .find_map(|name| Some((id("-u", name)?, id("-g", name)?)));
        let Some(ids) = known else {
            panic!("there is no user postgres or nobody to run PostgreSQL as")
        };
        Self(Some(ids))
    }

    fn give(&self, directory: &Path) {
        if let Self(Some((user, group))) = *self
            && let Err(error) = chown(directory, Some(user), Some(group))
        {
            panic!("{} can't be given away: {error}", directory.display());
        }
    }

    pub(crate) fn command(&self, program: &Path, directory: &Path) -> Command {
        let mut command = match self.0 {
            None => Command::new(program),
            Some((user, group)) => {
                let mut command = Command::new("setpriv");
                command
                    .arg(format!("--reuid={user}"))
                    .arg(format!("--regid={group}"));
                command.args(["--clear-groups", "--"]).arg(program);
                command
            }
        };
        command.current_dir(directory);
        command
    }
}

fn id(which: &str, name: &str) -> Option<u32> {
    let output = Command::new("id")
        .args([which, name])
        .output()
        .ok()
        .filter(|output| output.status.success())?;
    String::from_utf8(output.stdout).ok()?.trim().parse().ok()
}

pub(crate) async fn connect(url: &str) -> Result<Client, tokio_postgres::Error> {
    let (client, connection) = tokio_postgres::connect(url, NoTls).await?;
    tokio::spawn(connection);
    Ok(client)
}

/// On a cluster that isn't ours, databases carry the hour they were made in, and those of hours ago are dropped: a test
/// process can't do so at its own end.
async fn elsewhere(client: &Client) -> String {
    let listed = client
        .query(
            "SELECT datname::text, CAST(extract(epoch FROM now()) AS bigint) / 3600 AS hour FROM pg_database",
            &[],
        )
        .await
        .unwrap_or_else(|error| panic!("{ELSEWHERE}: {error}"));
    let mut now = 0;
    for row in listed {
        let name: String = row.get(0);
        now = row.get::<_, i64>(1);
        let made = name
            .strip_prefix("counterfoil_test_")
            .and_then(|rest| rest.split('_').next()?.parse::<i64>().ok());
        if made.is_some_and(|made| made + 2 < now) {
            // Somebody may still be connected to it; then it stays.
            let _in_use = client
                .batch_execute(&format!("DROP DATABASE IF EXISTS {name}"))
                .await;
        }
    }
    format!("counterfoil_test_{now}_{}", std::process::id())
}

/// The same URL with another database.
fn with_database(url: &str, name: &str) -> String {
    let (base, query) = url
        .split_once('?')
        .map_or((url, String::new()), |(base, query)| {
            (base, format!("?{query}"))
        });
    let (scheme, rest) = base.split_once("://").unwrap_or(("postgres", base));
    let authority = rest.split('/').next().unwrap_or_default();
    format!("{scheme}://{authority}/{name}{query}")
}

fn database_of(url: &str) -> &str {
    let base = url.split('?').next().unwrap_or(url);
    base.rsplit('/').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_gets_another_database() {
        assert_eq!(
            with_database("postgres://u:p@h:5/postgres?a=b%2Fc", "x"),
            "postgres://u:p@h:5/x?a=b%2Fc"
        );
        assert_eq!(with_database("postgres://h", "x"), "postgres://h/x");
        assert_eq!(database_of("postgres:///x?host=%2Ftmp"), "x");
    }
}
