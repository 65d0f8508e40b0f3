//! Reads the migrations' own CREATE TABLE and ALTER TABLE, which are written in one portable style.

use super::{Column, Kind};

/// A table as the statements so far describe it.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) name: String,
    pub(super) columns: Vec<Column>,
    /// The names of the primary key's columns.
    pub(super) key: Vec<String>,
}

/// The tables after these migrations.
pub(super) fn tables<'a>(migrations: impl Iterator<Item = &'a str>) -> Vec<Found> {
    let mut tables: Vec<Found> = Vec::new();
    for sql in migrations {
        let sql = without_comments(sql);
        for statement in sql.split(';').map(str::trim) {
            let words: Vec<&str> = statement.split_whitespace().take(7).collect();
            match words.as_slice() {
                ["CREATE", "TABLE", name, ..] => tables.push(created(name, statement)),
                ["ALTER", "TABLE", table, "ADD", "COLUMN", name, kind] => {
                    let found = tables.iter_mut().find(|found| found.name == *table);
                    if let Some((found, kind)) = found.zip(kind_of(kind)) {
                        let name = (*name).to_owned();
                        found.columns.push(Column { name, kind });
                    }
                }
                ["DROP", "TABLE", name] => tables.retain(|found| found.name != *name),
                _ => {}
            }
        }
    }
    tables
}

fn without_comments(sql: &str) -> String {
    let lines = sql.lines().map(|line| match line.split_once("--") {
        Some((code, _comment)) => code,
        None => line,
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn created(name: &str, statement: &str) -> Found {
    let inside = statement
        .split_once('(')
        .and_then(|(_, rest)| rest.rsplit_once(')'))
        .map_or("", |(inside, _)| inside);
    let mut found = Found {
        name: name.trim_end_matches('(').to_owned(),
        columns: Vec::new(),
        key: Vec::new(),
    };
    for part in parts(inside) {
        if let Some(key) = part.strip_prefix("PRIMARY KEY") {
            let key = key.trim().trim_start_matches('(').trim_end_matches(')');
            found.key = key.split(',').map(|name| name.trim().to_owned()).collect();
            continue;
        }
        let mut words = part.split_whitespace();
        let column = words.next().zip(words.next().and_then(kind_of));
        if let Some((name, kind)) = column {
            let name = name.to_owned();
            if part.ends_with("PRIMARY KEY") {
                found.key = vec![name.clone()];
            }
            found.columns.push(Column { name, kind });
        }
    }
    found
}

/// What stands between the commas that are in no brackets.
fn parts(inside: &str) -> Vec<&str> {
    let mut depth = 0_usize;
    inside
        .split(|c: char| {
            match c {
                '(' => depth += 1,
                ')' => depth = depth.saturating_sub(1),
                _ => {}
            }
            c == ',' && depth == 0
        })
        .map(str::trim)
        .collect()
}

/// `None` for the words that begin a constraint.
fn kind_of(word: &str) -> Option<Kind> {
    match word {
        "BIGINT" => Some(Kind::Integer),
        "TEXT" => Some(Kind::Text),
        "BLOB" => Some(Kind::Bytes),
        _ => None,
    }
}
