//! The keys of a backup, and those that are here.

use crate::command::Failure;
use crate::keys::bundle::{self, KeyFile};
use counterfoil_service::{Clock, SystemClock};
use std::path::{Path, PathBuf};

/// What is to be done with keys.
pub(super) struct HouseKeys {
    dir: PathBuf,
    /// In the backup and not here.
    new: Vec<KeyFile>,
    /// Here and not in the backup.
    others: Vec<KeyFile>,
    aside: PathBuf,
}

impl HouseKeys {
    /// Compares; the inner error says why nothing may be written.
    pub(super) fn plan(
        dir: &Path,
        from_backup: Vec<KeyFile>,
        replace: bool,
    ) -> Result<Result<Self, String>, Failure> {
        let here = bundle::read(dir)?;
        let find = |files: &[KeyFile], wanted: &KeyFile| {
            let found = files.iter().find(|file| file.name == wanted.name);
            found.map(|file| *file.text == *wanted.text)
        };
        if from_backup.is_empty() {
            return Ok(Ok(Self::of(dir, Vec::new(), Vec::new())));
        }
        let others: Vec<KeyFile> = here
            .iter()
            .filter(|file| find(&from_backup, file) != Some(true))
            .map(|file| KeyFile {
                name: file.name.clone(),
                text: file.text.clone(),
            })
            .collect();
        let mut new = from_backup;
        new.retain(|file| find(&here, file) != Some(true));
        if !others.is_empty() && !replace {
            let names: Vec<&str> = others.iter().map(|file| file.name.as_str()).collect();
            return Ok(Err(format!(
                "Nothing was written. {} holds other keys than the backup:\n\n  {}\n\n\
                 If nothing rests on them, --replace sets them aside; else they are the keys of another database.",
                dir.display(),
                names.join("\n  ")
            )));
        }
        Ok(Ok(Self::of(dir, new, others)))
    }

    fn of(dir: &Path, new: Vec<KeyFile>, others: Vec<KeyFile>) -> Self {
        let mut aside = dir.as_os_str().to_owned();
        aside.push(format!(".replaced-{}", SystemClock.now().as_micros()));
        Self {
            dir: dir.to_owned(),
            new,
            others,
            aside: aside.into(),
        }
    }

    /// Whether a file of this name is here with other content.
    fn is_in_the_way(&self, new: &KeyFile) -> bool {
        self.others.iter().any(|other| other.name == new.name)
    }

    /// Writes what is missing beside what is here. Only a file of the same name goes out of its way: a secret shared with the
    /// mail software, on which nothing stored rests.
    pub(super) fn write(&self) -> Result<(), Failure> {
        for file in &self.new {
            if self.is_in_the_way(file) {
                bundle::set_aside(&self.dir, file, &self.aside)?;
            }
            bundle::write(&self.dir, file)?;
        }
        Ok(())
    }

    /// Takes back what [`write`](Self::write) did.
    pub(super) fn take_back(&self) -> Result<(), Failure> {
        for file in &self.new {
            bundle::remove(&self.dir, file)?;
            if self.is_in_the_way(file) {
                bundle::set_aside(&self.aside, file, &self.dir)?;
            }
        }
        Ok(())
    }

    /// Sets aside what isn't the backup's, once the database is.
    pub(super) fn set_others_aside(&self) -> Result<(), Failure> {
        for file in &self.others {
            if !self.new.iter().any(|new| new.name == file.name) {
                bundle::set_aside(&self.dir, file, &self.aside)?;
            }
        }
        Ok(())
    }
}
