//! Writes a database in the MMDB format (version 2.0) of a few IPv4 networks: enough to be read.

use std::collections::BTreeMap;

/// What a network has.
pub(crate) enum Field {
    Text(String),
    Number(u32),
    Map(Vec<(String, Field)>),
}

impl Field {
    pub(crate) fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    pub(crate) fn map(fields: &[(&str, Field)]) -> Self {
        let copied = fields
            .iter()
            .map(|(name, field)| ((*name).to_owned(), field.copy()));
        Self::Map(copied.collect())
    }

    fn copy(&self) -> Self {
        match self {
            Self::Text(text) => Self::Text(text.clone()),
            Self::Number(number) => Self::Number(*number),
            Self::Map(fields) => Self::Map(
                fields
                    .iter()
                    .map(|(name, field)| (name.clone(), field.copy()))
                    .collect(),
            ),
        }
    }

    fn write(&self, to: &mut Vec<u8>) {
        match self {
            Self::Text(text) => {
                to.extend(control(2, text.len()));
                to.extend(text.as_bytes());
            }
            Self::Number(number) => {
                to.extend(control(6, 4));
                to.extend(number.to_be_bytes());
            }
            Self::Map(fields) => {
                to.extend(control(7, fields.len()));
                for (name, field) in fields {
                    Self::text(name).write(to);
                    field.write(to);
                }
            }
        }
    }
}

/// Type and size of what follows; sizes to 284.
fn control(kind: u8, size: usize) -> Vec<u8> {
    match size {
        0..29 => vec![kind << 5 | u8::try_from(size).unwrap()],
        _ => vec![kind << 5 | 0x1d, u8::try_from(size - 29).unwrap()],
    }
}

/// An array of texts, or a number of two bytes: extended and small types that only metadata has.
fn metadata(nodes: u32) -> Vec<u8> {
    let mut to = b"\xAB\xCD\xEFMaxMind.com".to_vec();
    let number = |to: &mut Vec<u8>, name: &str, value: u16| {
        Field::text(name).write(to);
        to.extend(control(5, 2));
        to.extend(value.to_be_bytes());
    };
    to.extend(control(7, 9));
    number(&mut to, "binary_format_major_version", 2);
    number(&mut to, "binary_format_minor_version", 0);
    number(&mut to, "ip_version", 4);
    number(&mut to, "record_size", 24);
    Field::text("node_count").write(&mut to);
    Field::Number(nodes).write(&mut to);
    Field::text("database_type").write(&mut to);
    Field::text("Test").write(&mut to);
    Field::text("build_epoch").write(&mut to);
    // Type 9 is extended: a size, then the type less seven.
    to.extend([8, 2]);
    to.extend(0_u64.to_be_bytes());
    Field::text("languages").write(&mut to);
    to.extend([1, 4]);
    Field::text("en").write(&mut to);
    Field::text("description").write(&mut to);
    Field::map(&[("en", Field::text("for a test"))]).write(&mut to);
    to
}

#[derive(Default)]
struct Node {
    to: [Option<To>; 2],
}

#[derive(Clone, Copy)]
enum To {
    Node(usize),
    Data(usize),
}

/// A database of networks, as address, length of the prefix and what it has.
pub(crate) fn database(networks: &[([u8; 4], u8, Field)]) -> Vec<u8> {
    let mut nodes = vec![Node::default()];
    let mut data = Vec::new();
    let mut places = BTreeMap::new();
    for (n, (address, prefix, field)) in networks.iter().enumerate() {
        places.insert(n, data.len());
        field.write(&mut data);
        let bits = u32::from_be_bytes(*address);
        let mut at = 0;
        for depth in 0..*prefix {
            let side = usize::from(bits >> (31 - depth) & 1 == 1);
            if depth + 1 == *prefix {
                nodes[at].to[side] = Some(To::Data(places[&n]));
                continue;
            }
            at = if let Some(To::Node(next)) = nodes[at].to[side] {
                next
            } else {
                nodes.push(Node::default());
                let next = nodes.len() - 1;
                nodes[at].to[side] = Some(To::Node(next));
                next
            };
        }
    }
    let count = nodes.len();
    let mut file = Vec::new();
    for node in &nodes {
        for to in node.to {
            let record = match to {
                None => count,
                Some(To::Node(at)) => at,
                Some(To::Data(at)) => count + 16 + at,
            };
            file.extend(&u32::try_from(record).unwrap().to_be_bytes()[1..]);
        }
    }
    file.extend([0; 16]);
    file.extend(data);
    file.extend(metadata(u32::try_from(count).unwrap()));
    file
}
