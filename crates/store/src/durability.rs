//! Whether a COMMIT that was answered outlives the machine it was made on.

use crate::driver::Engine;
use crate::{Db, Error, Statement};

/// PostgreSQL's only: SQLite answers for itself.
const SETTINGS: Statement = Statement::new(
    "durability",
    "SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS synchronous_commit, \
     current_setting('synchronous_standby_names') AS standbys",
);

/// What a COMMIT outlives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Durability {
    /// The end of the process and of the power, on one machine: the embedded database.
    OneMachine,
    /// The loss of a machine: a synchronous standby has it on disk before it is answered.
    Standby {
        /// Which one, as `synchronous_standby_names` says.
        standbys: String,
    },
    /// The end of the power, on one machine: a server without a synchronous standby.
    OneServer,
    /// Not even that: the server answers before anything is on disk.
    Nothing {
        /// The setting that is to blame.
        setting: &'static str,
        /// What it says.
        value: String,
    },
}

/// Asks the database how far it goes before it answers a COMMIT, for this user and database.
///
/// # Errors
/// Whatever the database says.
pub async fn durability(db: &Db) -> Result<Durability, Error> {
    if db.engine() == Engine::Sqlite {
        return Ok(Durability::OneMachine);
    }
    let row = db
        .read(
            "durability",
            |tx| async move { tx.one(&SETTINGS, &[]).await },
        )
        .await?
        .ok_or_else(|| Error::internal("the server doesn't say how it commits"))?;
    let (fsync, commit): (String, String) = (row.get("fsync")?, row.get("synchronous_commit")?);
    let standbys: String = row.get("standbys")?;
    let nothing = |setting, value| Durability::Nothing { setting, value };
    Ok(match (fsync.as_str(), commit.as_str()) {
        ("on", "off") => nothing("synchronous_commit", commit),
        ("on", "on" | "remote_apply") if !standbys.trim().is_empty() => {
            Durability::Standby { standbys }
        }
        ("on", _) => Durability::OneServer,
        _ => nothing("fsync", fsync),
    })
}
