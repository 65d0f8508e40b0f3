//! Reading a backup: line by line, and whole only when its last line agrees with all before it.

use super::cipher::{self, Identities};
use super::write::tables;
use super::{FORMAT, Manifest};
use crate::command::Failure;
use crate::keys::bundle::KeyFile;
use counterfoil_store::Value;
use counterfoil_store::dump::{Column, Kind, Table};
use data_encoding::{BASE64, HEXLOWER};
use serde_json::Value as Json;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::BufRead;
use std::path::Path;
use zeroize::Zeroizing;

/// What stands in a backup after its manifest.
pub(crate) enum Item {
    /// A file of the key directory.
    Key(KeyFile),
    /// A row of a table.
    Row(&'static Table, Vec<Value>),
}

/// A backup being read.
pub(crate) struct Backup {
    /// What it says about itself.
    pub(crate) manifest: Manifest,
    lines: Box<dyn BufRead>,
    hash: Sha256,
    table: Option<&'static Table>,
    rows: BTreeMap<String, i64>,
    whole: bool,
}

impl Backup {
    /// Opens a backup and reads its first line.
    pub(crate) fn open(path: &Path, identities: &Identities) -> Result<Self, Failure> {
        let mut backup = Self::on(Box::new(cipher::decrypt(path, identities)?));
        backup.manifest = backup.read_manifest()?;
        Ok(backup)
    }

    fn on(lines: Box<dyn BufRead>) -> Self {
        Self {
            manifest: Manifest {
                format: String::new(),
                program: String::new(),
                made_at: 0,
                made: String::new(),
                holds_keys: false,
                database: None,
                keys: Vec::new(),
            },
            lines,
            hash: Sha256::new(),
            table: None,
            rows: BTreeMap::new(),
            whole: false,
        }
    }

    fn read_manifest(&mut self) -> Result<Manifest, Failure> {
        let line = self.line()?.ok_or("the backup is empty")?;
        let first: Json = serde_json::from_slice(&line)
            .map_err(|_| "this is encrypted, but no backup of Counterfoil")?;
        match first.get("format").and_then(Json::as_str) {
            Some(FORMAT) => {}
            Some(other) if other.starts_with("counterfoil backup ") => {
                return Err(format!("this program can't read {other:?}; use a newer one").into());
            }
            _ => return Err("this is encrypted, but no backup of Counterfoil".into()),
        }
        self.hash.update(&*line);
        Ok(serde_json::from_value(first)?)
    }

    /// What comes next; `None` at the end, once the backup is known to be whole.
    pub(crate) fn next(&mut self) -> Result<Option<Item>, Failure> {
        loop {
            let Some(line) = self.line()? else {
                return if self.whole {
                    Ok(None)
                } else {
                    Err("the backup is cut off: its last line is missing".into())
                };
            };
            if self.whole {
                return Err("the backup goes on after its last line".into());
            }
            let read: Json = serde_json::from_slice(&line).map_err(|_| damaged())?;
            if let Some(hash) = read.get("sha256").and_then(Json::as_str) {
                self.compare(hash)?;
                continue;
            }
            self.hash.update(&*line);
            match read {
                Json::Array(cells) => return self.row(&cells).map(Some),
                Json::Object(object) if object.contains_key("table") => self.begin(&object)?,
                Json::Object(object) => {
                    let text = |name| object.get(name).and_then(Json::as_str);
                    let (name, text) = text("key").zip(text("text")).ok_or_else(damaged)?;
                    let text = Zeroizing::new(text.to_owned());
                    return Ok(Some(Item::Key(KeyFile::new(name, text)?)));
                }
                _ => return Err(damaged()),
            }
        }
    }

    fn line(&mut self) -> Result<Option<Zeroizing<Vec<u8>>>, Failure> {
        let mut line = Zeroizing::new(Vec::new());
        let read = self.lines.read_until(b'\n', &mut line);
        read.map_err(|error| format!("the backup is damaged or cut off ({error})"))?;
        Ok(Some(line).filter(|line| !line.is_empty()))
    }

    fn begin(&mut self, object: &serde_json::Map<String, Json>) -> Result<(), Failure> {
        let name = object.get("table").and_then(Json::as_str);
        let version = self.manifest.database.as_ref().map(|found| found.schema);
        let (name, version) = name.zip(version).ok_or_else(damaged)?;
        let mut known = tables(version)?.iter();
        let table = known
            .find(|table| table.name() == name)
            .ok_or_else(|| format!("the backup has a table that nobody knows: {name:?}"))?;
        let columns = table.columns().iter().map(|column| column.name.as_str());
        let named = object.get("columns").and_then(Json::as_array);
        let same = named.is_some_and(|named| named.iter().map(Json::as_str).eq(columns.map(Some)));
        if !same {
            return Err(format!("the table {name} of the backup has other columns").into());
        }
        self.table = Some(table);
        self.rows.insert(name.to_owned(), 0);
        Ok(())
    }

    fn row(&mut self, cells: &[Json]) -> Result<Item, Failure> {
        let table = self.table.ok_or_else(damaged)?;
        if cells.len() != table.columns().len() {
            return Err(damaged());
        }
        let cells = cells.iter().zip(table.columns());
        let row: Option<Vec<Value>> = cells.map(|(cell, column)| value(cell, column)).collect();
        *self.rows.entry(table.name().to_owned()).or_default() += 1;
        Ok(Item::Row(table, row.ok_or_else(damaged)?))
    }

    fn compare(&mut self, hash: &str) -> Result<(), Failure> {
        let own = HEXLOWER.encode(&std::mem::take(&mut self.hash).finalize());
        let counted = match &self.manifest.database {
            Some(database) => database.rows == self.rows,
            None => self.rows.is_empty(),
        };
        if own != hash || !counted {
            return Err("the backup doesn't hold what its last line says; it is damaged".into());
        }
        self.whole = true;
        Ok(())
    }
}

fn damaged() -> Failure {
    "the backup holds a line that no backup has; it is damaged".into()
}

fn value(cell: &Json, column: &Column) -> Option<Value> {
    match (cell, column.kind) {
        (Json::Null, _) => Some(Value::Null),
        (Json::Number(number), Kind::Integer) => number.as_i64().map(Value::Int),
        (Json::String(text), Kind::Text) => Some(Value::Text(text.clone())),
        (Json::String(text), Kind::Bytes) => BASE64.decode(text.as_bytes()).ok().map(Value::Blob),
        _ => None,
    }
}
