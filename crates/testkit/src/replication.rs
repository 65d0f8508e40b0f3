//! A PostgreSQL server with a synchronous standby, both of a test's own: the primary can be killed, the standby promoted.

#![expect(
    clippy::panic,
    reason = "a test without its database must stop and say why, never pass"
)]

use crate::postgres::{Unprivileged, address_of, binaries, connect, launch_at, told};
use counterfoil_model::Timestamp;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

/// How long each step may take, where other tests want the processor too.
const PATIENCE: Duration = Duration::from_mins(1);
const PAUSE: Duration = Duration::from_millis(20);

/// Two servers. A COMMIT on the primary is answered when the standby has it on disk.
#[derive(Debug)]
pub struct TestPair {
    primary: TestServer,
    standby: TestServer,
}

/// A server of its own, where a test or a bench must know on which disk it writes; gone with this process.
#[derive(Debug)]
pub struct TestServer {
    directory: PathBuf,
    /// Waits for the end of its input, which is held in here.
    _watchdog: Child,
}

impl TestPair {
    /// Starts both, with a database `counterfoil` that has the current schema.
    ///
    /// # Panics
    /// When PostgreSQL isn't installed or a step fails.
    pub async fn start() -> Self {
        let primary =
            TestServer::launched(|| launch_at(None, None, &["-c", "max_wal_senders=4"])).await;
        let url = primary.url("postgres");
        execute(&url, "CREATE DATABASE counterfoil").await;
        let migrated = async {
            let db = counterfoil_store::open_with(&primary.url("counterfoil"), 1).await?;
            counterfoil_store::migrate(&db, Timestamp::from_micros(0)).await
        };
        if let Err(error) = migrated.await {
            panic!("the primary can't be migrated: {error}");
        }
        let from = primary.directory.clone();
        let standby = TestServer::launched(move || {
            launch_at(None, Some(&|data| base_backup(&from, data)), &[])
        })
        .await;
        execute(
            &url,
            "ALTER SYSTEM SET synchronous_standby_names = 'standby'",
        )
        .await;
        execute(&url, "SELECT pg_reload_conf()").await;
        let pair = Self { primary, standby };
        let synchronous =
            "SELECT CAST(COUNT(*) AS bigint) FROM pg_stat_replication WHERE sync_state = 'sync'";
        pair.primary.wait_for(synchronous, 1).await;
        pair
    }

    /// The database, wherever it can be written: on the primary, and after [`promote`](Self::promote) on what was the standby.
    #[must_use]
    pub fn url(&self) -> String {
        let [primary, standby] =
            [&self.primary, &self.standby].map(|server| address_of(&server.directory));
        format!(
            "postgres:///counterfoil?host={primary}&host={standby}&user=postgres&target_session_attrs=read-write"
        )
    }

    /// Ends the primary at once, like a power cut for it: SIGKILL to the server and to each of its processes.
    ///
    /// # Panics
    /// When it doesn't run.
    pub fn kill_primary(&self) {
        let pid = std::fs::read_to_string(self.primary.directory.join("data/postmaster.pid"));
        let pid = pid
            .ok()
            .and_then(|text| Some(text.lines().next()?.to_owned()));
        let Some(pid) = pid else {
            panic!("the primary doesn't run")
        };
        let children = std::fs::read_to_string(format!("/proc/{pid}/task/{pid}/children"));
        let children = children.unwrap_or_default();
        let all = std::iter::once(pid.as_str()).chain(children.split_whitespace());
        // Some may have ended by themselves.
        let _ended = Command::new("kill").arg("-KILL").args(all).status();
    }

    /// Makes the standby the one that is written to.
    ///
    /// # Panics
    /// When it can't be reached or doesn't come out of recovery.
    pub async fn promote(&self) {
        execute(&self.standby.url("postgres"), "SELECT pg_promote()").await;
        let in_recovery = "SELECT CAST(CAST(pg_is_in_recovery() AS integer) AS bigint)";
        self.standby.wait_for(in_recovery, 0).await;
    }
}

