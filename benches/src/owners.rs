//! Owners with sheets of real codes, and residents beside them whose rows make the tables as large as they would be.

use crate::house::{CodeKeys, cores};
use counterfoil_core::{AccountBytes, Code, CodeDigest, Cost, Salt, SetBytes, Slot};
use counterfoil_model::{AccountId, SetId, Timestamp};
use counterfoil_service::session::SessionToken;
use counterfoil_service::{App, Chance, Clock as _, Session, SystemClock, SystemEntropy, Visit};
use counterfoil_store::driver::Engine;
use counterfoil_store::repo::api_account::ApiAccount;
use counterfoil_store::repo::import::{ImportedAccount, KeptPassword};
use counterfoil_store::{Db, Error, Statement, Tx, repo};
use sha2::{Digest as _, Sha256};
use std::net::Ipv4Addr;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Codes on a sheet.
pub(crate) const CODES: u8 = 10;

const UNSPEND: Statement = Statement::new(
    "bench_unspend",
    "UPDATE code SET spent_at = NULL, spent_from = NULL, replacement_owed = 0 WHERE account_id = $1",
);

/// The app whose accounts owners are where they have no mailbox.
pub(crate) const APP: &str = "bench";

/// Somebody with a sheet, the same on every database.
pub(crate) struct Owner {
    pub(crate) account: AccountId,
    set: SetId,
    pepper: String,
    codes: Vec<Drawn>,
}

struct Drawn {
    slot: Slot,
    text: String,
    salt: Salt,
    digest: CodeDigest,
}

/// Every code of these: one of everybody, then the next. Two of one owner at a time would wait for each other.
pub(crate) fn in_turn<T>(mut sheets: Vec<Vec<T>>) -> Vec<T> {
    let mut turns = Vec::new();
    while sheets.iter().any(|sheet| !sheet.is_empty()) {
        turns.extend(sheets.iter_mut().filter_map(Vec::pop));
    }
    turns
}

/// A code that is about to be typed, in a half-session of its own.
pub(crate) struct Typing {
    pub(crate) half: Session,
    pub(crate) visit: Visit,
    pub(crate) code: String,
}

/// Draws so many owners, on all cores: ten slow hashes each.
pub(crate) fn draw(owners: usize, keys: &CodeKeys) -> Vec<Owner> {
    let (next, count) = (&AtomicUsize::new(0), cores());
    std::thread::scope(|scope| {
        let hands = (0..count).map(|_| {
            scope.spawn(move || {
                let mut drawn = Vec::new();
                while next.fetch_add(1, Ordering::Relaxed) < owners {
                    drawn.push(Owner::draw(keys));
                }
                drawn
            })
        });
        let hands: Vec<_> = hands.collect();
        let drawn = hands
            .into_iter()
            .flat_map(|hand| hand.join().expect("owners"));
        drawn.collect()
    })
}

impl Owner {
    fn draw(keys: &CodeKeys) -> Self {
        let chance = &mut Chance(&SystemEntropy);
        let (account, set) = (AccountId::draw(chance), SetId::draw(chance));
        let codes = (1..=CODES).map(|slot| {
            let slot = Slot::new(slot).expect("a slot");
            let code = Code::draw(slot, &keys.tag, chance);
            let salt = Salt::draw(chance);
            let (of, within) = (AccountBytes(*account.as_bytes()), SetBytes(*set.as_bytes()));
            let digest = code.digest(&keys.pepper, &of, &within, &salt, Cost::PRODUCTION);
            Drawn {
                slot,
                text: code.text().to_string(),
                salt,
                digest: digest.expect("a digest"),
            }
        });
        Self {
            account,
            set,
            codes: codes.collect(),
            pepper: keys.pepper_id.clone(),
        }
    }

