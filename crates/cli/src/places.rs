//! Where addresses are: databases in the MMDB format, which the operator supplies. They are read anew when their files change.

use crate::config::Geo;
use counterfoil_service::{Country, Place, Places};
use maxminddb::{MaxMindDbError, Reader, path};
use std::fmt;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::SystemTime;
use thiserror::Error;

/// A database that can't be used.
#[derive(Debug, Error)]
pub enum PlacesError {
    /// Its file can't be read.
    #[error("{}: {source}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// It isn't one.
    #[error("{}: {source}", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        source: MaxMindDbError,
    },
}

/// The databases.
pub struct MmdbPlaces {
    country: Option<Database>,
    network: Option<Database>,
}

impl fmt::Debug for MmdbPlaces {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = |database: &Option<Database>| database.as_ref().map(|own| own.path.clone());
        f.debug_struct("MmdbPlaces")
            .field("country", &path(&self.country))
            .field("network", &path(&self.network))
            .finish()
    }
}

struct Database {
    path: PathBuf,
    read: RwLock<Arc<Read>>,
}

struct Read {
    reader: Reader<Vec<u8>>,
    changed_at: SystemTime,
}

impl Database {
    fn open(path: &Path) -> Result<Self, PlacesError> {
        Ok(Self {
            path: path.to_path_buf(),
            read: RwLock::new(Arc::new(Read::of(path)?)),
        })
    }

    fn current(&self) -> Arc<Read> {
        Arc::clone(&self.read.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// True if the file was another one.
    fn follow(&self) -> Result<bool, PlacesError> {
        if changed_at(&self.path)? == self.current().changed_at {
            return Ok(false);
        }
        let read = Arc::new(Read::of(&self.path)?);
        *self.read.write().unwrap_or_else(PoisonError::into_inner) = read;
        Ok(true)
    }
}

fn changed_at(path: &Path) -> Result<SystemTime, PlacesError> {
    let modified = std::fs::metadata(path).and_then(|found| found.modified());
    modified.map_err(|source| PlacesError::Unreadable {
        path: path.to_path_buf(),
        source,
    })
}

impl Read {
    fn of(path: &Path) -> Result<Self, PlacesError> {
        // Before the content: what is written meanwhile is read the next time.
        let changed_at = changed_at(path)?;
        let bytes = std::fs::read(path).map_err(|source| PlacesError::Unreadable {
            path: path.to_path_buf(),
            source,
        })?;
        let reader = Reader::from_source(bytes).map_err(|source| PlacesError::Damaged {
            path: path.to_path_buf(),
            source,
        })?;
        Ok(Self { reader, changed_at })
    }

    fn country(&self, address: IpAddr) -> Option<Country> {
        let found = self.reader.lookup(address).ok()?;
        let code: String = found.decode_path(&path!["country", "iso_code"]).ok()??;
        let names = found.decode_path(&path!["country", "names"]).ok().flatten();
        Some(Country {
            code,
            names: names.unwrap_or_default(),
        })
    }

    fn network(&self, address: IpAddr) -> Option<String> {
        let found = self.reader.lookup(address).ok()?;
        let number: u32 = found
            .decode_path(&path!["autonomous_system_number"])
            .ok()??;
        let name: Option<String> = found
            .decode_path(&path!["autonomous_system_organization"])
            .ok()?;
        Some(match name {
            Some(name) => format!("{name} (AS{number})"),
            None => format!("AS{number}"),
        })
    }
}

impl MmdbPlaces {
    /// Opens what the configuration names; `None` where it names nothing.
    ///
    /// # Errors
    /// [`PlacesError`].
    pub fn open(geo: &Geo) -> Result<Option<Self>, PlacesError> {
        if geo.country.is_none() && geo.network.is_none() {
            return Ok(None);
        }
        let open = |path: &Option<PathBuf>| path.as_deref().map(Database::open).transpose();
        Ok(Some(Self {
            country: open(&geo.country)?,
            network: open(&geo.network)?,
        }))
    }

    /// Reads anew what changed; true if anything did. What can't be read any more stays as it was.
    ///
    /// # Errors
    /// [`PlacesError`].
    pub fn follow(&self) -> Result<bool, PlacesError> {
        let mut changed = false;
        for database in [&self.country, &self.network].into_iter().flatten() {
            changed |= database.follow()?;
        }
        Ok(changed)
    }
}

impl Places for MmdbPlaces {
    fn of(&self, address: IpAddr) -> Place {
        let address = address.to_canonical();
        let country = self.country.as_ref();
        let network = self.network.as_ref();
        Place {
            country: country.and_then(|database| database.current().country(address)),
            network: network.and_then(|database| database.current().network(address)),
        }
    }
}
