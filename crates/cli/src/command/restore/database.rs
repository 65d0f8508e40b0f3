//! The database that a backup is restored into.

use crate::assembly;
use crate::backup::read::{Backup, Item};
use crate::backup::write::tables;
use crate::command::Failure;
use crate::config::Config;
use counterfoil_service::App;
use counterfoil_service::restore::{EndedByRestore, Restored};
use counterfoil_store::{Db, Schema, dump};
use indicatif::ProgressBar;
use secrecy::ExposeSecret;

/// Tables in which a server that nobody uses yet may have written.
const OF_NOBODY: [&str; 4] = ["link", "hour_count", "node", "sign_in_clock"];

/// The database here.
pub(super) struct Target {
    pub(super) db: Db,
    /// The schema it has, if it has one.
    version: Option<i64>,
}

impl Target {
    /// Looks at it; the inner error says why nothing may be written.
    pub(super) async fn look(
        config: &Config,
        replace: bool,
    ) -> Result<Result<Self, String>, Failure> {
        assembly::make_data_dir(config)?;
        let url = config.database.url();
        let db = counterfoil_store::open_with(url.expose_secret(), 2).await?;
        let version = Schema::CURRENT.version_of(&db).await?;
        if let Some(version) = version.filter(|version| *version > 0 && !replace) {
            let known = tables(version)?;
            let in_use = db.read("restore_look", |tx| async move {
                for table in known
                    .iter()
                    .filter(|table| !OF_NOBODY.contains(&table.name()))
                {
                    if table.count(&tx).await? > 0 {
                        return Ok(true);
                    }
                }
                Ok::<_, counterfoil_store::Error>(false)
            });
            if in_use.await? {
                return Ok(Err(format!(
                    "Nothing was written. There are accounts in {} already. --replace puts the backup in their place, and they are \
                     gone: back them up first.",
                    config.database
                )));
            }
        }
        Ok(Ok(Self { db, version }))
    }

    /// Puts the backup in, all in one transaction.
    pub(super) async fn restore(
        &self,
        app: &App,
        open: impl Fn() -> Result<Backup, Failure>,
        keep_sets: bool,
        bar: &ProgressBar,
    ) -> Result<EndedByRestore, Failure> {
        let (open, now) = (&open, app.now());
        self.db
            .run("restore", |tx| async move {
                let mut backup = open()?;
                bar.set_position(0);
                if let Some(version) = self.version {
                    dump::drop_all(&tx, version).await?;
                }
                let version = backup.manifest.database.as_ref().map(|found| found.schema);
                let version = version.ok_or("the backup holds no database")?;
                Schema::CURRENT.build(&tx, version, now).await?;
                while let Some(item) = backup.next()? {
                    if let Item::Row(table, row) = item {
                        table.insert(&tx, &row).await?;
                        bar.inc(1);
                    }
                }
                Schema::CURRENT.finish(&tx, now).await?;
                let restored = Restored {
                    made_at: backup.manifest.made_at(),
                    keep_sets,
                };
                Ok::<_, Failure>(app.end_after_restore(&tx, restored).await?)
            })
            .await
    }
}
