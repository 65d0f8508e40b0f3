//! A house with people in it, on either engine, with keys in files as `counterfoil serve` makes them.

use crate::program::{Ran, run_in};
use age::secrecy::ExposeSecret;
use counterfoil_cli::keys::KeyFiles;
use counterfoil_model::Timestamp;
use counterfoil_service::{Clock, KeyMaterial, KeyRing, SystemClock};
use counterfoil_store::driver::Engine;
use counterfoil_testkit::clock::MockClock;
use counterfoil_testkit::database::TestDatabase;
use counterfoil_testkit::service::TestService;
use rand::SeedableRng;
use rand::rngs::StdRng;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Makes one test per engine out of `async fn name(engine: Engine)`.
macro_rules! on_both_engines {
    ($($test:ident),+ $(,)?) => {
        mod on_sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $test() {
                super::$test(counterfoil_store::driver::Engine::Sqlite).await;
            })+
        }
        mod on_postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $test() {
                super::$test(counterfoil_store::driver::Engine::Postgres).await;
            })+
        }
    };
}
pub(crate) use on_both_engines;

/// A directory with a configuration, keys and identities; a database of its own.
pub(crate) struct House {
    pub(crate) home: TempDir,
    pub(crate) recipient: String,
    pub(crate) clock: MockClock,
    pub(crate) database: TestDatabase,
    pub(crate) seed: u64,
}

impl House {
    /// One with keys and a database without tables.
    pub(crate) async fn empty(engine: Engine) -> Self {
        let home = tempfile::tempdir().unwrap();
        let identity = age::x25519::Identity::generate();
        let text = format!(
            "# made by a test\n{}\n",
            identity.to_string().expose_secret()
        );
        fs::write(home.path().join("identity.txt"), text).unwrap();
        Self {
            home,
            recipient: identity.to_public().to_string(),
            clock: MockClock::at(SystemClock.now()),
            database: TestDatabase::empty(engine).await,
            seed: 7,
        }
    }

    /// One that is migrated and has keys.
    pub(crate) async fn new(engine: Engine) -> Self {
        let house = Self::empty(engine).await;
        counterfoil_store::migrate(&house.database.db, Timestamp::from_micros(0))
            .await
            .unwrap();
        house.make_keys(house.seed);
        house
    }

    pub(crate) fn make_keys(&self, seed: u64) {
        KeyFiles::create_missing(&self.keys_dir(), &mut StdRng::seed_from_u64(seed)).unwrap();
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    pub(crate) fn keys_dir(&self) -> PathBuf {
        self.path("data/keys")
    }

    /// The use cases with the keys that are there now. `n` tells one service on the same database from another.
    pub(crate) async fn service(&self, n: u64) -> TestService {
        TestService::at(self.database.url())
            .keys(ring(&self.keys_dir()))
            .clock(&self.clock)
            .seed(n)
            .owners(u32::try_from(n * 100).unwrap())
            .await
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        run_in(self.home.path(), arguments, &self.environment(), "")
    }

    pub(crate) fn environment(&self) -> [(&'static str, &str); 3] {
        [
            ("COUNTERFOIL__PUBLIC_URL", "https://account.example.org"),
            ("COUNTERFOIL__DATABASE__URL", self.database.url()),
            // Nothing of this machine listens there.
            ("COUNTERFOIL__LISTEN", "127.0.0.1:0"),
        ]
    }

    /// Backs up with these options.
    pub(crate) fn back_up(&self, to: &str, options: &[&str]) -> Ran {
        let all = [
            &["backup", "--to", to, "--recipient", &self.recipient],
            options,
        ]
        .concat();
        self.run(&all)
    }

    /// Backs up, which must go well.
    pub(crate) fn backed_up(&self, to: &str, options: &[&str]) {
        let ran = self.back_up(to, options);
        assert_eq!((ran.status, ran.out.as_str()), (0, ""), "{}", ran.err);
    }

    pub(crate) fn restore(&self, from: &Path, options: &[&str]) -> Ran {
        let from = from.to_str().unwrap();
        let identity = self.path("identity.txt");
        let identity = ["restore", from, "--identity", identity.to_str().unwrap()];
        let ran = self.run(&[&identity, options].concat());
        // The program has the real clock: what it ended must be past by the clock of the test.
        self.clock.set(self.clock.now().max(SystemClock.now()));
        ran
    }

    /// What is in a backup, opened with age alone.
    pub(crate) fn opened(&self, backup: &str) -> Vec<u8> {
        let text = fs::read_to_string(self.path("identity.txt")).unwrap();
        let identity: age::x25519::Identity = text.lines().nth(1).unwrap().parse().unwrap();
        age::decrypt(&identity, &fs::read(self.path(backup)).unwrap()).unwrap()
    }
}

/// The keys of a directory.
pub(crate) fn ring(dir: &Path) -> KeyRing {
    let files = KeyFiles::load(dir).unwrap().into_keys();
    let material = files.into_iter().map(|key| KeyMaterial {
        kind: key.kind,
        id: key.id.clone(),
        bytes: key.bytes.clone(),
    });
    KeyRing::new(material.collect()).unwrap()
}
