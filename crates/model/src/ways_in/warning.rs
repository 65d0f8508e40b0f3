//! What happens when something is lost, and what deserves a warning.

use super::{Combination, Graph, Holdings, Node};
use crate::{Fix, PlaceKind};

/// What an owner may lose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lost {
    /// The phone.
    Phone,
    /// A passkey.
    Passkey(usize),
    /// The password is forgotten.
    Password,
    /// The sheet, of which nobody noted where it lies.
    Sheet,
    /// The copy at a place.
    Paper(usize),
    /// The password manager doesn't open any more.
    PasswordManager,
    /// The bag with phone and wallet.
    Bag,
}

/// What is left when something is lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// What.
    pub lost: Lost,
    /// What still opens the account, without anybody's help.
    pub left: Vec<Combination>,
}

/// What deserves a warning, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Warning {
    /// One thing alone opens the account, and it is no passkey that makes sure who holds it.
    OpensAlone(Node),
    /// When this is lost, nothing opens the account any more: a single point of failure.
    NothingLeft(Lost),
    /// Nobody outside the mailbox hears of what happens.
    NobodyHears,
    /// An address is hosted here too: by its place in [`Holdings::outside`].
    HostedHere(usize),
    /// The codes are in a password manager that may itself be got back through this mailbox.
    ManagerCircle,
    /// The codes are on a photo.
    Photographed,
}

impl Lost {
    fn nodes(self, holdings: &Holdings) -> Combination {
        match self {
            Self::Phone => [Node::Phone].into(),
            Self::Passkey(n) => [Node::Passkey(n)].into(),
            Self::Password => [Node::Password].into(),
            Self::Sheet => [Node::Sheet].into(),
            Self::Paper(n) => [Node::Paper(n)].into(),
            Self::PasswordManager => [Node::PasswordManager].into(),
            Self::Bag => {
                let wallet = wallets(holdings).map(Node::Paper);
                wallet.chain([Node::Phone]).collect()
            }
        }
    }
}

fn wallets(holdings: &Holdings) -> impl Iterator<Item = usize> {
    let places = holdings.places.iter().enumerate();
    places
        .filter(|(_, kind)| **kind == PlaceKind::Wallet)
        .map(|(n, _)| n)
}

/// What may be lost of what is there.
fn losable(holdings: &Holdings) -> Vec<Lost> {
    let mut all = Vec::new();
    if holdings.phone {
        all.push(Lost::Phone);
    }
    all.extend((0..holdings.passkeys.len()).map(Lost::Passkey));
    if holdings.password {
        all.push(Lost::Password);
    }
    if holdings.codes && holdings.places.is_empty() {
        all.push(Lost::Sheet);
    }
    if holdings.codes {
        let places = holdings.places.iter().enumerate();
        all.extend(places.clone().filter_map(|(n, kind)| match kind {
            PlaceKind::PasswordManager => None,
            PlaceKind::Photo if holdings.phone => None,
            _ => Some(Lost::Paper(n)),
        }));
        if places
            .clone()
            .any(|(_, kind)| *kind == PlaceKind::PasswordManager)
        {
            all.push(Lost::PasswordManager);
        }
        if holdings.phone && wallets(holdings).next().is_some() {
            all.push(Lost::Bag);
        }
    }
    all
}

/// What is left when each thing is lost, one after the other.
#[must_use]
pub fn losses(holdings: &Holdings) -> Vec<Loss> {
    let graph = holdings.graph();
    let losses = losable(holdings).into_iter().map(|lost| Loss {
        lost,
        left: own_ways(&graph.without(&lost.nodes(holdings))),
    });
    losses.collect()
}

/// What opens the account without anybody's help.
fn own_ways(graph: &Graph) -> Vec<Combination> {
    let mut ways = graph.combinations(Node::Account);
    ways.retain(|way| !way.contains(&Node::Operators));
    ways
}

