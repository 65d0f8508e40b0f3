//! Whole tables, row by row, on either engine: what a backup is made of and restored from.
//!
//! What tables there are, and with which columns, is read from the migrations themselves, so that a new column can't be
//! forgotten and the tables of an older version are known too. A test compares the answer with both engines' catalogues.

mod ddl;

use crate::{Error, Schema, Statement, Tx, Value};
use std::sync::LazyLock;

/// How many rows are read at once.
const PAGE: usize = 500;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// BIGINT.
    Integer,
    /// TEXT.
    Text,
    /// BLOB or BYTEA.
    Bytes,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name, in lower case.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
}

/// A table of the schema at one version.
#[derive(Debug)]
pub struct Table {
    name: &'static str,
    columns: Vec<Column>,
    /// Where the primary key's columns stand.
    key: Vec<usize>,
    first: Statement,
    next: Statement,
    insert: Statement,
    count: Statement,
    drop: String,
}

/// The tables of this program's schema as they were after each migration, in the order they were made.
static VERSIONS: LazyLock<Vec<Vec<Table>>> = LazyLock::new(|| {
    let newest = Schema::CURRENT.version();
    (1..=newest)
        .map(|version| {
            let sql = Schema::CURRENT.until(version).iter();
            let tables = ddl::tables(sql.map(crate::Migration::sql));
            tables.into_iter().map(Table::new).collect()
        })
        .collect()
});

/// The tables at a version of the schema; `None` for one that this program doesn't know. The table of migrations isn't among
/// them: it is made anew with the schema.
#[must_use]
pub fn tables(version: i64) -> Option<&'static [Table]> {
    let at = usize::try_from(version).ok()?.checked_sub(1)?;
    VERSIONS.get(at).map(Vec::as_slice)
}

/// Drops every table of a version, and the table of migrations.
///
/// # Errors
/// As [`Error`] says.
pub async fn drop_all(tx: &Tx, version: i64) -> Result<(), Error> {
    for table in tables(version).unwrap_or_default() {
        tx.define(&table.drop).await?;
    }
    tx.define("DROP TABLE schema_migration").await
}

impl Table {
    fn new(found: ddl::Found) -> Self {
        let ddl::Found { name, columns, key } = found;
        let key: Vec<usize> = key
            .iter()
            .filter_map(|name| columns.iter().position(|column| column.name == *name))
            .collect();
        let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
        let keys: Vec<&str> = key
            .iter()
            .filter_map(|at| names.get(*at).copied())
            .collect();
        let (all, order) = (names.join(", "), keys.join(", "));
        let parameters = |n: usize| {
            let numbered: Vec<String> = (1..=n).map(|at| format!("${at}")).collect();
            numbered.join(", ")
        };
        // Made once in a process, as constants are: a statement's text is never given back.
        let statement =
            |what: &str, sql: String| Statement::new(format!("{name}.{what}").leak(), sql.leak());
        Self {
            first: statement(
                "dump_first",
                format!("SELECT {all} FROM {name} ORDER BY {order} LIMIT {PAGE}"),
            ),
            next: statement(
                "dump_next",
                format!(
                    "SELECT {all} FROM {name} WHERE ({order}) > ({}) ORDER BY {order} LIMIT {PAGE}",
                    parameters(key.len())
                ),
            ),
            insert: statement(
                "dump_insert",
                format!(
                    "INSERT INTO {name} ({all}) VALUES ({})",
                    parameters(names.len())
                ),
            ),
            count: statement("dump_count", format!("SELECT COUNT(*) AS n FROM {name}")),
            drop: format!("DROP TABLE {name}"),
            name: name.clone().leak(),
            columns,
            key,
        }
    }

    /// Its name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Its columns, in the order in which rows are read and written.
    #[must_use]
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// How many rows it has.
    ///
    /// # Errors
    /// As [`Error`] says.
    pub async fn count(&'static self, tx: &Tx) -> Result<i64, Error> {
        tx.one(&self.count, &[])
            .await?
            .map_or(Ok(0), |row| row.get("n"))
    }

    /// The rows after one that was read before, in the order of the primary key; empty at the end.
    ///
    /// # Errors
    /// As [`Error`] says.
    pub async fn page(
        &'static self,
        tx: &Tx,
        after: Option<&[Value]>,
    ) -> Result<Vec<Vec<Value>>, Error> {
        let rows = match after {
            None => tx.query(&self.first, &[]).await?,
            Some(row) => {
                let key: Vec<Value> = self
                    .key
                    .iter()
                    .filter_map(|at| row.get(*at).cloned())
                    .collect();
                tx.query(&self.next, &key).await?
            }
        };
        Ok(rows.into_iter().map(crate::Row::into_values).collect())
    }

    /// Puts a row in as it was read.
    ///
    /// # Errors
    /// As [`Error`] says.
    pub async fn insert(&'static self, tx: &Tx, row: &[Value]) -> Result<(), Error> {
        tx.execute(&self.insert, row).await.map(std::mem::drop)
    }

    #[cfg(test)]
    fn statements(&self) -> [&Statement; 4] {
        [&self.first, &self.next, &self.insert, &self.count]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_version_has_its_tables_and_every_table_its_key() {
        assert!(tables(0).is_none() && tables(Schema::CURRENT.version() + 1).is_none());
        let first = tables(1).unwrap();
        assert!(first.iter().any(|table| table.name == "account"));
        assert!(first.iter().all(|table| table.name != "app_password"));
        let has_login = |version| {
            let account = tables(version).unwrap().iter();
            let account = account.clone().find(|table| table.name == "account");
            let columns = account.unwrap().columns();
            columns.iter().any(|column| column.name == "login")
        };
        assert!(!has_login(1) && has_login(2));
        for table in tables(Schema::CURRENT.version()).unwrap() {
            assert!(!table.key.is_empty(), "{} has no primary key", table.name);
            for statement in table.statements() {
                assert!(statement.name().starts_with(table.name));
            }
        }
    }
}
