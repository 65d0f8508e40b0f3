//! A row of an answer, read by column name.

use crate::{Error, FromValue, Statement, Value};
use std::sync::Arc;

/// A row. Columns are read by name with [`get`](Self::get); name them in lower case, since engines disagree on the rest.
#[derive(Clone, Debug)]
pub struct Row {
    statement: &'static str,
    columns: Arc<[String]>,
    values: Vec<Value>,
}

impl Row {
    /// For drivers: `columns` is shared by all rows of one answer and as long as `values`.
    #[must_use]
    pub fn new(statement: &'static Statement, columns: Arc<[String]>, values: Vec<Value>) -> Self {
        Self {
            statement: statement.name(),
            columns,
            values,
        }
    }

    /// The column as a `T`.
    ///
    /// # Errors
    /// [`Error::Inconsistent`] when it holds something else, [`Error::Internal`] when the statement has no such column.
    pub fn get<T: FromValue>(&self, column: &str) -> Result<T, Error> {
        let value = self
            .columns
            .iter()
            .zip(&self.values)
            .find_map(|(name, value)| (name == column).then_some(value))
            .ok_or_else(|| Error::internal(format!("{} has no column {column}", self.statement)))?;
        T::from_value(value).ok_or_else(|| {
            Error::inconsistent(format!(
                "{}, column {column}: {} where {} belongs",
                self.statement,
                value.kind(),
                T::WANTED
            ))
        })
    }

    /// All columns, in the order of the statement.
    #[must_use]
    pub fn into_values(self) -> Vec<Value> {
        self.values
    }
}