/// What deserves a warning, the gravest first.
#[must_use]
pub fn warnings(holdings: &Holdings) -> Vec<Warning> {
    let graph = holdings.graph();
    let mut all = Vec::new();
    for way in own_ways(&graph) {
        let mut nodes = way.iter();
        if let (Some(alone), None) = (nodes.next(), nodes.next())
            && !matches!(alone, Node::Passkey(_))
        {
            all.push(Warning::OpensAlone(*alone));
        }
    }
    let losses = losses(holdings);
    let fatal = |loss: &&Loss| loss.left.is_empty();
    let parts: Vec<Lost> = losses.iter().filter(fatal).map(|loss| loss.lost).collect();
    // A bag that holds something fatal is no news.
    let known = parts.contains(&Lost::Phone)
        || parts.iter().any(
            |lost| matches!(lost, Lost::Paper(n) if wallets(holdings).any(|wallet| wallet == *n)),
        );
    all.extend(
        parts
            .into_iter()
            .filter(|lost| *lost != Lost::Bag || !known)
            .map(Warning::NothingLeft),
    );
    if !holdings
        .outside
        .iter()
        .any(|outside| !outside.hosted_here && !outside.unreached)
    {
        all.push(Warning::NobodyHears);
    }
    let hosted = holdings.outside.iter().enumerate();
    all.extend(
        hosted
            .filter(|(_, outside)| outside.hosted_here)
            .map(|(n, _)| Warning::HostedHere(n)),
    );
    if holdings.codes {
        if !graph.circles(Node::Account).is_empty() {
            all.push(Warning::ManagerCircle);
        }
        if holdings.places.contains(&PlaceKind::Photo) {
            all.push(Warning::Photographed);
        }
    }
    all
}

