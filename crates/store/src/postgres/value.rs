//! Parameters and columns on the wire: INT8, TEXT and BYTEA, nothing else.

use crate::{Error, Statement, Value};
use bytes::BytesMut;
use std::error::Error as StdError;
use tokio_postgres::types::{FromSql, IsNull, ToSql, Type, to_sql_checked};
use tokio_postgres::{Row, Statement as Prepared};

fn portable(kind: &Type) -> bool {
    matches!(*kind, Type::INT8 | Type::TEXT | Type::BYTEA)
}

/// Refuses a statement that leaves the portable subset, where the two engines would differ.
pub(super) fn check_types(statement: &'static Statement, prepared: &Prepared) -> Result<(), Error> {
    let name = statement.name();
    if let Some((at, kind)) = prepared
        .params()
        .iter()
        .enumerate()
        .find(|(_, kind)| !portable(kind))
    {
        let at = at + 1;
        return Err(Error::internal(format!(
            "{name}: ${at} is {kind}; only INT8, TEXT and BYTEA are portable"
        )));
    }
    if let Some(column) = prepared
        .columns()
        .iter()
        .find(|column| !portable(column.type_()))
    {
        let (column, kind) = (column.name(), column.type_());
        return Err(Error::internal(format!(
            "{name}: column {column} is {kind}; only INT8, TEXT and BYTEA are portable"
        )));
    }
    Ok(())
}

/// Refuses values that don't fit: eight bytes of blob would go through as an INT8.
pub(super) fn check_values(
    statement: &'static Statement,
    prepared: &Prepared,
    values: &[Value],
) -> Result<(), Error> {
    let (name, kinds) = (statement.name(), prepared.params());
    if kinds.len() != values.len() {
        let (given, wanted) = (values.len(), kinds.len());
        return Err(Error::internal(format!(
            "{name}: {given} values for {wanted} parameters"
        )));
    }
    match kinds
        .iter()
        .zip(values)
        .position(|(kind, value)| !fits(value, kind))
    {
        Some(at) => Err(Error::internal(format!(
            "{name}: the value of ${} has the wrong type",
            at + 1
        ))),
        None => Ok(()),
    }
}

fn fits(value: &Value, kind: &Type) -> bool {
    match value {
        Value::Null => true,
        Value::Int(_) => *kind == Type::INT8,
        Value::Text(_) => *kind == Type::TEXT,
        Value::Blob(_) => *kind == Type::BYTEA,
    }
}

pub(super) fn read(statement: &'static Statement, row: &Row) -> Result<Vec<Value>, Error> {
    (0..row.len())
        .map(|at| {
            row.try_get(at)
                .map_err(|_| Error::inconsistent(format!("{}: column {at}", statement.name())))
        })
        .collect()
}

impl ToSql for Value {
    fn to_sql(
        &self,
        kind: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn StdError + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Int(n) => n.to_sql(kind, out),
            Self::Text(text) => text.to_sql(kind, out),
            Self::Blob(blob) => blob.to_sql(kind, out),
        }
    }

    fn accepts(kind: &Type) -> bool {
        portable(kind)
    }

    to_sql_checked!();
}

impl<'a> FromSql<'a> for Value {
    fn from_sql(kind: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn StdError + Sync + Send>> {
        match *kind {
            Type::INT8 => i64::from_sql(kind, raw).map(Self::Int),
            Type::TEXT => String::from_sql(kind, raw).map(Self::Text),
            _ => Vec::from_sql(kind, raw).map(Self::Blob),
        }
    }

    fn from_sql_null(_: &Type) -> Result<Self, Box<dyn StdError + Sync + Send>> {
        Ok(Self::Null)
    }

    fn accepts(kind: &Type) -> bool {
        portable(kind)
    }
}
