//! Writing a fragment where another may stand already.

use counterfoil_mailsystem::fragment::Fragment;
use std::collections::BTreeSet;
use std::fs::{DirBuilder, OpenOptions, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;
use zeroize::Zeroizing;

/// What became of a file.
pub(super) enum Written {
    /// It wasn't there.
    New,
    /// It was there already, word for word.
    Same,
    /// It was there with other words, which are gone.
    Over(String),
    /// It is there with other words and was left alone.
    Not(String),
}

/// Writes it, unless another text stands there and `force` is off.
pub(super) fn write(out: &Path, fragment: &Fragment, force: bool) -> io::Result<Written> {
    let path = out.join(fragment.file);
    let named =
        |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", path.display()));
    let before = match std::fs::read_to_string(&path) {
        Ok(text) => Some(Zeroizing::new(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(named(error)),
    };
    let written = match &before {
        Some(before) if **before == *fragment.text => {
            std::fs::set_permissions(&path, Permissions::from_mode(fragment.mode))
                .map_err(named)?;
            return Ok(Written::Same);
        }
        Some(before) if !force => return Ok(Written::Not(differences(before, &fragment.text))),
        Some(before) => Written::Over(differences(before, &fragment.text)),
        None => Written::New,
    };
    put(&path, fragment).map_err(named)?;
    Ok(written)
}

/// Beside it first, so that nobody ever reads half of it, and never with more rights than it should have.
fn put(path: &Path, fragment: &Fragment) -> io::Result<()> {
    if let Some(dir) = path.parent() {
        DirBuilder::new().recursive(true).mode(0o700).create(dir)?;
    }
    let draft = path.with_extension("new");
    // What an earlier run left half-written.
    match std::fs::remove_file(&draft) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(fragment.mode)
        .open(&draft)?;
    file.write_all(fragment.text.as_bytes())?;
    // The mode that was asked for, whatever this process's mask takes away.
    file.set_permissions(Permissions::from_mode(fragment.mode))?;
    file.sync_all()?;
    std::fs::rename(&draft, path)
}

/// How many lines differ, and what stands to the left of their `=`: never a value, for that may be a secret.
fn differences(before: &str, after: &str) -> String {
    let lines = |text: &str| -> BTreeSet<String> { text.lines().map(str::to_owned).collect() };
    let (before, after) = (lines(before), lines(after));
    let differing: Vec<&String> = before.symmetric_difference(&after).collect();
    let names: BTreeSet<&str> = differing
        .iter()
        .filter_map(|line| line.split_once('='))
        .map(|(name, _)| name.trim())
        .filter(|name| !name.is_empty() && name.len() < 40)
        .collect();
    let names: Vec<&str> = names.into_iter().collect();
    match (differing.len(), names.is_empty()) {
        (0, _) => "its lines stand in another order".into(),
        (count, true) => format!("{count} lines differ"),
        (count, false) => format!("{count} lines differ ({})", names.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fragment(text: &str) -> Fragment {
        Fragment {
            file: "a/b.conf",
            mode: 0o600,
            text: Zeroizing::new(text.to_owned()),
            place: String::new(),
        }
    }

    #[test]
    fn a_changed_file_is_left_alone_unless_forced_and_no_value_is_said() {
        let home = tempfile::tempdir().unwrap();
        let write = |text: &str, force| write(home.path(), &fragment(text), force).unwrap();
        let path = home.path().join("a/b.conf");
        assert!(matches!(write("key = s3cret\n", false), Written::New));
        assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        std::fs::set_permissions(&path, Permissions::from_mode(0o644)).unwrap();
        assert!(matches!(write("key = s3cret\n", false), Written::Same));
        assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        let Written::Not(what) = write("key = other\n", false) else {
            unreachable!()
        };
        assert_eq!(what, "2 lines differ (key)");
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "key = s3cret\n");
        assert!(matches!(write("key = other\n", true), Written::Over(_)));
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "key = other\n");
        assert_eq!(std::fs::read_dir(home.path().join("a")).unwrap().count(), 1);
    }
}
