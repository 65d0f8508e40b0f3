//! Taking up keys that were made, or may have been stolen, while this node serves: within a minute, and on every node.
//!
//! A node can't read what is made with a key that it doesn't have. So each says which ones it has, and a new one is used once all have
//! it (`model::key_rotation::in_use`).

use super::KeyMaterial;
use crate::{App, Fault};
use counterfoil_model::key_rotation::{NODE_LIVES, in_use};
use counterfoil_model::{KeyKind, KeySet, Span};
use counterfoil_store::repo::node::Node;
use counterfoil_store::{Error, Tx, repo};
use std::collections::BTreeMap;

/// Nodes may be so far behind before what is sealed under an old key is sealed anew: what they seal meanwhile would be missed.
const OTHERS_FOLLOW: Span = Span::minutes(5);

/// What came of looking.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TakenUp {
    /// Whether anything is other than it was.
    pub changed: bool,
    /// New keys that wait, and the nodes that don't have them.
    pub waiting: Vec<(KeyKind, String, Vec<String>)>,
}

/// What the other nodes and the operators said.
struct Heard {
    others: Vec<(String, KeySet)>,
    stolen: KeySet,
}

impl App {
    /// Takes up the keys that are there now, oldest first of each kind. With a name, this is a node that serves: others hear which keys
    /// it has.
    ///
    /// # Errors
    /// [`Fault`]; the keys stay as they were.
    pub async fn take_up_keys(
        &self,
        mut material: Vec<KeyMaterial>,
        node: Option<&str>,
    ) -> Result<TakenUp, Fault> {
        let held: Vec<(KeyKind, String)> = (material.iter())
            .map(|key| (key.kind, key.id.clone()))
            .collect();
        let held = &held;
        if let Some(name) = node {
            let said: Result<(), Error> = self
                .db
                .run("keys_held", |tx| async move {
                    self.say_held(&tx, name, held).await
                })
                .await;
            said?;
        }
        let heard: Result<Heard, Error> = self
            .db
            .read("keys_of_others", |tx| async move { self.hear(&tx).await })
            .await;
        let Heard { others, stolen } = heard?;
        let sets: Vec<KeySet> = others.iter().map(|(_, keys)| keys.clone()).collect();
        let mut used = BTreeMap::new();
        let mut taken_up = TakenUp::default();
        for kind in KeyKind::ALL {
            let own = held.iter().filter(|(own, _)| *own == kind);
            let own: Vec<String> = own.map(|(_, id)| id.clone()).collect();
            let Some(id) = in_use(kind, &own, &stolen, &sets) else {
                continue;
            };
            if let Some(newest) = own.last().filter(|newest| *newest != id) {
                let without = others.iter().filter(|(_, keys)| !keys.has(kind, newest));
                let without: Vec<_> = without.map(|(name, _)| name.clone()).collect();
                taken_up.waiting.push((kind, newest.clone(), without));
            }
            used.insert(kind, id.to_owned());
        }
        // Nothing rests on a cookie key but forms that are open: one that was stolen makes none that is taken.
        material.retain(|key| {
            key.kind != KeyKind::Cookie
                || !stolen.has(key.kind, &key.id)
                || used.get(&key.kind) == Some(&key.id)
        });
        taken_up.changed = self
            .keys
            .exchange(material, &used)
            .map_err(|_| Fault::Broken("a key is missing"))?;
        self.keep_stolen(stolen);
        Ok(taken_up)
    }

    /// This node stops.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn leave_nodes(&self) -> Result<(), Fault> {
        let left: Result<(), Error> = self
            .db
            .run("node_left", |tx| async move {
                match self.node.get() {
                    Some(node) => repo::node::forget(&tx, *node).await,
                    None => Ok(()),
                }
            })
            .await;
        Ok(left?)
    }

    async fn say_held(&self, tx: &Tx, name: &str, held: &[(KeyKind, String)]) -> Result<(), Error> {
        let now = self.now();
        let node = Node {
            id: *self.node.get_or_init(|| self.draw_bytes()),
            name: name.to_owned(),
            keys: (held.iter())
                .map(|(kind, id)| (kind.name().to_owned(), id.clone()))
                .collect(),
            seen_at: now,
        };
        repo::node::seen(tx, &node).await?;
        repo::node::forget_silent(tx, now - NODE_LIVES).await?;
        let sealing = held.iter().filter(|(kind, _)| *kind == KeyKind::Sealing);
        if let Some((_, newest)) = sealing.clone().next_back()
            && sealing.count() > 1
        {
            repo::key_walk::begin(tx, super::sealing::WALK, newest, now + OTHERS_FOLLOW).await?;
        }
        Ok(())
    }

    async fn hear(&self, tx: &Tx) -> Result<Heard, Error> {
        let nodes = repo::node::list(tx, self.now() - NODE_LIVES).await?;
        let others = nodes
            .into_iter()
            .filter(|node| self.node.get() != Some(&node.id));
        Ok(Heard {
            others: others.map(|node| (node.name, known(node.keys))).collect(),
            stolen: super::stolen::stolen(tx).await?,
        })
    }
}

/// Keys of kinds that this version knows.
fn known(keys: impl IntoIterator<Item = (String, String)>) -> KeySet {
    keys.into_iter()
        .filter_map(|(kind, id)| Some((KeyKind::parse(&kind)?, id)))
        .collect()
}
