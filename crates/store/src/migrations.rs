//! The migrations of this program, in order. A released one never changes: what comes later is a new file.

use crate::migrate::Migration;

/// All of them.
pub(crate) const ALL: &[Migration] = &[
    Migration::new(
        1,
        "main job",
        include_str!("../migrations/0001_main_job.sql"),
    ),
    Migration::new(2, "mailbox", include_str!("../migrations/0002_mailbox.sql")),
    Migration::new(
        3,
        "apps and operators",
        include_str!("../migrations/0003_apps_and_operators.sql"),
    )
    .filling_search(),
    Migration::new(
        4,
        "delivery",
        include_str!("../migrations/0004_delivery.sql"),
    ),
    Migration::new(
        5,
        "reminders",
        include_str!("../migrations/0005_reminders.sql"),
    ),
    Migration::new(
        6,
        "advisories",
        include_str!("../migrations/0006_advisories.sql"),
    ),
    Migration::new(7, "banners", include_str!("../migrations/0007_banners.sql")),
    Migration::new(8, "policy", include_str!("../migrations/0008_policy.sql")),
    Migration::new(9, "keys", include_str!("../migrations/0009_keys.sql")),
    Migration::new(
        10,
        "recovery addresses",
        include_str!("../migrations/0010_recovery_addresses.sql"),
    ),
    Migration::new(
        11,
        "passkeys",
        include_str!("../migrations/0011_passkeys.sql"),
    ),
    Migration::new(
        12,
        "devices",
        include_str!("../migrations/0012_devices.sql"),
    ),
    Migration::new(
        13,
        "tree of events",
        include_str!("../migrations/0013_tree_of_events.sql"),
    ),
    Migration::new(14, "papers", include_str!("../migrations/0014_papers.sql")),
    Migration::new(
        15,
        "delivery reports",
        include_str!("../migrations/0015_delivery_reports.sql"),
    ),
    Migration::new(
        16,
        "replacing addresses",
        include_str!("../migrations/0016_replacing_addresses.sql"),
    ),
    Migration::new(
        17,
        "answers",
        include_str!("../migrations/0017_answers.sql"),
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn every_file_is_listed_once_and_in_order() {
        let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
        let files = std::fs::read_dir(directory).unwrap();
        let mut files: Vec<_> = files
            .map(|file| file.unwrap().file_name().into_string().unwrap())
            .collect();
        files.sort_unstable();
        let listed: Vec<_> = (1..)
            .zip(ALL)
            .map(|(at, migration)| migration.file_name(at))
            .collect();
        assert_eq!(files, listed);
    }

    #[test]
    fn no_migration_ends_the_transaction_around_it() {
        for migration in ALL {
            let words = migration.words();
            for word in ["BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "PRAGMA"] {
                assert!(!words.contains(&word.to_owned()), "{migration:?}: {word}");
            }
        }
    }
}
