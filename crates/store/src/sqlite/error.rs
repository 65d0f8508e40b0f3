//! What SQLite's result codes mean to a caller.

use crate::{Constraint, Error};
use rusqlite::{Error as Cause, ErrorCode, ffi};

/// An error at any point where a failure means that nothing was written.
pub(super) fn during(what: &str, error: &Cause) -> Error {
    // SQLite's messages name tables and columns, never values; of a text that can't be parsed only the complaint is told.
    let message = match error {
        Cause::SqlInputError { msg, .. } => msg.clone(),
        Cause::SqliteFailure(_, Some(message)) => message.clone(),
        other => other.to_string(),
    };
    let told = format!("{what}: {message}");
    let Some(cause) = error.sqlite_error() else {
        return Error::internal(told);
    };
    match cause.code {
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Error::Conflict,
        ErrorCode::ConstraintViolation => {
            constraint(cause.extended_code).map_or_else(|| Error::internal(told), Error::Constraint)
        }
        ErrorCode::CannotOpen
        | ErrorCode::SystemIoFailure
        | ErrorCode::DiskFull
        | ErrorCode::PermissionDenied => Error::Unavailable(told.into()),
        _ if ["no such table", "no such column"]
            .iter()
            .any(|known| message.starts_with(known)) =>
        {
            Error::SchemaUnknown { why: told }
        }
        _ => Error::internal(told),
    }
}

/// An error of COMMIT: once the log has been written to, a failing disk leaves it open whether the commit is there.
pub(super) fn during_commit(error: &Cause) -> Error {
    match error.sqlite_error_code() {
        Some(ErrorCode::SystemIoFailure) => Error::Uncertain(format!("commit: {error}").into()),
        _ => during("commit", error),
    }
}

const fn constraint(extended: i32) -> Option<Constraint> {
    match extended {
        ffi::SQLITE_CONSTRAINT_UNIQUE
        | ffi::SQLITE_CONSTRAINT_PRIMARYKEY
        | ffi::SQLITE_CONSTRAINT_ROWID => Some(Constraint::Unique),
        ffi::SQLITE_CONSTRAINT_FOREIGNKEY => Some(Constraint::Reference),
        ffi::SQLITE_CONSTRAINT_NOTNULL => Some(Constraint::NotNull),
        ffi::SQLITE_CONSTRAINT_CHECK => Some(Constraint::Check),
        _ => None,
    }
}
