//! What may go wrong between a repository and its database.

use std::fmt;

/// An error of the store. No variant carries a stored value: messages name statements, columns and constraints only.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Another transaction got in the way (SQLSTATE 40001 or 40P01, `SQLITE_BUSY`). [`Db::run`](crate::Db::run)
    /// has tried again and given up; nothing was written.
    #[error("the transaction collided with others too often")]
    Conflict,
    /// The database can't be reached, or it is shutting down; nothing was written.
    #[error("the database can't be reached: {0}")]
    Unavailable(Box<dyn std::error::Error + Send + Sync>),
    /// The connection was lost while COMMIT was under way: the transaction is either wholly written or wholly not.
    /// Never retried here, since a second run could do the work twice.
    #[error("the connection was lost during commit, so nobody knows whether it took place: {0}")]
    Uncertain(Box<dyn std::error::Error + Send + Sync>),
    /// The row would break a rule of the schema; nothing was written.
    #[error("the row breaks a {0} constraint")]
    Constraint(Constraint),
    /// A stored row isn't what this program writes.
    #[error("the database holds something this program never writes: {place}")]
    Inconsistent {
        /// Statement or table and column, never the value.
        place: String,
    },
    /// The schema isn't the one this program was built for.
    #[error("the database has another schema: {why}")]
    SchemaUnknown {
        /// What is different, for the operator.
        why: String,
    },
    /// A fault in this program or in the engine.
    #[error("the store failed: {0}")]
    Internal(Box<dyn std::error::Error + Send + Sync>),
}

impl Error {
    /// An [`Error::Inconsistent`] at `place`: a table and column, never the value.
    pub fn inconsistent(place: impl Into<String>) -> Self {
        Self::Inconsistent {
            place: place.into(),
        }
    }

    /// An [`Error::Internal`] with a message.
    pub fn internal(message: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Internal(message.into())
    }

    /// Whether a unique or primary key already had this value.
    #[must_use]
    pub const fn is_unique_violation(&self) -> bool {
        matches!(self, Self::Constraint(Constraint::Unique))
    }
}

/// The kind of constraint a row broke: all that both engines tell alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Constraint {
    /// A unique or primary key.
    Unique,
    /// A foreign key.
    Reference,
    /// NOT NULL.
    NotNull,
    /// CHECK.
    Check,
}

impl fmt::Display for Constraint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unique => "unique",
            Self::Reference => "foreign key",
            Self::NotNull => "not null",
            Self::Check => "check",
        })
    }
}
