//! Nodes that serve, and which keys each of them holds. It spans accounts.

use crate::{Error, Row, Statement, Tx};
use counterfoil_model::Timestamp;

/// A node that said a moment ago that it serves.
#[derive(Clone, Debug)]
pub struct Node {
    /// Drawn when it started.
    pub id: [u8; 16],
    /// Its machine's name.
    pub name: String,
    /// The keys it holds: kind and id.
    pub keys: Vec<(String, String)>,
    /// When it said so last.
    pub seen_at: Timestamp,
}

impl Node {
    fn from_row(row: &Row) -> Result<Self, Error> {
        let keys: String = row.get("keys")?;
        let keys = keys.lines().filter_map(|line| line.split_once(' '));
        Ok(Self {
            id: row.get("node_id")?,
            name: row.get("name")?,
            keys: keys
                .map(|(kind, id)| (kind.to_owned(), id.to_owned()))
                .collect(),
            seen_at: row.get("seen_at")?,
        })
    }
}

const SEEN: Statement = Statement::new(
    "node_seen",
    "INSERT INTO node (node_id, name, keys, seen_at) VALUES ($1, $2, $3, $4) \
     ON CONFLICT (node_id) DO UPDATE SET keys = $3, seen_at = $4",
);
const LIST: Statement = Statement::new(
    "node_list",
    "SELECT node_id, name, keys, seen_at FROM node WHERE seen_at > $1 ORDER BY name, node_id",
);
const FORGET: Statement = Statement::new("node_forget", "DELETE FROM node WHERE node_id = $1");
const FORGET_SILENT: Statement =
    Statement::new("node_forget_silent", "DELETE FROM node WHERE seen_at <= $1");

pub(crate) const ALL: &[&Statement] = &[&SEEN, &LIST, &FORGET, &FORGET_SILENT];

/// A node serves now, with these keys.
///
/// # Errors
/// Whatever the database says.
pub async fn seen(tx: &Tx, node: &Node) -> Result<(), Error> {
    let keys: Vec<String> = node
        .keys
        .iter()
        .map(|(kind, id)| format!("{kind} {id}"))
        .collect();
    let args = [
        node.id.into(),
        node.name.as_str().into(),
        keys.join("\n").into(),
        node.seen_at.into(),
    ];
    tx.execute(&SEEN, &args).await?;
    Ok(())
}

/// The nodes that said so after this.
///
/// # Errors
/// Whatever the database says.
pub async fn list(tx: &Tx, after: Timestamp) -> Result<Vec<Node>, Error> {
    let rows = tx.query(&LIST, &[after.into()]).await?;
    rows.iter().map(Node::from_row).collect()
}

/// A node stops.
///
/// # Errors
/// Whatever the database says.
pub async fn forget(tx: &Tx, id: [u8; 16]) -> Result<(), Error> {
    tx.execute(&FORGET, &[id.into()]).await?;
    Ok(())
}

/// Forgets nodes that have said nothing since: they were killed.
///
/// # Errors
/// Whatever the database says.
pub async fn forget_silent(tx: &Tx, until: Timestamp) -> Result<(), Error> {
    tx.execute(&FORGET_SILENT, &[until.into()]).await?;
    Ok(())
}
