//! How the keys stand: which there are, what rests on each, which may have been stolen, and which of them every node has.

use crate::command::Failure;
use crate::keys::{KeyFiles, KeyKind, KeyMaterial, came};
use counterfoil_model::key_rotation::{Leaving, NODE_LIVES, in_use};
use counterfoil_model::{KeySet, Timestamp};
use counterfoil_store::repo::key_use::{self, KeyUse, Resting};
use counterfoil_store::repo::stolen_key::StolenKey;
use counterfoil_store::{Db, Error, repo};
use std::path::Path;

/// A key: of the key directory, or one on which something rests.
#[derive(Clone, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own that is said or not"
)]
pub(crate) struct Standing {
    pub(crate) kind: KeyKind,
    pub(crate) id: String,
    /// How many rows rest on it; `None` for a kind on which none do.
    pub(crate) resting: Option<i64>,
    /// New things are made with it.
    pub(crate) in_use: bool,
    /// It may have been stolen.
    pub(crate) stolen: bool,
    /// Something rests on it, and it isn't in the key directory.
    pub(crate) missing: bool,
    /// Nodes that serve and don't have it.
    pub(crate) not_on: Vec<String>,
    /// A newer one is in use.
    pub(crate) replaced: bool,
}

impl Standing {
    /// What is worth saying beside kind, id and count.
    pub(crate) fn notes(&self) -> String {
        let mut notes = Vec::new();
        let mut note = |yes: bool, text: &str| {
            if yes {
                notes.push(text.to_owned());
            }
        };
        note(self.in_use, "in use");
        note(self.stolen, "stolen");
        note(self.missing, "missing");
        if !self.not_on.is_empty() && !self.in_use && !self.replaced && !self.missing {
            notes.push(format!("waits for {}", self.not_on.join(", ")));
        }
        notes.join("; ")
    }
}

/// All keys but those that sign.
pub(crate) struct Standings {
    pub(crate) keys: Vec<Standing>,
    files: KeyFiles,
}

/// What the database knows.
struct Known {
    used: KeyUse,
    stolen: Vec<StolenKey>,
    nodes: Vec<(String, KeySet)>,
}

impl Standings {
    /// Looks at the key directory and asks the database.
    pub(crate) async fn look(keys_dir: &Path, db: &Db, now: Timestamp) -> Result<Self, Failure> {
        let files = KeyFiles::load(keys_dir)?;
        let known = known(db, now).await?;
        let stolen: KeySet = (known.stolen.iter())
            .filter_map(|key| Some((KeyKind::parse(&key.kind)?, key.id.clone())))
            .collect();
        let sets: Vec<KeySet> = known.nodes.iter().map(|(_, keys)| keys.clone()).collect();
        let mut keys = Vec::new();
        for kind in KeyKind::ALL {
            let own: Vec<String> = files.of(kind).map(|key| key.id.clone()).collect();
            let used = in_use(kind, &own, &stolen, &sets).unwrap_or_default();
            let resting = resting(kind, &known.used, own.first());
            let count = |id: &str| Some(resting.as_ref()?.get(id).copied().unwrap_or_default());
            let not_on = |id: &str| {
                let nodes = known.nodes.iter().filter(|(_, keys)| !keys.has(kind, id));
                nodes.map(|(name, _)| name.clone()).collect()
            };
            for id in &own {
                keys.push(Standing {
                    kind,
                    id: id.clone(),
                    resting: count(id),
                    in_use: id == used,
                    stolen: stolen.has(kind, id),
                    missing: false,
                    not_on: not_on(id),
                    replaced: id.as_str() < used,
                });
            }
            let gone = resting.iter().flat_map(Resting::keys);
            for id in gone.filter(|id| !own.contains(id)) {
                keys.push(Standing {
                    kind,
                    id: id.clone(),
                    resting: count(id),
                    in_use: false,
                    stolen: stolen.has(kind, id),
                    missing: true,
                    not_on: not_on(id),
                    replaced: true,
                });
            }
        }
        Ok(Self { keys, files })
    }

    /// The key of this kind and id in the key directory.
    pub(crate) fn find(&self, kind: KeyKind, id: &str) -> Option<(&Standing, &KeyMaterial)> {
        let here = |key: &&Standing| key.kind == kind && key.id == id && !key.missing;
        let file = self.files.of(kind).find(|key| key.id == id)?;
        Some((self.keys.iter().find(here)?, file))
    }

    /// What speaks for and against its going.
    pub(crate) fn leaving(&self, standing: &Standing, keys_dir: &Path) -> Result<Leaving, Failure> {
        let mut newer = (self.files.of(standing.kind)).filter(|key| key.id > standing.id);
        let replaced_at = newer
            .next()
            .map(|key| came(keys_dir, &key.file_name()))
            .transpose()?;
        Ok(Leaving {
            in_use: standing.in_use || !standing.replaced,
            resting: standing.resting.unwrap_or_default(),
            replaced_at,
        })
    }
}

async fn known(db: &Db, now: Timestamp) -> Result<Known, Error> {
    db.read("keys_standing", |tx| async move {
        let nodes = repo::node::list(&tx, now - NODE_LIVES).await?.into_iter();
        let held = |keys: Vec<(String, String)>| {
            let keys = keys.into_iter();
            keys.filter_map(|(kind, id)| Some((KeyKind::parse(&kind)?, id)))
                .collect()
        };
        Ok(Known {
            used: key_use::count(&tx, now).await?,
            stolen: repo::stolen_key::list(&tx).await?,
            nodes: nodes.map(|node| (node.name, held(node.keys))).collect(),
        })
    })
    .await
}

/// What rests on the keys of a kind. Codes of a former version, whose tag key wasn't noted, are the oldest's.
fn resting(kind: KeyKind, used: &KeyUse, oldest: Option<&String>) -> Option<Resting> {
    match kind {
        KeyKind::CodePepper => Some(used.codes.clone()),
        KeyKind::PasswordPepper => Some(used.passwords.clone()),
        KeyKind::Sealing => Some(used.sealed.clone()),
        KeyKind::Tag => {
            let mut tags = used.tags.clone();
            if let (Some(unnoted), Some(oldest)) = (tags.remove(""), oldest) {
                *tags.entry(oldest.clone()).or_default() += unnoted;
            }
            Some(tags)
        }
        KeyKind::Cookie | KeyKind::Audit => None,
    }
}