    /// Enters the owner of a mailbox with the sheet in force.
    pub(crate) async fn enter(&self, db: &Db) {
        let now = SystemClock.now();
        let entered: Result<(), Error> = db
            .run("bench_enter", |tx| async move {
                let address = format!("{}@town.example", self.account);
                let account = ImportedAccount {
                    id: self.account,
                    address: &address,
                    address_key: &address,
                    login: None,
                    name: "Somebody",
                    language: "en",
                    password: Some(&password()),
                };
                repo::import::enter(&tx, &account, now).await?;
                self.enter_sheet(&tx, now).await
            })
            .await;
        entered.expect("an owner");
    }

    /// Enters the owner as an account of [`APP`], with the sheet in force.
    pub(crate) async fn enter_for_app(&self, db: &Db) {
        let now = SystemClock.now();
        let entered: Result<(), Error> = db
            .run("bench_enter_for_app", |tx| async move {
                let account = ApiAccount {
                    id: self.account,
                    reference: self.account.to_string(),
                    name: None,
                    language: None,
                    state: "active".to_owned(),
                    made_at: now,
                    changed_at: now,
                };
                repo::api_account::enter(&tx, APP, &account).await?;
                self.enter_sheet(&tx, now).await
            })
            .await;
        entered.expect("an owner");
    }

    async fn enter_sheet(&self, tx: &Tx, now: Timestamp) -> Result<(), Error> {
        let (account, set) = (self.account, self.set);
        let new = repo::code_set::NewSet {
            id: set,
            label: "My mail".to_owned(),
            page_words: vec![0; 60],
            to_write: 0,
        };
        repo::code_set::show(tx, account, 1, &new, now).await?;
        for drawn in &self.codes {
            let kept = repo::code::Drawn {
                slot: drawn.slot,
                salt: drawn.salt,
                digest: CodeDigest::from_bytes(*drawn.digest.as_bytes()),
                cost: Cost::PRODUCTION,
                pepper: self.pepper.clone(),
                tag_key: "1".to_owned(),
                drill_word: vec![0; 50],
                replaces: None,
            };
            repo::code::keep(tx, account, set, &kept, now).await?;
        }
        repo::code_set::activate(tx, account, set, now, now).await?;
        repo::code::count_all(tx, account, set, now).await
    }

    /// Makes every code one that wasn't used.
    pub(crate) async fn unspend(&self, db: &Db) {
        let done: Result<_, Error> = db
            .run("bench_unspend", |tx| async move {
                tx.execute(&UNSPEND, &[self.account.into()]).await
            })
            .await;
        done.expect("codes that weren't used");
    }

    /// A half-session for each code.
    pub(crate) async fn begins(&self, app: &App) -> Vec<Typing> {
        let mut typing = Vec::new();
        for drawn in &self.codes {
            let secret: [u8; 32] = app.draw_bytes();
            let address = Ipv4Addr::new(10, secret[0], secret[1], secret[2]);
            let visit = Visit::new(&secret[..16], address.into(), "Bench");
            let now = SystemClock.now();
            let session = &half(&secret, &visit, now);
            let opened: Result<(), Error> = app
                .db()
                .run("bench_half", |tx| async move {
                    repo::session::open(&tx, self.account, session).await
                })
                .await;
            opened.expect("a half-session");
            let cookie = [self.account.as_bytes().as_slice(), &secret].concat();
            let cookie = data_encoding::BASE64URL_NOPAD.encode(&cookie);
            let token = SessionToken::parse(&cookie).expect("a cookie");
            typing.push(Typing {
                half: app
                    .half_session(&token, &visit)
                    .await
                    .expect("a half-session"),
                visit,
                code: drawn.text.clone(),
            });
        }
        typing
    }

    /// The codes as they are printed.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        self.codes.iter().map(|drawn| drawn.text.as_str())
    }
}

fn half(secret: &[u8; 32], visit: &Visit, now: Timestamp) -> repo::session::Session {
    repo::session::Session {
        hash: Sha256::digest(secret).into(),
        browser_hash: visit.browser,
        kind: "half".to_owned(),
        methods: "pwd".to_owned(),
        held: false,
        started_at: now,
        seen_at: now,
        stepped_up_at: now,
        ended_at: None,
        network: visit.network().to_string(),
        device: visit.device.clone(),
    }
}

