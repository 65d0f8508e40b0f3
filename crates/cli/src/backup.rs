//! A backup: one file, encrypted with [age](https://age-encryption.org), that holds the database, the keys, or both.
//!
//! Inside are lines of JSON, so that `age --decrypt` and any reader of JSON can open it when this program is long gone:
//!
//! 1. the [`Manifest`];
//! 2. `{"key":"NAME","text":"…"}` for each file of the key directory, if keys are in it;
//! 3. `{"table":"NAME","columns":[…]}` for each table, followed by its rows: arrays with null, numbers, texts, and bytes in
//!    base64;
//! 4. `{"sha256":"…"}`, the hash of all bytes before this line. A file without it is not whole.
//!
//! Rows are the same on both engines, so a backup of one restores into the other.

pub(crate) mod before_migration;
pub(crate) mod cipher;
pub(crate) mod new_file;
pub(crate) mod read;
pub(crate) mod write;

use crate::command::Failure;
use crate::keys::{KeyFiles, KeyKind};
use counterfoil_model::Timestamp;
use counterfoil_store::repo::key_use::KeyUse;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The first words of every backup; the number changes when older programs can't read it any more.
const FORMAT: &str = "counterfoil backup 1";

/// What a backup says about itself in its first line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Manifest {
    format: String,
    /// The version of the program that made it.
    pub(crate) program: String,
    /// When, in microseconds since the epoch.
    made_at: i64,
    /// The same for people, RFC 3339.
    pub(crate) made: String,
    /// Whether key files are in it.
    pub(crate) holds_keys: bool,
    /// The database in it, if there is one.
    pub(crate) database: Option<DatabaseManifest>,
    /// The keys of the house when it was made, whether they are in it or not.
    pub(crate) keys: Vec<KeyName>,
}

/// What is said about the database.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct DatabaseManifest {
    /// `sqlite` or `postgresql`.
    pub(crate) engine: String,
    /// The newest migration.
    pub(crate) schema: i64,
    /// Rows by table.
    pub(crate) rows: BTreeMap<String, i64>,
    /// What rests on which key: without these it is of no use.
    pub(crate) rests_on: Vec<Resting>,
}

/// A key without what is in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct KeyName {
    pub(crate) kind: String,
    pub(crate) id: String,
}

/// How many rows need a key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Resting {
    pub(crate) kind: String,
    pub(crate) id: String,
    pub(crate) rows: i64,
}

impl Manifest {
    pub(crate) fn new(
        now: Timestamp,
        holds_keys: bool,
        database: Option<DatabaseManifest>,
        keys: Vec<KeyName>,
    ) -> Result<Self, Failure> {
        Ok(Self {
            format: FORMAT.to_owned(),
            program: env!("CARGO_PKG_VERSION").to_owned(),
            made_at: now.as_micros(),
            made: jiff::Timestamp::from_microsecond(now.as_micros())?
                .strftime("%Y-%m-%dT%H:%M:%SZ")
                .to_string(),
            holds_keys,
            database,
            keys,
        })
    }

    /// When it was made.
    pub(crate) fn made_at(&self) -> Timestamp {
        Timestamp::from_micros(self.made_at)
    }

    /// How many rows of all tables are in it.
    pub(crate) fn rows(&self) -> i64 {
        self.database
            .as_ref()
            .map_or(0, |database| database.rows.values().sum())
    }

    /// What rests on keys that `there` doesn't know.
    pub(crate) fn rests_on_missing(&self, there: impl Fn(&str, &str) -> bool) -> Vec<&Resting> {
        let database = self.database.iter();
        database
            .flat_map(|database| &database.rests_on)
            .filter(|resting| !there(&resting.kind, &resting.id))
            .collect()
    }
}

/// The names of the keys, newest of each kind last.
pub(crate) fn key_names(files: &KeyFiles) -> Vec<KeyName> {
    let keys = files.keys().iter();
    keys.map(|key| KeyName {
        kind: key.kind.name().to_owned(),
        id: key.id.clone(),
    })
    .collect()
}

/// What rests on keys, as one list.
pub(crate) fn resting(used: &KeyUse) -> Vec<Resting> {
    let kinds = [
        (KeyKind::CodePepper, &used.codes),
        (KeyKind::PasswordPepper, &used.passwords),
        (KeyKind::Sealing, &used.sealed),
    ];
    let all = kinds.into_iter().flat_map(|(kind, counted)| {
        counted.iter().map(move |(id, rows)| Resting {
            kind: kind.name().to_owned(),
            id: id.clone(),
            rows: *rows,
        })
    });
    all.collect()
}
