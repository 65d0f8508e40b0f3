//! The graph itself: it knows nothing of mailboxes.

use super::Node;
use std::collections::{BTreeMap, BTreeSet};

/// Nodes that are held at once.
pub type Combination = BTreeSet<Node>;

/// Which nodes are held, and what opens the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Graph {
    held: BTreeSet<Node>,
    ways: BTreeMap<Node, Vec<Combination>>,
    resets: BTreeMap<Node, Node>,
}

impl Graph {
    /// Notes that a node is there by itself.
    pub fn hold(&mut self, node: Node) {
        self.held.insert(node);
    }

    /// Notes that `node` is opened by these together.
    pub fn open(&mut self, node: Node, by: impl IntoIterator<Item = Node>) {
        let way = by.into_iter().collect();
        let ways = self.ways.entry(node).or_default();
        if !ways.contains(&way) {
            ways.push(way);
        }
    }

    /// Notes that whoever forgot what opens `node` may get it back through `by`. It is no way in, but it may be a circle.
    pub fn reset(&mut self, node: Node, by: Node) {
        self.resets.insert(node, by);
    }

    /// The smallest combinations of held nodes that open `goal`: none contains another. In the order of [`Node`].
    #[must_use]
    pub fn combinations(&self, goal: Node) -> Vec<Combination> {
        let mut smallest: Vec<_> = self.expand(goal, &mut Vec::new());
        smallest.sort_by(|one, other| (one.len(), one).cmp(&(other.len(), other)));
        smallest
    }

    /// Whether what is held opens `goal`.
    #[must_use]
    pub fn opens(&self, goal: Node, held: &Combination) -> bool {
        let combinations = self.combinations(goal);
        combinations.iter().any(|needed| needed.is_subset(held))
    }

    /// The same graph for somebody who lost these.
    #[must_use]
    pub fn without(&self, lost: &Combination) -> Self {
        let mut rest = self.clone();
        rest.held.retain(|node| !lost.contains(node));
        rest.ways.retain(|node, _| !lost.contains(node));
        rest
    }

    /// Nodes that may help to open `goal` and are themselves got back through it.
    #[must_use]
    pub fn circles(&self, goal: Node) -> Vec<Node> {
        let needed: BTreeSet<Node> = self.combinations(goal).into_iter().flatten().collect();
        let resets = self.resets.iter();
        resets
            .filter(|(node, by)| {
                needed.contains(node) && self.leads_through(**by, goal, &mut BTreeSet::new())
            })
            .map(|(node, _)| *node)
            .collect()
    }

    /// Whether some way to open `node` goes through `goal`.
    fn leads_through(&self, node: Node, goal: Node, seen: &mut BTreeSet<Node>) -> bool {
        if node == goal {
            return true;
        }
        let mut parts = self.ways.get(&node).into_iter().flatten().flatten();
        seen.insert(node) && parts.any(|part| self.leads_through(*part, goal, seen))
    }

    /// What opens `node`, on the way to which the nodes of `path` are being opened already: a circle opens nothing.
    fn expand(&self, node: Node, path: &mut Vec<Node>) -> Vec<Combination> {
        if path.contains(&node) {
            return Vec::new();
        }
        let mut found = Vec::new();
        if self.held.contains(&node) {
            found.push(BTreeSet::from([node]));
        }
        path.push(node);
        for way in self.ways.get(&node).into_iter().flatten() {
            let mut together = vec![Combination::new()];
            for part in way {
                let parts = self.expand(*part, path);
                let joined = together.iter().flat_map(|before| {
                    parts
                        .iter()
                        .map(|part| before.union(part).copied().collect())
                });
                together = smallest(joined.collect());
            }
            found.extend(together);
        }
        path.pop();
        smallest(found)
    }
}

/// Those that contain no other.
fn smallest(mut all: Vec<Combination>) -> Vec<Combination> {
    all.sort_by_key(BTreeSet::len);
    let mut kept: Vec<Combination> = Vec::new();
    for one in all {
        if !kept.iter().any(|smaller| smaller.is_subset(&one)) {
            kept.push(one);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NODES: [Node; 9] = [
        Node::Account,
        Node::Mail,
        Node::Password,
        Node::Phone,
        Node::Code,
        Node::Sheet,
        Node::PasswordManager,
        Node::Paper(0),
        Node::Paper(1),
    ];

    fn node() -> impl Strategy<Value = Node> {
        (0..NODES.len()).prop_map(|n| NODES[n])
    }

    prop_compose! {
        /// Any graph, with circles and dead ends.
        fn graph()(
            held in proptest::collection::btree_set(node(), 0..5),
            ways in proptest::collection::vec((node(), proptest::collection::btree_set(node(), 1..4)), 0..12),
        ) -> Graph {
            let mut graph = Graph::default();
            for node in held {
                graph.hold(node);
            }
            for (node, way) in ways {
                graph.open(node, way);
            }
            graph
        }
    }

    /// Whether these open the goal, worked out the other way round: everything that they open, until nothing is added.
    fn reaches(graph: &Graph, goal: Node, held: &Combination) -> bool {
        let mut open: Combination = held.intersection(&graph.held).copied().collect();
        loop {
            let more: Combination = graph
                .ways
                .iter()
                .filter(|(_, ways)| ways.iter().any(|way| way.is_subset(&open)))
                .map(|(node, _)| *node)
                .collect();
            if more.is_subset(&open) {
                return open.contains(&goal);
            }
            open.extend(more);
        }
    }

    proptest! {
        #[test]
        fn no_combination_contains_another(graph in graph(), goal in node()) {
            let all = graph.combinations(goal);
            for (n, one) in all.iter().enumerate() {
                for (m, other) in all.iter().enumerate() {
                    prop_assert!(n == m || !one.is_subset(other), "{:?} {:?}", one, other);
                }
            }
        }

        #[test]
        fn every_combination_opens_and_none_opens_with_less(graph in graph(), goal in node()) {
            for one in graph.combinations(goal) {
                prop_assert!(reaches(&graph, goal, &one), "{:?}", one);
                for left_out in &one {
                    let mut less = one.clone();
                    less.remove(left_out);
                    prop_assert!(!reaches(&graph, goal, &less), "{:?} without {:?}", one, left_out);
                }
            }
        }

        #[test]
        fn whatever_opens_contains_a_combination(
            graph in graph(), goal in node(), held in proptest::collection::btree_set(node(), 0..6),
        ) {
            prop_assert_eq!(graph.opens(goal, &held), reaches(&graph, goal, &held));
        }

        #[test]
        fn losing_something_never_adds_a_combination(graph in graph(), goal in node(), lost in node()) {
            let before = graph.combinations(goal);
            for left in graph.without(&[lost].into()).combinations(goal) {
                prop_assert!(before.iter().any(|way| way.is_subset(&left)), "{:?}", left);
                prop_assert!(!left.contains(&lost));
            }
        }
    }

    #[test]
    fn what_is_got_back_through_the_goal_is_a_circle_only_where_it_helps() {
        let mut graph = Graph::default();
        graph.hold(Node::Password);
        graph.hold(Node::PasswordManager);
        graph.open(Node::Account, [Node::Password, Node::Code]);
        graph.open(Node::Mail, [Node::Account]);
        graph.open(Node::Code, [Node::PasswordManager]);
        assert_eq!(graph.circles(Node::Account), []);
        graph.reset(Node::PasswordManager, Node::Mail);
        assert_eq!(graph.circles(Node::Account), [Node::PasswordManager]);
        let lost = [Node::Password].into();
        assert_eq!(graph.without(&lost).circles(Node::Account), []);
    }
}
