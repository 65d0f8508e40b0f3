//! Whose turn it is for a slow hash, when more people ask than there are lanes.
//!
//! Pure: it hands out tickets and says who goes next; waiting and running are for others. Four ranks share the lanes by
//! weight. Within a rank accounts take turns, within an account networks do, and within a network the first comes first. So
//! a flood at one account, or from one network, waits behind itself.

use crate::Network;
use std::collections::{HashMap, VecDeque};
use std::hash::Hash;

/// Whom a request is from, as far as its turn goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rank {
    /// A known device of the account, or somebody who is signed in: a lane of their own.
    Known,
    /// Anybody from a network without recent failures.
    Stranger,
    /// A mail program: it tries again by itself. A third of the lanes at most, and so half of the threads.
    Mail,
    /// Anybody from a network that failed lately, or who has to wait anyway. A third of the lanes at most, and so half of the threads.
    Suspect,
}

impl Rank {
    /// Every rank, the first first where two are due.
    pub const ALL: [Self; 4] = [Self::Known, Self::Stranger, Self::Mail, Self::Suspect];

    /// Turns that a rank gets beside the others while all of them wait.
    const fn weight(self) -> u64 {
        match self {
            Self::Known => 16,
            Self::Stranger => 4,
            Self::Mail => 2,
            Self::Suspect => 1,
        }
    }

    /// How many of a rank may wait, for each lane.
    const fn seats(self) -> usize {
        match self {
            Self::Known | Self::Stranger => 512,
            Self::Mail => 64,
            Self::Suspect => 16,
        }
    }

    /// How many of a rank run at once.
    fn at_once(self, lanes: usize) -> usize {
        match self {
            Self::Known | Self::Stranger => lanes,
            Self::Mail | Self::Suspect => (lanes / 3).max(1),
        }
    }
}

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asker {
    /// Its rank.
    pub rank: Rank,
    /// Names the account, or what was typed for one, whether or not there is such an account.
    pub account: [u8; 16],
    /// Where from; `None` for work of an account that no network asked for.
    pub network: Option<Network>,
}

/// A place in the queue, another one each time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Ticket(u64);

/// The answer to somebody who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Go on; [`Turns::done`] afterwards.
    Now,
    /// Wait until this ticket is called. Where `instead_of` is given, that one waits no longer: it came from whoever had most
    /// places.
    Later {
        /// Its place.
        ticket: Ticket,
        /// Who lost theirs.
        instead_of: Option<Ticket>,
    },
    /// The queue is full, and nobody in it has more places than the asker.
    Full,
}

/// A whole turn in units that every weight divides.
const STRIDE: u64 = 16;

/// Threads and who waits for them.
#[derive(Debug)]
pub struct Turns {
    lanes: usize,
    ranks: [Waiting; 4],
    askers: HashMap<Ticket, Asker>,
    next: u64,
    /// How far the rank is that was served last.
    clock: u64,
}

/// One rank.
#[derive(Debug, Default)]
struct Waiting {
    running: usize,
    count: usize,
    /// How much it was served, against the clock.
    served: u64,
    accounts: Ring<[u8; 16], Ring<Option<Network>, VecDeque<Ticket>>>,
}

impl Turns {
    /// For so many lanes, one at least.
    #[must_use]
    pub fn new(lanes: usize) -> Self {
        Self {
            lanes: lanes.max(1),
            ranks: Default::default(),
            askers: HashMap::new(),
            next: 0,
            clock: 0,
        }
    }

    /// Somebody asks.
    pub fn ask(&mut self, asker: Asker) -> Turn {
        let (rank, lanes) = (asker.rank, self.lanes);
        if self.of(rank).count == 0 {
            // Who wasn't there has nothing saved up.
            let clock = self.clock;
            let waiting = self.of(rank);
            waiting.served = waiting.served.max(clock);
            if self.running() < lanes && self.of(rank).running < rank.at_once(lanes) {
                self.serve(rank);
                return Turn::Now;
            }
        }
        let instead_of = if self.of(rank).count < rank.seats() * lanes {
            None
        } else {
            match self.who_has_most(asker) {
                Some(ticket) => Some(ticket),
                None => return Turn::Full,
            }
        };
        if let Some(ticket) = instead_of {
            self.leave(ticket);
        }
        let ticket = Ticket(self.next);
        self.next += 1;
        self.askers.insert(ticket, asker);
        let waiting = self.of(rank);
        waiting.count += 1;
        let networks = waiting.accounts.at(asker.account);
        networks.at(asker.network).push_back(ticket);
        Turn::Later { ticket, instead_of }
    }

    /// Somebody goes away without waiting any longer; whether they still had their place.
    pub fn leave(&mut self, ticket: Ticket) -> bool {
        let Some(asker) = self.askers.remove(&ticket) else {
            return false;
        };
        let waiting = self.of(asker.rank);
        waiting.count -= 1;
        let networks = waiting.accounts.at(asker.account);
        let tickets = networks.at(asker.network);
        tickets.retain(|other| *other != ticket);
        if tickets.is_empty() {
            networks.remove(asker.network);
        }
        if networks.is_empty() {
            waiting.accounts.remove(asker.account);
        }
        true
    }