impl TestServer {
    /// Starts one in this directory, with PostgreSQL's own settings for what is durable.
    ///
    /// # Panics
    /// When PostgreSQL isn't installed or doesn't start.
    pub async fn start_in(place: &Path) -> Self {
        let place = place.to_owned();
        Self::launched(move || launch_at(Some(&place), None, &[])).await
    }

    async fn launched(launch: impl FnOnce() -> (PathBuf, Child) + Send + 'static) -> Self {
        let (directory, watchdog) = tokio::task::spawn_blocking(launch)
            .await
            .unwrap_or_else(|error| panic!("PostgreSQL couldn't be started: {error}"));
        let server = Self {
            directory,
            _watchdog: watchdog,
        };
        server.is_up().await;
        server
    }

    /// Makes a database without tables and gives its URL.
    ///
    /// # Panics
    /// When there is one of this name.
    pub async fn create(&self, name: &str) -> String {
        execute(&self.url("postgres"), &format!("CREATE DATABASE {name}")).await;
        self.url(name)
    }

    /// The number that a question to a database has for an answer.
    ///
    /// # Panics
    /// When it has none.
    pub async fn ask(&self, url: &str, question: &str) -> i64 {
        let answer = match connect(url).await {
            Ok(client) => client.query_one(question, &[]).await,
            Err(error) => Err(error),
        };
        answer.map_or_else(|error| panic!("{question}: {error:?}"), |row| row.get(0))
    }

    /// Where it is: its data, its log, its socket.
    #[must_use]
    pub fn directory(&self) -> &Path {
        &self.directory
    }

    fn url(&self, database: &str) -> String {
        let address = address_of(&self.directory);
        format!("postgres:///{database}?host={address}&user=postgres")
    }

    async fn is_up(&self) {
        let began = Instant::now();
        while let Err(error) = connect(&self.url("postgres")).await {
            let late = began.elapsed() > PATIENCE;
            assert!(
                !late,
                "PostgreSQL didn't start: {error}\n{}",
                told(&self.directory)
            );
            tokio::time::sleep(PAUSE).await;
        }
    }

    async fn wait_for(&self, question: &str, answer: i64) {
        let began = Instant::now();
        let url = self.url("postgres");
        loop {
            let row = match connect(&url).await {
                Ok(client) => client.query_one(question, &[]).await.ok(),
                Err(_) => None,
            };
            if row.is_some_and(|row| row.get::<_, i64>(0) == answer) {
                return;
            }
            let late = began.elapsed() > PATIENCE;
            assert!(
                !late,
                "{question} isn't {answer}\n{}",
                told(&self.directory)
            );
            tokio::time::sleep(PAUSE).await;
        }
    }
}

async fn execute(url: &str, sql: &str) {
    let done = match connect(url).await {
        Ok(client) => client.batch_execute(sql).await,
        Err(error) => Err(error),
    };
    if let Err(error) = done {
        panic!("{sql}: {error:?}");
    }
}

/// Copies the primary into a data directory that follows it.
fn base_backup(primary: &Path, data: &Path) {
    let directory = data.parent().unwrap_or(data);
    let copied = Unprivileged::find()
        .command(&binaries().join("pg_basebackup"), directory)
        .args([
            "--checkpoint=fast",
            "--no-sync",
            "--wal-method=stream",
            "--username=postgres",
            "--write-recovery-conf",
        ])
        .arg("-h")
        .arg(primary)
        .arg("-D")
        .arg(data)
        .arg("-d")
        .arg("application_name=standby")
        .output();
    match copied {
        Ok(copied) => assert!(
            copied.status.success(),
            "pg_basebackup: {}",
            String::from_utf8_lossy(&copied.stderr)
        ),
        Err(error) => panic!("pg_basebackup can't be run: {error}"),
    }
}
