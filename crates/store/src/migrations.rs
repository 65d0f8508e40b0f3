//! The migrations of this program, in order. A released one never changes: what comes later is a new file.

use crate::migrate::Migration;

/// All of them.
pub(crate) const ALL: &[Migration] = &[Migration::new(
    1,
    "main job",
    include_str!("../migrations/0001_main_job.sql"),
)];
