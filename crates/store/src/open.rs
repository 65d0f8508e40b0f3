//! A database by its URL.

use crate::{Db, Error, postgres, sqlite};
use std::path::Path;
use std::sync::Arc;

/// Connections to PostgreSQL, or readers of SQLite, unless [`open_with`] says otherwise.
pub const CONNECTIONS: usize = 16;

/// Opens a database with [`CONNECTIONS`] connections:
///
/// - `sqlite:PATH`: a file, made with mode 0600 when it isn't there. There is no in-memory form: a transaction needs
///   several connections, and a temporary file is as quick.
/// - `postgres://USER:PASSWORD@HOST/DATABASE`, also with `?host=/directory/of/the/socket`. There is no TLS: use a
///   Unix socket, the loopback, or a tunnel.
///
/// # Errors
/// [`Error::Unavailable`] when there is no database there, [`Error::Internal`] when the URL isn't one of these.
pub async fn open(url: &str) -> Result<Db, Error> {
    open_with(url, CONNECTIONS).await
}

/// Opens a database with so many connections, at least one.
///
/// # Errors
/// As [`open`].
pub async fn open_with(url: &str, connections: usize) -> Result<Db, Error> {
    let connections = connections.max(1);
    if let Some(path) = url.strip_prefix("sqlite:") {
        let path = path.strip_prefix("//").unwrap_or(path);
        if path.is_empty() || path.starts_with(':') {
            return Err(Error::internal("sqlite: wants the path of a file"));
        }
        return Ok(Db::new(Arc::new(
            sqlite::Sqlite::open(Path::new(path), connections).await?,
        )));
    }
    if url.starts_with("postgres://") || url.starts_with("postgresql://") {
        return Ok(Db::new(Arc::new(
            postgres::Postgres::open(url, connections).await?,
        )));
    }
    // The URL may hold a password, so it isn't repeated here.
    Err(Error::internal(
        "a database URL begins with sqlite: or postgres://",
    ))
}