/// A password that nobody has: its row is as long as any.
pub(crate) fn password() -> KeptPassword {
    KeptPassword {
        phc: "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA".to_owned(),
        pepper: "1".to_owned(),
        setting: None,
        weak: false,
    }
}

/// So many residents, with a password and ten codes each, made by the engine itself.
pub(crate) async fn settle(engine: Engine, url: &str, count: usize) {
    let now = SystemClock.now().as_micros();
    match engine {
        Engine::Sqlite => {
            let file = url.trim_start_matches("sqlite:").to_owned();
            let sql = in_sqlite(count, now);
            tokio::task::spawn_blocking(move || {
                let connection = rusqlite::Connection::open(file).expect("the database");
                connection.execute_batch(&sql).expect("residents");
            })
            .await
            .expect("residents");
        }
        Engine::Postgres => {
            let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls)
                .await
                .expect("the database");
            let connection = tokio::spawn(connection);
            client
                .batch_execute(&in_postgres(count, now))
                .await
                .expect("residents");
            drop(client);
            connection.await.expect("a task").expect("a connection");
        }
    }
}

fn in_sqlite(count: usize, now: i64) -> String {
    let numbers = format!(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})"
    );
    let resident = format!(
        "CREATE TEMP TABLE resident AS {numbers} SELECT i, randomblob(16) AS id, randomblob(16) AS set_id FROM n;"
    );
    rows(&resident, "randomblob", "zeroblob", now)
}

fn in_postgres(count: usize, now: i64) -> String {
    let resident = format!(
        "CREATE FUNCTION pg_temp.randomblob(n integer) RETURNS bytea LANGUAGE sql VOLATILE AS \
         $$ SELECT substr(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), 1, n) $$; \
         CREATE FUNCTION pg_temp.zeroblob(n integer) RETURNS bytea LANGUAGE sql IMMUTABLE AS \
         $$ SELECT decode(repeat('00', n), 'hex') $$; \
         CREATE TEMP TABLE resident AS SELECT i, pg_temp.randomblob(16) AS id, pg_temp.randomblob(16) AS set_id \
         FROM generate_series(1, {count}) AS i;"
    );
    rows(&resident, "pg_temp.randomblob", "pg_temp.zeroblob", now) + " ANALYZE;"
}

fn rows(resident: &str, random: &str, zero: &str, now: i64) -> String {
    let phc = password().phc;
    let Cost { m_kib, t, p, .. } = Cost::PRODUCTION;
    let slots = (1..=CODES).map(|slot| format!("SELECT {slot} AS slot"));
    let slots = slots.collect::<Vec<_>>().join(" UNION ALL ");
    format!(
        "{resident} BEGIN; \
         INSERT INTO account (account_id, address, name, language, role, state, created_at, password, password_pepper, password_set_at) \
         SELECT id, 'resident-' || i || '@town.example', 'Somebody', 'en', 'owner', 'active', {now}, '{phc}', '1', {now} FROM resident; \
         INSERT INTO address_book (address_key, account_id) SELECT 'resident-' || i || '@town.example', id FROM resident; \
         INSERT INTO code_set (account_id, set_id, sheet, state, label, page_words, failures, shown_at, proved_at, effective_at) \
         SELECT id, set_id, 1, 'active', 'My mail', {zero}(60), 0, {now}, {now}, {now} FROM resident; \
         INSERT INTO code (account_id, set_id, slot, salt, digest, m_kib, t, p, pepper, drill_word, drawn_at, counts_at, replacement_owed) \
         SELECT id, set_id, slot, {random}(16), {random}(32), {m_kib}, {t}, {p}, '1', {zero}(50), {now}, {now}, 0 \
         FROM resident CROSS JOIN ({slots}) AS slots; \
         COMMIT; DROP TABLE resident;"
    )
}
