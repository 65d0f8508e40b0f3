//! What an owner has, and the graph that follows from the rules of the doors.

use super::{Graph, Node};
use crate::PlaceKind;

/// A passkey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnPasskey {
    /// Whether it makes sure who holds it, by finger, face or number: then it is both factors in one.
    pub verifies: bool,
}

/// An address outside the mailbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outside {
    /// Whether it is of the mailbox's own domain: whoever takes one may take both.
    pub hosted_here: bool,
    /// Whether notices come back from it.
    pub unreached: bool,
}

/// What an owner has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a thing of its own that is there or isn't"
)]
pub struct Holdings {
    /// Whether there is a password.
    pub password: bool,
    /// Whether a second step is asked for: while it isn't, the password opens alone.
    pub second_step: bool,
    /// Whether an authenticator app counts.
    pub phone: bool,
    /// Passkeys that count.
    pub passkeys: Vec<OwnPasskey>,
    /// Whether a sheet is in force that has a code left.
    pub codes: bool,
    /// Where copies of that sheet lie, as far as it was noted.
    pub places: Vec<PlaceKind>,
    /// Addresses that hear of what happens. None of them opens anything: no link signs in.
    pub outside: Vec<Outside>,
    /// Mail programs with a password of their own that reads mail.
    pub mail_programs: usize,
    /// Apps that are signed in and read mail.
    pub apps: usize,
    /// Whether there are two people at the desk beside the owner.
    pub operators: bool,
}

impl Holdings {
    /// What opens what.
    #[must_use]
    pub fn graph(&self) -> Graph {
        let mut graph = Graph::default();
        self.hold(&mut graph);
        self.open_account(&mut graph);
        self.open_code(&mut graph);
        graph.open(Node::Mail, [Node::Account]);
        for n in 0..self.mail_programs {
            graph.hold(Node::MailProgram(n));
            graph.open(Node::Mail, [Node::MailProgram(n)]);
        }
        for n in 0..self.apps {
            graph.hold(Node::App(n));
            graph.open(Node::Mail, [Node::App(n)]);
        }
        graph
    }

    fn hold(&self, graph: &mut Graph) {
        let things = [
            (self.password, Node::Password),
            (self.phone, Node::Phone),
            (self.operators, Node::Operators),
        ];
        for (there, node) in things {
            if there {
                graph.hold(node);
            }
        }
        for n in 0..self.passkeys.len() {
            graph.hold(Node::Passkey(n));
        }
    }

    /// The doors, by the rules "Signing in", "Codes" and "Freeze".
    fn open_account(&self, graph: &mut Graph) {
        if !self.second_step {
            graph.open(Node::Account, [Node::Password]);
        }
        graph.open(Node::Account, [Node::Password, Node::Phone]);
        graph.open(Node::Account, [Node::Password, Node::Code]);
        for (n, passkey) in self.passkeys.iter().enumerate() {
            if passkey.verifies {
                graph.open(Node::Account, [Node::Passkey(n)]);
            } else {
                graph.open(Node::Account, [Node::Password, Node::Passkey(n)]);
            }
            // A forgotten password: one code and a bound factor set a new one (N21).
            graph.open(Node::Account, [Node::Code, Node::Passkey(n)]);
        }
        graph.open(Node::Account, [Node::Code, Node::Phone]);
        // Re-enrolment.
        graph.open(Node::Account, [Node::Operators]);
    }

    /// Where a code comes from. A photo is taken with the phone and lies on it.
    fn open_code(&self, graph: &mut Graph) {
        if !self.codes {
            return;
        }
        if self.places.is_empty() {
            graph.hold(Node::Sheet);
            graph.open(Node::Code, [Node::Sheet]);
        }
        for (n, kind) in self.places.iter().enumerate() {
            graph.open(Node::Code, [Node::Paper(n)]);
            match kind {
                PlaceKind::Photo if self.phone => graph.open(Node::Paper(n), [Node::Phone]),
                PlaceKind::PasswordManager => {
                    graph.hold(Node::PasswordManager);
                    graph.open(Node::Paper(n), [Node::PasswordManager]);
                    graph.reset(Node::PasswordManager, Node::Mail);
                }
                _ => graph.hold(Node::Paper(n)),
            }
        }
    }
}