impl Warning {
    /// What mends it: the one button beside it.
    #[must_use]
    pub const fn fix(self, holdings: &Holdings) -> Fix {
        match self {
            Self::OpensAlone(node) if !matches!(node, Node::Phone) => Fix::SetUpPhone,
            Self::NothingLeft(lost) if !matches!(lost, Lost::Bag) && !holdings.phone => {
                Fix::SetUpPhone
            }
            Self::NothingLeft(lost) if !matches!(lost, Lost::Bag) && !holdings.codes => {
                Fix::EnableCodes
            }
            Self::OpensAlone(_)
            | Self::NothingLeft(_)
            | Self::ManagerCircle
            | Self::Photographed => Fix::NotePlaces,
            Self::NobodyHears | Self::HostedHere(_) => Fix::AddAddress,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ways_in::{Outside, OwnPasskey};

    const SISTER: Outside = Outside {
        hosted_here: false,
        unreached: false,
    };

    /// Password, phone and a sheet of which nobody noted where it lies.
    fn safe() -> Holdings {
        Holdings {
            password: true,
            second_step: true,
            phone: true,
            codes: true,
            outside: vec![SISTER],
            operators: true,
            ..Holdings::default()
        }
    }

    fn ways(holdings: &Holdings) -> Vec<Vec<Node>> {
        let combinations = holdings.graph().combinations(Node::Account);
        let lists = combinations
            .into_iter()
            .map(|way| way.into_iter().collect());
        lists.collect()
    }

    fn left(holdings: &Holdings, lost: Lost) -> usize {
        let mut all = losses(holdings).into_iter();
        all.find(|loss| loss.lost == lost).unwrap().left.len()
    }

    #[test]
    fn two_of_three_open_the_account_and_so_do_two_operators() {
        use Node::{Operators, Password, Phone, Sheet};
        assert_eq!(
            ways(&safe()),
            [
                vec![Operators],
                vec![Password, Phone],
                vec![Password, Sheet],
                vec![Phone, Sheet],
            ]
        );
        assert_eq!(warnings(&safe()), []);
        for lost in [Lost::Phone, Lost::Password, Lost::Sheet] {
            assert_eq!(left(&safe(), lost), 1, "{lost:?}");
        }
    }

    #[test]
    fn a_password_alone_is_warned_of() {
        let bare = Holdings {
            password: true,
            outside: vec![SISTER],
            ..Holdings::default()
        };
        assert_eq!(ways(&bare), [[Node::Password]]);
        let expected = [
            Warning::OpensAlone(Node::Password),
            Warning::NothingLeft(Lost::Password),
        ];
        assert_eq!(warnings(&bare), expected);
        for warning in expected {
            assert_eq!(warning.fix(&bare), Fix::SetUpPhone);
        }
    }

    #[test]
    fn everything_hangs_on_the_phone_until_there_is_a_sheet() {
        let mut holdings = safe();
        holdings.codes = false;
        let expected = [Lost::Phone, Lost::Password].map(Warning::NothingLeft);
        assert_eq!(warnings(&holdings), expected);
        assert_eq!(expected[0].fix(&holdings), Fix::EnableCodes);
    }

    #[test]
    fn a_sheet_that_is_the_only_second_step_is_a_single_point_of_failure() {
        let mut holdings = safe();
        holdings.phone = false;
        let expected = [Lost::Password, Lost::Sheet].map(Warning::NothingLeft);
        assert_eq!(warnings(&holdings), expected);
        assert_eq!(expected[1].fix(&holdings), Fix::SetUpPhone);
        holdings.places = vec![PlaceKind::Safe, PlaceKind::Relative];
        assert_eq!(warnings(&holdings), [Warning::NothingLeft(Lost::Password)]);
    }

    #[test]
    fn a_lost_sheet_leaves_the_second_step_on_and_nothing_opens() {
        let holdings = Holdings {
            password: true,
            second_step: true,
            ..Holdings::default()
        };
        assert_eq!(ways(&holdings), Vec::<Vec<Node>>::new());
    }

    #[test]
    fn phone_and_wallet_go_in_one_bag() {
        let mut holdings = safe();
        holdings.places = vec![PlaceKind::Wallet];
        assert_eq!(warnings(&holdings), [Warning::NothingLeft(Lost::Bag)]);
        holdings.places.push(PlaceKind::Safe);
        assert_eq!(warnings(&holdings), []);
        assert_eq!(left(&holdings, Lost::Bag), 1);
    }

    #[test]
    fn p8_a_photo_makes_the_phone_open_alone() {
        let mut holdings = safe();
        holdings.places = vec![PlaceKind::Photo, PlaceKind::Safe];
        assert_eq!(ways(&holdings)[0], [Node::Phone]);
        let expected = [Warning::OpensAlone(Node::Phone), Warning::Photographed];
        assert_eq!(warnings(&holdings), expected);
        assert_eq!(expected[0].fix(&holdings), Fix::NotePlaces);
    }

    #[test]
    fn p8_a_password_manager_may_be_a_circle() {
        let mut holdings = safe();
        holdings.places = vec![PlaceKind::PasswordManager, PlaceKind::Safe];
        assert_eq!(warnings(&holdings), [Warning::ManagerCircle]);
        assert_eq!(left(&holdings, Lost::PasswordManager), 3);
    }

    #[test]
    fn n24_addresses_open_nothing_and_one_that_is_hosted_here_is_a_circle() {
        let mut holdings = safe();
        let before = ways(&holdings);
        holdings.outside = vec![Outside {
            hosted_here: true,
            unreached: false,
        }];
        assert_eq!(
            warnings(&holdings),
            [Warning::NobodyHears, Warning::HostedHere(0)]
        );
        holdings.outside.push(SISTER);
        assert_eq!(warnings(&holdings), [Warning::HostedHere(0)]);
        assert_eq!(ways(&holdings), before);
    }

    #[test]
    fn a_passkey_that_verifies_is_both_factors_in_one() {
        let mut holdings = safe();
        holdings.codes = false;
        holdings.passkeys = vec![OwnPasskey { verifies: true }];
        assert!(ways(&holdings).contains(&vec![Node::Passkey(0)]));
        assert_eq!(warnings(&holdings), []);
        holdings.passkeys = vec![OwnPasskey { verifies: false }];
        assert!(ways(&holdings).contains(&vec![Node::Password, Node::Passkey(0)]));
        assert_eq!(warnings(&holdings), [Warning::NothingLeft(Lost::Password)]);
    }

    #[test]
    fn a_mail_program_reads_mail_and_opens_nothing_else() {
        let holdings = Holdings {
            mail_programs: 1,
            apps: 1,
            ..safe()
        };
        assert_eq!(ways(&holdings), ways(&safe()));
        let mail = holdings.graph().combinations(Node::Mail);
        for alone in [Node::MailProgram(0), Node::App(0)] {
            assert!(mail.contains(&[alone].into()), "{alone:?}");
        }
    }
}
