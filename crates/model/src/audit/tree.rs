//! The tree itself, as far as appending needs it: the roots of its full subtrees, at most 64 of them.

use sha2::{Digest, Sha256};

/// SHA-256.
pub type Hash = [u8; 32];

/// How far the tree has grown. It is all that has to be kept to append and to say the root.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frontier {
    size: u64,
    /// The roots of the full subtrees, the largest first: one for each bit of the size that is set.
    peaks: Vec<Hash>,
}

impl Frontier {
    /// How many leaves there are.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// One more leaf, by its hash.
    pub fn push(&mut self, leaf: Hash) {
        let mut carried = leaf;
        for _ in 0..self.size.trailing_ones() {
            if let Some(left) = self.peaks.pop() {
                carried = node(&left, &carried);
            }
        }
        self.peaks.push(carried);
        self.size += 1;
    }

    /// The root (RFC 6962, section 2.1); of a tree without leaves it is the hash of nothing.
    #[must_use]
    pub fn root(&self) -> Hash {
        let mut peaks = self.peaks.iter().rev();
        let Some(last) = peaks.next() else {
            return Sha256::digest([]).into();
        };
        peaks.fold(*last, |right, left| node(left, &right))
    }

    /// The peaks, as they are kept beside the size.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        self.peaks.concat()
    }

    /// Reads what [`Self::to_bytes`] wrote; `None` if the size needs other peaks.
    #[must_use]
    pub fn read(size: u64, bytes: &[u8]) -> Option<Self> {
        let (peaks, rest) = bytes.as_chunks::<32>();
        let fits = rest.is_empty() && usize::try_from(size.count_ones()) == Ok(peaks.len());
        fits.then(|| Self {
            size,
            peaks: peaks.to_vec(),
        })
    }
}

fn node(left: &Hash, right: &Hash) -> Hash {
    let mut hash = Sha256::new_with_prefix([1]);
    hash.update(left);
    hash.update(right);
    hash.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ct_merkle::mem_backed_tree::MemoryBackedTree;

    fn leaf(n: u64) -> Vec<u8> {
        format!("leaf {n}").into_bytes()
    }

    fn hash(bytes: &[u8]) -> Hash {
        let mut hash = Sha256::new_with_prefix([0]);
        hash.update(bytes);
        hash.finalize().into()
    }

    #[test]
    fn rfc_6962_every_root_is_that_of_another_implementation_and_its_proofs_hold() {
        let mut tree = MemoryBackedTree::<Sha256, Vec<u8>>::new();
        let mut frontier = Frontier::default();
        let mut roots = Vec::new();
        for n in 0..70 {
            tree.push(leaf(n));
            frontier.push(hash(&leaf(n)));
            assert_eq!(
                frontier.root().as_slice(),
                tree.root().as_bytes().as_slice()
            );
            roots.push(tree.root());
            let kept = Frontier::read(frontier.size(), &frontier.to_bytes());
            assert_eq!(kept.as_ref(), Some(&frontier));
        }
        let last = tree.root();
        for (n, root) in roots.iter().enumerate() {
            let proof = tree.prove_inclusion(n);
            let own = leaf(u64::try_from(n).unwrap());
            last.verify_inclusion(&own, u64::try_from(n).unwrap(), &proof)
                .unwrap();
            if n < 69 {
                let proof = tree.prove_consistency(69 - n);
                last.verify_consistency(root, &proof).unwrap();
            }
        }
    }

    #[test]
    fn rfc_6962_a_tree_without_leaves_has_the_hash_of_nothing() {
        let root = data_encoding::HEXLOWER.encode(&Frontier::default().root());
        assert!(root.starts_with("e3b0c44298fc1c14"), "{root}");
    }

    #[test]
    fn peaks_of_another_size_are_refused() {
        let mut frontier = Frontier::default();
        frontier.push([7; 32]);
        let bytes = frontier.to_bytes();
        assert!(Frontier::read(2, &bytes).is_some());
        assert!(Frontier::read(3, &bytes).is_none());
        assert!(Frontier::read(1, &bytes[1..]).is_none());
    }
}
