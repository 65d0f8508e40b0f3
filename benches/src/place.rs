//! Where databases are: a file, or a PostgreSQL of this program's own, both on the disk that temporary files are on.

use counterfoil_store::driver::Engine;
use counterfoil_testkit::replication::TestServer;
use std::path::PathBuf;
use std::time::Duration;
use tempfile::TempDir;

/// How much is measured.
pub(crate) struct Size {
    /// Owners with sheets of real codes.
    pub(crate) owners: usize,
    /// Accounts beside them, a database each.
    pub(crate) towns: Vec<usize>,
    pub(crate) rounds: usize,
    /// How long what has no end is done in a round.
    pub(crate) span: Duration,
    /// Redemptions one after the other in a round.
    pub(crate) latencies: usize,
    /// How long a flood lasts.
    pub(crate) flood: Duration,
}

impl Size {
    /// For `docs/benchmarks.md`.
    pub(crate) fn usual(million: bool) -> Self {
        let mut towns = vec![1_000, 100_000];
        if million {
            towns.push(1_000_000);
        }
        Self {
            owners: 30,
            towns,
            rounds: 5,
            span: Duration::from_secs(3),
            latencies: 40,
            flood: Duration::from_secs(15),
        }
    }

    /// To see whether everything runs.
    pub(crate) fn small() -> Self {
        Self {
            owners: 2,
            towns: vec![10, 1_000],
            rounds: 1,
            span: Duration::from_millis(300),
            latencies: 5,
            flood: Duration::from_secs(3),
        }
    }
}

/// One engine.
pub(crate) struct Place {
    pub(crate) name: &'static str,
    pub(crate) engine: Engine,
    /// On the disk that the engine writes to.
    pub(crate) folder: PathBuf,
    files: TempDir,
    server: Option<TestServer>,
}

impl Place {
    pub(crate) async fn both() -> [Self; 2] {
        [Self::embedded(), Self::postgres().await]
    }

    pub(crate) fn embedded() -> Self {
        let files = folder();
        Self {
            name: "embedded SQLite",
            engine: Engine::Sqlite,
            folder: files.path().to_owned(),
            files,
            server: None,
        }
    }

    pub(crate) async fn postgres() -> Self {
        let files = folder();
        Self {
            name: "PostgreSQL",
            engine: Engine::Postgres,
            folder: files.path().to_owned(),
            files,
            server: Some(TestServer::start_in(&std::env::temp_dir()).await),
        }
    }

    /// A new database, without tables.
    pub(crate) async fn create(&self, name: &str) -> String {
        match &self.server {
            None => format!("sqlite:{}", self.files.path().join(name).display()),
            Some(server) => server.create(name).await,
        }
    }

    /// How much room a database takes on disk.
    pub(crate) async fn bytes(&self, url: &str) -> i64 {
        let Some(server) = &self.server else {
            let connection = rusqlite::Connection::open(url.trim_start_matches("sqlite:"));
            let connection = connection.expect("the database");
            let ask =
                |question: &str| connection.query_row(question, [], |row| row.get::<_, i64>(0));
            return ask("PRAGMA page_count").expect("pages")
                * ask("PRAGMA page_size").expect("a size");
        };
        server
            .ask(url, "SELECT pg_database_size(current_database())")
            .await
    }

    /// The server's directory, where its socket is.
    pub(crate) fn socket(&self) -> Option<PathBuf> {
        self.server
            .as_ref()
            .map(|server| server.directory().to_owned())
    }
}

fn folder() -> TempDir {
    let folder = tempfile::Builder::new()
        .prefix("counterfoil-bench-")
        .tempdir();
    folder.expect("a temporary folder")
}
