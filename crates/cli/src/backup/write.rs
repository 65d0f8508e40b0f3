//! Writing a backup.

use super::{DatabaseManifest, KeyName, Manifest, Resting, resting};
use crate::command::Failure;
use crate::keys::bundle::KeyFile;
use crate::keys::rested_on;
use counterfoil_model::Timestamp;
use counterfoil_store::driver::Engine;
use counterfoil_store::dump::{self, Table};
use counterfoil_store::{Db, Schema, Tx, Value, repo};
use data_encoding::{BASE64, HEXLOWER};
use indicatif::ProgressBar;
use serde_json::json;
use sha2::{Digest, Sha256};
use std::io::Write;
use zeroize::Zeroizing;

/// What goes into a backup.
pub(crate) struct Contents<'a> {
    /// The database; `None` for keys alone.
    pub(crate) db: Option<&'a Db>,
    /// The files of the key directory; `None` for the database alone.
    pub(crate) key_files: Option<Vec<KeyFile>>,
    /// The names of all keys.
    pub(crate) keys: Vec<KeyName>,
}

/// Writes a whole backup, the database from one snapshot.
pub(crate) async fn write(
    contents: Contents<'_>,
    now: Timestamp,
    out: &mut impl Write,
    bar: &ProgressBar,
) -> Result<Manifest, Failure> {
    let mut lines = Lines {
        out,
        hash: Sha256::new(),
    };
    let holds_keys = contents.key_files.is_some();
    let files = contents.key_files.unwrap_or_default();
    let manifest = match contents.db {
        None => {
            let manifest = Manifest::new(now, holds_keys, None, contents.keys)?;
            lines.begin(&manifest, &files)?;
            manifest
        }
        Some(db) => {
            let version = version_of(db).await?;
            let (lines, keys, files) = (&mut lines, contents.keys, &files);
            db.snapshot("backup", |tx| async move {
                let database = database(&tx, db.engine(), version, &keys, now).await?;
                let manifest = Manifest::new(now, holds_keys, Some(database), keys)?;
                lines.begin(&manifest, files)?;
                bar.set_length(manifest.rows().unsigned_abs());
                for table in tables(version)? {
                    lines.table(&tx, table, bar).await?;
                }
                Ok::<_, Failure>(manifest)
            })
            .await?
        }
    };
    lines.end()?;
    Ok(manifest)
}

/// The version of a database that can be backed up.
pub(crate) async fn version_of(db: &Db) -> Result<i64, Failure> {
    match Schema::CURRENT.version_of(db).await? {
        Some(version) if version > 0 => Ok(version),
        _ => Err("there is no database yet, so there is nothing to back up".into()),
    }
}

/// The tables at a version of the schema.
pub(crate) fn tables(version: i64) -> Result<&'static [Table], Failure> {
    dump::tables(version).ok_or_else(|| {
        format!("this program doesn't know version {version} of the database; use a newer one")
            .into()
    })
}

async fn database(
    tx: &Tx,
    engine: Engine,
    version: i64,
    keys: &[KeyName],
    now: Timestamp,
) -> Result<DatabaseManifest, Failure> {
    let mut rows = std::collections::BTreeMap::new();
    for table in tables(version)? {
        rows.insert(table.name().to_owned(), table.count(tx).await?);
    }
    let rests_on = if version == Schema::CURRENT.version() {
        resting(&repo::key_use::count(tx, now).await?)
    } else {
        // What can be counted are the tables of today. Anything may rest on any key.
        let keys = keys.iter().filter(|key| rested_on(&key.kind));
        keys.map(|key| Resting {
            kind: key.kind.clone(),
            id: key.id.clone(),
            rows: 0,
        })
        .collect()
    };
    Ok(DatabaseManifest {
        engine: match engine {
            Engine::Sqlite => "sqlite",
            Engine::Postgres => "postgresql",
        }
        .to_owned(),
        schema: version,
        rows,
        rests_on,
    })
}

struct Lines<'a, W: Write> {
    out: &'a mut W,
    hash: Sha256,
}

impl<W: Write> Lines<'_, W> {
    fn line(&mut self, value: &serde_json::Value) -> Result<(), Failure> {
        let mut text = Zeroizing::new(serde_json::to_vec(value)?);
        text.push(b'\n');
        self.hash.update(&*text);
        Ok(self.out.write_all(&text)?)
    }

    fn begin(&mut self, manifest: &Manifest, files: &[KeyFile]) -> Result<(), Failure> {
        self.line(&serde_json::to_value(manifest)?)?;
        for file in files {
            self.line(&json!({ "key": file.name, "text": file.text.as_str() }))?;
        }
        Ok(())
    }

    async fn table(
        &mut self,
        tx: &Tx,
        table: &'static Table,
        bar: &ProgressBar,
    ) -> Result<(), Failure> {
        let columns = table.columns().iter().map(|column| column.name.as_str());
        let columns: Vec<&str> = columns.collect();
        self.line(&json!({ "table": table.name(), "columns": columns }))?;
        let mut page: Vec<Vec<Value>> = table.page(tx, None).await?;
        while let Some(last) = page.last() {
            for row in &page {
                let cells = row.iter().map(cell).collect();
                self.line(&serde_json::Value::Array(cells))?;
            }
            bar.inc(u64::try_from(page.len()).unwrap_or_default());
            page = table.page(tx, Some(last)).await?;
        }
        Ok(())
    }

    fn end(mut self) -> Result<(), Failure> {
        let hash = HEXLOWER.encode(&std::mem::take(&mut self.hash).finalize());
        self.line(&json!({ "sha256": hash }))
    }
}

fn cell(value: &Value) -> serde_json::Value {
    match value {
        Value::Null => serde_json::Value::Null,
        Value::Int(n) => (*n).into(),
        Value::Text(text) => text.as_str().into(),
        Value::Blob(bytes) => BASE64.encode(bytes).into(),
    }
}