    /// Somebody of this rank has finished: [`call`](Self::call) afterwards.
    pub fn done(&mut self, rank: Rank) {
        let waiting = self.of(rank);
        waiting.running = waiting.running.saturating_sub(1);
    }

    /// Who goes next, if a lane is free for one who waits. To be asked until it says `None`.
    pub fn call(&mut self) -> Option<(Ticket, Rank)> {
        if self.running() >= self.lanes {
            return None;
        }
        let lanes = self.lanes;
        let due = Rank::ALL.into_iter().zip(&self.ranks);
        let due = due.filter(|(rank, own)| own.count > 0 && own.running < rank.at_once(lanes));
        // The first of those that were served least.
        let rank = due.min_by_key(|(_, own)| own.served)?.0;
        let waiting = self.of(rank);
        let (account, networks) = waiting.accounts.front()?;
        let (network, tickets) = networks.front()?;
        let ticket = tickets.pop_front()?;
        let more = !tickets.is_empty();
        networks.served(network, more);
        let more = !networks.is_empty();
        waiting.accounts.served(account, more);
        waiting.count -= 1;
        self.askers.remove(&ticket);
        self.serve(rank);
        Some((ticket, rank))
    }

    /// How many wait.
    #[must_use]
    pub fn waiting(&self, rank: Rank) -> usize {
        Rank::ALL
            .into_iter()
            .zip(&self.ranks)
            .find_map(|(own, waiting)| (own == rank).then_some(waiting.count))
            .unwrap_or(0)
    }

    /// How many run.
    #[must_use]
    pub fn running(&self) -> usize {
        self.ranks.iter().map(|waiting| waiting.running).sum()
    }

    fn serve(&mut self, rank: Rank) {
        let waiting = self.of(rank);
        waiting.running += 1;
        let from = waiting.served;
        waiting.served += STRIDE / rank.weight();
        self.clock = self.clock.max(from);
    }

    /// The newest ticket of the network, of the account, that has most places, if that is two more than the asker has: one
    /// more would only change who waits.
    fn who_has_most(&mut self, asker: Asker) -> Option<Ticket> {
        let accounts = &self.of(asker.rank).accounts;
        let own = accounts.of.get(&asker.account);
        let places = |networks: &Ring<_, VecDeque<Ticket>>| -> usize {
            networks.of.values().map(VecDeque::len).sum()
        };
        let most = accounts
            .of
            .values()
            .max_by_key(|networks| places(networks))?;
        let own_places = own.map_or(0, places);
        let newest = |networks: &Ring<_, VecDeque<Ticket>>| {
            let tickets = networks.of.values().max_by_key(|tickets| tickets.len())?;
            tickets.back().copied()
        };
        if places(most) >= own_places + 2 {
            return newest(most);
        }
        let own = own?;
        let here = own.of.get(&asker.network).map_or(0, VecDeque::len);
        let longest = own.of.values().map(VecDeque::len).max()?;
        if longest >= here + 2 {
            newest(own)
        } else {
            None
        }
    }

    fn of(&mut self, rank: Rank) -> &mut Waiting {
        let [known, stranger, mail, suspect] = &mut self.ranks;
        match rank {
            Rank::Known => known,
            Rank::Stranger => stranger,
            Rank::Mail => mail,
            Rank::Suspect => suspect,
        }
    }
}

/// Some who take turns.
#[derive(Debug)]
struct Ring<K, V> {
    order: VecDeque<K>,
    of: HashMap<K, V>,
}

impl<K, V> Default for Ring<K, V> {
    fn default() -> Self {
        Self {
            order: VecDeque::new(),
            of: HashMap::new(),
        }
    }
}

impl<K: Copy + Eq + Hash, V: Default> Ring<K, V> {
    /// What belongs to one of them, who takes the last place when they weren't there.
    fn at(&mut self, key: K) -> &mut V {
        let order = &mut self.order;
        self.of.entry(key).or_insert_with(|| {
            order.push_back(key);
            V::default()
        })
    }

    fn front(&mut self) -> Option<(K, &mut V)> {
        let key = *self.order.front()?;
        Some((key, self.of.get_mut(&key)?))
    }

    /// The first had a turn: to the end with it, or away if it wants no more.
    fn served(&mut self, key: K, more: bool) {
        self.order.pop_front();
        if more {
            self.order.push_back(key);
        } else {
            self.of.remove(&key);
        }
    }

    fn remove(&mut self, key: K) {
        self.of.remove(&key);
        self.order.retain(|other| *other != key);
    }

    fn is_empty(&self) -> bool {
        self.of.is_empty()
    }
}

#[cfg(test)]
mod tests;
