//! A file that is there whole or not at all, for its owner alone, and never in place of another.

use crate::command::Failure;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

/// A file under way; nothing is left of it unless [`finish`](Self::finish) is reached.
pub(crate) struct NewFile {
    path: PathBuf,
    draft: PathBuf,
    file: File,
}

impl NewFile {
    /// Begins one of mode 0600 under a name of its own. Refuses a path where something is already.
    pub(crate) fn create(path: &Path) -> Result<Self, Failure> {
        if path.symlink_metadata().is_ok() {
            return Err(there(path).into());
        }
        let mut name = path.as_os_str().to_owned();
        name.push(format!(".{}.part", std::process::id()));
        let draft = PathBuf::from(name);
        let file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(&draft)
            .map_err(|error| format!("{}: {error}", draft.display()))?;
        Ok(Self {
            path: path.to_owned(),
            draft,
            file,
        })
    }

    /// Gives it its name once everything is on the disk.
    pub(crate) fn finish(self) -> Result<(), Failure> {
        self.file.sync_all()?;
        match fs::hard_link(&self.draft, &self.path) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                return Err(there(&self.path).into());
            }
            // A file system without links, as on a memory stick.
            Err(_) => fs::rename(&self.draft, &self.path)?,
        }
        let directory = self.path.parent().filter(|dir| *dir != Path::new(""));
        File::open(directory.unwrap_or(Path::new(".")))?.sync_all()?;
        Ok(())
    }
}

fn there(path: &Path) -> String {
    format!(
        "{}: there is a file already, and a backup never replaces one; give another name",
        path.display()
    )
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Drop for NewFile {
    fn drop(&mut self) {
        // After a rename there is nothing to remove.
        let _ = fs::remove_file(&self.draft);
    }
}
