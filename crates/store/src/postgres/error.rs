//! What PostgreSQL's SQLSTATEs mean to a caller.

use crate::{Constraint, Error};
use deadpool_postgres::PoolError;
use std::error::Error as StdError;
use tokio_postgres::Error as Cause;
use tokio_postgres::error::DbError;

/// An error at any point where a failure means that nothing was written.
pub(super) fn during(what: &str, error: &Cause) -> Error {
    let Some(db) = error.as_db_error() else {
        // Values and types were checked before they were sent, so what is left is the connection.
        return Error::Unavailable(format!("{what}: {}", chain(error)).into());
    };
    match db.code().code() {
        "40001" | "40P01" => Error::Conflict,
        "23505" => Error::Constraint(Constraint::Unique),
        "23503" => Error::Constraint(Constraint::Reference),
        "23502" => Error::Constraint(Constraint::NotNull),
        "23514" => Error::Constraint(Constraint::Check),
        "42P01" | "42703" => Error::SchemaUnknown {
            why: told(what, db),
        },
        _ if cut_off(db) => Error::Unavailable(told(what, db).into()),
        _ => Error::internal(told(what, db)),
    }
}

/// An error of COMMIT. Only an answer of the server that speaks of the transaction says that nothing was written.
pub(super) fn during_commit(error: &Cause) -> Error {
    match error.as_db_error() {
        None => Error::Uncertain(chain(error).into()),
        // 40003 is how CockroachDB says that it doesn't know either.
        Some(db) if cut_off(db) || db.code().code() == "40003" => {
            Error::Uncertain(told("commit", db).into())
        }
        Some(_) => during("commit", error),
    }
}

pub(super) fn no_connection(error: PoolError) -> Error {
    match error {
        PoolError::Timeout(_) => {
            Error::Unavailable("no connection to the database was free in time".into())
        }
        PoolError::Backend(cause) => Error::Unavailable(chain(&cause).into()),
        other => Error::Unavailable(other.to_string().into()),
    }
}

/// Whether the connection is gone, so that a statement which wasn't answered may be sent on another one.
pub(super) fn lost(error: &Cause) -> bool {
    error.as_db_error().is_none_or(cut_off)
}

/// Connection trouble, a server out of connections or shutting down: classes 08 and 57P, 53300, and anything fatal.
fn cut_off(db: &DbError) -> bool {
    let code = db.code().code();
    code.starts_with("08")
        || code.starts_with("57P")
        || code == "53300"
        || matches!(db.severity(), "FATAL" | "PANIC")
}

/// Code and message. The detail is left out: it repeats values.
fn told(what: &str, db: &DbError) -> String {
    format!("{what}: {} ({})", db.message(), db.code().code())
}

fn chain(error: &Cause) -> String {
    if let Some(db) = error.as_db_error() {
        return told("connection", db);
    }
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text = format!("{text}: {cause}");
        source = cause.source();
    }
    text
}
